/* fo: see fo.h. */
#include "layout/fo.h"

#include <string.h>
#include "base/diag.h"
#include "layout/resolver.h"

#define BLOCKISH (PLACE_BLOCK | PLACE_FRAME)

/* Elements of XSL that are read elsewhere, from the document: no node, no complaint. */
static const char *const elsewhere[] = {"layout-master-set", "declarations", "bookmark-tree",
					"title"};

/* Nodes are made by the block, for they are many and go all at once. */
#define NODES_OF_BLOCK 256

struct fo_tree {
	xmlDoc *doc;
	struct resolver *resolver;
	GPtrArray *blocks; /* own every struct fo_node */
	guint used;	   /* of the last block */
	struct fo_node *root;
	GStringChunk *texts;   /* texts and attributes */
	GPtrArray *lists;      /* of attributes */
	GPtrArray *list;       /* the one being made */
	GHashTable *ids;       /* those of strings, as a set */
	GStringChunk *strings; /* lent */
	struct diag_list *diags;
};

struct element {
	const char *name;
	int place;	 /* enum property_place */
	const char *own; /* attributes besides properties, each between spaces */
	bool text;	 /* holds text */
};

static const struct element elements[FO_KIND_COUNT] = {
	[FO_TEXT] = {"text", PLACE_INLINE, NULL, true},
	[FO_ROOT] = {"root", 0, NULL, false},
	[FO_PAGE_SEQUENCE] = {"page-sequence", 0,
			      " master-reference initial-page-number format force-page-count ",
			      false},
	[FO_STATIC_CONTENT] = {"static-content", 0, " flow-name ", false},
	[FO_FLOW] = {"flow", 0, " flow-name ", false},
	[FO_BLOCK] = {"block", BLOCKISH, NULL, true},
	[FO_BLOCK_CONTAINER] = {"block-container", BLOCKISH, NULL, false},
	[FO_FLOAT] = {"float", 0, " float ", false},
	[FO_LIST_BLOCK] = {"list-block", BLOCKISH, NULL, false},
	[FO_LIST_ITEM] = {"list-item", BLOCKISH, NULL, false},
	[FO_LIST_ITEM_LABEL] = {"list-item-label", 0, NULL, false},
	[FO_LIST_ITEM_BODY] = {"list-item-body", 0, NULL, false},
	[FO_TABLE] = {"table", BLOCKISH | PLACE_TABLE, NULL, false},
	[FO_TABLE_COLUMN] = {"table-column", PLACE_COLUMN, " column-number ", false},
	[FO_TABLE_HEADER] = {"table-header", 0, NULL, false},
	[FO_TABLE_FOOTER] = {"table-footer", 0, NULL, false},
	[FO_TABLE_BODY] = {"table-body", 0, NULL, false},
	[FO_TABLE_ROW] = {"table-row", PLACE_ROW, NULL, false},
	[FO_TABLE_CELL] = {"table-cell", PLACE_CELL | PLACE_FRAME, NULL, false},
	[FO_INLINE] = {"inline", PLACE_INLINE | PLACE_FRAME, NULL, true},
	[FO_WRAPPER] = {"wrapper", PLACE_INLINE, NULL, true},
	[FO_BASIC_LINK] = {"basic-link", PLACE_INLINE | PLACE_FRAME,
			   " internal-destination external-destination ", true},
	[FO_FOOTNOTE] = {"footnote", PLACE_INLINE, NULL, false},
	[FO_FOOTNOTE_BODY] = {"footnote-body", 0, NULL, false},
	[FO_PAGE_NUMBER] = {"page-number", PLACE_INLINE, NULL, false},
	[FO_CITATION] = {"page-number-citation", PLACE_INLINE, " ref-id ", false},
	[FO_CITATION_LAST] = {"page-number-citation-last", PLACE_INLINE, " ref-id ", false},
	[FO_LEADER] = {"leader", PLACE_INLINE, NULL, false},
	[FO_GRAPHIC] = {"external-graphic", PLACE_GRAPHIC, " src ", false},
	[FO_MARKER] = {"marker", PLACE_INLINE, " marker-class-name ", true},
	[FO_RETRIEVE_MARKER] = {"retrieve-marker", PLACE_INLINE,
				" retrieve-class-name retrieve-position retrieve-boundary ", false},
	[FO_RETRIEVE_TABLE_MARKER] = {"retrieve-table-marker", PLACE_INLINE,
				      " retrieve-class-name retrieve-position-within-table ",
				      false},
};

const char *
fo_kind_name(enum fo_kind kind)
{
	return elements[kind].name;
}

static bool
is_fo(const xmlNode *xml)
{
	return xml->type == XML_ELEMENT_NODE && xml->ns &&
	       strcmp((const char *)xml->ns->href, FO_NS) == 0;
}

