/*
 * section: a stretch of a flow that is set in columns, or across them (span="all").
 *
 * Where a flow has one column there is one section.  It has a galley for its text and one for its
 * footnotes, which stand at the foot of their column.  Pages count from 0 in the page-sequence; a
 * cut's page is a column, counted from the first of the section's first page.
 */
#ifndef CHANCERY_LAYOUT_SECTION_H
#define CHANCERY_LAYOUT_SECTION_H

#include "layout/formatter.h"
#include "layout/galley.h"

struct sequence;

struct section {
	struct sequence *sequence;	/* lent */
	struct galley *galley, *notes;
	GArray *cuts;		/* struct page_cut */
	guint columns;
	double width, gap;	/* of a column, and between two */
	guint first_page, last_page;
	double top, foot;	/* taken on its first page by sections before it */
	bool ends;		/* it is the last one of the flow */
};

/* The children of flow from first to just before end, set but not broken.  The caller's. */
struct section *section_new(struct sequence *sequence, const struct fo_node *flow,
			    const struct fo_node *first, const struct fo_node *end);
void section_free(void *section);
/* The next child of the flow that another section begins with, or NULL. */
const struct fo_node *section_end(const struct fo_node *first);

/* Find the cuts; before is the section above it on the page, or NULL. */
void section_break(struct section *section, const struct section *before);
/* The page of slug number slug. */
guint section_page_of(const struct section *section, guint slug);
/* Put the parts of it that stand on a page there. */
void section_place(struct section *section, guint page, struct area *out);

#endif
