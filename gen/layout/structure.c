/* structure: see structure.h. */
#include "layout/structure.h"

#include <string.h>
#include "base/diag.h"

/* The element that content goes to while the objects are walked. */
struct element {
	struct tag *tag;
	struct tag *span; /* the Span that loose text goes to just now; NULL for none */
	const char *lang; /* in force */
	bool wrap;	  /* the element will have children, so text needs a Span */
};

static void children_tag(struct formatter *formatter, const struct fo_node *node,
			 struct element *element);

static bool
has_role(const struct fo_node *node, const char *role)
{
	return g_strcmp0(fo_attribute(node, "role"), role) == 0;
}

/*
 * Is node the one block of a cell, label or body?  Then that element is enough (a table of many
 * cells is large as it is).
 */
static bool
is_sole_block(const struct fo_node *node)
{
	const struct fo_node *parent = node->parent;

	if (parent->kind != FO_TABLE_CELL && parent->kind != FO_LIST_ITEM_LABEL &&
	    parent->kind != FO_LIST_ITEM_BODY)
		return false;
	for (const struct fo_node *child = parent->first; child; child = child->next)
		if (child != node && !fo_is_blank(child))
			return false;
	return true;
}

/* A figure alone on its line is no paragraph. */
static bool
has_words(const struct fo_node *node)
{
	for (const struct fo_node *child = node->first; child; child = child->next)
		if (fo_is_inline(child) && !fo_is_blank(child) && child->kind != FO_GRAPHIC)
			return true;
	return false;
}

static const char *
cell_type(const struct fo_node *node)
{
	return node->parent->parent->kind == FO_TABLE_HEADER ? "TH" : "TD";
}

/* The type where there is no role; NULL for no element. */
static const char *
default_type(const struct fo_node *node, const struct element *element)
{
	switch (node->kind) {
	case FO_BLOCK:
		return has_words(node) && !is_sole_block(node) ? "P" : NULL;
	case FO_LIST_BLOCK:
		return "L";
	case FO_LIST_ITEM:
		return "LI";
	case FO_LIST_ITEM_LABEL:
		return "Lbl";
	case FO_LIST_ITEM_BODY:
		return "LBody";
	case FO_TABLE:
		return "Table";
	case FO_TABLE_HEADER:
		return "THead";
	case FO_TABLE_FOOTER:
		return "TFoot";
	case FO_TABLE_BODY:
		return "TBody";
	case FO_TABLE_ROW:
		return "TR";
	case FO_TABLE_CELL:
		return cell_type(node);
	case FO_BASIC_LINK:
		return "Link";
	case FO_FOOTNOTE_BODY:
		return "Note";
	case FO_GRAPHIC:
		return "Figure";
	case FO_INLINE:
	case FO_WRAPPER:
		return node->style->lang != element->lang ? "Span" : NULL;
	default:
		return NULL;
	}
}

/* "Artifact" where node and all in it are artifacts; NULL for no element of its own. */
static const char *
node_type(const struct fo_node *node, const struct element *element)
{
	const char *role = fo_attribute(node, "role");

	if (!role)
		return default_type(node, element);
	return strcmp(role, "NonStruct") == 0 ? NULL : g_intern_string(role);
}

/* Will anything in node make an element? */
static bool
has_elements(const struct fo_node *node, const struct element *element)
{
	for (const struct fo_node *child = node->first; child; child = child->next) {
		const char *type = child->kind == FO_MARKER || child->kind == FO_TEXT
					   ? NULL
					   : node_type(child, element);

		if (type && strcmp(type, "Artifact") != 0)
			return true;
		if (!type && child->kind != FO_MARKER && has_elements(child, element))
			return true;
	}
	return false;
}

static const char *
kept_string(struct formatter *formatter, const char *text)
{
	return text ? g_string_chunk_insert(formatter->strings, text) : NULL;
}

/* "url(…)" without the wrapping; quotes are allowed. */
static const char *
uri_of(struct formatter *formatter, const char *destination)
{
	g_autofree char *uri = NULL;

	if (!destination)
		return NULL;
	if (!g_str_has_prefix(destination, "url(") || !g_str_has_suffix(destination, ")"))
		return kept_string(formatter, destination);
	uri = g_strndup(destination + 4, strlen(destination) - 5);
	if ((*uri == '\'' || *uri == '"') && strlen(uri) >= 2) {
		uri[strlen(uri) - 1] = '\0';
		return kept_string(formatter, uri + 1);
	}
	return kept_string(formatter, uri);
}

static void
link_fill(struct formatter *formatter, const struct fo_node *node, struct tag *tag)
{
	tag->dest = kept_string(formatter, fo_attribute(node, "internal-destination"));
	tag->uri = uri_of(formatter, fo_attribute(node, "external-destination"));
	if (!tag->dest && !tag->uri)
		formatter_complain(formatter, node, "no destination");
}

static void
cell_fill(const struct fo_node *node, struct tag *tag)
{
	const char *scope = fo_attribute(node, "scope");

	tag->colspan = node->box->columns_spanned > 1 ? node->box->columns_spanned : 0;
	tag->rowspan = node->box->rows_spanned > 1 ? node->box->rows_spanned : 0;
	if (strcmp(tag->type, "TH") != 0)
		return;
	if (!scope)
		scope = node->parent->parent->kind == FO_TABLE_HEADER ? "column" : "row";
	tag->scope = strcmp(scope, "row") == 0 ? "Row" : "Column";
}

