/* kinds: the labels kind.X of a publication's own label files. */
#include "data/kinds.h"

#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/yaml.h"
#include "data/store.h"

static const char prefix[] = "kind.";

static bool
begins_kind(const char *line)
{
	return g_str_has_prefix(line + (*line == '"' || *line == '\''), prefix);
}

/* The lines of a label file that begin a label kind.X: the rest, hundreds, is the locale's to read. */
static char *
lines_of_kinds(const char *text)
{
	GString *found = g_string_new(NULL);

	for (const char *line = text; *line;) {
		const char *end = strchrnul(line, '\n');

		if (begins_kind(line))
			g_string_append_len(g_string_append_len(found, line, end - line), "\n", 1);
		line = *end ? end + 1 : end;
	}
	return g_string_free(found, FALSE);
}

static void
take_kinds(const struct yaml_node *root, struct store *store, GPtrArray *kinds)
{
	for (guint i = 0; root && root->items && i < root->items->len; i++) {
		const struct yaml_node *item = root->items->pdata[i];
		const char *kind = item->key ? item->key + strlen(prefix) : NULL;

		if (kind && !g_ptr_array_find_with_equal_func(kinds, kind, g_str_equal, NULL))
			g_ptr_array_add(kinds, (gpointer)store_string(store, kind));
	}
}

void
kinds_load(const char *dir, struct store *store, GPtrArray *kinds)
{
	g_autofree char *folder = g_build_filename(dir, "templates", "labels", NULL);
	g_autoptr(GPtrArray) names = file_list(folder, NULL);
	g_autoptr(DiagList) silent = diag_list_new();

	for (guint i = 0; names && i < names->len; i++) {
		g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
		g_autoptr(GBytes) bytes = NULL;
		g_autoptr(YamlTree) tree = NULL;
		g_autofree char *lines = NULL;

		if (g_str_has_suffix(path, ".yaml"))
			bytes = file_read(path, FILE_LIMIT, NULL);
		if (!bytes)
			continue;
		lines = lines_of_kinds(g_bytes_get_data(bytes, NULL));
		/* Not UTF-8 cannot be an id, which kinds are. */
		if (!g_utf8_validate(lines, -1, NULL))
			continue;
		tree = yaml_read(lines, path, 0, silent);
		take_kinds(yaml_root(tree), store, kinds);
	}
}
