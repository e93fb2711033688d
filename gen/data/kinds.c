/* kinds: the labels kind.X of a publication's own label files. */
#include "data/kinds.h"

#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/yaml.h"
#include "data/store.h"

static const char prefix[] = "kind.";

struct kinds {
	char *dir;
	struct store *store;
	GPtrArray *list; /* const char *, the store's; NULL before it is asked for */
};

struct kinds *
kinds_new(const char *dir, struct store *store)
{
	struct kinds *kinds = g_new0(struct kinds, 1);

	kinds->dir = g_strdup(dir);
	kinds->store = store;
	return kinds;
}

void
kinds_free(struct kinds *kinds)
{
	if (!kinds)
		return;
	g_clear_pointer(&kinds->list, g_ptr_array_unref);
	g_free(kinds->dir);
	g_free(kinds);
}

static bool
begins_kind(const char *line)
{
	line += *line == '"' || *line == '\'';
	return *line == *prefix && g_str_has_prefix(line, prefix);
}

/* The lines of a label file that begin a label kind.X: the rest, hundreds, is the locale's to read.
 */
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
take_kind(struct kinds *kinds, const char *key)
{
	const char *kind = key + strlen(prefix);

	if (!g_ptr_array_find_with_equal_func(kinds->list, kind, g_str_equal, NULL))
		g_ptr_array_add(kinds->list, (gpointer)store_string(kinds->store, kind));
}

/* Those of lines_of_kinds, which may be cut. */
static void
take_kinds(struct kinds *kinds, char *lines)
{
	g_autoptr(DiagList) silent = NULL;
	g_autoptr(YamlTree) tree = NULL;
	g_autoptr(GArray) pairs = yaml_flat(lines);
	const struct yaml_node *root;

	for (guint i = 0; pairs && i < pairs->len; i++)
		take_kind(kinds, g_array_index(pairs, struct yaml_pair, i).key);
	if (pairs)
		return;
	silent = diag_list_new();
	tree = yaml_read(lines, "", 0, silent);
	root = yaml_root(tree);
	for (guint i = 0; root && root->type == YAML_MAPPING && i < root->items->len; i++)
		take_kind(kinds, ((const struct yaml_node *)root->items->pdata[i])->key);
}

static void
load(struct kinds *kinds)
{
	g_autofree char *folder = g_build_filename(kinds->dir, "templates", "labels", NULL);
	g_autoptr(GPtrArray) names = file_list(folder, NULL);

	for (guint i = 0; names && i < names->len; i++) {
		g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
		g_autoptr(GBytes) bytes = NULL;
		g_autofree char *lines = NULL;

		if (g_str_has_suffix(path, ".yaml"))
			bytes = file_read(path, FILE_LIMIT, NULL);
		if (!bytes)
			continue;
		lines = lines_of_kinds(g_bytes_get_data(bytes, NULL));
		/* Not UTF-8 cannot be an id, which kinds are. */
		if (g_utf8_validate(lines, -1, NULL))
			take_kinds(kinds, lines);
	}
}

const GPtrArray *
kinds_list(struct kinds *kinds)
{
	if (!kinds->list) {
		kinds->list = g_ptr_array_new();
		load(kinds);
	}
	return kinds->list;
}
