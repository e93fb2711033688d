/* galley_place: slugs and boxes to areas on a page; see galley.h. */
#include "layout/galley_private.h"

/* Logical edges in the order of area_borders: top, right, bottom, left. */
static void
borders_set(struct area *area, const struct box_style *style, bool rtl, bool begins, bool ends)
{
	const enum edge edges[4] = {EDGE_BEFORE, rtl ? EDGE_START : EDGE_END, EDGE_AFTER,
				    rtl ? EDGE_END : EDGE_START};
	struct area_borders borders;
	double sum = 0;

	for (int i = 0; i < 4; i++) {
		/*
		 * .conditionality is discard: no border where a page tears the box (XSL 1.1
		 * §7.8.14).
		 */
		bool torn = (i == 0 && !begins) || (i == 2 && !ends);

		borders.width[i] = torn ? 0 : style->border[edges[i]].width;
		borders.colour[i] = style->border[edges[i]].colour;
		sum += borders.width[i];
	}
	if (sum > 0)
		area->borders = g_memdup2(&borders, sizeof borders);
}

struct area *
box_area(const struct fo_node *fo, bool rtl, bool begins, bool ends)
{
	struct area *area = area_new(AREA_BLOCK, fo_kind_name(fo->kind));

	area->background = fo->box->background;
	area->id = begins ? fo->id : NULL;
	borders_set(area, fo->box, rtl, begins, ends);
	return area;
}

struct open_box {
	struct box *box;
	struct area *area;
};

struct placing {
	struct galley *galley;
	guint from, end;
	double left, top, y;
	double adjust; /* of the spaces, as in struct page_cut */
	double grown;  /* by how much they have grown so far: the grid is that of spaces as they are
			*/
	bool gone;     /* the slug just before has floated away */
	struct area *out;
	GArray *open; /* struct open_box, outermost first; NULL as long as there was none */
};

/* What the next area goes into. */
static struct area *
innermost(const struct placing *placing)
{
	const GArray *open = placing->open;

	if (!open || open->len == 0)
		return placing->out;
	return g_array_index(open, struct open_box, open->len - 1).area;
}

static void
area_put(struct placing *placing, struct area *area)
{
	area_add(innermost(placing), area);
}

static void
repeat_put(struct placing *placing, const struct repeat *repeat)
{
	struct area *copy = repeat->areas ? area_copy_as_artifact(repeat->areas) : NULL;

	if (copy) {
		area_move(copy, placing->left, placing->y);
		area_adopt(innermost(placing), copy);
		area_free(copy);
	}
	placing->y += repeat->height;
}

static void
box_begin(struct placing *placing, struct box *box, guint slug)
{
	bool begins = box->first == (gint)slug, ends = box->last < (gint)placing->end;
	struct open_box open = {box, box_area(box->fo, placing->galley->rtl, begins, ends)};

	open.area->x = placing->left + galley_x(placing->galley, box->start, box->width);
	open.area->y = placing->y;
	open.area->width = box->width;
	area_put(placing, open.area);
	if (!placing->open)
		placing->open = g_array_new(FALSE, FALSE, sizeof(struct open_box));
	g_array_append_val(placing->open, open);
	if (!begins && box->header_done)
		repeat_put(placing, &box->header);
	if (begins && box->beside) {
		area_move(box->beside, placing->left, placing->y);
		area_adopt(open.area, box->beside);
	}
}

static void
boxes_open(struct placing *placing, struct box *box, guint slug)
{
	const GArray *open = placing->open;

	if (!box || (open && open->len > 0 &&
		     g_array_index(open, struct open_box, open->len - 1).box == box))
		return;
	boxes_open(placing, box->parent, slug);
	box_begin(placing, box, slug);
}

static bool
is_within(const struct box *box, const struct box *outer)
{
	while (box && box->depth > outer->depth)
		box = box->parent;
	return box == outer;
}

/* Close the open boxes that box (may be NULL) is not in. */
static void
boxes_close(struct placing *placing, const struct box *box)
{
	GArray *open = placing->open;

	while (open && open->len > 0) {
		const struct open_box *last = &g_array_index(open, struct open_box, open->len - 1);

		if (is_within(box, last->box))
			return;
		if (last->box->last >= (gint)placing->end)
			repeat_put(placing, &last->box->footer);
		last->area->height = placing->y - last->area->y;
		g_array_set_size(open, open->len - 1);
	}
}

/* Without what the spaces grow by. */
static double
space_before(const struct placing *placing, const struct page_item *item, bool leading)
{
	double before = placing->gone ? item->lifted : item->before;

	if (leading)
		before = item->retained;
	return before + page_item_snap(item, placing->y - placing->grown - placing->top + before);
}

static void
inner_put(struct placing *placing, struct galley *inner)
{
	galley_place(inner, 0, inner->n, placing->left, placing->y, innermost(placing));
}

static void
slug_put(struct placing *placing, guint i, bool leading)
{
	struct slug *slug = &placing->galley->slugs[i];
	const struct page_item *item = galley_item(placing->galley, i);

	if (slug->lifted) {
		placing->gone = true;
		return;
	}
	boxes_close(placing, slug->box);
	placing->y += space_before(placing, item, leading);
	if (!leading) {
		double grown =
			placing->adjust * (placing->adjust < 0 ? item->shrink : item->stretch);

		placing->grown += grown;
		placing->y += grown;
	}
	placing->gone = false;
	boxes_open(placing, slug->box, i);
	if (slug->inner)
		inner_put(placing, slug->inner);
	if (slug->area) {
		area_move(slug->area, placing->left, placing->y);
		area_put(placing, slug->area);
		slug->area = NULL;
	}
	placing->y += item->height;
}

static double
slugs_place(struct galley *galley, const struct page_cut *cut, double left, double page_top,
	    double top, struct area *out)
{
	struct placing placing = {
		.galley = galley,
		.from = cut->first,
		.end = cut->end,
		.left = left,
		.top = page_top,
		.y = top,
		.adjust = cut->adjust,
		.out = out,
	};

	for (guint i = cut->first; i < cut->end; i++)
		slug_put(&placing, i, !(placing.y > top));
	boxes_close(&placing, NULL);
	g_clear_pointer(&placing.open, g_array_unref);
	return placing.y;
}

double
galley_place(struct galley *galley, guint from, guint end, double left, double top,
	     struct area *out)
{
	const struct page_cut all = {.first = from, .end = end};

	return slugs_place(galley, &all, left, top, top, out);
}

double
galley_place_cut(struct galley *galley, const struct page_cut *cut, double left, double top,
		 struct area *out)
{
	double page_top = top;

	for (guint i = cut->first_float; i < cut->end_top; i++) {
		guint index = g_array_index(galley->floats, guint, i);
		struct slug *slug = &galley->slugs[index];
		const struct page_item *item = galley_item(galley, index);

		galley_place(slug->inner, 0, slug->inner->n, left, top, out);
		top += item->height + item->after;
	}
	for (guint i = cut->end_float; galley->floats && i < galley->floats->len; i++) {
		guint index = g_array_index(galley->floats, guint, i);

		if (index >= cut->end)
			break;
		galley->slugs[index].lifted = true;
	}
	return slugs_place(galley, cut, left, page_top, top, out);
}
