#include "pdf/target.h"

#include "layout/area.h"

struct gathering {
	GHashTable *targets;
	const struct area_tree *tree;
	GPtrArray *waiting;	/* struct target *: their areas show nothing */
	const struct tag *last;	/* the tag shown last */
	guint page;
};

static guint
depth_of(const struct tag *tag)
{
	guint depth = 0;

	while ((tag = tag->parent))
		depth++;
	return depth;
}

/* The least element that holds both; either may be NULL. */
static const struct tag *
common(const struct tag *a, const struct tag *b)
{
	guint depth_a, depth_b;

	if (!a || !b)
		return a ? a : b;
	depth_a = depth_of(a);
	depth_b = depth_of(b);
	while (a != b) {
		if (depth_a >= depth_b && depth_a--)
			a = a->parent;
		else if (depth_b--)
			b = b->parent;
	}
	return a;
}

static struct target *
target_new(struct gathering *gathering, const struct area *area)
{
	const struct page *page = g_ptr_array_index(gathering->tree->pages, gathering->page);
	struct target *target = g_new0(struct target, 1);

	target->page = gathering->page;
	target->x = area->x;
	target->y = page->height - area->y;
	g_hash_table_insert(gathering->targets, (gpointer)area->id, target);
	return target;
}

static void
shown(struct gathering *gathering, const struct tag *tag)
{
	for (guint i = 0; i < gathering->waiting->len; i++)
		((struct target *)g_ptr_array_index(gathering->waiting, i))->tag = tag;
	g_ptr_array_set_size(gathering->waiting, 0);
	gathering->last = tag;
}

/* The least element around all that the areas show; NULL where that is nothing. */
static const struct tag *
gather(struct gathering *gathering, const struct area *area)
{
	const struct tag *all = NULL;

	for (; area; area = area->next) {
		struct target *target = NULL;
		const struct tag *tag = area->tag;

		/* a block that goes on on the next page is found where it begins */
		if (area->id && !g_hash_table_contains(gathering->targets, area->id))
			target = target_new(gathering, area);
		if (tag)
			shown(gathering, tag);
		tag = common(tag, gather(gathering, area->first));
		if (target && tag)
			target->tag = tag;
		else if (target)
			g_ptr_array_add(gathering->waiting, target);
		all = common(all, tag);
	}
	return all;
}

GHashTable *
targets_new(const struct area_tree *tree)
{
	g_autoptr(GPtrArray) waiting = g_ptr_array_new();
	struct gathering gathering = {
		.targets = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free),
		.tree = tree,
		.waiting = waiting,
	};

	for (guint i = 0; i < tree->pages->len; i++) {
		const struct page *page = g_ptr_array_index(tree->pages, i);

		gathering.page = i;
		gather(&gathering, page->flow->first);
	}
	shown(&gathering, gathering.last ? gathering.last : tree->document);
	return gathering.targets;
}