/* FO_KIND_COUNT for an element without a node. */
static enum fo_kind
kind_of_name(const char *name)
{
	for (int kind = FO_ROOT; kind < FO_KIND_COUNT; kind++)
		if (elements[kind].name[0] == name[0] && strcmp(elements[kind].name, name) == 0)
			return (enum fo_kind)kind;
	return FO_KIND_COUNT;
}

static struct fo_node *
node_new(struct fo_tree *tree, enum fo_kind kind, const struct fo_node *parent)
{
	struct fo_node *node;

	if (tree->blocks->len == 0 || tree->used == NODES_OF_BLOCK) {
		g_ptr_array_add(tree->blocks, g_new0(struct fo_node, NODES_OF_BLOCK));
		tree->used = 0;
	}
	node = tree->blocks->pdata[tree->blocks->len - 1];
	node += tree->used++;
	node->kind = kind;
	node->parent = (struct fo_node *)parent;
	if (parent) {
		node->at = parent->at;
		node->style = parent->style;
	}
	return node;
}

/* The attributes that are no properties, but for those that node has a place for; may be NULL. */
static const char *const *
attributes_copy(struct fo_tree *tree, const struct property_source *source)
{
	GPtrArray *list = tree->list;
	const char **copy;

	g_ptr_array_set_size(list, 0);
	for (const xmlAttr *attr = source->xml->properties; attr; attr = attr->next) {
		const char *name = (const char *)attr->name;

		if (property_counts(source, attr) || strcmp(name, "id") == 0 ||
		    strcmp(name, "source") == 0)
			continue;
		g_ptr_array_add(list, (void *)g_intern_string(name));
		g_ptr_array_add(list,
				g_string_chunk_insert_const(tree->texts, xml_attribute_text(attr)));
	}
	if (list->len == 0)
		return NULL;
	g_ptr_array_add(list, NULL);
	copy = g_memdup2(list->pdata, list->len * sizeof *list->pdata);
	g_ptr_array_add(tree->lists, copy);
	return copy;
}

/* once: it is no part of what comes out on many pages. */
static const char *
id_add(struct fo_tree *tree, const struct fo_node *node, const char *id, bool once)
{
	const char *kept = g_hash_table_lookup(tree->ids, id);

	if (kept && once)
		diag_add(tree->diags, DIAG_ID_DUPLICATE, node->at, "two places have the id “%s”",
			 id);
	if (kept)
		return kept;
	kept = g_string_chunk_insert(tree->strings, id);
	g_hash_table_add(tree->ids, (gpointer)kept);
	return kept;
}

static void
node_resolve(struct fo_tree *tree, struct fo_node *node, const xmlNode *xml, bool once)
{
	const char *source = xml_chancery_attribute(xml, "source");
	const char *id = xml_attribute(xml, "id");
	struct property_source from = {xml, elements[node->kind].name, elements[node->kind].own,
				       elements[node->kind].place, LOC_NONE};
	struct styles styles;

	if (source)
		node->at = loc_of_text(source);
	from.at = node->at;
	styles = resolver_find(tree->resolver, &from, node->style, tree->diags);
	node->style = styles.text;
	node->box = styles.box;
	node->id = id ? id_add(tree, node, id, once) : NULL;
	node->attributes = attributes_copy(tree, &from);
}

static void
text_add(struct fo_tree *tree, struct fo_node *parent, const xmlNode *xml, struct fo_node ***tail)
{
	struct fo_node *node;

	if (!elements[parent->kind].text) {
		if (!xmlIsBlankNode(xml))
			diag_add(tree->diags, DIAG_FO_UNSUPPORTED, parent->at, "fo:%s: text in it",
				 elements[parent->kind].name);
		return;
	}
	node = node_new(tree, FO_TEXT, parent);
	node->text = g_string_chunk_insert(tree->texts, (const char *)xml->content);
	**tail = node;
	*tail = &node->next;
}

static void children_add(struct fo_tree *tree, struct fo_node *node, xmlNode *parent, bool once);

/* Its nodes are made: only the markers in it are wanted still. */
static void
xml_drop(xmlNode *xml)
{
	if (xml->type == XML_ELEMENT_NODE && xml->children)
		return;
	xmlUnlinkNode(xml);
	xmlFreeNode(xml);
}

