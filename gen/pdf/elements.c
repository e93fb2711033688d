/* elements: the structure elements as objects (ISO 32000-1 14.7.2, 14.8.4, 14.8.5). */
#include <string.h>

#include "layout/area.h"
#include "pdf/body.h"
#include "pdf/captions.h"
#include "pdf/edition.h"
#include "pdf/header_cells.h"
#include "pdf/literal.h"
#include "pdf/referrals.h"
#include "pdf/standard.h"
#include "pdf/structure_private.h"

struct writer {
	const struct structure *structure;
	const struct pdf_standard *standard;
	struct body *body;
	GString *out;		   /* the element that is being written */
	guint attributes;	   /* objects of its /A, so far */
	guint namespaces[2];	   /* of PDF 2.0, of PDF 1.7; 0 where there are none */
	struct captions *captions; /* NULL where they stay */
	GHashTable *references;	   /* referrals.h; NULL for none */
	GHashTable *headers;	   /* header_cells.h, of the table around; or NULL */
	GHashTable *heading;	   /* set of const struct tag *: cells that headers names */
	GTree *ids;		   /* text -> object, for the IDTree, which has to be sorted */
};

/* Types that PDF 2.0 left in the namespace of PDF 1.7 (ISO 32000-2 14.8.6). */
static const char *const old_types[] = {
	"Art",	   "BibEntry", "BlockQuote", "Code", "Index", "Note",
	"Private", "Quote",    "Reference",  "TOC",  "TOCI",  NULL,
};

static bool
has_type(const struct tag *tag, const char *type)
{
	return strcmp(tag->type, type) == 0;
}

static const struct record *
record_of(const struct writer *writer, const struct tag *tag)
{
	return &writer->structure->records[tag->order];
}

static void
append_object(const struct writer *writer, const struct tag *tag)
{
	literal_append_reference(writer->out, structure_object(writer->structure, tag));
}

/* ---- what it contains ---- */

static const struct item *
item_at(const struct writer *writer, guint place)
{
	return place ? &g_array_index(writer->structure->items, struct item, place - 1) : NULL;
}

/* page: that of the element, to which numbers without a page belong. */
static void
append_item(const struct writer *writer, const struct item *item, guint page)
{
	guint object = edition_page(writer->structure->edition, item->page);

	if (!item->annotation && item->page == page) {
		literal_append_integer(writer->out, item->number);
		return;
	}
	literal_append_word(writer->out, item->annotation ? "<</Type/OBJR/Pg " : "<</Type/MCR/Pg ");
	literal_append_reference(writer->out, object);
	literal_append_word(writer->out, item->annotation ? "/Obj " : "/MCID ");
	literal_append_integer(writer->out, item->number);
	literal_append_word(writer->out, item->annotation ? " 0 R>>" : ">>");
}

static void
append_kid(const struct writer *writer, const struct tag *tag)
{
	if (!tag)
		return;
	append_object(writer, tag);
	g_string_append_c(writer->out, ' ');
}

static void
append_kids(const struct writer *writer, const struct tag *tag)
{
	const struct captions *captions = writer->captions;

	if (captions)
		append_kid(writer, captions_first(captions, tag));
	for (guint i = 0; tag->children && i < tag->children->len; i++) {
		const struct tag *child = g_ptr_array_index(tag->children, i);

		if (!captions || !captions_host(captions, child))
			append_kid(writer, child);
	}
	if (captions)
		append_kid(writer, captions_last(captions, tag));
}

/* One number, as most elements have, needs no list. */
static void
append_content(const struct writer *writer, const struct tag *tag)
{
	const struct item *first = item_at(writer, record_of(writer, tag)->first);
	guint page = first ? first->page : 0;
	bool leaf = !tag->children || !tag->children->len;

	if (!first && leaf && !(writer->captions && captions_first(writer->captions, tag)) &&
	    !(writer->captions && captions_last(writer->captions, tag)))
		return;
	if (first) {
		literal_append_word(writer->out, "/Pg ");
		literal_append_reference(writer->out,
					 edition_page(writer->structure->edition, page));
	}
	if (first && leaf && !first->next && !first->annotation) {
		literal_append_word(writer->out, "/K ");
		literal_append_integer(writer->out, first->number);
		return;
	}
	literal_append_word(writer->out, "/K[");
	append_kids(writer, tag);
	for (const struct item *item = first; item; item = item_at(writer, item->next)) {
		append_item(writer, item, page);
		g_string_append_c(writer->out, ' ');
	}
	g_string_append_c(writer->out, ']');
}

/* ---- what is said of it ---- */

