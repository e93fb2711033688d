#include "pdf/header_cells.h"

#include <stdbool.h>
#include <string.h>
#include "layout/area.h"

/* A header cell and the columns, or rows, that it heads: from begin to before end. */
struct header {
	const struct tag *cell;
	guint begin, end;
};

struct grid {
	GHashTable *headers; /* the result */
	GArray *columns;     /* struct header: those that head columns, so far */
	GArray *rows;	     /* those that head the current row */
	GArray *taken;	     /* guint, by column: up to which row a cell above reaches */
	guint row;
};

static bool
has_type(const struct tag *tag, const char *type)
{
	return strcmp(tag->type, type) == 0;
}

static guint
span(int cells)
{
	return (guint)MAX(cells, 1);
}

static guint
n_children(const struct tag *tag)
{
	return tag->children ? tag->children->len : 0;
}

static const struct tag *
child(const struct tag *tag, guint index)
{
	return g_ptr_array_index(tag->children, index);
}

static bool
has_spanned_header(const struct tag *tag)
{
	if (has_type(tag, "TH") && (tag->colspan > 1 || tag->rowspan > 1))
		return true;
	for (guint i = 0; i < n_children(tag) && !has_type(tag, "TH") && !has_type(tag, "TD");
	     i++) {
		if (has_spanned_header(child(tag, i)))
			return true;
	}
	return false;
}

static void
add_headers(GPtrArray *found, const GArray *headers, guint begin, guint end)
{
	for (guint i = 0; i < headers->len; i++) {
		const struct header *header = &g_array_index(headers, struct header, i);

		if (header->begin < end && begin < header->end)
			g_ptr_array_add(found, (gpointer)header->cell);
	}
}

static guint
taken_upto(const struct grid *grid, guint column)
{
	return column < grid->taken->len ? g_array_index(grid->taken, guint, column) : 0;
}

/* The cell takes columns up to the one returned; it is headed, and heads others itself. */
static guint
place_cell(struct grid *grid, const struct tag *cell, guint column, GArray *heads)
{
	guint end = column + span(cell->colspan), bottom = grid->row + span(cell->rowspan);
	g_autoptr(GPtrArray) found = g_ptr_array_new();

	add_headers(found, grid->columns, column, end);
	add_headers(found, grid->rows, grid->row, bottom);
	if (found->len)
		g_hash_table_insert(grid->headers, (gpointer)cell, g_steal_pointer(&found));
	if (grid->taken->len < end)
		g_array_set_size(grid->taken, end);
	for (guint i = column; i < end; i++)
		g_array_index(grid->taken, guint, i) = bottom;
	if (has_type(cell, "TH") && g_strcmp0(cell->scope, "Row") == 0)
		g_array_append_val(grid->rows, ((struct header){cell, grid->row, bottom}));
	else if (has_type(cell, "TH"))
		g_array_append_val(heads, ((struct header){cell, column, end}));
	return end;
}

static void
place_row(struct grid *grid, const struct tag *row)
{
	g_autoptr(GArray) heads = g_array_new(FALSE, FALSE, sizeof(struct header));
	guint column = 0;

	for (guint i = grid->rows->len; i-- > 0;) {
		if (g_array_index(grid->rows, struct header, i).end <= grid->row)
			g_array_remove_index(grid->rows, i);
	}
	for (guint i = 0; i < n_children(row); i++) {
		while (taken_upto(grid, column) > grid->row)
			column++;
		column = place_cell(grid, child(row, i), column, heads);
	}
	/* they head what stands below them, not beside */
	g_array_append_vals(grid->columns, heads->data, heads->len);
	grid->row++;
}

static void
place_rows(struct grid *grid, const struct tag *tag)
{
	if (has_type(tag, "TR")) {
		place_row(grid, tag);
		return;
	}
	/* no cell reaches out of its header, body or footer */
	for (guint i = 0; i < grid->taken->len; i++)
		g_array_index(grid->taken, guint, i) = 0;
	g_array_set_size(grid->rows, 0);
	for (guint i = 0; i < n_children(tag); i++)
		place_rows(grid, child(tag, i));
}

GHashTable *
header_cells_new(const struct tag *table)
{
	g_autoptr(GArray) columns = NULL, rows = NULL, taken = NULL;
	struct grid grid = {0};

	if (!has_spanned_header(table))
		return NULL;
	grid.columns = columns = g_array_new(FALSE, FALSE, sizeof(struct header));
	grid.rows = rows = g_array_new(FALSE, FALSE, sizeof(struct header));
	grid.taken = taken = g_array_new(FALSE, TRUE, sizeof(guint));
	grid.headers = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
	place_rows(&grid, table);
	return grid.headers;
}

char *
header_cell_id(const struct tag *cell)
{
	return cell->id ? g_strdup(cell->id) : g_strdup_printf("cell.%d", cell->order);
}
