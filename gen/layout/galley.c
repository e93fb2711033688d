/* galley: building; see galley.h.  Placing is in galley_place.c. */
#include "layout/galley.h"

#include "layout/galley_private.h"

static void
box_free(void *data)
{
	struct box *box = data;

	area_free(box->beside);
	area_free(box->header.areas);
	area_free(box->footer.areas);
	g_free(box);
}

struct galley *
galley_new(double width, bool rtl, struct galley *notes)
{
	struct galley *galley = g_new0(struct galley, 1);

	galley->width = width;
	galley->rtl = rtl;
	galley->notes = notes;
	return galley;
}

void
galley_free(struct galley *galley)
{
	if (!galley)
		return;
	for (guint i = 0; i < galley->n; i++) {
		area_free(galley->slugs[i].area);
		galley_free(galley->slugs[i].inner);
	}
	g_free(galley->items);
	g_free(galley->slugs);
	g_clear_pointer(&galley->boxes, g_ptr_array_unref);
	g_clear_pointer(&galley->floats, g_array_unref);
	g_clear_pointer(&galley->markers, g_array_unref);
	g_free(galley);
}

double
galley_width(const struct galley *galley)
{
	return galley->width;
}

bool
galley_is_rtl(const struct galley *galley)
{
	return galley->rtl;
}

struct galley *
galley_notes(const struct galley *galley)
{
	return galley->notes;
}

double
galley_x(const struct galley *galley, double start, double width)
{
	return galley->rtl ? galley->width - start - width : start;
}

static void
box_keep(struct galley *galley, struct box *box)
{
	if (!galley->boxes)
		galley->boxes = g_ptr_array_new_with_free_func(box_free);
	g_ptr_array_add(galley->boxes, box);
}

struct box *
galley_open(struct galley *galley, const struct fo_node *fo, double start, double width)
{
	struct box *box = g_new0(struct box, 1);

	box->parent = galley->top;
	box->fo = fo;
	box->start = start;
	box->width = width;
	box->depth = galley->top ? galley->top->depth + 1 : 0;
	box->first = box->last = -1;
	box_keep(galley, box);
	galley->top = box;
	return box;
}

void
galley_close(struct galley *galley, struct box *box)
{
	int keep = box->fo->style->keep_together;

	g_assert(galley->top == box);
	galley->top = box->parent;
	if (box->first < 0)
		return;
	box->last = (gint)galley->n - 1;
	/* Inherited, so that only the outermost box of a keep need raise what is in it. */
	if (keep == KEEP_AUTO || (box->parent && box->parent->fo->style->keep_together >= keep))
		return;
	for (gint i = box->first + 1; i <= box->last; i++) {
		struct page_item *item = &galley->items[i];

		item->penalty = MAX(item->penalty, keep);
	}
}

bool
galley_is_opening(const struct galley *galley)
{
	return galley->top && galley->top->first < 0;
}

void
galley_space(struct galley *galley, const struct space *space)
{
	if (space->optimum > galley->space) {
		galley->space = space->optimum;
		galley->shrink = MAX(space->optimum - space->minimum, 0);
		galley->stretch = MAX(space->maximum - space->optimum, 0);
	}
	galley->lifted = MAX(galley->lifted, space->optimum);
	if (space->retain)
		galley->retained = MAX(galley->retained, space->optimum);
}

void
galley_snap(struct galley *galley, double grid)
{
	if (galley->notes)
		galley->grid = MAX(galley->grid, grid);
}

void
galley_keep(struct galley *galley, int penalty)
{
	galley->penalty = MAX(galley->penalty, penalty);
}

void
galley_break(struct galley *galley, enum page_force force)
{
	galley->force = MAX(galley->force, (int)force);
}

/* Tell the open boxes that they have a slug, and add up what they repeat. */
static void
boxes_begin(struct galley *galley, struct page_item *item)
{
	for (struct box *box = galley->top; box; box = box->parent) {
		if (box->first < 0)
			box->first = (gint)galley->n;
		if (box->header_done)
			item->opening += box->header.height;
		if (!box->footer_done)
			item->closing += box->footer.height;
	}
}