/* Begin an attribute object; the caller ends it with ">>". */
static void
begin_attributes(struct writer *writer, const char *owner)
{
	literal_append_word(writer->out, writer->attributes++ ? "<</O/" : "/A[<</O/");
	literal_append_word(writer->out, owner);
}

/* PDF/UA-1 7.3 wants a figure's place. */
static void
append_box(struct writer *writer, const struct tag *tag)
{
	const struct box *box = g_hash_table_lookup(writer->structure->boxes, tag);

	if (!box)
		return;
	begin_attributes(writer, "Layout/Placement/Block/BBox[");
	for (int i = 0; i < 4; i++)
		literal_append_number(writer->out, box->sides[i]);
	literal_append_word(writer->out, "]>>");
}

static void
append_headers(const struct writer *writer, const GPtrArray *headers)
{
	literal_append_word(writer->out, "/Headers[");
	for (guint i = 0; i < headers->len; i++) {
		g_autofree char *id = header_cell_id(g_ptr_array_index(headers, i));

		literal_append_text(writer->out, id);
	}
	g_string_append_c(writer->out, ']');
}

static void
append_cell(struct writer *writer, const struct tag *tag)
{
	const GPtrArray *headers =
		writer->headers ? g_hash_table_lookup(writer->headers, tag) : NULL;

	if (!tag->scope && tag->colspan <= 1 && tag->rowspan <= 1 && !headers)
		return;
	begin_attributes(writer, "Table");
	if (tag->scope) {
		literal_append_word(writer->out, "/Scope/");
		literal_append_word(writer->out, tag->scope);
	}
	if (tag->colspan > 1)
		g_string_append_printf(writer->out, "/ColSpan %d", tag->colspan);
	if (tag->rowspan > 1)
		g_string_append_printf(writer->out, "/RowSpan %d", tag->rowspan);
	if (headers)
		append_headers(writer, headers);
	literal_append_word(writer->out, ">>");
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

/* A list says how it is numbered where its items have labels, as the first one has. */
static void
append_numbering(struct writer *writer, const struct tag *list)
{
	const struct tag *item, *label;

	if (!list->children || !list->children->len)
		return;
	item = g_ptr_array_index(list->children, 0);
	if (!item->children || !item->children->len)
		return;
	label = g_ptr_array_index(item->children, 0);
	if (!record_of(writer, label)->label)
		return;
	begin_attributes(writer, "List/ListNumbering/");
	g_string_append_printf(writer->out, "%s>>", numbering(record_of(writer, label)->label));
}

static void
append_attributes(struct writer *writer, const struct tag *tag)
{
	const struct pdf_standard *standard = writer->standard;

	writer->attributes = 0;
	if (standard->note_attributes && has_type(tag, "Note")) {
		begin_attributes(writer, standard->note_attributes);
		literal_append_word(writer->out, ">>");
	}
	append_box(writer, tag);
	append_cell(writer, tag);
	if (has_type(tag, "L"))
		append_numbering(writer, tag);
	if (writer->attributes)
		g_string_append_c(writer->out, ']');
}

static void
append_text_key(const struct writer *writer, const char *key, const char *text)
{
	literal_append_word(writer->out, key);
	literal_append_text(writer->out, text);
}

/* The first to ask has the name. */
static void
append_id(struct writer *writer, const struct tag *tag)
{
	g_autofree char *id = NULL;

	if (tag->id)
		id = g_strdup(tag->id);
	else if (writer->heading && g_hash_table_contains(writer->heading, tag))
		id = header_cell_id(tag);
	if (!id || g_tree_lookup(writer->ids, id))
		return;
	append_text_key(writer, "/ID", id);
	g_tree_insert(writer->ids, g_steal_pointer(&id),
		      GUINT_TO_POINTER(structure_object(writer->structure, tag)));
}

static void
append_type(const struct writer *writer, const struct tag *tag)
{
	const char *type = has_type(tag, "Note") ? writer->standard->note : tag->type;

	literal_append_word(writer->out, "/S/");
	literal_append_word(writer->out, type);
	if (writer->namespaces[0]) {
		literal_append_word(writer->out, "/NS ");
		literal_append_reference(
			writer->out, writer->namespaces[g_strv_contains(old_types, type) ? 1 : 0]);
	}
}

static void
append_references(const struct writer *writer, const struct tag *tag)
{
	const GPtrArray *list =
		writer->references ? g_hash_table_lookup(writer->references, tag) : NULL;

	if (!list)
		return;
	literal_append_word(writer->out, "/Ref[");
	for (guint i = 0; i < list->len; i++)
		append_kid(writer, g_ptr_array_index(list, i));
	g_string_append_c(writer->out, ']');
}

/* ---- all of them ---- */

static void
append_parent(const struct writer *writer, const struct tag *tag)
{
	const struct tag *host = writer->captions ? captions_host(writer->captions, tag) : NULL;

	literal_append_word(writer->out, "/P ");
	if (host)
		append_object(writer, host);
	else if (tag->parent)
		append_object(writer, tag->parent);
	else
		literal_append_reference(writer->out, writer->structure->root);
}

static void
write_element(struct writer *writer, const struct tag *tag)
{
	writer->out = body_open(writer->body, structure_object(writer->structure, tag));
	literal_append_word(writer->out, "<<");
	append_type(writer, tag);
	append_parent(writer, tag);
	append_content(writer, tag);
	append_attributes(writer, tag);
	if (tag->lang)
		append_text_key(writer, "/Lang", tag->lang);
	/* what a link says is its annotation's affair */
	if (tag->alt && !has_type(tag, "Link"))
		append_text_key(writer, "/Alt", tag->alt);
	append_id(writer, tag);
	append_references(writer, tag);
	literal_append_word(writer->out, ">>");
	body_close(writer->body);
}

static GHashTable *
heading_cells(GHashTable *headers)
{
	GHashTable *heading = g_hash_table_new(NULL, NULL);
	GHashTableIter iter;
	gpointer list;

	g_hash_table_iter_init(&iter, headers);
	while (g_hash_table_iter_next(&iter, NULL, &list)) {
		for (guint i = 0; i < ((GPtrArray *)list)->len; i++)
			g_hash_table_add(heading, g_ptr_array_index((GPtrArray *)list, i));
	}
	return heading;
}

/* Depth is that of the tag tree, which the brief's nesting limit bounds. */
static void
write_tree(struct writer *writer, const struct tag *tag)
{
	GHashTable *headers = writer->headers, *heading = writer->heading;
	bool table = has_type(tag, "Table");

	if (table) {
		writer->headers = header_cells_new(tag);
		writer->heading = writer->headers ? heading_cells(writer->headers) : NULL;
	}
	write_element(writer, tag);
	for (guint i = 0; tag->children && i < tag->children->len; i++)
		write_tree(writer, g_ptr_array_index(tag->children, i));
	if (table) {
		g_clear_pointer(&writer->headers, g_hash_table_unref);
		g_clear_pointer(&writer->heading, g_hash_table_unref);
		writer->headers = headers;
		writer->heading = heading;
	}
}

static void
add_namespaces(struct writer *writer, GString *root)
{
	if (!writer->standard->namespaces)
		return;
	writer->namespaces[0] =
		body_add(writer->body, g_strdup("<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>"));
	writer->namespaces[1] =
		body_add(writer->body, g_strdup("<</Type/Namespace/NS(http://iso.org/pdf/ssn)>>"));
	g_string_append_printf(root, "/Namespaces[%u 0 R %u 0 R]", writer->namespaces[0],
			       writer->namespaces[1]);
}

static gboolean
append_name(gpointer id, gpointer object, gpointer out)
{
	literal_append_text(out, id);
	literal_append_reference(out, GPOINTER_TO_UINT(object));
	return FALSE;
}

static void
add_id_tree(const struct writer *writer, GString *root)
{
	GString *names;

	if (!g_tree_nnodes(writer->ids))
		return;
	names = g_string_new("<</Names[");
	g_tree_foreach(writer->ids, append_name, names);
	literal_append_word(names, "]>>");
	g_string_append_printf(root, "/IDTree %u 0 R",
			       body_add(writer->body, g_string_free(names, FALSE)));
}

static int
compare_ids(gconstpointer a, gconstpointer b, gpointer user)
{
	(void)user;
	return literal_compare(a, b);
}

void
elements_write(const struct structure *structure, GString *root)
{
	const struct edition *edition = structure->edition;
	const struct tag *document = edition->tree->document;
	g_autoptr(GTree) ids = g_tree_new_full(compare_ids, NULL, g_free, NULL);
	g_autoptr(Captions) captions =
		edition->standard->captions_inside ? captions_new(document) : NULL;
	g_autoptr(GHashTable) references =
		edition->standard->references ? referrals_new(document, edition->targets) : NULL;
	struct writer writer = {
		.structure = structure,
		.standard = edition->standard,
		.body = edition->body,
		.captions = captions,
		.references = references,
		.ids = ids,
	};

	add_namespaces(&writer, root);
	write_tree(&writer, document);
	add_id_tree(&writer, root);
}
