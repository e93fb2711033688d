/*
 * structure: the tag tree (PDF 32000-1 §14.8, PDF/UA-1 §7) of a tree of formatting objects.
 *
 * The rules are in docs/fo-subset.md.  Afterwards node->tag of everything that makes content is a
 * leaf of the tag tree, or NULL for an artifact.
 */
#ifndef CHANCERY_LAYOUT_STRUCTURE_H
#define CHANCERY_LAYOUT_STRUCTURE_H

#include "layout/formatter.h"

/* Tag the flows below root; static content stays without. */
void structure_build(struct formatter *formatter, const struct fo_node *root);
/* Drop the Spans that came out empty and number the rest in document order. */
void structure_finish(struct formatter *formatter);

#endif
