#include "pdf/structure.h"

static void
part_free(gpointer data)
{
	struct part *part = data;

	g_ptr_array_unref(part->areas);
	g_free(part);
}

static struct part *
part_new(struct tag *tag, guint page)
{
	struct part *part = g_new0(struct part, 1);

	part->tag = tag;
	part->page = page;
	part->areas = g_ptr_array_new();
	return part;
}

/*
 * The part of tag on page: the last one so far, or a new one.  by_tag: tag -> GPtrArray of struct
 * part *.
 */
static struct part *
part_for(GHashTable *by_tag, struct tag *tag, guint page)
{
	GPtrArray *parts = g_hash_table_lookup(by_tag, tag);
	struct part *part;

	if (!parts) {
		parts = g_ptr_array_new();
		g_hash_table_insert(by_tag, tag, parts);
	}
	part = parts->len ? g_ptr_array_index(parts, parts->len - 1) : NULL;
	if (!part || part->page != page) {
		part = part_new(tag, page);
		g_ptr_array_add(parts, part);
	}
	return part;
}

static void
collect(GHashTable *by_tag, const GPtrArray *areas, guint page)
{
	for (guint i = 0; areas && i < areas->len; i++) {
		struct area *area = g_ptr_array_index(areas, i);

		if (area->tag && area->kind != AREA_BLOCK && area->kind != AREA_LINE)
			g_ptr_array_add(part_for(by_tag, area->tag, page)->areas, area);
		collect(by_tag, area->children, page);
	}
}

/*
 * Append the parts of all leaves below tag; a leaf without any area goes where the one before it
 * ended.
 */
static void
append_leaves(GPtrArray *out, GHashTable *by_tag, struct tag *tag, guint *page)
{
	GPtrArray *parts;

	if (tag->children && tag->children->len) {
		for (guint i = 0; i < tag->children->len; i++)
			append_leaves(out, by_tag, g_ptr_array_index(tag->children, i), page);
		return;
	}
	parts = g_hash_table_lookup(by_tag, tag);
	if (!parts) {
		g_ptr_array_add(out, part_new(tag, *page));
		return;
	}
	for (guint i = 0; i < parts->len; i++) {
		struct part *part = g_ptr_array_index(parts, i);

		part->split = parts->len > 1;
		*page = part->page;
		g_ptr_array_add(out, part);
	}
}

/*
 * Merge sort: g_ptr_array_sort is not promised to be stable, and order within a page is the tag
 * tree's.
 */
static void
sort_by_page(GPtrArray *parts, guint pages)
{
	g_autofree guint *start = g_new0(guint, pages + 2);
	g_autofree gpointer *sorted = g_new(gpointer, parts->len + 1);

	for (guint i = 0; i < parts->len; i++)
		start[((struct part *)g_ptr_array_index(parts, i))->page + 1]++;
	for (guint i = 0; i < pages; i++)
		start[i + 1] += start[i];
	for (guint i = 0; i < parts->len; i++) {
		struct part *part = g_ptr_array_index(parts, i);

		sorted[start[part->page]++] = part;
	}
	for (guint i = 0; i < parts->len; i++)
		parts->pdata[i] = sorted[i];
}

GPtrArray *
structure_parts(const struct area_tree *tree)
{
	g_autoptr(GHashTable) by_tag =
		g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
	GPtrArray *parts = g_ptr_array_new_with_free_func(part_free);
	guint page = 0;

	for (guint i = 0; i < tree->pages->len; i++)
		collect(by_tag, ((struct page *)g_ptr_array_index(tree->pages, i))->flow, i);
	append_leaves(parts, by_tag, tree->document, &page);
	sort_by_page(parts, tree->pages->len);
	return parts;
}

struct element_list {
	GArray *items;		/* struct element */
	GHashTable *by_tag;	/* const struct tag * -> 1 + index of its first element */
};

static void
element_clear(gpointer data)
{
	g_free(((struct element *)data)->contents);
}

struct element_list *
element_list_new(void)
{
	struct element_list *list = g_new(struct element_list, 1);

	list->items = g_array_new(FALSE, TRUE, sizeof(struct element));
	list->by_tag = g_hash_table_new(NULL, NULL);
	g_array_set_clear_func(list->items, element_clear);
	return list;
}

void
element_list_free(struct element_list *list)
{
	if (!list)
		return;
	g_array_unref(list->items);
	g_hash_table_unref(list->by_tag);
	g_free(list);
}

struct element *
element_list_add(struct element_list *list, const struct tag *tag)
{
	struct element *element;

	g_array_set_size(list->items, list->items->len + 1);
	element = element_list_at(list, list->items->len - 1);
	element->tag = tag;
	if (!tag)
		return element;
	element->again = g_hash_table_contains(list->by_tag, tag);
	if (!element->again)
		g_hash_table_insert(list->by_tag, (gpointer)tag,
				    GUINT_TO_POINTER(list->items->len));
	return element;
}

struct element *
element_list_at(const struct element_list *list, guint index)
{
	return &g_array_index(list->items, struct element, index);
}

const struct element *
element_list_find(const struct element_list *list, const struct tag *tag)
{
	guint place = GPOINTER_TO_UINT(g_hash_table_lookup(list->by_tag, tag));

	return place ? element_list_at(list, place - 1) : NULL;
}

guint
element_list_length(const struct element_list *list)
{
	return list->items->len;
}
