/*
 * block: blocks and what is in them to slugs of a galley (XSL 1.1 §6.5.2).
 */
#ifndef CHANCERY_LAYOUT_BLOCK_H
#define CHANCERY_LAYOUT_BLOCK_H

#include "layout/formatter.h"
#include "layout/galley.h"

/* Where the content of a block stands in its reference area, in points from the start edge. */
struct measure {
	double start, width;
};

struct measure block_measure_in(const struct fo_node *node, double reference_width);

/*
 * Begin and end an object that makes a box over the measure and stacks: break, space, keep, border,
 * padding.  A box without any slug that has an id gets one without height.
 */
struct box *block_begin(struct galley *galley, const struct fo_node *node,
			const struct measure *measure);
void block_end(struct galley *galley, struct box *box);

/* Lay out the children of node: lines of the text among them, and blocks. */
void block_content(struct formatter *formatter, struct galley *galley, const struct fo_node *node);
/* The same for some of them: first to just before end, which is NULL for all. */
void block_range(struct formatter *formatter, struct galley *galley, const struct fo_node *node,
		 const struct fo_node *first, const struct fo_node *end);
/*
 * Widths that the children of node need with their indents: the longest piece, and everything
 * without breaks.
 */
void block_need(struct formatter *formatter, const struct fo_node *node, double *min, double *max);

/* list.c, float.c, footnote.c */
void list_lay(struct formatter *formatter, struct galley *galley, const struct fo_node *node);
void float_lay(struct formatter *formatter, struct galley *galley, const struct fo_node *node);
/*
 * The bodies of the footnotes whose anchors stand on the line; returns how many items they added to
 * the galley's notes.
 */
guint footnotes_lay(struct formatter *formatter, struct galley *galley, const struct line *line);

#endif
