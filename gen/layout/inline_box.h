/*
 * inline_box: background, padding and border of words (XSL 1.1 §4.5, fo:inline and fo:basic-link).
 *
 * They stand behind the line and change neither its height nor its baseline.  Words that reach over
 * a line's end have a box on each line, without border and padding where it is torn.
 */
#ifndef CHANCERY_LAYOUT_INLINE_BOX_H
#define CHANCERY_LAYOUT_INLINE_BOX_H

#include "layout/area.h"
#include "layout/formatter.h"
#include "layout/paragraph.h"

/*
 * Add the boxes of what stands on the line to area, its area, whose baseline is known: outer ones
 * first, artifacts all.  text as for line_area.
 */
void inline_boxes_add(struct formatter *formatter, const struct fo_node *text,
		      const struct line *line, struct area *area);

#endif
