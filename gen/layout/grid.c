/* grid: see grid.h. */
#include "layout/grid.h"

/* While cells are placed: how many rows below the current one each column is still taken for. */
struct placer {
	struct grid *grid;
	GArray *taken; /* guint by column */
	guint max_columns;
};

static guint *
taken_at(struct placer *placer, guint column)
{
	if (column >= placer->taken->len)
		g_array_set_size(placer->taken, column + 1);
	return &g_array_index(placer->taken, guint, column);
}

static void
cell_place(struct placer *placer, const struct fo_node *fo, guint row, guint *column)
{
	struct grid_cell cell = {fo, row, 0, (guint)fo->box->rows_spanned,
				 (guint)fo->box->columns_spanned};

	while (*taken_at(placer, *column) > 0)
		(*column)++;
	if (placer->max_columns > 0 && *column >= placer->max_columns) {
		g_ptr_array_add(placer->grid->strangers, (void *)fo);
		return;
	}
	cell.column = *column;
	if (placer->max_columns > 0)
		cell.columns = MIN(cell.columns, placer->max_columns - *column);
	for (guint i = 0; i < cell.columns; i++)
		*taken_at(placer, *column + i) = cell.rows;
	*column += cell.columns;
	placer->grid->n_columns = MAX(placer->grid->n_columns, *column);
	g_array_append_val(placer->grid->cells, cell);
}

static void
row_place(struct placer *placer, const struct fo_node *fo)
{
	struct grid *grid = placer->grid;
	guint column = 0, row = grid->rows->len;

	g_ptr_array_add(grid->rows, (void *)fo);
	for (const struct fo_node *cell = fo->first; cell; cell = cell->next) {
		if (cell->kind == FO_TABLE_CELL)
			cell_place(placer, cell, row, &column);
		else
			g_ptr_array_add(grid->strangers, (void *)cell);
	}
	for (guint i = 0; i < placer->taken->len; i++)
		if (*taken_at(placer, i) > 0)
			(*taken_at(placer, i))--;
}

struct grid *
grid_new(const struct fo_node *part, guint max_columns)
{
	struct grid *grid = g_new0(struct grid, 1);
	g_autoptr(GArray) taken = g_array_new(FALSE, TRUE, sizeof(guint));
	struct placer placer = {grid, taken, max_columns};

	grid->rows = g_ptr_array_new();
	grid->cells = g_array_new(FALSE, TRUE, sizeof(struct grid_cell));
	grid->strangers = g_ptr_array_new();
	for (const struct fo_node *row = part->first; row; row = row->next) {
		if (row->kind == FO_TABLE_ROW)
			row_place(&placer, row);
		else
			g_ptr_array_add(grid->strangers, (void *)row);
	}
	for (guint i = 0; i < grid->cells->len; i++) {
		struct grid_cell *cell = &g_array_index(grid->cells, struct grid_cell, i);

		cell->rows = MIN(cell->rows, grid->rows->len - cell->row);
	}
	return grid;
}

void
grid_free(struct grid *grid)
{
	if (!grid)
		return;
	g_ptr_array_unref(grid->rows);
	g_array_unref(grid->cells);
	g_ptr_array_unref(grid->strangers);
	g_free(grid);
}

guint
grid_group_end(const struct grid *grid, guint row, guint *next_cell)
{
	guint end = row + 1;

	for (; *next_cell < grid->cells->len; (*next_cell)++) {
		const struct grid_cell *cell =
			&g_array_index(grid->cells, struct grid_cell, *next_cell);

		if (cell->row >= end)
			break;
		end = MAX(end, cell->row + cell->rows);
	}
	return end;
}