static void
element_add(struct fo_tree *tree, struct fo_node *parent, xmlNode *xml, struct fo_node ***tail,
	    bool once)
{
	enum fo_kind kind = is_fo(xml) ? kind_of_name((const char *)xml->name) : FO_KIND_COUNT;
	struct fo_node *node;

	if (kind == FO_KIND_COUNT) {
		for (gsize i = 0; i < G_N_ELEMENTS(elsewhere); i++)
			if (is_fo(xml) && strcmp((const char *)xml->name, elsewhere[i]) == 0)
				return;
		diag_add(tree->diags, DIAG_FO_UNSUPPORTED, parent->at, "element %s%s",
			 is_fo(xml) ? "fo:" : "", (const char *)xml->name);
		return;
	}
	node = node_new(tree, kind, parent);
	node_resolve(tree, node, xml, once);
	**tail = node;
	*tail = &node->next;
	if (kind == FO_MARKER) { /* its content is made where it is retrieved */
		node->xml = xml;
		return;
	}
	children_add(tree, node, xml, once);
	if (once)
		xml_drop(xml);
}

/* once: the content of parent is not wanted again, and goes. */
static void
children_add(struct fo_tree *tree, struct fo_node *node, xmlNode *parent, bool once)
{
	struct fo_node **tail = &node->first;

	for (xmlNode *xml = parent->children, *next; xml; xml = next) {
		next = xml->next;
		if (xml->type == XML_ELEMENT_NODE) {
			element_add(tree, node, xml, &tail, once);
		} else if (xml->type == XML_TEXT_NODE || xml->type == XML_CDATA_SECTION_NODE) {
			text_add(tree, node, xml, &tail);
			if (once)
				xml_drop(xml);
		}
	}
}

struct fo_tree *
fo_tree_new(xmlDoc *doc, GStringChunk *strings, struct diag_list *diags)
{
	struct fo_tree *tree = g_new0(struct fo_tree, 1);
	xmlNode *xml = xmlDocGetRootElement(doc);

	tree->doc = doc;
	tree->resolver = resolver_new();
	tree->blocks = g_ptr_array_new_with_free_func(g_free);
	tree->lists = g_ptr_array_new_with_free_func(g_free);
	tree->list = g_ptr_array_new();
	tree->texts = g_string_chunk_new(4096);
	tree->ids = g_hash_table_new(g_str_hash, g_str_equal);
	tree->strings = strings;
	tree->diags = diags;
	if (!xml || !is_fo(xml) || strcmp((const char *)xml->name, "root") != 0) {
		diag_add(diags, DIAG_FO_UNSUPPORTED, LOC_NONE, "the document is not an fo:root");
		return tree;
	}
	tree->root = node_new(tree, FO_ROOT, NULL);
	tree->root->xml = xml;
	node_resolve(tree, tree->root, xml, true);
	children_add(tree, tree->root, xml, true);
	return tree;
}

void
fo_tree_free(struct fo_tree *tree)
{
	if (!tree)
		return;
	g_ptr_array_unref(tree->blocks);
	g_ptr_array_unref(tree->lists);
	g_ptr_array_unref(tree->list);
	g_string_chunk_free(tree->texts);
	g_hash_table_unref(tree->ids);
	resolver_free(tree->resolver);
	xmlFreeDoc(tree->doc);
	g_free(tree);
}

struct fo_node *
fo_tree_root(const struct fo_tree *tree)
{
	return tree->root;
}

struct fo_node *
fo_tree_instance(struct fo_tree *tree, const struct fo_node *marker, const struct fo_node *parent)
{
	struct fo_node *node = node_new(tree, FO_WRAPPER, parent);

	node->box = parent->box;
	children_add(tree, node, (xmlNode *)marker->xml, false);
	return node;
}

bool
fo_is_inline(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_TEXT:
	case FO_INLINE:
	case FO_BASIC_LINK:
	case FO_FOOTNOTE:
	case FO_PAGE_NUMBER:
	case FO_CITATION:
	case FO_CITATION_LAST:
	case FO_LEADER:
	case FO_GRAPHIC:
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
		return true;
	case FO_WRAPPER:
		for (const struct fo_node *child = node->first; child; child = child->next)
			if (!fo_is_inline(child))
				return false;
		return true;
	default:
		return false;
	}
}

bool
fo_is_blank(const struct fo_node *node)
{
	if (node->kind == FO_MARKER)
		return true;
	return node->kind == FO_TEXT && node->style->spaces == SPACE_COLLAPSE &&
	       node->text[strspn(node->text, " \t\r\n")] == '\0';
}

const struct fo_node *
fo_child(const struct fo_node *node, enum fo_kind kind)
{
	for (const struct fo_node *child = node->first; child; child = child->next)
		if (child->kind == kind)
			return child;
	return NULL;
}

const char *
fo_attribute(const struct fo_node *node, const char *name)
{
	for (const char *const *at = node->attributes; at && *at; at += 2)
		if (strcmp(*at, name) == 0)
			return at[1];
	return NULL;
}
