/*
 * decimals: columns of a table whose figures stand on their decimal mark.
 *
 * XSL has text-align="." for it, which FOP refuses; so the column says c:mark="." and its cells
 * text-align="end", which is what a formatter makes of it that does not know the mark.  A figure
 * without a fraction ends where the others have their mark, also before a unit ("23 m" below
 * "281.1 m").  All lengths are points.
 */
#ifndef CHANCERY_LAYOUT_DECIMALS_H
#define CHANCERY_LAYOUT_DECIMALS_H

#include "layout/formatter.h"
#include "layout/grid.h"

struct decimals;

/* Of all cells of the table's body and footer; NULL where no column has a mark. */
struct decimals *decimals_new(struct formatter *formatter, const struct fo_node *table,
			      guint n_columns);
void decimals_free(struct decimals *decimals);

/* What is left free at the end of the cell; 0 for cells of other columns, decimals may be NULL. */
double decimals_pad(struct decimals *decimals, const struct grid_cell *cell);

/* What the figures of the cell's column take together, before and after the mark; 0 likewise. */
double decimals_need(const struct decimals *decimals, const struct grid_cell *cell);

/* How many bytes of text stand before its decimal mark, or where that would be. */
gsize decimals_integer(const char *text, const char *mark);

#endif
