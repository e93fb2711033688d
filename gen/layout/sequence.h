/*
 * sequence: one fo:page-sequence to pages (XSL 1.1 §6.4.5).
 *
 * The flow is set as one galley and the footnotes as another, pagebreak.h says where pages end, and
 * both are placed.  Static content comes when the pages of all sequences are there, for it may cite
 * any of them.
 */
#ifndef CHANCERY_LAYOUT_SEQUENCE_H
#define CHANCERY_LAYOUT_SEQUENCE_H

#include "layout/formatter.h"
#include "layout/galley.h"
#include "layout/master.h"

struct sequence {
	struct formatter *formatter;
	const struct masters *masters;
	const struct fo_node *fo;
	const char *reference;	/* master-reference */
	bool rtl;
	int first_number;	/* of its first page */
	guint first_page;	/* its place among all pages */
	guint n_pages;
	GArray *cuts;		/* struct page_cut, one for each page */
	GArray *markers;	/* struct galley_marker of its flow */
	bool *separated;	/* by page: footnotes stand on it, so the separator too */
	double *separator_y;	/* by page */
};

/* The pages of fo, whose first is number first_number where it does not say otherwise. */
struct sequence *sequence_format(struct formatter *formatter, const struct masters *masters,
				 const struct fo_node *fo, int first_number);
void sequence_free(struct sequence *sequence);

/* static.c: running heads and feet, and the separators above footnotes. */
void sequence_furnish(struct sequence *sequence);
/* Height of the separator; 0 where there is none. */
double sequence_separator_height(struct sequence *sequence);

#endif
