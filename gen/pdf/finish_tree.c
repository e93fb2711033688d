#include <string.h>

#include "pdf/body.h"
#include "pdf/finish_private.h"
#include "pdf/literal.h"
#include "pdf/standard.h"
#include "pdf/structure.h"

struct walk {
	struct finish *finish;
	guint next;		/* index of the element expected */
	bool mismatch;
	guint namespaces[2];	/* objects: of PDF 2.0, of PDF 1.7 */
	GTree *ids;		/* text -> object number, for the IDTree, which has to be sorted */
};

/* Types that PDF 2.0 left in the namespace of PDF 1.7 (ISO 32000-2 14.8.6). */
static const char *const old_types[] = {
	"Art", "BibEntry", "BlockQuote", "Code", "Index", "Note", "Private",
	"Quote", "Reference", "TOC", "TOCI", NULL,
};

/* /A of a figure: PDF/UA-1 7.3 wants its place. */
static void
append_box(GString *out, const double box[4])
{
	g_string_append(out, " /A << /O /Layout /Placement /Block /BBox [");
	for (int i = 0; i < 4; i++)
		literal_append_number(out, box[i]);
	g_string_append(out, "] >>");
}

static void
append_table_attributes(GString *out, const struct tag *tag)
{
	if (!tag->scope && tag->colspan <= 1 && tag->rowspan <= 1)
		return;
	g_string_append(out, " /A << /O /Table");
	if (tag->scope)
		g_string_append_printf(out, " /Scope /%s", tag->scope);
	if (tag->colspan > 1)
		g_string_append_printf(out, " /ColSpan %d", tag->colspan);
	if (tag->rowspan > 1)
		g_string_append_printf(out, " /RowSpan %d", tag->rowspan);
	g_string_append(out, " >>");
}

static const char *
numbering(gunichar label)
{
	if (g_unichar_isdigit(label))
		return "Decimal";
	if (g_unichar_isupper(label))
		return "UpperAlpha";
	if (g_unichar_islower(label))
		return "LowerAlpha";
	return "Disc";
}

/*
 * A list says how it is numbered where its items have labels: its first LI is next, then the Lbl.
 */
static void
append_numbering(GString *out, const struct element_list *elements, guint list)
{
	for (guint i = list + 1; i < element_list_length(elements) && i <= list + 3; i++) {
		gunichar label = element_list_at(elements, i)->label;

		if (!label)
			continue;
		g_string_append_printf(out, " /A << /O /List /ListNumbering /%s >>",
				       numbering(label));
		return;
	}
}

static void
append_text_key(GString *out, const char *key, const char *text)
{
	g_string_append_printf(out, " /%s ", key);
	literal_append_text(out, text);
}

static void
set_id(struct walk *walk, GString *out, const char *id, guint object)
{
	if (g_tree_lookup(walk->ids, id))
		return;
	g_tree_insert(walk->ids, (gpointer)id, GUINT_TO_POINTER(object));
	append_text_key(out, "ID", id);
}

static void
set_tag(struct walk *walk, GString *out, const struct element *element)
{
	const struct tag *tag = element->tag;

	if (tag->lang)
		append_text_key(out, "Lang", tag->lang);
	if (tag->alt && strcmp(element->type, "Link"))
		append_text_key(out, "Alt", tag->alt);
	append_table_attributes(out, tag);
	if (tag->id)
		set_id(walk, out, tag->id, element->object);
}

static void
set_type(struct walk *walk, GString *out, const struct element *element)
{
	const struct pdf_standard *standard = walk->finish->standard;
	const char *type = element->type;

	if (strcmp(type, "Note") == 0 && strcmp(type, standard->note)) {
		g_autofree char *name = g_strconcat("/", standard->note, NULL);

		type = standard->note;
		body_set_key(walk->finish->body, element->object, "/S", name);
		g_string_append(out, standard->note_keys);
	}
	if (standard->namespaces)
		g_string_append_printf(out, " /NS %u 0 R",
				       walk->namespaces[g_strv_contains(old_types, type) ? 1 : 0]);
}

/* Most elements have nothing to add, and cost no string. */
static bool
is_bare(const struct walk *walk, const struct element *element)
{
	const struct tag *tag = element->tag;

	if (walk->finish->standard->namespaces || element->has_box ||
	    strcmp(element->type, "L") == 0)
		return false;
	return !tag || (!tag->lang && !tag->alt && !tag->scope && !tag->id && tag->colspan <= 1 &&
			tag->rowspan <= 1);
}

