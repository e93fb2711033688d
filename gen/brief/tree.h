/*
 * tree: building and asking the bulletin XML.
 *
 * Nodes belong to their document's tree as in libxml2; a node that is unlinked is the caller's.
 * Namespaces are declared on the document's root element, which tree_doc_new makes; names are
 * element names of docs/bulletin-xml.md.
 */
#ifndef CHANCERY_BRIEF_TREE_H
#define CHANCERY_BRIEF_TREE_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/loc.h"

enum tree_space { TREE_CM, TREE_B };	/* CommonMark's namespace; ours */

/* A document whose root element (in the given namespace) declares both namespaces. */
xmlDoc *tree_doc_new(enum tree_space space, const char *root);
void tree_doc_free(xmlDoc *doc);
/* The document's declaration of a namespace; lent. */
xmlNs *tree_ns(const xmlDoc *doc, enum tree_space space);

/* A new element without a parent, the caller's. */
xmlNode *tree_new(xmlDoc *doc, enum tree_space space, const char *name);
/* A new last child of parent; lent. */
xmlNode *tree_add(xmlNode *parent, enum tree_space space, const char *name);
/* The same with text inside; nothing is added for NULL text (then NULL is returned). */
xmlNode *tree_add_text(xmlNode *parent, enum tree_space space, const char *name, const char *text);
/* A `text` element of CommonMark's with this text. */
xmlNode *tree_add_run(xmlNode *parent, const char *text);

/* Set an attribute; a NULL value sets none. */
void tree_set(xmlNode *node, const char *name, const char *value);
void tree_set_int(xmlNode *node, const char *name, int value);
void tree_set_lang(xmlNode *node, const char *lang);	/* xml:lang and dir */
void tree_unset(xmlNode *node, const char *name);
/* The value of an attribute, lent, or NULL. */
const char *tree_find(const xmlNode *node, const char *name);
/* xml:lang in force at a node: its own or its nearest ancestor's; lent, NULL if none. */
const char *tree_lang(const xmlNode *node);

/* The slow half of tree_is. */
bool tree_is_named(const xmlNode *node, enum tree_space space, const char *name);

/* False for NULL too.  Asked of every node by every pass: most differ in their first letter. */
static inline bool
tree_is(const xmlNode *node, enum tree_space space, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE && node->name[0] == (xmlChar)name[0] &&
	       tree_is_named(node, space, name);
}

/* The first child element of that name, in either namespace; NULL if there is none, or no parent. */
xmlNode *tree_child(const xmlNode *parent, const char *name);
/* The nearest ancestor (not the node itself) of that name, or NULL. */
xmlNode *tree_above(const xmlNode *node, enum tree_space space, const char *name);
/*
 * The next node after this one in document order within root, not going below node when skip; NULL
 * at the end.  Inline, since every pass goes through all nodes.
 */
static inline xmlNode *
tree_next(const xmlNode *node, const xmlNode *root, bool skip)
{
	if (!skip && node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	for (; node && node != root; node = node->parent) {
		if (node->next)
			return node->next;
	}
	return NULL;
}

/*
 * Where nodes were written is known beside the tree: every run of text has a place, and readers of
 * the XML want few of them.  Of a node that has none, tree_loc tells its nearest ancestor's; a copy
 * has none.
 */
struct loc tree_loc(const xmlNode *node, const char *file);
bool tree_has_loc(const xmlNode *node);	/* one of its own */
void tree_set_loc(xmlNode *node, struct loc at);
/* Its own place as @sourcepos ("12:1"), before its other attributes or behind them. */
void tree_write_loc(xmlNode *node, bool first);
/* Nodes of from may move into to, which has no places yet: both know the same ones then. */
void tree_share_locs(xmlDoc *to, const xmlDoc *from);

/* The words of a node without notes, line ends as spaces; the caller frees. */
char *tree_plain(const xmlNode *node);
/* Put the children of node in its place and free it. */
void tree_unwrap(xmlNode *node);
/* Unlink and free. */
void tree_drop(xmlNode *node);
/* Move all children of from to the end of to. */
void tree_move_children(xmlNode *from, xmlNode *to);

#endif
