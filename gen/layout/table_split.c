/*
 * table_split: a group of rows that is higher than a page, cut into slices.
 *
 * Slice n holds the n-th line (or other slug) of every cell, so nothing is ever cut through, and a
 * page may end after each slice. Cells whose lines are lower than their neighbours' are spread a
 * little; no content is lost.
 */
#include "layout/table_private.h"

struct slicer {
	struct table *table;
	struct galley *galley;
	const struct row_group *group;
	guint *starts; /* slice that row i of the group begins with; one more than there are rows */
};

/* Slugs of the cell; one without any still takes a slice. */
static guint
cell_slices(const struct cell *cell)
{
	return MAX(galley_length(cell->galley), 1);
}

/*
 * The first slice of every row: a cell wants as many before the end of its last row as it has
 * slugs.
 */
static void
starts_find(struct slicer *slicer)
{
	const struct row_group *group = slicer->group;
	guint c = 0;

	for (guint row = group->first; row < group->end; row++) {
		guint *start = &slicer->starts[row - group->first];

		for (; c < group->cells->len; c++) {
			const struct cell *cell = &g_array_index(group->cells, struct cell, c);
			guint *end = start + cell->at->rows;

			if (cell->at->row > row)
				break;
			*end = MAX(*end, *start + cell_slices(cell));
		}
		start[1] = MAX(start[1], start[0] + 1);
	}
}

/* The slug of a cell in a slice: false where the cell is not in it. */
static bool
cell_in_slice(const struct slicer *slicer, const struct cell *cell, guint slice, guint *slug)
{
	guint row = cell->at->row - slicer->group->first;

	if (slice < slicer->starts[row] || slice >= slicer->starts[row + cell->at->rows])
		return false;
	*slug = slice - slicer->starts[row];
	return true;
}

/*
 * Height of a cell's part in a slice, with its padding where it begins or ends, and where in it the
 * slug stands.
 */
static double
part_height(const struct slicer *slicer, const struct cell *cell, guint slug, double *drop)
{
	const struct box_style *style = cell->at->fo->box;
	guint row = cell->at->row - slicer->group->first;
	guint slices = slicer->starts[row + cell->at->rows] - slicer->starts[row];
	double height = 0;

	*drop = slug == 0 ? box_style_inset(style, EDGE_BEFORE) : 0;
	if (slug < galley_length(cell->galley)) {
		const struct page_item *item = galley_item(cell->galley, slug);

		if (slug > 0)
			*drop += item->before;
		height = item->height;
	}
	return *drop + height + (slug + 1 == slices ? box_style_inset(style, EDGE_AFTER) : 0);
}

static struct area *
part_place(const struct slicer *slicer, const struct cell *cell, guint slug, double height)
{
	guint row = cell->at->row - slicer->group->first;
	guint slices = slicer->starts[row + cell->at->rows] - slicer->starts[row];
	struct area *area =
		table_cell_area(slicer->table, slicer->galley, cell, slug == 0, slug + 1 == slices);
	double drop = 0;

	part_height(slicer, cell, slug, &drop);
	area->height = height;
	if (slug < galley_length(cell->galley))
		galley_place(cell->galley, slug, slug + 1,
			     table_cell_left(slicer->table, area, cell), drop, area);
	return area;
}

static void
slice_add(struct slicer *slicer, const GPtrArray *cells, guint slice, guint row)
{
	const struct fo_node *fo = slicer->group->grid->rows->pdata[row];
	const guint *start = &slicer->starts[row - slicer->group->first];
	bool begins = slice == start[0], ends = slice + 1 == start[1];
	struct area *area = table_row_area(slicer->table, slicer->galley, fo, begins, ends);
	double above = begins ? table_row_border(fo, EDGE_BEFORE) : 0;
	guint notes = 0, slug = 0;
	double height = 0, drop = 0;

	for (guint c = 0; c < cells->len; c++)
		if (cell_in_slice(slicer, cells->pdata[c], slice, &slug))
			height = MAX(height, part_height(slicer, cells->pdata[c], slug, &drop));
	for (guint c = 0; c < cells->len; c++) {
		const struct cell *cell = cells->pdata[c];

		if (!cell_in_slice(slicer, cell, slice, &slug))
			continue;
		area_add(area, part_place(slicer, cell, slug, height));
		area_move(area->last, 0, above);
		if (slug < galley_length(cell->galley))
			notes += galley_item(cell->galley, slug)->notes;
	}
	area->height = above + height + (ends ? table_row_border(fo, EDGE_AFTER) : 0);
	galley_add(slicer->galley, area, area->height, notes);
}

/*
 * Drop the cells that end above the row, add those that begin in it; *next is the first of those
 * that come later.
 */
static void
active_advance(GPtrArray *active, const struct row_group *group, guint row, guint *next)
{
	guint kept = 0;

	for (guint i = 0; i < active->len; i++) {
		const struct cell *cell = active->pdata[i];

		if (cell->at->row + cell->at->rows > row)
			active->pdata[kept++] = active->pdata[i];
	}
	g_ptr_array_set_size(active, (gint)kept);
	for (; *next < group->cells->len; (*next)++) {
		struct cell *cell = &g_array_index(group->cells, struct cell, *next);

		if (cell->at->row > row)
			break;
		g_ptr_array_add(active, cell);
	}
}

void
table_group_split(struct table *table, struct galley *galley, const struct row_group *group)
{
	g_autofree guint *starts = g_new0(guint, group->end - group->first + 1);
	g_autoptr(GPtrArray) active = g_ptr_array_new();
	struct slicer slicer = {table, galley, group, starts};
	guint next = 0;

	starts_find(&slicer);
	for (guint row = group->first; row < group->end; row++) {
		const guint *start = &starts[row - group->first];

		active_advance(active, group, row, &next);
		for (guint slice = start[0]; slice < start[1]; slice++)
			slice_add(&slicer, active, slice, row);
	}
}
