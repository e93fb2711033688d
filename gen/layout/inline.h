/*
 * inline: the content of lines, from formatting objects to the spans of a paragraph.
 *
 * A run is a stretch of siblings, first to just before end, that are content of lines; blocks
 * between runs part them.  The owner of a span is the fo_node it came from.
 */
#ifndef CHANCERY_LAYOUT_INLINE_H
#define CHANCERY_LAYOUT_INLINE_H

#include "layout/formatter.h"

struct span_style span_style_of(const struct text_style *style);

/* Does the sibling belong to the run?  An empty block between words is a line break. */
bool inline_continues(const struct fo_node *node);
/* Has the run anything that makes a line? */
bool inline_is_blank(const struct fo_node *first, const struct fo_node *end);

/*
 * The paragraph of a run in block, shaped but not broken.  measure is what percentages refer to.
 * Where inline_measure has made it already, that one.  The caller owns it.
 */
struct paragraph *inline_paragraph(struct formatter *formatter, const struct fo_node *block,
				   const struct fo_node *first, const struct fo_node *end,
				   double measure);
/* Its widths, for automatic columns; the paragraph is kept for inline_paragraph. */
void inline_measure(struct formatter *formatter, const struct fo_node *block,
		    const struct fo_node *first, const struct fo_node *end, double *min,
		    double *max);

#endif
