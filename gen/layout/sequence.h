/*
 * sequence: one fo:page-sequence to pages (XSL 1.1 §6.4.5).
 *
 * The flow is set and broken in sections (section.h), which are then placed on pages.  Static
 * content comes when the pages of all sequences are there, for it may cite any of them.
 */
#ifndef CHANCERY_LAYOUT_SEQUENCE_H
#define CHANCERY_LAYOUT_SEQUENCE_H

#include "layout/formatter.h"
#include "layout/galley.h"
#include "layout/master.h"

/* A marker of the flow, and on which pages what it is in begins and ends (from 0). */
struct flow_marker {
	const struct fo_node *fo;
	guint first_page, last_page;
};

/* A separator above footnotes. */
struct separator {
	guint page;
	struct rectangle at;	/* its height is of no meaning */
};

struct sequence {
	struct formatter *formatter;
	const struct masters *masters;
	const struct fo_node *fo;
	const char *reference;	/* master-reference */
	bool rtl;
	int first_number;	/* of its first page */
	guint first_page;	/* its place among all pages */
	guint n_pages;		/* 0 until it is known */
	bool blank;		/* the last one is, for force-page-count */
	double separator;	/* height of a separator */
	GPtrArray *sections;	/* struct section * */
	GArray *markers;	/* struct flow_marker, in the order of the flow */
	GArray *separators;	/* struct separator, by page */
};

/* The pages of fo, whose first is number first_number where it does not say otherwise. */
struct sequence *sequence_format(struct formatter *formatter, const struct masters *masters,
				 const struct fo_node *fo, int first_number);
void sequence_free(struct sequence *sequence);

/*
 * Master, body region and its rectangle of a page from 0; last: should it turn out to be the last,
 * as long as that is not known.
 */
const struct page_master *sequence_master(const struct sequence *sequence, guint page, bool last);
const struct region *sequence_body(const struct sequence *sequence, guint page);
struct rectangle sequence_room(const struct sequence *sequence, guint page, bool last);
/* A separator is wanted there. */
void sequence_separate(struct sequence *sequence, guint page, const struct rectangle *at);

/* static.c: running heads and feet, and the separators above footnotes. */
void sequence_furnish(struct sequence *sequence);
/* Height of the separator; 0 where there is none. */
double sequence_separator_height(struct sequence *sequence);

#endif
