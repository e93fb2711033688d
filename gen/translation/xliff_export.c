/* xliff_export: a bulletin in one language as XLIFF 2.1. */
#include <libxml/tree.h>
#include <string.h>

#include "translation/codes.h"
#include "translation/pairing.h"
#include "translation/xliff.h"
#include "translation/xliff_private.h"

struct writer {
	xmlDoc *doc;
	xmlNs *ns;
	xmlNode *data;	   /* originalData of the unit */
	GHashTable *known; /* its texts -> their ids; both lent from the tree or owned here */
};

static xmlNode *
element(const struct writer *writer, xmlNode *parent, const char *name)
{
	return xmlAddChild(parent, xmlNewDocNode(writer->doc, writer->ns, BAD_CAST name, NULL));
}

static void
set(xmlNode *node, const char *name, const char *value)
{
	xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

static void
add_text(const struct writer *writer, xmlNode *parent, const char *text)
{
	xmlAddChild(parent, xmlNewDocText(writer->doc, BAD_CAST text));
}

/* The document is read by people too. */
static void
new_line(const struct writer *writer, xmlNode *parent, int indent)
{
	g_autofree char *text = g_strdup_printf("\n%*s", indent, "");

	add_text(writer, parent, text);
}

/* The id of a code's text among the original data of the unit; lent. */
static const char *
data_id(struct writer *writer, const char *text)
{
	const char *known = g_hash_table_lookup(writer->known, text);
	char *id;
	xmlNode *data;

	if (known)
		return known;
	id = g_strdup_printf("d%u", g_hash_table_size(writer->known) + 1);
	g_hash_table_insert(writer->known, g_strdup(text), id);
	new_line(writer, writer->data, 8);
	data = element(writer, writer->data, "data");
	set(data, "id", id);
	add_text(writer, data, text);
	return id;
}

/* What kind of thing the code is; the words of a figure or name are translated, its address is not.
 */
static void
set_type(xmlNode *node, const char *text)
{
	static const struct {
		const char *mark, *type, *subtype;
	} types[] = {{"fact:", "link", "chancery:fact"},     {"cite:", "link", "chancery:cite"},
		     {"entity:", "link", "chancery:entity"}, {"ref:", "link", "chancery:ref"},
		     {"chart:", "image", "chancery:chart"},  {"table:", "image", "chancery:table"},
		     {"map:", "image", "chancery:map"},	     {"[^", "other", "chancery:note"},
		     {"*", "fmt", "chancery:emphasis"}};

	for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
		if (!strstr(text, types[i].mark))
			continue;
		set(node, "type", types[i].type);
		set(node, "subType", types[i].subtype);
		return;
	}
}

static void
protect(xmlNode *node)
{
	set(node, "canCopy", "no");
	set(node, "canDelete", "no");
}

static void
write_codes(struct writer *writer, xmlNode *into, const GPtrArray *codes, const GPtrArray *names)
{
	for (guint i = 0; i < codes->len; i++) {
		const struct code *code = g_ptr_array_index(codes, i);
		const char *name = names->pdata[i];
		xmlNode *node;

		if (code->kind == CODE_WORDS) {
			add_text(writer, into, code->text);
		} else if (code->kind == CODE_CLOSE) {
			into = into->parent;
		} else if (code->kind == CODE_ALONE) {
			node = element(writer, into, "ph");
			set(node, "id", name);
			protect(node);
			set_type(node, code->text);
			set(node, "dataRef", data_id(writer, code->text));
		} else {
			const struct code *close = g_ptr_array_index(codes, code->partner);

			node = element(writer, into, "pc");
			set(node, "id", name);
			protect(node);
			set_type(node, close->text);
			set(node, "dataRefStart", data_id(writer, code->text));
			set(node, "dataRefEnd", data_id(writer, close->text));
			into = node;
		}
	}
}

static const char *
state_of(const struct pair *pair)
{
	return pair->state == PAIR_CURRENT ? "final" : "initial";
}

static xmlNode *
write_segment(struct writer *writer, xmlNode *unit, const struct pair *pair)
{
	g_autoptr(GPtrArray) source = xliff_codes(pair->source);
	g_autoptr(GPtrArray) own = xliff_code_names(source, source);
	xmlNode *segment = element(writer, unit, "segment");

	set(segment, "state", state_of(pair));
	if (pair->state != PAIR_CURRENT) {
		g_autofree char *sub = g_strconcat("chancery:", pair_state_name(pair->state), NULL);

		set(segment, "subState", sub);
	}
	new_line(writer, segment, 8);
	write_codes(writer, element(writer, segment, "source"), source, own);
	if (pair->translation) {
		g_autoptr(GPtrArray) target = xliff_codes(pair->translation);
		g_autoptr(GPtrArray) names = xliff_code_names(source, target);

		new_line(writer, segment, 8);
		write_codes(writer, element(writer, segment, "target"), target, names);
	}
	new_line(writer, segment, 6);
	return segment;
}

static void
write_unit(struct writer *writer, xmlNode *file, const struct pair *pair)
{
	g_autofree char *id = g_strconcat("u", pair->source->name, NULL);
	xmlNode *unit, *segment;

	new_line(writer, file, 4);
	unit = element(writer, file, "unit");
	set(unit, "id", id);
	set(unit, "name", unit_kind_name(pair->source->kind));
	if (pair->source->kind == UNIT_CODE)
		set(unit, "translate", "no");
	xmlNodeSetSpacePreserve(unit, 1);
	writer->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	writer->data = xmlNewDocNode(writer->doc, writer->ns, BAD_CAST "originalData", NULL);
	new_line(writer, unit, 6);
	segment = write_segment(writer, unit, pair);
	/* The data stands before what refers to it. */
	if (writer->data->children) {
		new_line(writer, writer->data, 6);
		xmlAddPrevSibling(segment, writer->data);
		xmlAddPrevSibling(segment, xmlNewDocText(writer->doc, BAD_CAST "\n      "));
	} else {
		xmlFreeNode(writer->data);
	}
	new_line(writer, unit, 4);
	g_hash_table_unref(writer->known);
}

GBytes *
xliff_export(const struct pairing *pairing, const struct xliff_names *names)
{
	struct writer writer = {.doc = xmlNewDoc(BAD_CAST "1.0")};
	xmlNode *root = xmlNewDocNode(writer.doc, NULL, BAD_CAST "xliff", NULL), *file;
	xmlChar *text = NULL;
	GBytes *bytes;
	int size = 0;

	xmlDocSetRootElement(writer.doc, root);
	writer.ns = xmlNewNs(root, BAD_CAST XLIFF_NAMESPACE, NULL);
	xmlSetNs(root, writer.ns);
	set(root, "version", "2.1");
	set(root, "srcLang", names->source_lang);
	set(root, "trgLang", names->target_lang);
	new_line(&writer, root, 2);
	file = element(&writer, root, "file");
	set(file, "id", "brief");
	set(file, "original", names->original);
	for (guint i = 0; i < pairing->pairs->len; i++)
		write_unit(&writer, file, &g_array_index(pairing->pairs, struct pair, i));
	new_line(&writer, file, 2);
	new_line(&writer, root, 0);
	xmlDocDumpMemoryEnc(writer.doc, &text, &size, "UTF-8");
	g_assert(text);
	bytes = g_bytes_new(text, (gsize)size);
	xmlFree(text);
	xmlFreeDoc(writer.doc);
	return bytes;
}