static void
set_attributes(struct walk *walk, guint index)
{
	const struct element *element = element_list_at(walk->finish->elements, index);
	GString *out;

	if (is_bare(walk, element))
		return;
	out = body_more(walk->finish->body, element->object);
	set_type(walk, out, element);
	if (element->has_box)
		append_box(out, element->box);
	if (strcmp(element->type, "L") == 0)
		append_numbering(out, walk->finish->elements, index);
	if (element->tag)
		set_tag(walk, out, element);
}

/* A link's annotation: what it says, and that it prints (PDF/UA-1 7.18.5, PDF/A-3 6.3.2). */
static void
finish_annotation(struct walk *walk, guint number, struct element *element)
{
	GString *out = body_more(walk->finish->body, number);

	append_text_key(out, "Contents", element->contents);
	g_string_append(out, " /F 4");
	element->annotation = number;
}

static void visit(struct walk *walk, guint number);

/* A child: an element, a reference to an annotation, or content, which has nothing to it. */
static void
visit_kid(struct walk *walk, const struct token *kid, guint parent)
{
	struct body *body = walk->finish->body;
	guint number = token_reference(kid);
	struct token value;

	if (number) {
		visit(walk, number);
	} else if (token_find_key(kid, "/Obj", &value)) {
		number = token_reference(&value);
		if (number && number < body_length(body))
			finish_annotation(walk, number,
					  element_list_at(walk->finish->elements, parent));
	}
}

static void
visit_kids(struct walk *walk, struct token kids, guint parent)
{
	struct token kid;

	if (*kids.start != '[') {
		visit_kid(walk, &kids, parent);
		return;
	}
	for (kids.start++; !walk->mismatch && token_next_object(&kids.start, kids.end, &kid);)
		visit_kid(walk, &kid, parent);
}

/* Depth is that of the tag tree, which the brief's nesting limit bounds. */
static void
visit(struct walk *walk, guint number)
{
	struct finish *finish = walk->finish;
	guint index = walk->next++;
	struct element *element;
	struct token text, type, kids;

	if (number >= body_length(finish->body) || index >= element_list_length(finish->elements)) {
		walk->mismatch = true;
		return;
	}
	element = element_list_at(finish->elements, index);
	element->object = number;
	text = body_object(finish->body, number);
	if (!token_find_key(&text, "/S", &type) || *type.start++ != '/' ||
	    !token_is(&type, element->type)) {
		walk->mismatch = true;
		return;
	}
	if (token_find_key(&text, "/K", &kids))
		visit_kids(walk, kids, index);
	set_attributes(walk, index);
}

static void
add_namespaces(struct walk *walk, guint root)
{
	struct body *body = walk->finish->body;

	walk->namespaces[0] = body_add(
		body, g_strdup("<< /Type /Namespace /NS (http://iso.org/pdf2/ssn) >>"));
	walk->namespaces[1] = body_add(
		body, g_strdup("<< /Type /Namespace /NS (http://iso.org/pdf/ssn) >>"));
	g_string_append_printf(body_more(body, root), " /Namespaces [%u 0 R %u 0 R]",
			       walk->namespaces[0], walk->namespaces[1]);
}

static gboolean
append_id(gpointer id, gpointer object, gpointer out)
{
	literal_append_text(out, id);
	g_string_append_printf(out, " %u 0 R ", GPOINTER_TO_UINT(object));
	return FALSE;
}

static void
add_id_tree(struct walk *walk, guint root)
{
	struct body *body = walk->finish->body;
	GString *names;
	guint tree;

	if (!g_tree_nnodes(walk->ids))
		return;
	names = g_string_new("<< /Names [");
	g_tree_foreach(walk->ids, append_id, names);
	g_string_append(names, "] >>");
	tree = body_add(body, g_string_free(names, FALSE));
	g_string_append_printf(body_more(body, root), " /IDTree %u 0 R", tree);
}

static int
compare_ids(gconstpointer a, gconstpointer b)
{
	return strcmp(a, b);
}

bool
finish_tree(struct finish *finish)
{
	struct body *body = finish->body;
	guint root = body_reference(body, body_root(body), "/StructTreeRoot");
	g_autoptr(GTree) ids = g_tree_new(compare_ids);
	struct walk walk = {.finish = finish, .ids = ids};
	struct token text, kids;

	text = body_object(body, root);
	if (!root || !token_find_key(&text, "/K", &kids))
		return false;
	if (finish->standard->namespaces)
		add_namespaces(&walk, root);
	visit_kids(&walk, kids, 0);
	add_id_tree(&walk, root);
	return !walk.mismatch && walk.next == element_list_length(finish->elements);
}
