#include "pdf/qpdf.h"

#include <math.h>
#include <string.h>
#include "pdf/structure.h"

struct walk {
	qpdf_data q;
	const struct element_list *elements;
	guint next;
	bool mismatch;
	qpdf_oh ids;	/* array of name, element, … for the IDTree */
	GHashTable *ids_seen;
};

static char *
number_text(double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	return g_strdup(g_ascii_formatd(text, sizeof text, "%.3f", value));
}

/* /A of a figure: PDF/UA-1 7.3 wants its place. */
static void
set_box(struct walk *walk, qpdf_oh object, const struct element *element)
{
	g_autofree char *l = number_text(element->box[0]), *b = number_text(element->box[1]);
	g_autofree char *r = number_text(element->box[2]), *t = number_text(element->box[3]);
	g_autofree char *text = g_strdup_printf(
		"<< /O /Layout /Placement /Block /BBox [%s %s %s %s] >>", l, b, r, t);

	qpdf_set(walk->q, object, "/A", qpdf_oh_parse(walk->q, text));
}

static void
set_table_attributes(struct walk *walk, qpdf_oh object, const struct tag *tag)
{
	g_autoptr(GString) text = g_string_new("<< /O /Table");

	if (tag->scope)
		g_string_append_printf(text, " /Scope /%s", tag->scope);
	if (tag->colspan > 1)
		g_string_append_printf(text, " /ColSpan %d", tag->colspan);
	if (tag->rowspan > 1)
		g_string_append_printf(text, " /RowSpan %d", tag->rowspan);
	if (text->len == strlen("<< /O /Table"))
		return;
	g_string_append(text, " >>");
	qpdf_set(walk->q, object, "/A", qpdf_oh_parse(walk->q, text->str));
}

static void
set_id(struct walk *walk, qpdf_oh object, const char *id)
{
	if (!g_hash_table_add(walk->ids_seen, (gpointer)id))
		return;
	qpdf_set(walk->q, object, "/ID", qpdf_oh_new_string(walk->q, id));
	qpdf_oh_append_item(walk->q, walk->ids, qpdf_oh_new_string(walk->q, id));
	qpdf_oh_append_item(walk->q, walk->ids, object);
}

static void
set_attributes(struct walk *walk, qpdf_oh object, const struct element *element)
{
	const struct tag *tag = element->tag;

	if (element->has_box)
		set_box(walk, object, element);
	if (!tag)
		return;
	if (tag->lang)
		qpdf_set_text(walk->q, object, "/Lang", tag->lang);
	if (tag->alt && strcmp(element->type, "Link"))
		qpdf_set_text(walk->q, object, "/Alt", tag->alt);
	set_table_attributes(walk, object, tag);
	if (tag->id)
		set_id(walk, object, tag->id);
}

/* A link's annotation: what it says, and that it prints (PDF/UA-1 7.18.5, PDF/A-3 6.3.2). */
static void
finish_annotation(struct walk *walk, qpdf_oh reference, const struct element *element)
{
	qpdf_oh annotation = qpdf_oh_get_key(walk->q, reference, "/Obj");

	qpdf_set_text(walk->q, annotation, "/Contents", element->contents ? element->contents : "");
	qpdf_set(walk->q, annotation, "/F", qpdf_oh_new_integer(walk->q, 4));
	qpdf_oh_release(walk->q, annotation);
}

static void visit(struct walk *walk, qpdf_oh object);

static void
visit_kid(struct walk *walk, qpdf_oh kid, const struct element *element)
{
	if (!qpdf_oh_is_dictionary(walk->q, kid))
		return;
	if (qpdf_oh_has_key(walk->q, kid, "/S"))
		visit(walk, kid);
	else if (qpdf_oh_has_key(walk->q, kid, "/Obj"))
		finish_annotation(walk, kid, element);
}

/* Depth is that of the tag tree, which the brief's nesting limit bounds. */
static void
visit(struct walk *walk, qpdf_oh object)
{
	const struct element *element;
	qpdf_oh type = qpdf_oh_get_key(walk->q, object, "/S"), kids;

	if (walk->next >= element_list_length(walk->elements)) {
		walk->mismatch = true;
		return;
	}
	element = element_list_at(walk->elements, walk->next++);
	if (strcmp(qpdf_oh_get_name(walk->q, type) + 1, element->type))
		walk->mismatch = true;
	qpdf_oh_release(walk->q, type);
	set_attributes(walk, object, element);
	kids = qpdf_oh_get_key(walk->q, object, "/K");
	if (qpdf_oh_is_array(walk->q, kids)) {
		int n = qpdf_oh_get_array_n_items(walk->q, kids);

		for (int i = 0; i < n && !walk->mismatch; i++) {
			qpdf_oh kid = qpdf_oh_get_array_item(walk->q, kids, i);

			visit_kid(walk, kid, element);
			qpdf_oh_release(walk->q, kid);
		}
	} else {
		visit_kid(walk, kids, element);
	}
	qpdf_oh_release(walk->q, kids);
}

bool
finish_tree(qpdf_data q, qpdf_oh struct_tree_root, const struct element_list *elements)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	struct walk walk = {q, elements, 0, false, qpdf_oh_new_array(q), seen};
	qpdf_oh kids = qpdf_oh_get_key(q, struct_tree_root, "/K");
	int n = qpdf_oh_is_array(q, kids) ? qpdf_oh_get_array_n_items(q, kids) : 0;

	for (int i = 0; i < n; i++)
		visit(&walk, qpdf_oh_get_array_item(q, kids, i));
	if (!n)
		visit(&walk, kids);
	if (qpdf_oh_get_array_n_items(q, walk.ids)) {
		qpdf_oh names = qpdf_oh_new_dictionary(q);

		qpdf_oh_replace_key(q, names, "/Names", walk.ids);
		qpdf_oh_replace_key(q, struct_tree_root, "/IDTree", qpdf_make_indirect_object(q, names));
	}
	return !walk.mismatch && walk.next == element_list_length(elements);
}
