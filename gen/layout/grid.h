/*
 * grid: which columns and rows the cells of a part of a table stand in (XSL 1.1 §6.7.10).
 */
#ifndef CHANCERY_LAYOUT_GRID_H
#define CHANCERY_LAYOUT_GRID_H

#include <glib.h>
#include "layout/fo.h"

struct grid_cell {
	const struct fo_node *fo;
	guint row, column;	/* the first of them */
	guint rows, columns;	/* how many; never beyond the grid */
};

struct grid {
	GPtrArray *rows;	/* const struct fo_node *: table-row; lent */
	GArray *cells;		/* struct grid_cell, in document order */
	guint n_columns;	/* as many as its rows take */
	GPtrArray *strangers;	/* const struct fo_node *: what has no place in it; lent */
};

/*
 * The rows of parts (header, footer or body); columns beyond max_columns are cut off, 0 for no
 * limit.
 */
struct grid *grid_new(const struct fo_node *part, guint max_columns);
void grid_free(struct grid *grid);
typedef struct grid Grid;	/* for g_autoptr(Grid) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Grid, grid_free)

/*
 * The row after the last one that cells of rows from row on tie to it: row + 1 where nothing spans.
 */
guint grid_group_end(const struct grid *grid, guint row, guint *next_cell);

#endif
