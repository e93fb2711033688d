/*
 * raw_figure: an image of a figure alone in its paragraph is a block.
 */
#ifndef CHANCERY_BRIEF_RAW_FIGURE_H
#define CHANCERY_BRIEF_RAW_FIGURE_H

#include <libxml/tree.h>

struct diag_list;

/*
 * Where a paragraph holds nothing but raw-figures (and anchors, which then name the last), they
 * take its place.  Returns how many.
 */
int raw_figure_lift(xmlNode *paragraph);
/* All that are left among inlines are image-invalid; their captions stay as text. */
void raw_figure_refuse(xmlNode *tree, const char *file, struct diag_list *diags);

#endif
