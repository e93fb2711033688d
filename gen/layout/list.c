/*
 * list: list blocks; a label hangs beside the first lines of its body, on the same baseline (XSL
 * 1.1 §6.8).
 */
#include "layout/block.h"

/* The label, set, before it is known where its body's first baseline is. */
struct label {
	struct area *areas; /* around them */
	double height, baseline;
	guint notes;
};

static struct label
label_set(struct formatter *formatter, struct galley *beside, const struct fo_node *node)
{
	g_autoptr(Galley) galley =
		galley_new(galley_width(beside), galley_is_rtl(beside), galley_notes(beside));
	struct label label = {area_new(AREA_BLOCK, "list-item-label"), 0, -1, 0};

	block_content(formatter, galley, node);
	galley_mark_inner(beside, galley);
	for (guint i = 0; i < galley_length(galley); i++)
		label.notes += galley_item(galley, i)->notes;
	label.height = galley_place(galley, 0, galley_length(galley), 0, 0, label.areas);
	label.baseline = area_first_baseline(label.areas);
	return label;
}

/*
 * How far below the top of slug first the label begins.  A label that would rise above it pushes
 * the slug down instead.
 */
static double
label_drop(struct galley *galley, guint first, const struct label *label)
{
	double drop;
	guint i = first;

	/* Padding above the first line counts, as does a block that begins with another list. */
	while (i < galley_length(galley) && galley_baseline(galley, i) < 0)
		i++;
	if (i == galley_length(galley) || label->baseline < 0)
		return 0;
	drop = galley_offset(galley, first, i) + galley_baseline(galley, i) - label->baseline;
	if (drop >= 0)
		return drop;
	area_move(galley_slug(galley, i), 0, -drop);
	galley_item(galley, i)->height -= drop;
	return 0;
}

/*
 * Keep the slugs together that the label stands beside, and make room below the last of them where
 * it is longer.
 */
static void
label_hold(struct galley *galley, guint first, double height)
{
	double beside = 0;
	guint length = galley_length(galley);

	for (guint i = first; i < length && beside < height - 0.01; i++) {
		struct page_item *item = galley_item(galley, i);

		if (i > first) {
			item->penalty = MAX(item->penalty, PENALTY_KEEP);
			beside += item->before;
		}
		beside += item->height;
	}
	if (beside < height)
		galley_item(galley, length - 1)->height += height - beside;
}

static void
label_attach(struct galley *galley, struct box *box, guint first, struct label *label)
{
	double drop, above;

	if (galley_length(galley) == first)
		galley_add(galley, area_new(AREA_BLOCK, "list-item-body"), 0, 0);
	drop = label_drop(galley, first, label);
	/* The box may begin with padding. */
	above = galley_offset(galley, (guint)box->first, first);
	area_move(label->areas, 0, above + drop);
	box->beside = label->areas;
	galley_item(galley, first)->notes += label->notes;
	label_hold(galley, first, drop + label->height);
}

static void
item_lay(struct formatter *formatter, struct galley *galley, const struct fo_node *node)
{
	struct measure measure = block_measure_in(node, galley_width(galley));
	const struct fo_node *label = fo_child(node, FO_LIST_ITEM_LABEL);
	const struct fo_node *body = fo_child(node, FO_LIST_ITEM_BODY);
	struct box *box = block_begin(galley, node, &measure);
	struct label set;
	guint first;

	galley_mark_children(galley, node);
	if (!label || !body) {
		formatter_complain(formatter, node, "label or body missing");
		block_end(galley, box);
		return;
	}
	set = label_set(formatter, galley, label);
	first = galley_length(galley);
	block_content(formatter, galley, body);
	label_attach(galley, box, first, &set);
	block_end(galley, box);
}

void
list_lay(struct formatter *formatter, struct galley *galley, const struct fo_node *node)
{
	struct measure measure = block_measure_in(node, galley_width(galley));
	struct box *box = block_begin(galley, node, &measure);

	galley_mark_children(galley, node);
	for (const struct fo_node *item = node->first; item; item = item->next) {
		if (item->kind == FO_LIST_ITEM)
			item_lay(formatter, galley, item);
		else if (item->kind != FO_MARKER)
			formatter_complain(formatter, item, "in a list");
	}
	block_end(galley, box);
}
