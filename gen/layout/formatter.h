/*
 * formatter: what the rooms of layout share while one document is formatted.  Private to layout.
 */
#ifndef CHANCERY_LAYOUT_FORMATTER_H
#define CHANCERY_LAYOUT_FORMATTER_H

#include <glib.h>
#include "layout/area_build.h"
#include "layout/fo.h"
#include "layout/layout.h"
#include "layout/paragraph.h"

/* What static content knows of the page it stands on; NULL in the flow. */
struct page_facts {
	const char *label;
	/* The marker that an fo:retrieve-marker shows on the page, or NULL. */
	const struct fo_node *(*find_marker)(const struct fo_node *retrieve, void *user);
	void *user;
};

/* What fo:retrieve-table-marker finds (table_marker.h). */
struct table_facts {
	const struct fo_node *fo;
	bool repeated;		/* the header of the pages after the table's first */
};

struct formatter {
	const struct layout_env *env;
	struct area_tree *areas;
	struct fo_tree *objects;
	struct typesetter *typesetter;
	GStringChunk *strings;		/* kept with the areas */
	/* Tables are looked up only, never walked. */
	GHashTable *struts;		/* const struct text_style * to struct strut *, */
	GPtrArray *fonts;		/* of these styles one for each font */
	GHashTable *measured;		/* first node of a run to its paragraph, until set */
	GHashTable *standing;		/* short texts that are set (standing.h) */
	GHashTable *widths;		/* short texts that are measured (standing.h) */
	GHashTable *lines;		/* page numbers that are set (standing.h) */
	GHashTable *numbers;		/* area that awaits a page number to its struct fo_node * */
	GHashTable *labels;		/* id to struct id_pages * (citation.h) */
	const struct page_facts *page;
	const struct table_facts *table;	/* while a table's header is set, else NULL */
	double page_room;		/* the highest page body of the sequence */
	const struct galley *flow;	/* the galley of the sequence's flow: floats may leave it */
	guint notes;			/* footnotes without an id, so far */
	int digits;			/* room kept in the flow for a page number */
	int digits_least;		/* known to be needed, from a first try */
	int digits_needed;		/* more than that, where a number did not fit; else 0 */
};

/* How a font stands on its line: distances from the baseline, both positive. */
struct strut {
	double ascent, descent;
};

/* Of the style's own font; lent. */
const struct strut *formatter_strut(struct formatter *formatter, const struct text_style *style);

/* fo-unsupported at the object: "fo:NAME: what". */
void formatter_complain(const struct formatter *formatter, const struct fo_node *fo,
			const char *what);

#endif
