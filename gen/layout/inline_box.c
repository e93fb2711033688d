/* inline_box: see inline_box.h. */
#include "layout/inline_box.h"

#include "layout/galley.h"

/* What a box reaches over on one line: points from the line's left edge. */
struct extent {
	const struct fo_node *node;
	double left, right;
	bool begins, ends;
};

static bool
has_box(const struct fo_node *node)
{
	const struct box_style *style = node->box;

	if (node->kind != FO_INLINE && node->kind != FO_BASIC_LINK)
		return false;
	for (int edge = 0; edge < 4; edge++)
		if (style->border[edge].drawn && style->border[edge].width > 0)
			return true;
	return style->background != AREA_NO_COLOUR;
}

static struct extent *
extent_of(GArray *extents, const struct fo_node *node, double left)
{
	struct extent extent = {.node = node, .left = left, .right = left};

	for (guint i = 0; i < extents->len; i++) {
		struct extent *found = &g_array_index(extents, struct extent, i);

		if (found->node == node)
			return found;
	}
	g_array_append_val(extents, extent);
	return &g_array_index(extents, struct extent, extents->len - 1);
}

/* The boxes around node, and its own, reach over the fragment; *extents is made when one does. */
static void
extents_widen(GArray **extents, const struct fo_node *node, const struct fragment *fragment)
{
	struct extent *extent;

	if (!node || !fo_is_inline(node))
		return;
	extents_widen(extents, node->parent, fragment);
	if (!has_box(node))
		return;
	if (!*extents)
		*extents = g_array_new(FALSE, FALSE, sizeof(struct extent));
	extent = extent_of(*extents, node, fragment->x);
	extent->left = MIN(extent->left, fragment->x);
	extent->right = MAX(extent->right, fragment->x + fragment->width);
	if (fragment->span->owner == node) {
		extent->begins |= fragment->span->kind == SPAN_OPENING;
		extent->ends |= fragment->span->kind == SPAN_CLOSING;
	}
}

static struct area *
extent_area(struct formatter *formatter, const struct extent *extent, double baseline)
{
	const struct fo_node *node = extent->node;
	const struct strut *strut = formatter_strut(formatter, node->style);
	double above = box_style_inset(node->box, EDGE_BEFORE);
	struct area *area = box_area(node, node->style->rtl, true, true);
	int start = node->style->rtl ? 1 : 3;

	/* Its destination is an anchor's. */
	area->id = NULL;
	area->x = extent->left;
	area->width = extent->right - extent->left;
	area->y = baseline - node->style->rise - strut->ascent - above;
	area->height =
		above + strut->ascent + strut->descent + box_style_inset(node->box, EDGE_AFTER);
	if (area->borders && !extent->begins)
		area->borders->width[start] = 0;
	if (area->borders && !extent->ends)
		area->borders->width[4 - start] = 0;
	return area;
}

void
inline_boxes_add(struct formatter *formatter, const struct fo_node *text, const struct line *line,
		 struct area *area)
{
	g_autoptr(GArray) extents = NULL;

	for (guint i = 0; i < line->fragments->len; i++) {
		const struct fragment *fragment =
			&g_array_index(line->fragments, struct fragment, i);
		const struct fo_node *owner = text ? text : fragment->span->owner;

		if (fragment->span->kind == SPAN_OPENING || fragment->span->kind == SPAN_CLOSING ||
		    fragment->width > 0)
			extents_widen(&extents, owner, fragment);
	}
	for (guint i = 0; extents && i < extents->len; i++)
		area_add(area, extent_area(formatter, &g_array_index(extents, struct extent, i),
					   area->baseline));
}
