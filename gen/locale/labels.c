/* labels: the label files of a language, laid over one another, and what they lack. */
#include "locale/locale_private.h"

#include <string.h>
#include "base/place.h"
#include "base/yaml.h"
#include "base/text.h"

struct label_key {
	const char *key;
	int arguments;
};

static const struct label_key required[] = {
#define LABEL(key, arguments) {key, arguments},
#include "locale/label_keys.def"
#undef LABEL
};

/* "zh-Hans-CN", "zh-Hans", "zh": the first for which folder has a file, as
 * "templates/labels/zh.yaml"; NULL if none. */
static char *
find_file(const char *folder, const char *tag)
{
	g_autofree char *shorter = g_strdup(tag);

	for (;;) {
		g_autofree char *name = g_strconcat("templates/labels/", shorter, ".yaml", NULL);
		g_autofree char *path = g_build_filename(folder, name, NULL);
		char *dash;

		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			return g_steal_pointer(&name);
		dash = strrchr(shorter, '-');
		if (!dash)
			return NULL;
		*dash = '\0';
	}
}

static void
add_labels(struct locale *locale, const struct yaml_node *root, const char *name,
	   struct diag_list *diags)
{
	struct loc at = {.file = g_intern_string(name), .line = 1, .column = 1};

	if (!root)
		return;
	if (root->type != YAML_MAPPING) {
		diag_add(diags, DIAG_SCHEMA_TYPE, at, "a label file is a map of keys to texts");
		return;
	}
	for (guint i = 0; i < root->items->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(root->items, i);

		if (node->type != YAML_SCALAR) {
			diag_add(diags, DIAG_SCHEMA_TYPE, node->at, "a label is a text");
			continue;
		}
		g_hash_table_insert(locale->labels, g_strdup(node->key),
				    text_compose(node->text));
	}
}

/* False only when a file that is there cannot be read. */
static bool
load_file(struct locale *locale, const char *folder, const char *name, struct diag_list *diags,
	  GError **error)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autoptr(YamlTree) tree = yaml_load(path, name, diags, error);

	if (!tree)
		return false;
	add_labels(locale, yaml_root(tree), name, diags);
	return true;
}

static int
compare_keys(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
sort_keys(struct locale *locale)
{
	GHashTableIter iter;
	gpointer key;

	g_hash_table_iter_init(&iter, locale->labels);
	while (g_hash_table_iter_next(&iter, &key, NULL))
		g_ptr_array_add(locale->keys, key);
	g_ptr_array_sort(locale->keys, compare_keys);
}

static void
report_missing(const struct locale *locale, const char *name, struct diag_list *diags)
{
	struct loc at = {.file = g_intern_string(name)};

	for (gsize i = 0; i < G_N_ELEMENTS(required); i++) {
		struct diag *diag;

		if (g_hash_table_contains(locale->labels, required[i].key))
			continue;
		diag = diag_add(diags, DIAG_LABEL_MISSING, at, "no label “%s”", required[i].key);
		if (required[i].arguments > 0)
			diag_help(diag, "it is a pattern with {0} to {%d}",
				  required[i].arguments - 1);
	}
}

/* Is it one folder by two names, as in the program's own source tree? */
static bool
same_folder(const char *a, const char *b)
{
	g_autofree char *one = g_canonicalize_filename(a, NULL);
	g_autofree char *other = g_canonicalize_filename(b, NULL);

	return strcmp(one, other) == 0;
}

bool
labels_load(struct locale *locale, const struct places *places, struct diag_list *diags,
	    GError **error)
{
	g_autofree char *shipped = find_file(places->share, locale->tag);
	g_autofree char *own = NULL;

	if (!same_folder(places->share, places->dir))
		own = find_file(places->dir, locale->tag);
	if (!shipped && !own) {
		g_autofree char *name =
			g_strconcat("templates/labels/", locale->tag, ".yaml", NULL);
		struct loc at = {.file = g_intern_string(name)};

		diag_add(diags, DIAG_LABEL_MISSING, at, "the language “%s” has no label file",
			 locale->tag);
		return true;
	}
	if (shipped && !load_file(locale, places->share, shipped, diags, error))
		return false;
	if (own && !load_file(locale, places->dir, own, diags, error))
		return false;
	sort_keys(locale);
	report_missing(locale, own ? own : shipped, diags);
	return true;
}
