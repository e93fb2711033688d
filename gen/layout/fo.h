/*
 * fo: the tree of formatting objects under fo:root that make areas, with resolved properties.
 *
 * The tree takes the document and frees of it what has become nodes, for a long table is large
 * twice; masters, declarations and bookmarks stay in it (master.h, metadata.h), and so do markers,
 * whose content becomes nodes where it is retrieved.  Unknown elements are fo-unsupported and left
 * out together with what is in them.
 */
#ifndef CHANCERY_LAYOUT_FO_H
#define CHANCERY_LAYOUT_FO_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/loc.h"
#include "layout/style.h"

#define FO_NS "http://www.w3.org/1999/XSL/Format"

struct diag_list;
struct tag;

enum fo_kind {
	FO_TEXT, FO_ROOT, FO_PAGE_SEQUENCE, FO_STATIC_CONTENT, FO_FLOW,
	FO_BLOCK, FO_BLOCK_CONTAINER, FO_FLOAT,
	FO_LIST_BLOCK, FO_LIST_ITEM, FO_LIST_ITEM_LABEL, FO_LIST_ITEM_BODY,
	FO_TABLE, FO_TABLE_COLUMN, FO_TABLE_HEADER, FO_TABLE_FOOTER, FO_TABLE_BODY,
	FO_TABLE_ROW, FO_TABLE_CELL,
	FO_INLINE, FO_WRAPPER, FO_BASIC_LINK, FO_FOOTNOTE, FO_FOOTNOTE_BODY,
	FO_PAGE_NUMBER, FO_CITATION, FO_CITATION_LAST, FO_LEADER, FO_GRAPHIC,
	FO_MARKER, FO_RETRIEVE_MARKER, FO_RETRIEVE_TABLE_MARKER, FO_KIND_COUNT
};

struct fo_node {
	enum fo_kind kind;
	struct fo_node *parent, *next, *first;
	const struct text_style *style;
	const struct box_style *box;
	const xmlNode *xml;	/* of the root and of markers; else NULL */
	const char *const *attributes;	/* besides properties: name, value, … NULL; may be NULL */
	const char *text;	/* FO_TEXT */
	const char *id;		/* NULL for none */
	struct loc at;		/* the nearest `source` */
	struct tag *tag;	/* of content its leaf, else the element made of it, or NULL */
};

struct fo_tree;

/* Takes doc.  ids go to strings, which must outlive what is made of the tree. */
struct fo_tree *fo_tree_new(xmlDoc *doc, GStringChunk *strings, struct diag_list *diags);
void fo_tree_free(struct fo_tree *tree);
/* NULL where the document has no fo:root. */
struct fo_node *fo_tree_root(const struct fo_tree *tree);
/*
 * The content of a marker as it comes out where it is retrieved (XSL §6.13.6): a container that
 * inherits from parent.
 */
struct fo_node *fo_tree_instance(struct fo_tree *tree, const struct fo_node *marker,
				 const struct fo_node *parent);

/* "block", "table-cell": the local name; static. "text" for text. */
const char *fo_kind_name(enum fo_kind kind);
/* Content of a line, as opposed to what stacks. */
bool fo_is_inline(const struct fo_node *node);
/* Text of nothing but white space that may be dropped between blocks. */
bool fo_is_blank(const struct fo_node *node);
/* First child of the kind, or NULL. */
const struct fo_node *fo_child(const struct fo_node *node, enum fo_kind kind);
/*
 * An attribute that is no property, or NULL; lent.  Those of urn:chancery:fo go by their local
 * names, which no other has.
 */
const char *fo_attribute(const struct fo_node *node, const char *name);

#endif
