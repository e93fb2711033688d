/* labels: the label files of a language, laid over one another, and what they lack. */
#include "locale/locale_private.h"

#include <string.h>
#include "base/file.h"
#include "base/place.h"
#include "base/text.h"
#include "base/yaml.h"

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

static int
compare_labels(gconstpointer a, gconstpointer b)
{
	return strcmp(((const struct yaml_pair *)a)->key, ((const struct yaml_pair *)b)->key);
}

/* The labels of a file that is more than pairs in order. */
static GArray *
labels_of_tree(struct locale *locale, const char *text, const char *name, struct diag_list *diags)
{
	g_autoptr(YamlTree) tree = yaml_read(text, name, 0, diags);
	const struct yaml_node *root = yaml_root(tree);
	GArray *labels = g_array_new(FALSE, FALSE, sizeof(struct yaml_pair));
	struct loc at = {.file = g_intern_string(name), .line = 1, .column = 1};

	if (root && root->type != YAML_MAPPING)
		diag_add(diags, DIAG_SCHEMA_TYPE, at, "a label file is a map of keys to texts");
	for (guint i = 0; root && root->type == YAML_MAPPING && i < root->items->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(root->items, i);
		struct yaml_pair label;

		if (node->type != YAML_SCALAR) {
			diag_add(diags, DIAG_SCHEMA_TYPE, node->at, "a label is a text");
			continue;
		}
		label.key = g_string_chunk_insert(locale->texts, node->key);
		label.text = g_string_chunk_insert(locale->texts, node->text);
		g_array_append_val(labels, label);
	}
	g_array_sort(labels, compare_labels);
	return labels;
}

static void
compose_labels(struct locale *locale, GArray *labels)
{
	for (guint i = 0; i < labels->len; i++) {
		struct yaml_pair *label = &g_array_index(labels, struct yaml_pair, i);
		g_autofree char *composed = text_compose(label->text);

		if (strcmp(label->text, composed) != 0)
			label->text = g_string_chunk_insert(locale->texts, composed);
	}
}

/* All labels of the one and the other; of those with one key the second's. */
static GArray *
lay_over(const GArray *below, GArray *above)
{
	GArray *all;

	if (below->len == 0)
		return g_array_ref(above);
	all = g_array_sized_new(FALSE, FALSE, sizeof(struct yaml_pair), below->len + above->len);

	for (guint i = 0, k = 0; i < below->len || k < above->len;) {
		const struct yaml_pair *a = &g_array_index(below, struct yaml_pair, i);
		const struct yaml_pair *b = &g_array_index(above, struct yaml_pair, k);
		int order = i == below->len ? 1 : k == above->len ? -1 : strcmp(a->key, b->key);

		g_array_append_val(all, *(order < 0 ? a : b));
		i += order <= 0;
		k += order >= 0;
	}
	return all;
}

/* False only when a file that is there cannot be read. */
static bool
load_file(struct locale *locale, const char *folder, const char *name, struct diag_list *diags,
	  GError **error)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autoptr(GBytes) bytes = file_read(path, FILE_LIMIT, error);
	g_autoptr(GArray) labels = NULL, all = NULL;
	GString *text;
	bool composed;

	if (!bytes)
		return false;
	text = text_read_form(bytes, name, diags, &composed);
	if (!text)
		return true;
	g_ptr_array_add(locale->files, text->str);
	labels = yaml_flat(text->str);
	if (!labels)
		labels = labels_of_tree(locale, text->str, name, diags);
	g_string_free(text, FALSE);
	if (!composed)
		compose_labels(locale, labels);
	all = lay_over(locale->labels, labels);
	g_array_unref(locale->labels);
	locale->labels = g_steal_pointer(&all);
	return true;
}

/* Both are in the order of keys. */
static void
report_missing(const struct locale *locale, const char *name, struct diag_list *diags)
{
	struct loc at = {.file = g_intern_string(name)};
	guint k = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(required); i++) {
		struct diag *diag;
		int order = -1;

		for (; k < locale->labels->len && order < 0; k++)
			order = strcmp(label_at(locale, k)->key, required[i].key);
		if (order == 0)
			continue;
		k -= order > 0;
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
	report_missing(locale, own ? own : shipped, diags);
	return true;
}

/* "n.vessel" and no form of it ("n.percent.short"): the noun; else NULL. */
static const char *
noun_of(const char *key)
{
	const char *noun = g_str_has_prefix(key, "n.") ? key + strlen("n.") : NULL;

	return noun && !strchr(noun, '.') ? noun : NULL;
}

bool
locale_is_noun(const char *noun)
{
	for (gsize i = 0; i < G_N_ELEMENTS(required); i++) {
		if (*required[i].key == 'n' && g_strcmp0(noun_of(required[i].key), noun) == 0)
			return true;
	}
	return false;
}

GPtrArray *
locale_nouns(void)
{
	GPtrArray *nouns = g_ptr_array_new();

	for (gsize i = 0; i < G_N_ELEMENTS(required); i++) {
		if (noun_of(required[i].key))
			g_ptr_array_add(nouns, (gpointer)noun_of(required[i].key));
	}
	return nouns;
}

void
locale_want_labels(const struct locale *locale, const char *group, const GPtrArray *words,
		   struct diag_list *diags)
{
	g_autofree char *name = g_strconcat("templates/labels/", locale->tag, ".yaml", NULL);
	struct loc at = {.file = g_intern_string(name)};

	for (guint i = 0; words && i < words->len && locale->labels->len > 0; i++) {
		g_autofree char *key = g_strconcat(group, words->pdata[i], NULL);

		if (!locale_has(locale, key))
			diag_help(diag_add(diags, DIAG_LABEL_MISSING, at, "no label “%s”", key),
				  "another language of the publication has it, so add it here too");
	}
}
