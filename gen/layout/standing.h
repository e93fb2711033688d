/*
 * standing: standing type, short texts that are set once and stand in many places.
 *
 * The cells of a long table say the same few hundred things again and again; shaping each of them
 * is most of the cost of laying the table out.
 */
#ifndef CHANCERY_LAYOUT_STANDING_H
#define CHANCERY_LAYOUT_STANDING_H

#include "layout/formatter.h"

/* An empty table, by style, measure and text; it lends the texts of the document. */
GHashTable *standing_new(void);

/*
 * The set paragraph of a block that holds one short text and nothing else, broken at the measure;
 * NULL for any other block.  Lent by the formatter's areas.  The owner of its spans is the first
 * such text, not node's.
 */
struct paragraph *standing_paragraph(struct formatter *formatter, const struct fo_node *block,
				     double measure);

/*
 * One line of a text (a page number) in the node's style, for any node with that style.  Lent by
 * the formatter's areas; the text is lent to the formatter.
 */
const struct line *standing_line(struct formatter *formatter, const struct fo_node *node,
				 const char *text);

/* Points; as paragraph_min_width and paragraph_max_width give them. */
struct text_widths {
	bool known;
	double min, max;
};

/*
 * What is known of the widths of such a block, by style and text, for the caller to fill in where
 * it is nothing yet; NULL for any other block.  The table is the formatter's.
 */
struct text_widths *standing_widths(struct formatter *formatter, const struct fo_node *block);
GHashTable *standing_widths_new(void);

#endif
