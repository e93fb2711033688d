/* tree: building and asking the bulletin XML. */
#include "brief/tree.h"

#include <stdlib.h>
#include <string.h>

#include "brief/brief.h"
#include "locale/locale.h"

static const char *const spaces[] = {[TREE_CM] = NS_COMMONMARK, [TREE_B] = NS_BULLETIN};

/* Of a brief of some pages. */
enum { PLACES_USUAL = 512 };

/* A document's _private is an array of these, a node's the index of its own plus one; 0: none. */
struct tree_place {
	int line, column, end_column;
};

xmlDoc *
tree_doc_new(enum tree_space space, const char *root)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *node = xmlNewDocNode(doc, NULL, BAD_CAST root, NULL);

	doc->_private = g_array_sized_new(FALSE, FALSE, sizeof(struct tree_place), PLACES_USUAL);
	xmlDocSetRootElement(doc, node);
	xmlNewNs(node, BAD_CAST NS_COMMONMARK, NULL)->_private = (void *)spaces[TREE_CM];
	xmlNewNs(node, BAD_CAST NS_BULLETIN, BAD_CAST "b")->_private = (void *)spaces[TREE_B];
	xmlSetNs(node, tree_ns(doc, space));
	return doc;
}

void
tree_doc_free(xmlDoc *doc)
{
	if (!doc)
		return;
	g_array_unref(doc->_private);
	xmlFreeDoc(doc);
}

xmlNs *
tree_ns(const xmlDoc *doc, enum tree_space space)
{
	xmlNs *ns = xmlDocGetRootElement(doc)->nsDef;

	/* ours is the one with a prefix */
	while (ns && (ns->prefix != NULL) != (space == TREE_B))
		ns = ns->next;
	return ns;
}

xmlNode *
tree_new(xmlDoc *doc, enum tree_space space, const char *name)
{
	return xmlNewDocNode(doc, tree_ns(doc, space), BAD_CAST name, NULL);
}

xmlNode *
tree_add(xmlNode *parent, enum tree_space space, const char *name)
{
	return xmlAddChild(parent, tree_new(parent->doc, space, name));
}

xmlNode *
tree_add_text(xmlNode *parent, enum tree_space space, const char *name, const char *text)
{
	xmlNode *node;

	if (!text)
		return NULL;
	node = tree_add(parent, space, name);
	xmlAddChild(node, xmlNewDocText(parent->doc, BAD_CAST text));
	return node;
}

xmlNode *
tree_add_run(xmlNode *parent, const char *text)
{
	return tree_add_text(parent, TREE_CM, "text", text);
}

/* Most names differ in their first letter. */
static bool
is_called(const xmlAttr *attr, const char *name)
{
	return attr->name[0] == (xmlChar)name[0] && strcmp((const char *)attr->name, name) == 0;
}

/* As xmlHasProp does, but that it looks in no DTD: these documents have none. */
static xmlAttr *
attr_of(const xmlNode *node, const char *name)
{
	xmlAttr *attr = node->properties;

	while (attr && (attr->ns || !is_called(attr, name)))
		attr = attr->next;
	return attr;
}

void
tree_set(xmlNode *node, const char *name, const char *value)
{
	if (!value)
		return;
	if (attr_of(node, name))
		xmlSetProp(node, BAD_CAST name, BAD_CAST value);
	else
		xmlNewNsProp(node, NULL, BAD_CAST name, BAD_CAST value);
}

/* The digits of a number that is not negative, ending before end. */
static char *
put_digits(char *end, int value)
{
	do
		*--end = (char)('0' + value % 10);
	while (value /= 10);
	return end;
}

void
tree_set_int(xmlNode *node, const char *name, int value)
{
	/* there are many of them: no printf */
	char text[16], *start = text + sizeof(text);

	*--start = '\0';
	start = put_digits(start, ABS(value));
	if (value < 0)
		*--start = '-';
	tree_set(node, name, start);
}

void
tree_set_lang(xmlNode *node, const char *lang)
{
	xmlNodeSetLang(node, BAD_CAST lang);
	tree_set(node, "dir", locale_tag_is_rtl(lang) ? "rtl" : "ltr");
}

void
tree_unset(xmlNode *node, const char *name)
{
	xmlAttr *attr = attr_of(node, name);

	if (attr)
		xmlRemoveProp(attr);
}

/* An attribute made by us has one text child, or none when empty. */
static const char *
value_of(const xmlAttr *attr)
{
	if (!attr)
		return NULL;
	return attr->children ? (const char *)attr->children->content : "";
}

const char *
tree_find(const xmlNode *node, const char *name)
{
	return value_of(attr_of(node, name));
}

