/*
 * finish_order: the structure tree as the tag tree has it, where drawing could not follow it.
 *
 * cairo writes an element where it is drawn and begins it anew where a later page goes on with it:
 * a footnote that runs over while its paragraph went on, a figure that floats to a later page
 * (docs/decisions/0003-logical-order.md).  Here the parts of one element become one, and children
 * stand in the order of their tags.  A document that was drawn in order is not touched.
 */
#include <string.h>

#include "pdf/body.h"
#include "pdf/finish_private.h"
#include "pdf/kids.h"
#include "pdf/structure.h"

struct order {
	struct finish *finish;
	guint next;
	GHashTable *lists;	/* object -> GArray of struct kid */
	GHashTable *places;	/* object -> 1 + place in the tag tree */
	GHashTable *changed;	/* objects whose lists are to be written; a set */
};

/* Links keep their parts: each has the rectangles of one page. */
static bool
is_repeated(const struct element *element)
{
	return element->again && strcmp(element->type, "Link") != 0;
}

static bool
is_in_order(const struct element_list *elements)
{
	int last = -1;

	for (guint i = 0; i < element_list_length(elements); i++) {
		const struct element *element = element_list_at(elements, i);

		if (!element->tag)
			continue;
		if (is_repeated(element) || element->tag->order < last)
			return false;
		last = element->tag->order;
	}
	return true;
}

static GArray *
kids_of(struct order *order, guint object)
{
	GArray *kids = g_hash_table_lookup(order->lists, GUINT_TO_POINTER(object));

	if (!kids) {
		kids = kids_read(order->finish->body, object);
		g_hash_table_insert(order->lists, GUINT_TO_POINTER(object), kids);
	}
	return kids;
}

static int
place_of(const struct order *order, guint object)
{
	return GPOINTER_TO_INT(g_hash_table_lookup(order->places, GUINT_TO_POINTER(object)));
}

static void
write_later(struct order *order, guint object)
{
	g_hash_table_add(order->changed, GUINT_TO_POINTER(object));
}

/* Give the children of again to the first object of the same tag. */
static void
merge(struct order *order, guint again, guint first)
{
	struct body *body = order->finish->body;
	g_autofree char *parent = g_strdup_printf("%u 0 R", first);
	const GArray *from = kids_of(order, again);
	GArray *to = kids_of(order, first);

	for (guint i = 0; i < from->len; i++) {
		const struct kid *kid = &g_array_index(from, struct kid, i);

		if (kid->object)
			body_set_key(body, kid->object, "/P", parent);
	}
	g_array_append_vals(to, from->data, from->len);
	write_later(order, first);
}

static bool visit(struct order *order, guint object, int place);

/* Visit the children of object, and take out those that are merged into an earlier one. */
static void
visit_kids(struct order *order, guint object, int place)
{
	GArray *kids = kids_of(order, object);
	int last = 0;

	for (guint i = 0; i < kids->len; i++) {
		guint kid = g_array_index(kids, struct kid, i).object;
		int here;

		if (!kid)
			continue;
		if (visit(order, kid, place)) {
			g_array_remove_index(kids, i--);
			write_later(order, object);
			continue;
		}
		here = place_of(order, kid);
		if (here < last)
			write_later(order, object);
		last = MAX(last, here);
	}
}

/* place: that of the parent, which a Span without a tag takes.  True where it was merged away. */
static bool
visit(struct order *order, guint object, int place)
{
	struct element_list *elements = order->finish->elements;
	const struct element *element = element_list_at(elements, order->next++);
	guint first;

	if (element->tag)
		place = element->tag->order + 1;
	g_hash_table_insert(order->places, GUINT_TO_POINTER(object), GINT_TO_POINTER(place));
	visit_kids(order, object, place);
	if (!element->tag || !is_repeated(element))
		return false;
	first = element_list_find(elements, element->tag)->object;
	merge(order, object, first);
	return true;
}

/* 0 for content. */
static int
kid_place(const struct order *order, const GArray *kids, guint index)
{
	return place_of(order, g_array_index(kids, struct kid, index).object);
}

/* Sort children as their tags stand, stably; content of the parent's own stays where it is. */
static void
kids_sort(const struct order *order, GArray *kids)
{
	for (guint i = 1; i < kids->len; i++) {
		struct kid kid = g_array_index(kids, struct kid, i);
		int place = kid_place(order, kids, i);
		guint to = i;

		if (!kid.object)
			continue;
		while (to > 0 && kid_place(order, kids, to - 1) > place)
			to--;
		if (to == i)
			continue;
		g_array_remove_index(kids, i);
		g_array_insert_val(kids, to, kid);
	}
}

/* In the order of the elements, not that of the table. */
static void
write_changed(struct order *order)
{
	struct finish *finish = order->finish;
	guint n = body_length(finish->body);

	for (guint i = 1; i < n; i++) {
		GArray *kids;

		if (!g_hash_table_contains(order->changed, GUINT_TO_POINTER(i)))
			continue;
		kids = kids_of(order, i);
		kids_sort(order, kids);
		kids_write(finish->body, i, kids);
	}
	for (guint i = 0; i < element_list_length(finish->elements); i++) {
		const struct element *element = element_list_at(finish->elements, i);

		if (is_repeated(element))
			body_drop(finish->body, element->object);
	}
}

void
finish_order(struct finish *finish)
{
	g_autoptr(GHashTable) lists =
		g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
	g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) changed = g_hash_table_new(NULL, NULL);
	struct order order = {finish, 0, lists, places, changed};
	struct body *body = finish->body;

	if (is_in_order(finish->elements))
		return;
	visit_kids(&order, body_reference(body, body_root(body), "/StructTreeRoot"), 0);
	write_changed(&order);
}