static void
slug_append(struct galley *galley, const struct page_item *item, const struct slug *slug)
{
	if (galley->room == 0) {
		/* Cells, of which there are many, have one. */
		galley->room = 1;
		galley->items = g_new(struct page_item, 1);
		galley->slugs = g_new(struct slug, 1);
	} else if (galley->n == galley->room) {
		galley->room *= 2;
		galley->items = g_renew(struct page_item, galley->items, galley->room);
		galley->slugs = g_renew(struct slug, galley->slugs, galley->room);
	}
	galley->items[galley->n] = *item;
	galley->slugs[galley->n++] = *slug;
}

/* What was noted since the last slug goes to the next item; empty: all but the space. */
static void
item_begin(struct galley *galley, struct page_item *item, bool empty)
{
	if (!empty) {
		item->before = galley->space;
		item->shrink = galley->shrink;
		item->stretch = galley->stretch;
		item->lifted = galley->lifted;
		item->retained = galley->retained;
		item->grid = galley->grid;
		galley->grid = 0;
		galley->space = galley->retained = galley->lifted = 0;
		galley->shrink = galley->stretch = 0;
	}
	if (galley->n == 0) {
		galley->first_penalty = galley->penalty;
		galley->first_force = galley->force;
	} else {
		item->penalty = galley->penalty;
		item->force = galley->force;
	}
	galley->penalty = 0;
	galley->force = FORCE_NONE;
}

/*
 * Lines as high as the grid that their box begins on hold it too, for floats may stand above them
 * at the top of a page.
 */
static double
line_grid(const struct galley *galley, double height)
{
	for (const struct box *box = galley->notes ? galley->top : NULL; box; box = box->parent) {
		const struct box_style *style = box->fo->box;

		if (style && style->grid > 0)
			return height < style->grid || height > style->grid ||
					       box_style_inset(style, EDGE_BEFORE) > 0
				       ? 0
				       : style->grid;
	}
	return 0;
}

void
galley_add(struct galley *galley, struct area *area, double height, guint notes)
{
	struct slug slug = {.area = area, .box = galley->top};
	struct page_item item = {.height = height, .notes = notes};
	bool empty = !area && height <= 0;

	galley_snap(galley, line_grid(galley, height));
	/* An empty block with an id hands its space on to what it stands before. */
	item_begin(galley, &item, empty);
	boxes_begin(galley, &item);
	slug_append(galley, &item, &slug);
}

/* The space below an item is its own when it stands at its place, and after where it floats. */
void
galley_float(struct galley *galley, struct galley *inner)
{
	guint n = inner->n, index;
	struct slug slug = {.inner = inner, .box = galley->top};
	struct page_item item = {.floats = true, .after = inner->space};
	double behind = galley->lifted;

	g_return_if_fail(n > 0);
	item.height = galley_height(inner, 0, n);
	galley->space = MAX(galley->space, galley_item(inner, 0)->before);
	galley->penalty = MAX(galley->penalty, galley_item(inner, 0)->penalty);
	item_begin(galley, &item, false);
	galley->space = inner->space;
	galley->lifted = behind;
	galley->penalty = inner->penalty;
	galley_mark_inner(galley, inner);
	index = galley->n;
	boxes_begin(galley, &item);
	if (!galley->floats)
		galley->floats = g_array_new(FALSE, FALSE, sizeof(guint));
	g_array_append_val(galley->floats, index);
	slug_append(galley, &item, &slug);
}

/* The boxes of inner, now below the box that is open here. */
static void
boxes_append(struct galley *galley, struct galley *inner)
{
	const struct box *top = galley->top;
	gint offset = (gint)galley->n;

	for (guint i = 0; inner->boxes && i < inner->boxes->len; i++) {
		struct box *box = inner->boxes->pdata[i];

		box->depth += top ? top->depth + 1 : 0;
		if (!box->parent)
			box->parent = galley->top;
		if (box->first >= 0) {
			box->first += offset;
			box->last += offset;
		}
		box_keep(galley, box);
	}
	if (inner->boxes)
		g_ptr_array_set_free_func(inner->boxes, NULL);
	g_clear_pointer(&inner->boxes, g_ptr_array_unref);
}

