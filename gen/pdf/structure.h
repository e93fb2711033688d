/*
 * structure: from the areas of pages to the order in which a tagged PDF has to be drawn.
 *
 * cairo writes structure elements in drawing order and cannot go back to an earlier page, so
 * drawing goes page by page and, on a page, in the order of the tag tree.  A part is what one leaf
 * tag has on one page.  Positions on the page are free: a footnote is drawn right after its
 * reference although it stands at the foot. Parts borrow tags and areas from the area tree.
 */
#ifndef CHANCERY_PDF_STRUCTURE_H
#define CHANCERY_PDF_STRUCTURE_H

#include <glib.h>
#include <stdbool.h>
#include "layout/area.h"

struct part {
	struct tag *tag;	/* a leaf */
	guint page;		/* 0-based */
	bool split;		/* the leaf has parts on other pages too */
	GPtrArray *areas;	/* const struct area *, in logical order; empty for an empty cell */
};

/* All parts in drawing order; elements are struct part *, freed with the array. */
GPtrArray *structure_parts(const struct area_tree *tree);

/*
 * One structure element as cairo will write it, recorded when it is begun: the pre-order of the
 * emitted tree.
 */
struct element {
	const struct tag *tag;	/* NULL: a Span made for one page's share of a split leaf */
	const char *type;
	guint page;
	bool again;		/* the tag was begun before (on an earlier page) */
	bool has_box;
	double box[4];		/* PDF coordinates: left, bottom, right, top */
	char *contents;		/* Link: what the annotation says */
	gunichar label;		/* the first character that a label draws; else 0 */
	guint object;		/* its number in the file; 0 until finish_tree has found it */
	guint annotation;	/* Link: likewise */
};

struct element_list;
typedef struct element_list ElementList;	/* for g_autoptr(ElementList) only */
struct element_list *element_list_new(void);
void element_list_free(struct element_list *list);
/* The new element of a tag, or of none, to be filled in; lent until the next call. */
struct element *element_list_add(struct element_list *list, const struct tag *tag);
struct element *element_list_at(const struct element_list *list, guint index);
/* The first element of a tag, or NULL; lent likewise. */
const struct element *element_list_find(const struct element_list *list, const struct tag *tag);
guint element_list_length(const struct element_list *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ElementList, element_list_free)

#endif
