/* area: making, moving, copying and freeing areas and the tree; see area.h and area_build.h. */
#include "layout/area.h"

#include "layout/area_build.h"

struct kept {
	void *data;
	GDestroyNotify destroy;
};

static void
kept_free(void *data)
{
	struct kept *kept = data;

	kept->destroy(kept->data);
	g_free(kept);
}

static void
page_free(void *data)
{
	struct page *page = data;

	area_free(page->furniture);
	area_free(page->flow);
	g_free(page);
}

static void
bookmark_free(void *data)
{
	struct bookmark *bookmark = data;

	g_free(bookmark->title);
	g_ptr_array_unref(bookmark->children);
	g_free(bookmark);
}

static void
tag_free(void *data)
{
	struct tag *tag = data;

	g_clear_pointer(&tag->children, g_ptr_array_unref);
	g_free(tag);
}

struct area_tree *
area_tree_new(void)
{
	struct area_tree *tree = g_new0(struct area_tree, 1);

	tree->pages = g_ptr_array_new_with_free_func(page_free);
	tree->bookmarks = g_ptr_array_new_with_free_func(bookmark_free);
	tree->keep = g_ptr_array_new_with_free_func(kept_free);
	tree->document = tag_new(NULL, "Document");
	return tree;
}

void
area_tree_free(struct area_tree *tree)
{
	if (!tree)
		return;
	g_ptr_array_unref(tree->pages);
	g_ptr_array_unref(tree->bookmarks);
	tag_free(tree->document);
	g_free(tree->metadata.title);
	g_free(tree->metadata.author);
	g_free(tree->metadata.subject);
	g_free(tree->metadata.keywords);
	g_free(tree->metadata.lang);
	g_free(tree->metadata.created);
	g_free(tree->metadata.modified);
	g_ptr_array_unref(tree->keep);
	g_free(tree);
}

void
area_tree_keep(struct area_tree *tree, void *data, GDestroyNotify destroy)
{
	struct kept *kept = g_new(struct kept, 1);

	kept->data = data;
	kept->destroy = destroy;
	g_ptr_array_add(tree->keep, kept);
}

struct page *
page_new(struct area_tree *tree, double width, double height)
{
	struct page *page = g_new0(struct page, 1);

	page->width = width;
	page->height = height;
	page->furniture = area_new(AREA_BLOCK, "static-content");
	page->flow = area_new(AREA_BLOCK, "flow");
	g_ptr_array_add(tree->pages, page);
	return page;
}

struct bookmark *
bookmark_new(GPtrArray *siblings)
{
	struct bookmark *bookmark = g_new0(struct bookmark, 1);

	bookmark->children = g_ptr_array_new_with_free_func(bookmark_free);
	g_ptr_array_add(siblings, bookmark);
	return bookmark;
}

struct tag *
tag_new(struct tag *parent, const char *type)
{
	struct tag *tag = g_new0(struct tag, 1);

	tag->type = type;
	tag->parent = parent;
	if (!parent)
		return tag;
	if (!parent->children)
		parent->children = g_ptr_array_new_with_free_func(tag_free);
	g_ptr_array_add(parent->children, tag);
	return tag;
}

void
tag_children_own(struct tag *tag)
{
	g_ptr_array_set_free_func(tag->children, tag_free);
}

struct area *
area_new(enum area_kind kind, const char *fo)
{
	struct area *area = g_slice_new0(struct area);

	area->kind = kind;
	area->fo = fo;
	area->background = AREA_NO_COLOUR;
	return area;
}

void
area_free(void *data)
{
	struct area *area = data;

	if (!area)
		return;
	for (struct area *child = area->first, *next; child; child = next) {
		next = child->next;
		area_free(child);
	}
	g_free(area->borders);
	g_slice_free(struct area, area);
}

void
area_add(struct area *parent, struct area *child)
{
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	child->next = NULL;
}

void
area_adopt(struct area *parent, struct area *from)
{
	struct area *next;

	for (struct area *child = from->first; child; child = next) {
		next = child->next;
		area_add(parent, child);
	}
	from->first = from->last = NULL;
}

void
area_move(struct area *area, double dx, double dy)
{
	area->x += dx;
	area->y += dy;
	area->baseline += dy;
	for (struct area *child = area->first; child; child = child->next)
		area_move(child, dx, dy);
}

struct area *
area_copy_as_artifact(const struct area *area)
{
	struct area *copy = g_slice_dup(struct area, area);

	copy->tag = NULL;
	copy->id = NULL;
	copy->first = copy->last = copy->next = NULL;
	if (area->borders)
		copy->borders = g_memdup2(area->borders, sizeof *area->borders);
	for (const struct area *child = area->first; child; child = child->next)
		area_add(copy, area_copy_as_artifact(child));
	return copy;
}
