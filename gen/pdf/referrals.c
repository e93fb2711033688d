#include "pdf/referrals.h"

#include <string.h>
#include "layout/area.h"
#include "pdf/target.h"

static void
refer(GHashTable *references, const struct tag *from, const struct tag *to)
{
	GPtrArray *list = g_hash_table_lookup(references, from);

	if (!list) {
		list = g_ptr_array_new();
		g_hash_table_insert(references, (gpointer)from, list);
	}
	g_ptr_array_add(list, (gpointer)to);
}

/* The first destination linked to in an element, but in no other of its kind. */
static const char *
destination_in(const struct tag *tag, const char *type)
{
	const char *dest = tag->dest;

	for (guint i = 0; !dest && tag->children && i < tag->children->len; i++) {
		const struct tag *child = g_ptr_array_index(tag->children, i);

		if (strcmp(child->type, type) != 0)
			dest = destination_in(child, type);
	}
	return dest;
}

static const struct tag *
note_around(const struct tag *tag)
{
	while (tag && strcmp(tag->type, "Note") != 0)
		tag = tag->parent;
	return tag;
}

static void
gather(GHashTable *references, const struct tag *tag, GHashTable *targets)
{
	bool contents = strcmp(tag->type, "TOCI") == 0;

	if (contents || strcmp(tag->type, "Reference") == 0) {
		const char *dest = destination_in(tag, tag->type);
		const struct target *target = dest ? g_hash_table_lookup(targets, dest) : NULL;
		const struct tag *note = target && !contents ? note_around(target->tag) : NULL;

		if (target && contents)
			refer(references, tag, target->tag);
		if (note) {
			refer(references, tag, note);
			refer(references, note, tag);
		}
	}
	for (guint i = 0; tag->children && i < tag->children->len; i++)
		gather(references, g_ptr_array_index(tag->children, i), targets);
}

GHashTable *
referrals_new(const struct tag *document, GHashTable *targets)
{
	GHashTable *references =
		g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);

	gather(references, document, targets);
	return references;
}
