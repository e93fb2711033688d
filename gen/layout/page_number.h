/*
 * page_number: the number of a page as its sequence's format writes it (XSLT 1.0 §7.7.1).
 */
#ifndef CHANCERY_LAYOUT_PAGE_NUMBER_H
#define CHANCERY_LAYOUT_PAGE_NUMBER_H

#include "layout/formatter.h"

/* Kept by the tree; formats 1, 01, a, A, i, I. */
const char *page_number_text(struct formatter *formatter, const struct fo_node *sequence,
			     int number);

#endif
