/* table_row: rows of a table to slugs; see table.h. */
#include "layout/table_private.h"

#include "layout/block.h"

static double
cell_span(const struct table *table, const struct grid_cell *cell)
{
	return table->edges[cell->column + cell->columns] - table->edges[cell->column];
}

struct area *
table_row_area(const struct table *table, const struct galley *galley, const struct fo_node *row,
	       bool begins, bool ends)
{
	struct area *area = box_area(row, table->rtl, begins, ends);

	if (!row->style->collapse)
		g_clear_pointer(&area->borders, g_free);

	area->width = table->width;
	area->x = galley_x(galley, table->start, table->width);
	return area;
}

double
table_row_border(const struct fo_node *row, enum edge edge)
{
	return row->style->collapse ? box_style_inset(row->box, edge) : 0;
}

struct area *
table_cell_area(const struct table *table, const struct galley *galley, const struct cell *cell,
		bool begins, bool ends)
{
	struct area *area = box_area(cell->at->fo, table->rtl, begins, ends);

	area->width = cell_span(table, cell->at);
	area->x = galley_x(galley, table->start + table->edges[cell->at->column], area->width);
	return area;
}

double
table_cell_left(const struct table *table, const struct area *area, const struct cell *cell)
{
	return area->x + (table->rtl ? cell->pad : 0) +
	       box_style_inset(cell->at->fo->box, table->rtl ? EDGE_END : EDGE_START);
}

static bool
is_bare(const struct fo_node *block)
{
	const struct box_style *style = block->box;
	double inset = 0;

	for (int edge = EDGE_BEFORE; edge <= EDGE_END; edge++)
		inset += box_style_inset(style, (enum edge)edge);
	return block->kind == FO_BLOCK && !block->id && style->background == AREA_NO_COLOUR &&
	       !(inset + style->space_before.optimum + style->space_after.optimum > 0);
}

/*
 * What the cell's areas are made of: the cell, or the one block in it, which needs no area of its
 * own where it shows nothing.  Of many cells that is a quarter of all areas.
 */
static const struct fo_node *
content_of(const struct fo_node *cell)
{
	const struct fo_node *found = NULL;

	for (const struct fo_node *child = cell->first; child; child = child->next) {
		if (fo_is_blank(child))
			continue;
		if (found || !is_bare(child))
			return cell;
		found = child;
	}
	return found ? found : cell;
}

static struct cell
cell_lay(struct table *table, const struct galley *galley, const struct grid_cell *at)
{
	const struct box_style *style = at->fo->box;
	double width = cell_span(table, at) - box_style_inset(style, EDGE_START) -
		       box_style_inset(style, EDGE_END);
	struct galley *notes = galley_notes(galley);
	guint before = notes ? galley_length(notes) : 0;
	const struct fo_node *content = content_of(at->fo);
	struct cell cell = {.at = at};

	cell.pad = MIN(decimals_pad(table->decimals, at), width / 2);
	cell.galley = galley_new(MAX(width - cell.pad, 1), table->rtl, notes);
	if (content != at->fo)
		galley_mark_children(cell.galley, at->fo);
	block_content(table->formatter, cell.galley, content);
	cell.height = galley_height(cell.galley, 0, galley_length(cell.galley)) +
		      box_style_inset(style, EDGE_BEFORE) + box_style_inset(style, EDGE_AFTER);
	cell.height = MAX(cell.height, length_resolve(style->height, 0, 0));
	cell.notes = notes ? galley_length(notes) - before : 0;
	return cell;
}

static void
cell_clear(void *data)
{
	galley_free(((struct cell *)data)->galley);
}

static double
rows_height(const struct row_group *group, guint first, guint end)
{
	double height = 0;

	for (guint row = first; row < end; row++)
		height += group->heights[row - group->first];
	return height;
}

/* Of the first of the rows above and of the last below: what a cell over all of them leaves. */
static double
row_borders(const struct row_group *group, guint first, guint end)
{
	return table_row_border(group->grid->rows->pdata[first], EDGE_BEFORE) +
	       table_row_border(group->grid->rows->pdata[end - 1], EDGE_AFTER);
}

/* Cells of one row first; what a spanning cell wants beyond its rows goes to the last of them. */
static void
heights_find(struct row_group *group)
{
	for (guint row = group->first; row < group->end; row++) {
		const struct fo_node *fo = group->grid->rows->pdata[row];

		group->heights[row - group->first] = MAX(length_resolve(fo->box->height, 0, 0),
							 row_borders(group, row, row + 1));
	}
	for (int spanning = 0; spanning < 2; spanning++) {
		for (guint i = 0; i < group->cells->len; i++) {
			const struct cell *cell = &g_array_index(group->cells, struct cell, i);
			guint first = cell->at->row, end = first + cell->at->rows;
			double missing = cell->height + row_borders(group, first, end) -
					 rows_height(group, first, end);

			if ((cell->at->rows > 1) == spanning && missing > 0)
				group->heights[end - 1 - group->first] += missing;
		}
	}
}

/* Where the content begins below the cell's top, as display-align says. */
static double
content_drop(const struct cell *cell, double height)
{
	double slack = height - cell->height;

	switch (cell->at->fo->style->display_align) {
	case DISPLAY_CENTER:
		slack /= 2;
		break;
	case DISPLAY_AFTER:
		break;
	default:
		slack = 0;
	}
	return slack + box_style_inset(cell->at->fo->box, EDGE_BEFORE);
}

/* Give a cell of spanning rows the rules of its first and last row, which would else cut through.
 */
