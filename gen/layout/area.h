/*
 * area: the area tree (XSL 1.1 §4): what stands where on which page, and which structure element it belongs to.
 *
 * Lengths are points; x, y are page coordinates of the top left corner, y grows downward.  Colours are 0xRRGGBB, AREA_NO_COLOUR none.
 * Children are in logical order.  Everything is owned by the tree; strings are interned or owned by it.
 *
 * Structure: tags form one tree in document order; tag->order is the pre-order index.  Text, graphic and rule areas that carry content
 * point to a leaf tag (a tag without child tags): a block with mixed content has its loose text wrapped in Span tags.
 * Areas without a tag are artifacts (backgrounds, borders, static content, repeated headers).
 */
#ifndef CHANCERY_LAYOUT_AREA_H
#define CHANCERY_LAYOUT_AREA_H

#include <glib.h>
#include <pango/pango.h>
#include <stdbool.h>
#include <stdio.h>

#define AREA_NO_COLOUR 0xFFFFFFFFu

struct tag {
	const char *type;	/* standard structure type: "P", "H1", "Link" … */
	struct tag *parent;	/* NULL for the root, a Document */
	GPtrArray *children;	/* struct tag *; NULL or empty: a leaf */
	int order;
	const char *lang;	/* where it differs from the parent's, else NULL */
	const char *alt;	/* Figure; also Link: what the annotation says */
	const char *scope;	/* TH: "Column" | "Row" */
	const char *id;		/* Note */
	int colspan, rowspan;	/* 0 or 1: none */
	const char *uri;	/* Link to outside */
	const char *dest;	/* Link to a destination of this document */
};

enum area_kind { AREA_BLOCK, AREA_LINE, AREA_TEXT, AREA_GRAPHIC, AREA_LEADER };

struct area_borders {		/* widths in points and colours: top, right, bottom, left */
	double width[4];
	guint32 colour[4];
};

struct image;
struct scene;

struct area {			/* one of a table's 200,000: what is added here is added to all */
	enum area_kind kind;
	int leader;		/* LEADER: enum leader_pattern */
	guint32 background;	/* BLOCK */
	guint32 colour;		/* TEXT, LEADER */
	double x, y, width, height;
	double baseline;	/* LINE, TEXT, LEADER: y of the baseline */
	struct tag *tag;
	const char *id;		/* a destination at the top of this area; NULL if none */
	const char *fo;		/* the formatting object's name, for the dump; static */
	struct area *first, *last;	/* children; NULL for none */
	struct area *next;	/* its parent's next child */
	struct area_borders *borders;	/* BLOCK; NULL if none */
	PangoGlyphItem *glyphs;	/* TEXT */
	const char *text;	/* TEXT: base of the item's offset */
	const struct scene *scene;	/* GRAPHIC: lent from the environment, like image: */
	const struct image *image;	/* one of both, or none where there is no such graphic */
	bool hyphen;		/* TEXT: a hyphen inserted at a line end; extraction must not show it */
};

struct page {
	double width, height;
	const char *label;	/* what page-number prints on it */
	/* Boxes of no size: the children of one are static content, all artifacts, of the other body and footnotes. */
	struct area *furniture, *flow;
};

struct bookmark {
	char *title;
	const char *dest;
	GPtrArray *children;	/* struct bookmark * */
	bool open;
};

struct metadata {		/* from fo:declarations (XMP) and the root's xml:lang; NULL where not given */
	char *title, *author, *subject, *keywords, *lang, *created, *modified;	/* ISO 8601 instants */
};

struct area_tree {
	GPtrArray *pages;	/* struct page * */
	struct tag *document;
	GPtrArray *bookmarks;	/* struct bookmark * */
	struct metadata metadata;
	GPtrArray *keep;	/* paragraphs and other things the areas lend from, freed last */
};

void area_tree_free(struct area_tree *tree);
typedef struct area_tree AreaTree;	/* for g_autoptr(AreaTree) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AreaTree, area_tree_free)

/* `dump areas` and `dump tags`: stable text, lengths with two decimals; the caller frees. */
char *area_tree_dump(const struct area_tree *tree);
char *tag_tree_dump(const struct area_tree *tree);

#endif