const char *
tree_lang(const xmlNode *node)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
		for (const xmlAttr *attr = node->properties; attr; attr = attr->next) {
			if (attr->ns && is_called(attr, "lang"))
				return value_of(attr);
		}
	}
	return NULL;
}

/* Declarations made here know whose they are; copies, and those of pictures, are read. */
static bool
is_space(const xmlNs *ns, enum tree_space space)
{
	if (ns->_private)
		return ns->_private == spaces[space];
	return strcmp((const char *)ns->href, spaces[space]) == 0;
}

bool
tree_is_named(const xmlNode *node, enum tree_space space, const char *name)
{
	return strcmp((const char *)node->name, name) == 0 && node->ns && is_space(node->ns, space);
}

xmlNode *
tree_child(const xmlNode *parent, const char *name)
{
	for (xmlNode *child = parent ? parent->children : NULL; child; child = child->next) {
		if (child->type == XML_ELEMENT_NODE && strcmp((const char *)child->name, name) == 0)
			return child;
	}
	return NULL;
}

xmlNode *
tree_above(const xmlNode *node, enum tree_space space, const char *name)
{
	xmlNode *above = node->parent;

	while (above && !tree_is(above, space, name))
		above = above->type == XML_ELEMENT_NODE ? above->parent : NULL;
	return above;
}

struct loc
tree_loc(const xmlNode *node, const char *file)
{
	struct loc at = {.file = file};

	while (node && node->type == XML_ELEMENT_NODE && !tree_has_loc(node))
		node = node->parent;
	if (node && node->type == XML_ELEMENT_NODE) {
		const GArray *places = node->doc->_private;
		const struct tree_place *place = &g_array_index(
			places, struct tree_place, GPOINTER_TO_UINT(node->_private) - 1);

		at.line = place->line;
		at.column = place->column;
		at.end_column = place->end_column;
	}
	return at;
}

bool
tree_has_loc(const xmlNode *node)
{
	return node->_private != NULL;
}

void
tree_set_loc(xmlNode *node, struct loc at)
{
	GArray *places = node->doc->_private;
	struct tree_place place = {at.line, at.column,
				   at.end_column > at.column ? at.end_column : 0};

	if (at.line <= 0 || at.column <= 0)
		return;
	g_array_append_val(places, place);
	node->_private = GUINT_TO_POINTER(places->len);
}

/* libxml2 adds attributes only at the end. */
static void
put_first(xmlAttr *attr)
{
	xmlNode *node = attr->parent;

	if (!attr->prev)
		return;
	attr->prev->next = NULL;
	attr->prev = NULL;
	attr->next = node->properties;
	attr->next->prev = attr;
	node->properties = attr;
}

void
tree_write_loc(xmlNode *node, bool first)
{
	struct loc at = tree_loc(node, NULL);
	char text[32], *start = text + sizeof(text);
	xmlAttr *attr;

	*--start = '\0';
	start = put_digits(start, at.column);
	*--start = ':';
	start = put_digits(start, at.line);
	attr = xmlNewNsProp(node, NULL, BAD_CAST "sourcepos", BAD_CAST start);
	if (first)
		put_first(attr);
}

void
tree_share_locs(xmlDoc *to, const xmlDoc *from)
{
	GArray *places = to->_private;

	g_assert(places->len == 0);
	g_array_unref(places);
	to->_private = g_array_ref(from->_private);
}

char *
tree_plain(const xmlNode *node)
{
	const char *first = NULL; /* mostly there is no second */
	GString *out = NULL;
	const xmlNode *at = node;

	while (at) {
		bool skip = tree_is(at, TREE_B, "note") || tree_is(at, TREE_B, "noteref");
		const char *words = NULL;

		if (at->type == XML_TEXT_NODE)
			words = (const char *)at->content;
		else if (tree_is(at, TREE_CM, "softbreak") || tree_is(at, TREE_CM, "linebreak"))
			words = " ";
		if (words && first && !out)
			out = g_string_new(first);
		if (words && out)
			g_string_append(out, words);
		else if (words)
			first = words;
		at = tree_next(at, node, skip);
	}
	return out ? g_string_free(out, FALSE) : g_strdup(first ? first : "");
}

void
tree_unwrap(xmlNode *node)
{
	xmlNode *child, *next;

	for (child = node->children; child; child = next) {
		next = child->next;
		xmlUnlinkNode(child);
		xmlAddPrevSibling(node, child);
	}
	tree_drop(node);
}

void
tree_drop(xmlNode *node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

void
tree_move_children(xmlNode *from, xmlNode *to)
{
	xmlNode *child, *next;

	for (child = from->children; child; child = next) {
		next = child->next;
		xmlUnlinkNode(child);
		xmlAddChild(to, child);
	}
}
