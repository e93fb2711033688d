/*
 * area_build: how the rooms of layout make the area tree of area.h.  Painters do not include this.
 */
#ifndef CHANCERY_LAYOUT_AREA_BUILD_H
#define CHANCERY_LAYOUT_AREA_BUILD_H

#include <glib.h>
#include "layout/area.h"

/* Empty but for a Document tag. */
struct area_tree *area_tree_new(void);
/* Give data to the tree; freed after all areas, in the order given. */
void area_tree_keep(struct area_tree *tree, void *data, GDestroyNotify destroy);
/* A new last page; lent. */
struct page *page_new(struct area_tree *tree, double width, double height);
/* A new last bookmark among siblings; lent. */
struct bookmark *bookmark_new(GPtrArray *siblings);
/* A new last child; lent by parent, or the caller's where that is NULL.  type must outlive it. */
struct tag *tag_new(struct tag *parent, const char *type);

/* Let tag free its children again, after their array was rearranged without a free function. */
void tag_children_own(struct tag *tag);

/* fo is static.  The caller's until area_add gives it to a parent. */
struct area *area_new(enum area_kind kind, const char *fo);
void area_free(void *area);	/* may be NULL */
void area_add(struct area *parent, struct area *child);
/* All children of from become parent's. */
void area_adopt(struct area *parent, struct area *from);
void area_move(struct area *area, double dx, double dy);
/* With all below it, without tags and destinations: a repeated table header. */
struct area *area_copy_as_artifact(const struct area *area);

#endif
