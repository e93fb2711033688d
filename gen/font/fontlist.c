/* fontlist: read the lists, join the families. */
#include "font/fontlist.h"

#include <string.h>
#include "base/file.h"
#include "base/place.h"

#define LIST_PATH "fonts/fonts.list"
#define LIST_LIMIT ((gsize)1 << 20)
#define LIST_COLUMNS 6

/* The families of one role and tag. */
struct entry {
	char *role, *tag;
	GString *families; /* "Noto Serif, Inter" */
};

struct fontlist {
	GPtrArray *entries; /* struct entry *, in the order of the lists */
};

static void
entry_free(gpointer data)
{
	struct entry *entry = data;

	g_free(entry->role);
	g_free(entry->tag);
	g_string_free(entry->families, TRUE);
	g_free(entry);
}

/* The entry of exactly this role and the first length bytes of tag, or NULL. */
static struct entry *
find_entry(const struct fontlist *list, const char *role, const char *tag, gsize length)
{
	for (guint i = 0; i < list->entries->len; i++) {
		struct entry *entry = g_ptr_array_index(list->entries, i);

		if (strcmp(entry->role, role) == 0 && strlen(entry->tag) == length &&
		    g_ascii_strncasecmp(entry->tag, tag, length) == 0)
			return entry;
	}
	return NULL;
}

static bool
has_family(const struct entry *entry, const char *family)
{
	g_auto(GStrv) names = g_strsplit(entry->families->str, ", ", -1);

	return g_strv_contains((const char *const *)names, family);
}

static void
add_family(struct fontlist *list, const char *role, const char *tag, const char *family)
{
	struct entry *entry = find_entry(list, role, tag, strlen(tag));

	if (!entry) {
		entry = g_new0(struct entry, 1);
		entry->role = g_strdup(role);
		entry->tag = g_strdup(tag);
		entry->families = g_string_new(family);
		g_ptr_array_add(list->entries, entry);
	} else if (!has_family(entry, family)) {
		g_string_append_printf(entry->families, ", %s", family);
	}
}

/* What a language's own families lack, those of all languages have. */
static void
add_general(struct fontlist *list)
{
	for (guint i = 0; i < list->entries->len; i++) {
		const struct entry *entry = g_ptr_array_index(list->entries, i);
		const struct entry *general = find_entry(list, entry->role, "*", 1);
		g_auto(GStrv) families = NULL;

		if (!general || general == entry)
			continue;
		families = g_strsplit(general->families->str, ", ", -1);
		for (char **family = families; *family; family++)
			add_family(list, entry->role, entry->tag, *family);
	}
}

/* False with error set. */
static bool
read_list(struct fontlist *list, const char *path, GError **error)
{
	g_autoptr(GBytes) bytes = file_read(path, LIST_LIMIT, error);
	g_auto(GStrv) lines = NULL;

	if (!bytes)
		return false;
	lines = g_strsplit(g_bytes_get_data(bytes, NULL), "\n", -1);
	for (int i = 0; lines[i]; i++) {
		g_auto(GStrv) columns = NULL;

		if (lines[i][0] == '#' || lines[i][strspn(lines[i], " \t\r")] == '\0')
			continue;
		columns = g_strsplit(lines[i], "\t", -1);
		if (g_strv_length(columns) < LIST_COLUMNS) {
			g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
				    "%s:%d: not six columns parted by tabs", path, i + 1);
			return false;
		}
		add_family(list, columns[0], columns[1], columns[2]);
	}
	return true;
}

struct fontlist *
fontlist_load(const struct places *places, GError **error)
{
	g_autoptr(FontList) list = g_new0(struct fontlist, 1);
	g_autofree char *own = g_build_filename(places->dir, LIST_PATH, NULL);
	g_autofree char *shared = g_build_filename(places->share, LIST_PATH, NULL);

	list->entries = g_ptr_array_new_with_free_func(entry_free);
	if (g_file_test(own, G_FILE_TEST_EXISTS) && !read_list(list, own, error))
		return NULL;
	if (!read_list(list, shared, error))
		return NULL;
	add_general(list);
	return g_steal_pointer(&list);
}

void
fontlist_free(struct fontlist *list)
{
	if (!list)
		return;
	g_ptr_array_unref(list->entries);
	g_free(list);
}

const char *
fontlist_find(const struct fontlist *list, const char *role, const char *lang)
{
	gsize length = lang ? strlen(lang) : 0;
	const struct entry *entry = NULL;

	while (length > 0 && !entry) {
		entry = find_entry(list, role, lang, length);
		while (length > 0 && lang[--length] != '-')
			;
	}
	if (!entry)
		entry = find_entry(list, role, "*", 1);
	return entry ? entry->families->str : NULL;
}

bool
fontlist_has(const struct fontlist *list, const char *family)
{
	for (guint i = 0; i < list->entries->len; i++)
		if (has_family(g_ptr_array_index(list->entries, i), family))
			return true;
	return false;
}
