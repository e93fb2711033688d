/* table: columns, header, body, footer; see table.h.  Rows are in table_row.c. */
#include "layout/table_private.h"

#include "layout/block.h"
#include "layout/column.h"
#include "layout/sample.h"
#include "layout/table_marker.h"

/* The columns as written: table-column with their repetitions. */
static GArray *
columns_written(const struct fo_node *node)
{
	GArray *columns = g_array_new(FALSE, TRUE, sizeof(struct column));

	for (const struct fo_node *child = node->first; child; child = child->next) {
		struct column column = {child->box ? child->box->column_width : (struct length){0},
					0, 0};

		if (child->kind != FO_TABLE_COLUMN)
			continue;
		for (int i = 0; i < child->box->columns_repeated; i++)
			g_array_append_val(columns, column);
	}
	return columns;
}

static void
cell_need(const struct table *table, const struct grid_cell *cell, struct column *columns)
{
	double inset = box_style_inset(cell->fo->box, EDGE_START) +
		       box_style_inset(cell->fo->box, EDGE_END);
	double figures = decimals_need(table->decimals, cell), min = 0, max = 0;

	block_need(table->formatter, cell->fo, &min, &max);
	min = MAX(min, figures);
	max = MAX(max, figures);
	column_span_need(columns, cell->column, cell->columns, min + inset, max + inset);
}

/* Single columns first, so that spanning cells only add what is missing. */
static void
part_need(const struct table *table, const struct fo_node *part, GArray *columns)
{
	g_autoptr(Grid) grid = grid_new(part, columns->len);
	g_autoptr(Sample) sample = sample_new(grid);
	struct column *data = (struct column *)(void *)columns->data;

	for (int spanning = 0; spanning < 2; spanning++) {
		for (guint i = 0; i < grid->cells->len; i++) {
			const struct grid_cell *cell =
				&g_array_index(grid->cells, struct grid_cell, i);

			if ((cell->columns > 1) == spanning && sample_wants(sample, cell))
				cell_need(table, cell, data);
		}
	}
}

static bool
is_part(const struct fo_node *node)
{
	return node->kind == FO_TABLE_HEADER || node->kind == FO_TABLE_FOOTER ||
	       node->kind == FO_TABLE_BODY;
}

static bool
has_automatic(const GArray *columns)
{
	for (guint i = 0; i < columns->len; i++)
		if (g_array_index(columns, struct column, i).width.unit == LENGTH_AUTO)
			return true;
	return false;
}

/* Columns that no table-column describes are automatic. */
static GArray *
columns_of(struct table *table)
{
	const struct fo_node *node = table->fo;
	GArray *columns = columns_written(node);

	for (const struct fo_node *part = node->first; part && columns->len == 0;
	     part = part->next) {
		if (is_part(part)) {
			g_autoptr(Grid) grid = grid_new(part, 0);

			g_array_set_size(columns, grid->n_columns);
		}
	}
	table->decimals = decimals_new(table->formatter, node, columns->len);
	if (!has_automatic(columns))
		return columns;
	for (const struct fo_node *part = node->first; part; part = part->next)
		if (is_part(part))
			part_need(table, part, columns);
	return columns;
}

static void
table_measure(struct table *table, const struct measure *measure)
{
	const struct table_facts facts = {table->fo, false};
	g_autoptr(GArray) columns = NULL;
	g_autofree double *widths = NULL;

	table->formatter->table = &facts;
	columns = columns_of(table);
	table->formatter->table = NULL;
	widths = g_new0(double, columns->len + 1);
	table->start = measure->start;
	table->width = measure->width;
	table->n_columns = columns->len;
	table->edges = g_new0(double, columns->len + 1);
	column_widths((const struct column *)(void *)columns->data, columns->len, table->width,
		      widths);
	for (guint i = 0; i < columns->len; i++)
		table->edges[i + 1] = table->edges[i] + widths[i];
}