void
galley_append(struct galley *galley, struct galley *inner)
{
	boxes_append(galley, inner);
	galley_mark_inner(galley, inner);
	for (guint i = 0; i < inner->n; i++) {
		struct slug slug = inner->slugs[i];
		struct page_item item = *galley_item(inner, i);

		inner->slugs[i] = (struct slug){0};
		if (i == 0) {
			galley->space = MAX(galley->space, item.before);
			galley->retained = MAX(galley->retained, item.retained);
			galley->grid = MAX(galley->grid, item.grid);
			item_begin(galley, &item, false);
		}
		boxes_begin(galley, &item);
		if (!slug.box)
			slug.box = galley->top;
		slug_append(galley, &item, &slug);
	}
	galley->space = MAX(galley->space, inner->space);
	galley->lifted = MAX(galley->lifted, inner->space);
	galley->penalty = MAX(galley->penalty, inner->penalty);
	galley->force = MAX(galley->force, inner->force);
}

void
galley_mark(struct galley *galley, const struct fo_node *marker)
{
	struct galley_marker mark = {marker, galley->top, galley->n};

	if (!galley->markers)
		galley->markers = g_array_new(FALSE, FALSE, sizeof(struct galley_marker));
	g_array_append_val(galley->markers, mark);
}

void
galley_forget_closing(struct box *box)
{
	box->footer_done = true;
}

struct area *
galley_take(struct galley *galley, guint index)
{
	return g_steal_pointer(&galley->slugs[index].area);
}

void
galley_mark_inner(struct galley *galley, const struct galley *inner)
{
	for (guint i = 0; inner->markers && i < inner->markers->len; i++)
		galley_mark(galley, g_array_index(inner->markers, struct galley_marker, i).fo);
}

void
galley_mark_children(struct galley *galley, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first; child; child = child->next)
		if (child->kind == FO_MARKER)
			galley_mark(galley, child);
}

guint
galley_length(const struct galley *galley)
{
	return galley->n;
}

struct galley_edge
galley_before(const struct galley *galley)
{
	double space = galley->n > 0 ? galley_item(galley, 0)->before : galley->space;

	return (struct galley_edge){space, galley->first_penalty,
				    (enum page_force)galley->first_force};
}

struct galley_edge
galley_after(const struct galley *galley)
{
	return (struct galley_edge){galley->space, galley->penalty, (enum page_force)galley->force};
}

struct page_item *
galley_item(const struct galley *galley, guint index)
{
	return &galley->items[index];
}

struct area *
galley_slug(const struct galley *galley, guint index)
{
	return galley->slugs[index].area;
}

const struct fo_node *
galley_source(const struct galley *galley, guint index)
{
	const struct box *box = galley->slugs[index].box;

	return box ? box->fo : NULL;
}

const GPtrArray *
galley_boxes(const struct galley *galley)
{
	return galley->boxes;
}

const GArray *
galley_markers(const struct galley *galley)
{
	return galley->markers;
}

double
galley_height(const struct galley *galley, guint from, guint end)
{
	double height = 0;

	for (guint i = from; i < end; i++) {
		const struct page_item *item = galley_item(galley, i);

		height += height > 0 ? item->before : item->retained;
		height += page_item_snap(item, height) + item->height;
	}
	return height;
}

double
galley_offset(const struct galley *galley, guint from, guint to)
{
	double offset = 0;

	for (guint i = from; i < to; i++)
		offset += galley_item(galley, i)->height + galley_item(galley, i + 1)->before;
	return offset;
}

double
area_first_baseline(const struct area *area)
{
	double baseline = -1;

	if (area->kind == AREA_LINE)
		return area->baseline;
	for (const struct area *child = area->first; child && baseline < 0; child = child->next)
		baseline = area_first_baseline(child);
	return baseline;
}

double
galley_baseline(const struct galley *galley, guint index)
{
	const struct area *area = galley_slug(galley, index);

	return area ? area_first_baseline(area) : -1;
}
