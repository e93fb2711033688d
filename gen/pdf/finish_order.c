/*
 * finish_order: the structure tree as the tag tree has it, where drawing could not follow it.
 *
 * cairo writes an element where it is drawn and begins it anew where a later page goes on with it:
 * a footnote that runs over while its paragraph went on, a figure that floats to a later page
 * (docs/decisions/0003-logical-order.md).  Here the parts of one element become one, and children
 * stand in the order of their tags.  A document that was drawn in order is not touched.
 */
#include "pdf/qpdf.h"

#include <string.h>
#include "pdf/structure.h"

struct order {
	qpdf_data q;
	const struct element_list *elements;
	guint next;
	GHashTable *firsts; /* tag begun several times: its first object's id */
	GHashTable *orders; /* object's id: 1 + place in the tag tree */
	GHashTable *moved;  /* ids of objects whose children are not in order; a set */
	GArray *sort;	    /* int: the same ids, in the order found */
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

static int
id_of(const struct order *order, qpdf_oh object)
{
	return qpdf_oh_get_object_id(order->q, object);
}

/* The children of an element as an array; what is there alone is made one. */
static qpdf_oh
kids_of(const struct order *order, qpdf_oh object)
{
	qpdf_oh kids = qpdf_oh_get_key(order->q, object, "/K"), array;

	if (qpdf_oh_is_array(order->q, kids))
		return kids;
	array = qpdf_oh_new_array(order->q);
	if (!qpdf_oh_is_null(order->q, kids))
		qpdf_oh_append_item(order->q, array, kids);
	qpdf_oh_release(order->q, kids);
	qpdf_oh_replace_key(order->q, object, "/K", array);
	return array;
}

static void
sort_later(struct order *order, int id)
{
	if (g_hash_table_add(order->moved, GINT_TO_POINTER(id)))
		g_array_append_val(order->sort, id);
}

/* Give the children of again to the first object of the same tag. */
static void
merge(struct order *order, qpdf_oh again, int first_id)
{
	qpdf_oh first = qpdf_get_object_by_id(order->q, first_id, 0);
	qpdf_oh from = kids_of(order, again), to = kids_of(order, first);
	int n = qpdf_oh_get_array_n_items(order->q, from);

	for (int i = 0; i < n; i++) {
		qpdf_oh kid = qpdf_oh_get_array_item(order->q, from, i);

		if (qpdf_oh_is_dictionary(order->q, kid) && qpdf_oh_has_key(order->q, kid, "/S"))
			qpdf_oh_replace_key(order->q, kid, "/P", first);
		qpdf_oh_append_item(order->q, to, kid);
		qpdf_oh_release(order->q, kid);
	}
	sort_later(order, first_id);
	qpdf_oh_release(order->q, from);
	qpdf_oh_release(order->q, to);
	qpdf_oh_release(order->q, first);
}

static void visit(struct order *order, qpdf_oh object, int place, bool *repeated);

/* Visit the children of object, and take out those that are merged into an earlier one. */
static void
visit_kids(struct order *order, qpdf_oh object, int place)
{
	qpdf_oh kids = kids_of(order, object);
	int last = 0;

	for (int i = 0; i < qpdf_oh_get_array_n_items(order->q, kids); i++) {
		qpdf_oh kid = qpdf_oh_get_array_item(order->q, kids, i);
		bool repeated = false;
		int here;

		if (!qpdf_oh_is_dictionary(order->q, kid) ||
		    !qpdf_oh_has_key(order->q, kid, "/S")) {
			qpdf_oh_release(order->q, kid);
			continue;
		}
		visit(order, kid, place, &repeated);
		here = GPOINTER_TO_INT(g_hash_table_lookup(
			order->orders, GINT_TO_POINTER(id_of(order, kid))));
		if (repeated)
			qpdf_oh_erase_item(order->q, kids, i--);
		else if (here < last)
			sort_later(order, id_of(order, object));
		last = MAX(last, here);
		qpdf_oh_release(order->q, kid);
	}
	qpdf_oh_release(order->q, kids);
}

/* place: that of the parent, which a Span without a tag takes.  *repeated: was it merged away? */
static void
visit(struct order *order, qpdf_oh object, int place, bool *repeated)
{
	const struct element *element = element_list_at(order->elements, order->next++);
	int id = id_of(order, object), first;

	if (element->tag)
		place = element->tag->order + 1;
	g_hash_table_insert(order->orders, GINT_TO_POINTER(id), GINT_TO_POINTER(place));
	visit_kids(order, object, place);
	if (!element->tag)
		return;
	first = GPOINTER_TO_INT(g_hash_table_lookup(order->firsts, element->tag));
	*repeated = is_repeated(element) && first;
	if (*repeated)
		merge(order, object, first);
	else if (!first)
		g_hash_table_insert(order->firsts, (void *)element->tag, GINT_TO_POINTER(id));
}

struct placed {
	int place, index;
	qpdf_oh kid;
};

static int
placed_compare(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	return x->place != y->place ? x->place - y->place : x->index - y->index;
}

/* Sort the children of an object as their tags stand; content of its own stays where it is. */
static void
kids_sort(struct order *order, int id)
{
	qpdf_oh object = qpdf_get_object_by_id(order->q, id, 0), kids = kids_of(order, object);
	int n = qpdf_oh_get_array_n_items(order->q, kids), place = 0;
	g_autofree struct placed *placed = g_new0(struct placed, (gsize)n + 1);

	for (int i = 0; i < n; i++) {
		qpdf_oh kid = qpdf_oh_get_array_item(order->q, kids, i);
		int known = qpdf_oh_is_dictionary(order->q, kid)
				    ? GPOINTER_TO_INT(g_hash_table_lookup(
					      order->orders, GINT_TO_POINTER(id_of(order, kid))))
				    : 0;

		place = known ? known : place;
		placed[i] = (struct placed){place, i, kid};
	}
	qsort(placed, (gsize)n, sizeof *placed, placed_compare);
	for (int i = 0; i < n; i++) {
		qpdf_oh_set_array_item(order->q, kids, i, placed[i].kid);
		qpdf_oh_release(order->q, placed[i].kid);
	}
	qpdf_oh_release(order->q, kids);
	qpdf_oh_release(order->q, object);
}

void
finish_order(qpdf_data q, qpdf_oh struct_tree_root, const struct element_list *elements)
{
	g_autoptr(GHashTable) firsts = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) orders = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) moved = g_hash_table_new(NULL, NULL);
	g_autoptr(GArray) sort = g_array_new(FALSE, FALSE, sizeof(int));
	struct order order = {q, elements, 0, firsts, orders, moved, sort};

	if (is_in_order(elements))
		return;
	visit_kids(&order, struct_tree_root, 0);
	for (guint i = 0; i < sort->len; i++)
		kids_sort(&order, g_array_index(sort, int, i));
}