static void
rules_set(struct area *area, const struct fo_node *first, const struct fo_node *last)
{
	double above = table_row_border(first, EDGE_BEFORE);
	double below = table_row_border(last, EDGE_AFTER);

	if (!(above + below > 0))
		return;
	if (!area->borders)
		area->borders = g_new0(struct area_borders, 1);
	if (above > area->borders->width[0]) {
		area->borders->width[0] = above;
		area->borders->colour[0] = first->box->border[EDGE_BEFORE].colour;
	}
	if (below > area->borders->width[2]) {
		area->borders->width[2] = below;
		area->borders->colour[2] = last->box->border[EDGE_AFTER].colour;
	}
}

/* In the group, whose row that the cell begins in is at y. */
static struct area *
cell_place(const struct table *table, const struct galley *galley, const struct row_group *group,
	   const struct cell *cell, double y)
{
	struct area *area = table_cell_area(table, galley, cell, true, true);
	guint first = cell->at->row, end = first + cell->at->rows;
	const GPtrArray *rows = group->grid->rows;
	double above = table_row_border(rows->pdata[first], EDGE_BEFORE);
	double height = rows_height(group, first, end) - row_borders(group, first, end);
	bool joined = group->end - group->first > 1;

	area->y = joined ? y : y + above;
	area->height = joined ? rows_height(group, first, end) : height;
	if (joined)
		rules_set(area, rows->pdata[first], rows->pdata[end - 1]);
	galley_place(cell->galley, 0, galley_length(cell->galley),
		     table_cell_left(table, area, cell), y + above + content_drop(cell, height),
		     area);
	return area;
}

/* The group as one slug: an area of each row with the cells that begin in it. */
static struct area *
group_place(const struct table *table, const struct galley *galley, const struct row_group *group)
{
	struct area *all = area_new(AREA_BLOCK, "table-row"), *row = NULL;
	guint number = group->first;
	double y = 0;

	all->x = galley_x(galley, table->start, table->width);
	all->width = table->width;
	all->height = rows_height(group, group->first, group->end);
	for (guint i = 0; i <= group->cells->len; i++) {
		const struct cell *cell =
			i < group->cells->len ? &g_array_index(group->cells, struct cell, i) : NULL;

		for (; number < group->end && (!cell || number <= cell->at->row); number++) {
			y += row ? row->height : 0;
			row = table_row_area(table, galley, group->grid->rows->pdata[number], true,
					     true);
			row->y = y;
			row->height = group->heights[number - group->first];
			if (group->end - group->first > 1)
				g_clear_pointer(&row->borders, g_free);
			area_add(all, row);
		}
		if (cell)
			area_add(row, cell_place(table, galley, group, cell, y));
	}
	return all;
}

/* A lone row needs no area around its area. */
static struct area *
single_unwrap(struct area *all)
{
	struct area *row;

	if (!all->first || all->first->next)
		return all;
	row = all->first;
	all->first = all->last = NULL;
	area_free(all);
	return row;
}

/* Neither the first row of a body nor its last stands alone on a page if that can be helped. */
static int
row_penalty(const struct row_group *group, const struct fo_node *row)
{
	guint last = group->grid->rows->len;

	if (row->parent->kind != FO_TABLE_BODY || group->first == 0)
		return 0;
	return group->first == 1 || group->end == last ? PENALTY_ROW : 0;
}

static void
group_lay(struct table *table, struct galley *galley, struct row_group *group)
{
	const struct fo_node *first = group->grid->rows->pdata[group->first];
	const struct fo_node *last = group->grid->rows->pdata[group->end - 1];
	guint notes = 0;

	for (guint i = 0; i < group->cells->len; i++) {
		const struct cell *cell = &g_array_index(group->cells, struct cell, i);

		notes += cell->notes;
		galley_mark_inner(galley, cell->galley);
	}
	heights_find(group);
	galley_break(galley, (enum page_force)first->box->break_before);
	galley_keep(galley, MAX(first->box->keep_with_previous, row_penalty(group, first)));
	if (rows_height(group, group->first, group->end) > table->formatter->page_room)
		table_group_split(table, galley, group);
	else
		galley_add(galley, single_unwrap(group_place(table, galley, group)),
			   rows_height(group, group->first, group->end), notes);
	galley_keep(galley, last->box->keep_with_next);
	galley_break(galley, (enum page_force)last->box->break_after);
}

static void
group_make(struct table *table, struct galley *galley, struct row_group *group, guint first_cell,
	   guint end_cell)
{
	g_autoptr(GArray) cells =
		g_array_sized_new(FALSE, FALSE, sizeof(struct cell), end_cell - first_cell);
	g_autofree double *heights = g_new0(double, group->end - group->first);

	g_array_set_clear_func(cells, cell_clear);
	group->cells = cells;
	group->heights = heights;
	for (guint i = first_cell; i < end_cell; i++) {
		struct cell cell = cell_lay(
			table, galley, &g_array_index(group->grid->cells, struct grid_cell, i));

		g_array_append_val(cells, cell);
	}
	group_lay(table, galley, group);
}

void
table_rows_lay(struct table *table, struct galley *galley, const struct fo_node *part,
	       bool keep_each)
{
	g_autoptr(Grid) grid = grid_new(part, table->n_columns);
	guint cell = 0;

	for (guint i = 0; i < grid->strangers->len; i++)
		formatter_complain(table->formatter, grid->strangers->pdata[i],
				   "no place in the table");
	for (guint row = 0; row < grid->rows->len;) {
		guint first_cell = cell;
		struct row_group group = {.grid = grid, .first = row};

		group.end = grid_group_end(grid, row, &cell);
		if (keep_each && row > 0)
			galley_keep(galley, PENALTY_KEEP);
		group_make(table, galley, &group, first_cell, cell);
		row = group.end;
	}
}
