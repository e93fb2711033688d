/*
 * column: how wide the columns of a table are (XSL 1.1 §6.7.4).
 *
 * Pure arithmetic, in points.  Columns count from the start edge.
 */
#ifndef CHANCERY_LAYOUT_COLUMN_H
#define CHANCERY_LAYOUT_COLUMN_H

#include <glib.h>
#include "layout/length.h"

struct column {
	struct length width;	/* as written; auto: by content */
	double min, max;	/* its content's longest piece, and all on one line; for auto */
};

/*
 * A cell over columns first to first + n - 1: widen the automatic ones, in proportion to what they
 * are, until it fits.
 */
void column_span_need(struct column *columns, guint first, guint n, double min, double max);
/* Widths that fill the table's width, fixed ones first, then automatic ones, then proportions. */
void column_widths(const struct column *columns, guint n, double table_width, double *widths);

#endif
