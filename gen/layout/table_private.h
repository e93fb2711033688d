/* table_private: what table*.c share. */
#ifndef CHANCERY_LAYOUT_TABLE_PRIVATE_H
#define CHANCERY_LAYOUT_TABLE_PRIVATE_H

#include "layout/decimals.h"
#include "layout/formatter.h"
#include "layout/galley.h"
#include "layout/grid.h"
#include "layout/table.h"

struct table {
	struct formatter *formatter;
	const struct fo_node *fo;
	bool rtl;
	double start, width;	/* in its reference area, from the start edge */
	guint n_columns;
	struct decimals *decimals;	/* NULL for none */
	double *edges;		/* of column i, from the table's start edge; and of the last */
};

/* A cell of a group of rows, laid out. */
struct cell {
	const struct grid_cell *at;
	struct galley *galley;
	double height;		/* of the border rectangle */
	double pad;		/* left free at the end, for the decimal mark */
	guint notes;
};

/* Rows of the grid that belong together: one, or several that cells span. */
struct row_group {
	const struct grid *grid;
	guint first, end;
	GArray *cells;		/* struct cell */
	double *heights;	/* of the rows */
};

/* All rows of a part; keep_each: no page ends between them. */
void table_rows_lay(struct table *table, struct galley *galley, const struct fo_node *part,
		    bool keep_each);
/* A group that is higher than a page, cut between lines. */
void table_group_split(struct table *table, struct galley *galley, const struct row_group *group);

/*
 * Areas, with x from the left edge of the galley: of a row, and of a cell in one. y and height are
 * the caller's.
 */
struct area *table_row_area(const struct table *table, const struct galley *galley,
			    const struct fo_node *row, bool begins, bool ends);
struct area *table_cell_area(const struct table *table, const struct galley *galley,
			     const struct cell *cell, bool begins, bool ends);
/* What a row's border takes of its height; 0 where borders are separate (XSL 1.1 §6.7.9). */
double table_row_border(const struct fo_node *row, enum edge edge);
/* Left edge of a cell's content, as galley_place wants it. */
double table_cell_left(const struct table *table, const struct area *area, const struct cell *cell);

#endif
