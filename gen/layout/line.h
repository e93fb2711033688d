/*
 * line: a set line of a paragraph to a line area (XSL 1.1 §4.5, §4.6).
 *
 * The leading is split in halves above and below the font of the block (half-leading); only a
 * graphic makes a line higher.
 */
#ifndef CHANCERY_LAYOUT_LINE_H
#define CHANCERY_LAYOUT_LINE_H

#include "layout/formatter.h"

/*
 * x and y 0 at the top left of its measure.  text is what the line's text stands for where that is
 * not the owner of its spans (standing.h), else NULL.  The caller's; glyphs and text are lent by
 * the paragraph.
 */
struct area *line_area(struct formatter *formatter, const struct fo_node *block,
		       const struct fo_node *text, const struct line *line, double measure);

#endif
