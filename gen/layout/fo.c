/* fo: see fo.h. */
#include "layout/fo.h"

#include <string.h>
#include "base/diag.h"
#include "layout/resolver.h"

#define BLOCKISH (PLACE_BLOCK | PLACE_FRAME)

/* Elements of XSL that are read elsewhere, from the document: no node, no complaint. */
static const char *const elsewhere[] = {"layout-master-set", "declarations", "bookmark-tree",
					"title"};

struct fo_tree {
	struct resolver *resolver;
	GPtrArray *nodes; /* owns every struct fo_node */
	struct fo_node *root;
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
	[FO_INLINE] = {"inline", PLACE_INLINE, NULL, true},
	[FO_WRAPPER] = {"wrapper", PLACE_INLINE, NULL, true},
	[FO_BASIC_LINK] = {"basic-link", PLACE_INLINE,
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
		if (strcmp(elements[kind].name, name) == 0)
			return (enum fo_kind)kind;
	return FO_KIND_COUNT;
}

static struct fo_node *
node_new(struct fo_tree *tree, enum fo_kind kind, const struct fo_node *parent, const xmlNode *xml)
{
	struct fo_node *node = g_new0(struct fo_node, 1);

	node->kind = kind;
	node->parent = (struct fo_node *)parent;
	node->xml = xml;
	if (parent) {
		node->at = parent->at;
		node->style = parent->style;
	}
	g_ptr_array_add(tree->nodes, node);
	return node;
}

static void
node_resolve(struct fo_tree *tree, struct fo_node *node)
{
	const char *source = xml_chancery_attribute(node->xml, "source");
	const char *id = xml_attribute(node->xml, "id");
	struct property_source from = {node->xml, elements[node->kind].name, elements[node->kind].own,
				       elements[node->kind].place, LOC_NONE};
	struct styles styles;

	if (source)
		node->at = loc_of_text(source);
	from.at = node->at;
	styles = resolver_find(tree->resolver, &from, node->style, tree->diags);
	node->style = styles.text;
	node->box = styles.box;
	node->id = id ? g_string_chunk_insert(tree->strings, id) : NULL;
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
	node = node_new(tree, FO_TEXT, parent, xml);
	node->text = (const char *)xml->content;
	**tail = node;
	*tail = &node->next;
}

static void children_add(struct fo_tree *tree, struct fo_node *node);

static void
element_add(struct fo_tree *tree, struct fo_node *parent, const xmlNode *xml,
	    struct fo_node ***tail)
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
	node = node_new(tree, kind, parent, xml);
	node_resolve(tree, node);
	**tail = node;
	*tail = &node->next;
	if (kind != FO_MARKER) /* its content is made where it is retrieved */
		children_add(tree, node);
}

static void
children_add(struct fo_tree *tree, struct fo_node *node)
{
	struct fo_node **tail = &node->first;

	for (const xmlNode *xml = node->xml->children; xml; xml = xml->next) {
		if (xml->type == XML_ELEMENT_NODE)
			element_add(tree, node, xml, &tail);
		else if (xml->type == XML_TEXT_NODE || xml->type == XML_CDATA_SECTION_NODE)
			text_add(tree, node, xml, &tail);
	}
}

struct fo_tree *
fo_tree_new(xmlDoc *doc, GStringChunk *strings, struct diag_list *diags)
{
	struct fo_tree *tree = g_new0(struct fo_tree, 1);
	const xmlNode *xml = xmlDocGetRootElement(doc);

	tree->resolver = resolver_new();
	tree->nodes = g_ptr_array_new_with_free_func(g_free);
	tree->strings = strings;
	tree->diags = diags;
	if (!xml || !is_fo(xml) || strcmp((const char *)xml->name, "root") != 0) {
		diag_add(diags, DIAG_FO_UNSUPPORTED, LOC_NONE, "the document is not an fo:root");
		return tree;
	}
	tree->root = node_new(tree, FO_ROOT, NULL, xml);
	node_resolve(tree, tree->root);
	children_add(tree, tree->root);
	return tree;
}

void
fo_tree_free(struct fo_tree *tree)
{
	if (!tree)
		return;
	g_ptr_array_unref(tree->nodes);
	resolver_free(tree->resolver);
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
	struct fo_node *node = node_new(tree, FO_WRAPPER, parent, marker->xml);

	node->box = parent->box;
	children_add(tree, node);
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
	return node->xml ? xml_attribute(node->xml, name) : NULL;
}
