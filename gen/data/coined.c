/* coined: the labels kind.X and n.X of a publication's own label files. */
#include "data/coined.h"

#include <stdbool.h>
#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/yaml.h"
#include "data/schema_records.h"
#include "data/schema_value.h"
#include "data/store.h"
#include "locale/locale.h"

static const char of_kind[] = "kind.", of_noun[] = "n.";

struct coined {
	char *dir;
	struct store *store;
	GPtrArray *kinds,
		*nouns; /* const char *, the store's; both NULL before the files were read */
	bool asked_kinds, asked_nouns;
};

struct coined *
coined_new(const char *dir, struct store *store)
{
	struct coined *coined = g_new0(struct coined, 1);

	coined->dir = g_strdup(dir);
	coined->store = store;
	return coined;
}

void
coined_free(struct coined *coined)
{
	if (!coined)
		return;
	g_clear_pointer(&coined->kinds, g_ptr_array_unref);
	g_clear_pointer(&coined->nouns, g_ptr_array_unref);
	g_free(coined->dir);
	g_free(coined);
}

/* The lines of a label file that may begin such a label: the rest, hundreds, is the locale's to
 * read. */
static char *
lines_of_words(const char *text)
{
	GString *found = g_string_new(NULL);

	for (const char *line = text; *line;) {
		const char *end = strchrnul(line, '\n');
		const char *key = line + (*line == '"' || *line == '\'');

		if (g_str_has_prefix(key, of_kind) || g_str_has_prefix(key, of_noun))
			g_string_append_len(g_string_append_len(found, line, end - line), "\n", 1);
		line = *end ? end + 1 : end;
	}
	return g_string_free(found, FALSE);
}

static void
take_once(struct coined *coined, GPtrArray *list, const char *word)
{
	if (!g_ptr_array_find_with_equal_func(list, word, g_str_equal, NULL))
		g_ptr_array_add(list, (gpointer)store_string(coined->store, word));
}

/* What has more to its name (n.vessel.gen, kind.coal.heading) is a form of a word, and no id. */
static void
take_word(struct coined *coined, const char *key)
{
	if (g_str_has_prefix(key, of_kind)) {
		key += strlen(of_kind);
		if (schema_is_id(key) && !g_strv_contains(vocabulary_kind, key))
			take_once(coined, coined->kinds, key);
	} else if (g_str_has_prefix(key, of_noun)) {
		key += strlen(of_noun);
		if (schema_is_id(key) && !locale_is_noun(key))
			take_once(coined, coined->nouns, key);
	}
}

/* Those of lines_of_words, which may be cut. */
static void
take_words(struct coined *coined, char *lines)
{
	g_autoptr(DiagList) silent = NULL;
	g_autoptr(YamlTree) tree = NULL;
	g_autoptr(GArray) pairs = yaml_flat(lines);
	const struct yaml_node *root;

	for (guint i = 0; pairs && i < pairs->len; i++)
		take_word(coined, g_array_index(pairs, struct yaml_pair, i).key);
	if (pairs)
		return;
	silent = diag_list_new();
	tree = yaml_read(lines, "", 0, silent);
	root = yaml_root(tree);
	for (guint i = 0; root && root->type == YAML_MAPPING && i < root->items->len; i++)
		take_word(coined, ((const struct yaml_node *)root->items->pdata[i])->key);
}

/* One file list and one reading for both. */
static void
load(struct coined *coined)
{
	g_autofree char *folder = g_build_filename(coined->dir, "templates", "labels", NULL);
	g_autoptr(GPtrArray) names = NULL;

	if (coined->kinds)
		return;
	coined->kinds = g_ptr_array_new();
	coined->nouns = g_ptr_array_new();
	names = file_list(folder, NULL);
	for (guint i = 0; names && i < names->len; i++) {
		g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
		g_autoptr(GBytes) bytes = NULL;
		g_autofree char *lines = NULL;

		if (g_str_has_suffix(path, ".yaml"))
			bytes = file_read(path, FILE_LIMIT, NULL);
		if (!bytes)
			continue;
		lines = lines_of_words(g_bytes_get_data(bytes, NULL));
		/* Not UTF-8 cannot be an id, which the words are. */
		if (g_utf8_validate(lines, -1, NULL))
			take_words(coined, lines);
	}
}

const GPtrArray *
coined_kinds(struct coined *coined)
{
	load(coined);
	coined->asked_kinds = true;
	return coined->kinds;
}

const GPtrArray *
coined_nouns(struct coined *coined)
{
	load(coined);
	coined->asked_nouns = true;
	return coined->nouns;
}

const GPtrArray *
coined_asked_kinds(const struct coined *coined)
{
	return coined->asked_kinds ? coined->kinds : NULL;
}

const GPtrArray *
coined_asked_nouns(const struct coined *coined)
{
	return coined->asked_nouns ? coined->nouns : NULL;
}