/* PDF/UA-1 7.9-2: every Note has an ID of its own. */
static void
note_fill(struct formatter *formatter, const struct fo_node *node, struct tag *tag)
{
	const struct fo_node *named = node;
	g_autofree char *name = NULL;

	while (named && !named->id)
		named = named->first;
	name = named ? g_strconcat("note-", named->id, NULL)
		     : g_strdup_printf("note.%u", ++formatter->notes);
	tag->id = kept_string(formatter, name);
}

static void
tag_fill(struct formatter *formatter, const struct fo_node *node, struct tag *tag,
	 const struct element *parent)
{
	const char *alt = fo_attribute(node, "alt");

	tag->alt = alt && *alt ? kept_string(formatter, alt) : NULL;
	if (node->style->lang != parent->lang)
		tag->lang = node->style->lang;
	if (node->kind == FO_BASIC_LINK)
		link_fill(formatter, node, tag);
	else if (node->kind == FO_TABLE_CELL)
		cell_fill(node, tag);
	else if (strcmp(tag->type, "Note") == 0)
		note_fill(formatter, node, tag);
	if (strcmp(tag->type, "Figure") == 0 && !tag->alt)
		diag_add(formatter->env->diags, DIAG_ALT_MISSING, node->at,
			 "the figure has no alternative text");
}

/*
 * Text, page numbers and the like: the element itself where it is a leaf, else a Span that goes on
 * until the next element.
 */
static struct tag *
leaf_of(struct element *element)
{
	if (!element->wrap)
		return element->tag;
	if (!element->span)
		element->span = tag_new(element->tag, "Span");
	return element->span;
}

/* A graphic whose object around is the Figure, perhaps with a caption, is content of that. */
static bool
is_content(const struct fo_node *node)
{
	return (node->kind == FO_GRAPHIC && has_role(node, "NonStruct")) || node->kind == FO_TEXT ||
	       node->kind == FO_PAGE_NUMBER || node->kind == FO_CITATION ||
	       node->kind == FO_CITATION_LAST;
}

static void
node_tag(struct formatter *formatter, struct fo_node *node, struct element *element)
{
	const char *type;
	struct element own;

	if (node->kind == FO_MARKER || node->kind == FO_STATIC_CONTENT ||
	    has_role(node, "Artifact"))
		return;
	if (is_content(node)) {
		node->tag = leaf_of(element);
		return;
	}
	type = node_type(node, element);
	if (!type) {
		children_tag(formatter, node, element);
		return;
	}
	element->span = NULL;
	node->tag = tag_new(element->tag, type);
	tag_fill(formatter, node, node->tag, element);
	own = (struct element){node->tag, NULL, node->style->lang, has_elements(node, element)};
	children_tag(formatter, node, &own);
}

static void
children_tag(struct formatter *formatter, const struct fo_node *node, struct element *element)
{
	struct fo_node *footer = NULL;

	for (struct fo_node *child = node->first; child; child = child->next) {
		/* Written before the body (XSL 1.1 §6.7.3), read after it. */
		if (child->kind == FO_TABLE_FOOTER)
			footer = child;
		else
			node_tag(formatter, child, element);
	}
	if (footer)
		node_tag(formatter, footer, element);
}

void
structure_build(struct formatter *formatter, const struct fo_node *root)
{
	struct tag *document = formatter->areas->document;
	struct element element = {document, NULL, root->style->lang, true};

	document->lang = root->style->lang;
	children_tag(formatter, root, &element);
}

/* Until tags are numbered, the order of one that an area shows is 1. */
static void
tags_use(const struct area *area)
{
	for (; area; area = area->next) {
		if (area->tag)
			area->tag->order = 1;
		tags_use(area->first);
	}
}

/* Spans of white space that no line shows are dropped; an empty cell or item says something. */
static void
tags_prune(struct tag *tag)
{
	guint kept = 0;

	if (!tag->children)
		return;
	for (guint i = 0; i < tag->children->len; i++) {
		struct tag *child = tag->children->pdata[i];

		tags_prune(child);
		if (strcmp(child->type, "Span") == 0 &&
		    !(child->children && child->children->len) &&
		    child->order == 0) {
			g_clear_pointer(&child->children, g_ptr_array_unref);
			g_free(child);
			continue;
		}
		tag->children->pdata[kept++] = child;
	}
	g_ptr_array_set_free_func(tag->children, NULL);
	g_ptr_array_set_size(tag->children, (gint)kept);
	tag_children_own(tag);
}

static void
tags_number(struct tag *tag, int *order)
{
	tag->order = (*order)++;
	for (guint i = 0; tag->children && i < tag->children->len; i++)
		tags_number(tag->children->pdata[i], order);
}

void
structure_finish(struct formatter *formatter)
{
	const GPtrArray *pages = formatter->areas->pages;
	int order = 0;

	for (guint i = 0; i < pages->len; i++)
		tags_use(((const struct page *)pages->pdata[i])->flow->first);
	tags_prune(formatter->areas->document);
	tags_number(formatter->areas->document, &order);
}
