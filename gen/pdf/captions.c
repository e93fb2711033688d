#include "pdf/captions.h"

#include <string.h>
#include "layout/area.h"

/* Keys and values are const struct tag *. */
struct captions {
	GHashTable *hosts;	  /* caption -> where it goes */
	GHashTable *first, *last; /* host -> its caption */
};

/* Can it have a caption? */
static bool
is_host(const struct tag *tag)
{
	return strcmp(tag->type, "Figure") == 0 || strcmp(tag->type, "Table") == 0;
}

static void
adopt(struct captions *captions, GHashTable *place, const struct tag *host,
      const struct tag *caption)
{
	g_hash_table_insert(place, (gpointer)host, (gpointer)caption);
	g_hash_table_insert(captions->hosts, (gpointer)caption, (gpointer)host);
}

/* A caption belongs to what follows it, else to what is before it. */
static void
gather(struct captions *captions, const struct tag *parent)
{
	const struct tag *before = NULL; /* without a caption, so far */

	for (guint i = 0; parent->children && i < parent->children->len; i++) {
		const struct tag *tag = g_ptr_array_index(parent->children, i), *next = NULL;

		gather(captions, tag);
		if (strcmp(tag->type, "Caption") != 0) {
			before = captions_first(captions, tag) ? NULL : tag;
			continue;
		}
		if (i + 1 < parent->children->len)
			next = g_ptr_array_index(parent->children, i + 1);
		if (next && is_host(next)) {
			adopt(captions, captions->first, next, tag);
		} else if (before && is_host(before)) {
			adopt(captions, captions->last, before, tag);
			before = NULL;
		} else {
			before = NULL;
		}
	}
}

struct captions *
captions_new(const struct tag *document)
{
	struct captions *captions = g_new(struct captions, 1);

	captions->hosts = g_hash_table_new(NULL, NULL);
	captions->first = g_hash_table_new(NULL, NULL);
	captions->last = g_hash_table_new(NULL, NULL);
	gather(captions, document);
	return captions;
}

void
captions_free(struct captions *captions)
{
	if (!captions)
		return;
	g_hash_table_unref(captions->hosts);
	g_hash_table_unref(captions->first);
	g_hash_table_unref(captions->last);
	g_free(captions);
}

const struct tag *
captions_host(const struct captions *captions, const struct tag *caption)
{
	return g_hash_table_lookup(captions->hosts, caption);
}

const struct tag *
captions_first(const struct captions *captions, const struct tag *host)
{
	return g_hash_table_lookup(captions->first, host);
}

const struct tag *
captions_last(const struct captions *captions, const struct tag *host)
{
	return g_hash_table_lookup(captions->last, host);
}