/* The slugs from on, as they are repeated on other pages. */
static void
repeat_remember(const struct galley *galley, guint from, struct repeat *repeat)
{
	repeat->areas = area_new(AREA_BLOCK, "table");
	for (guint i = from; i < galley_length(galley); i++) {
		const struct area *area = galley_slug(galley, i);
		struct area *copy;

		if (!area)
			continue;
		copy = area_copy_as_artifact(area);
		area_move(copy, 0, galley_offset(galley, from, i));
		area_add(repeat->areas, copy);
	}
	repeat->height = galley_height(galley, from, galley_length(galley));
}

/* The header as it stands on the pages after the first. */
static void
repeated_lay(struct table *table, const struct galley *galley, const struct fo_node *header,
	     struct repeat *repeat)
{
	const struct table_facts facts = {table->fo, true};
	double width = galley_width(galley);
	g_autoptr(Galley) notes = galley_new(width, galley_is_rtl(galley), NULL);
	g_autoptr(Galley) again = galley_new(width, galley_is_rtl(galley), notes);

	table->formatter->table = &facts;
	table_rows_lay(table, again, header, true);
	repeat_remember(again, 0, repeat);
}

static void
header_lay(struct table *table, struct galley *galley, struct box *box)
{
	const struct fo_node *header = fo_child(table->fo, FO_TABLE_HEADER);
	const struct table_facts facts = {table->fo, false};
	guint from = galley_length(galley);

	if (!header)
		return;
	table->formatter->table = &facts;
	table_rows_lay(table, galley, header, true);
	galley_keep(galley, PENALTY_KEEP);
	if (table_marker_is_in(header))
		repeated_lay(table, galley, header, &box->header);
	else
		repeat_remember(galley, from, &box->header);
	table->formatter->table = NULL;
	box->header_done = true;
}

/*
 * The footer is set first, for the rows above it must know its height, and goes to the galley last.
 */
static void
footer_append(struct galley *galley, struct galley *footer)
{
	for (guint i = 0; i < galley_length(footer); i++) {
		const struct page_item *item = galley_item(footer, i);

		galley_keep(galley, PENALTY_KEEP);
		galley_add(galley, galley_take(footer, i), item->height, item->notes);
	}
}

static void
strangers_report(const struct table *table)
{
	for (const struct fo_node *child = table->fo->first; child; child = child->next)
		if (!is_part(child) && child->kind != FO_TABLE_COLUMN && child->kind != FO_MARKER)
			formatter_complain(table->formatter, child, "in a table");
}

static void
parts_lay(struct table *table, struct galley *galley, struct box *box)
{
	const struct fo_node *footer = fo_child(table->fo, FO_TABLE_FOOTER);
	g_autoptr(Galley) set =
		galley_new(galley_width(galley), galley_is_rtl(galley), galley_notes(galley));

	if (footer) {
		table_rows_lay(table, set, footer, true);
		repeat_remember(set, 0, &box->footer);
	}
	galley_mark_children(galley, table->fo);
	header_lay(table, galley, box);
	for (const struct fo_node *body = table->fo->first; body; body = body->next)
		if (body->kind == FO_TABLE_BODY)
			table_rows_lay(table, galley, body, false);
	/* It ends the table, so nothing is repeated below it. */
	galley_forget_closing(box);
	footer_append(galley, set);
}

void
table_lay(struct formatter *formatter, struct galley *galley, const struct fo_node *node)
{
	struct measure measure = block_measure_in(node, galley_width(galley));
	struct table table = {.formatter = formatter, .fo = node, .rtl = galley_is_rtl(galley)};
	struct box *box;

	measure.width = length_resolve(node->box->width, measure.width, measure.width);
	table_measure(&table, &measure);
	strangers_report(&table);
	box = block_begin(galley, node, &measure);
	parts_lay(&table, galley, box);
	block_end(galley, box);
	decimals_free(table.decimals);
	g_free(table.edges);
}
