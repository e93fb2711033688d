/* exposure: the record build/shown, a line for each bulletin shown and each incident withheld. */
#include "build/exposure.h"

#include <string.h>

#include "base/file.h"
#include "base/place.h"
#include "build/plan.h"
#include "data/dataset.h"

static const char published[] = "published ", withheld[] = "withheld ";

static void
add_line(GPtrArray *lines, const char *what, const char *id)
{
	g_ptr_array_add(lines, g_strconcat(what, id, "\n", NULL));
}

static int
compare_lines(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *
exposure_of(const struct plan *plan, GHashTable *incidents)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	const struct bulletin *before = NULL;
	GString *text = g_string_new(NULL);
	GHashTableIter iter;
	gpointer id;

	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *item = plan->items->pdata[i];

		/* The items of one bulletin stand together. */
		if (item->bulletin != before && plan_publishes(plan, item->bulletin))
			add_line(lines, published, item->bulletin->id);
		before = item->bulletin;
	}
	if (incidents) {
		g_hash_table_iter_init(&iter, incidents);
		while (g_hash_table_iter_next(&iter, &id, NULL))
			add_line(lines, withheld, id);
	}
	g_ptr_array_sort(lines, compare_lines);
	for (guint i = 0; i < lines->len; i++)
		g_string_append(text, lines->pdata[i]);
	return g_string_free(text, FALSE);
}

/* Is every line of a that begins with what in b too? */
static bool
all_in(const char *a, const char *what, const char *b)
{
	g_auto(GStrv) lines = g_strsplit(a, "\n", -1);
	g_auto(GStrv) others = g_strsplit(b, "\n", -1);

	for (int i = 0; lines[i]; i++) {
		if (g_str_has_prefix(lines[i], what) &&
		    !g_strv_contains((const char *const *)others, lines[i]))
			return false;
	}
	return true;
}

static char *
path_of(const struct places *places, const char *name)
{
	return g_build_filename(places->dir, name, NULL);
}

bool
exposure_allows_rest(const struct places *places, const char *exposure)
{
	g_autofree char *out = path_of(places, "out");
	g_autofree char *path = path_of(places, "build/shown");
	g_autoptr(GBytes) bytes = NULL;
	const char *before;

	if (!g_file_test(out, G_FILE_TEST_EXISTS))
		return true;
	bytes = file_read(path, FILE_LIMIT, NULL);
	if (!bytes)
		return false;
	before = g_bytes_get_data(bytes, NULL); /* file_read ends it with a NUL */
	return all_in(before, published, exposure) && all_in(exposure, withheld, before);
}

bool
exposure_forget(const struct places *places, GError **error)
{
	g_autofree char *path = path_of(places, "build/shown");

	return file_remove(path, error);
}

bool
exposure_record(const struct places *places, const char *exposure, GError **error)
{
	g_autofree char *path = path_of(places, "build/shown");

	return file_write(path, exposure, strlen(exposure), error);
}
