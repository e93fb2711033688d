/*
 * citation: page numbers and what refers to them.
 *
 * In the flow a number is not known when its line is set: room for formatter.digits digits is kept,
 * and once the pages are there a text is put in its place, at the room's end.  In static content,
 * which is set last, numbers are plain text.
 */
#ifndef CHANCERY_LAYOUT_CITATION_H
#define CHANCERY_LAYOUT_CITATION_H

#include "layout/formatter.h"

/* Where an id is, by labels of pages; lent by the tree. */
struct id_pages {
	const char *first, *last;
};

/* What the number says, or NULL while that is not known; lent. */
const char *citation_label(struct formatter *formatter, const struct fo_node *node);
/* Room to keep for it, in points. */
double citation_width(struct formatter *formatter, const struct fo_node *node);
/* The area of the room, to be filled later; the caller's. */
struct area *citation_area(struct formatter *formatter, const struct fo_node *node);

/* Learn where the ids of a page's areas are; pages are handed in in order. */
void citation_learn(struct formatter *formatter, const struct page *page);
/*
 * The same for an id without an area of its own (fo:page-sequence), and for the page where a longer
 * area ends.
 */
void citation_learn_id(struct formatter *formatter, const char *id, const char *label);
/* Fill in all numbers, and report references to ids that are nowhere (ref-unknown). */
void citation_fill(struct formatter *formatter);

#endif
