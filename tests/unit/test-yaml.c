/* YAML as a tree: what is read, where it stands, what is refused. */
#include <glib.h>

#include "base/file.h"
#include "base/yaml.h"

static struct yaml_tree *
read_yaml(const char *text, char **said)
{
	g_autoptr(DiagList) diags = diag_list_new();
	struct yaml_tree *tree = yaml_read(text, "t.yaml", 0, diags);

	*said = diag_list_to_text(diags, NULL, false);
	return tree;
}

static void
assert_at(struct loc at, int line, int column, int end_column)
{
	g_assert_cmpstr(at.file, ==, "t.yaml");
	g_assert_cmpint(at.line, ==, line);
	g_assert_cmpint(at.column, ==, column);
	g_assert_cmpint(at.end_column, ==, end_column);
}

static void
test_tree(void)
{
	g_autofree char *said = NULL;
	g_autoptr(YamlTree) tree = read_yaml("a: {pl: \xc5\xbc\xc3\xb3\xc5\x82w x, en: \"b\"}\n"
					     "list:\n- 281.10\n- |\n  two\n  lines\nempty:\n",
					     &said);
	const struct yaml_node *root = yaml_root(tree), *a, *list;

	g_assert_cmpstr(said, ==, "");
	g_assert_cmpint((int)root->type, ==, YAML_MAPPING);
	a = yaml_find(root, "a");
	g_assert_cmpstr(yaml_find(a, "pl")->text, ==, "\xc5\xbc\xc3\xb3\xc5\x82w x");
	assert_at(yaml_find(a, "pl")->at, 1, 9, 15);
	assert_at(yaml_find(a, "en")->key_at, 1, 17, 19);
	g_assert_true(yaml_find(a, "en")->quoted);
	g_assert_false(yaml_find(a, "pl")->quoted);
	list = yaml_find(root, "list");
	g_assert_cmpuint(list->items->len, ==, 2);
	g_assert_cmpstr(((struct yaml_node *)list->items->pdata[0])->text, ==, "281.10");
	g_assert_cmpstr(((struct yaml_node *)list->items->pdata[1])->text, ==, "two\nlines\n");
	g_assert_true(((struct yaml_node *)list->items->pdata[1])->quoted);
	g_assert_cmpstr(yaml_find(root, "empty")->text, ==, "");
	assert_at(yaml_find(root, "empty")->at, 7, 1, 6);
	g_assert_null(yaml_find(root, "nothing"));
	g_assert_null(yaml_find(list, "a"));
	g_assert_null(yaml_find(NULL, "a"));
}

static void
test_empty(void)
{
	static const char *const texts[] = {"", "# only a comment\n"};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *said = NULL;
		g_autoptr(YamlTree) tree = read_yaml(texts[i], &said);

		g_assert_null(yaml_root(tree));
		g_assert_cmpstr(said, ==, "");
	}
}

static void
test_line_offset(void)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(YamlTree) tree = yaml_read("title: x\n", "t.yaml", 1, diags);

	assert_at(yaml_find(yaml_root(tree), "title")->at, 2, 8, 9);
}

static void
assert_refused(const char *text, const char *expected)
{
	g_autofree char *said = NULL;
	g_autoptr(YamlTree) tree = read_yaml(text, &said);

	g_assert_null(yaml_root(tree));
	g_assert_cmpstr(said, ==, expected);
}

static void
test_refuses(void)
{
	assert_refused("a: 1\nb: 2\na: 3\n",
		       "t.yaml:3:1: error: the key “a” occurs twice [yaml-syntax]\n"
		       "t.yaml:1:1: note: first here\n");
	assert_refused("a: &x 1\nb: *x\n",
		       "t.yaml:1:4: error: anchors (&name) are not used here [yaml-syntax]\n");
	assert_refused("a: !!str 1\n",
		       "t.yaml:1:4: error: tags (!name) are not used here [yaml-syntax]\n");
	assert_refused("a: *x\n",
		       "t.yaml:1:5: error: aliases (*name) are not used here [yaml-syntax]\n");
	assert_refused("---\na: 1\n---\nb: 2\n",
		       "t.yaml:3:1: error: a second document in one file [yaml-syntax]\n");
	assert_refused("? [a]\n: b\n",
		       "t.yaml:1:3: error: a key must be a plain text [yaml-syntax]\n");
	assert_refused("a: \"x\\0y\"\n",
		       "t.yaml:1:5: error: a text holds a NUL character [yaml-syntax]\n");
	assert_refused("a: [\xc5\xbc\nb: 2\n\n# end\n\n",
		       "t.yaml:4:6: error: flow sequence without a closing bracket [yaml-syntax]\n");
	assert_refused("k: v\na: b: c\n",
		       "t.yaml:2:5: error: invalid nested block mapping on the same line "
		       "[yaml-syntax]\n");
}

static void
test_deep(void)
{
	g_autofree char *text = g_strnfill(10000, '[');

	assert_refused(text, "t.yaml:1:61: error: nested too deeply [yaml-syntax]\n");
}

/* libfyaml's own check of duplicate keys would take minutes here. */
static void
test_many_keys(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *said = NULL;
	g_autoptr(YamlTree) tree = NULL;
	gint64 start = g_get_monotonic_time();

	for (int i = 0; i < 50000; i++)
		g_string_append_printf(text, "key%d: %d\n", i, i);
	tree = read_yaml(text->str, &said);
	g_assert_cmpuint(yaml_root(tree)->items->len, ==, 50000);
	g_assert_cmpint(g_get_monotonic_time() - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_load(void)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(GError) error = NULL;

	g_assert_null(yaml_load("/nonexistent/a.yaml", "a.yaml", diags, &error));
	g_assert_nonnull(error);
}

/* What is read without the library is what the library reads. */
static void
test_flat(void)
{
	static const char *const files[] = {"en", "fr", "es", "ru", "ar", "zh", "ko",
					    "ja", "pl", "uk", "de", "he", "fa"};

	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *path =
			g_strdup_printf("%s/templates/labels/%s.yaml", CHANCERY_SOURCE, files[i]);
		g_autoptr(GBytes) bytes = file_read(path, FILE_LIMIT, NULL);
		g_autofree char *text =
			g_strconcat(g_bytes_get_data(bytes, NULL), "zz.empty: \"\"\n", NULL);
		g_autofree char *said = NULL;
		g_autoptr(YamlTree) tree = read_yaml(text, &said);
		g_autoptr(GArray) pairs = yaml_flat(text);

		g_assert_cmpstr(said, ==, "");
		g_assert_nonnull(pairs);
		g_assert_cmpuint(pairs->len, ==, yaml_root(tree)->items->len);
		for (guint k = 0; k < pairs->len; k++) {
			const struct yaml_pair *pair = &g_array_index(pairs, struct yaml_pair, k);
			const struct yaml_node *node = yaml_root(tree)->items->pdata[k];

			g_assert_cmpstr(pair->key, ==, node->key);
			g_assert_cmpstr(pair->text, ==, node->text);
		}
	}
}

/* Whatever is not that plain is the library's to read, or to refuse. */
static void
test_not_flat(void)
{
	static const char *const texts[] = {
		"",
		"# nothing\n",
		"a: \"x\"\nb: \"y\"\na: \"z\"\n",
		"a: \"x\"\na: \"z\"\n",
		"b: \"x\"\na: \"y\"\n",
		"a: x\n",
		"a: \"x\\n\"\n",
		"a: \"x\" \n",
		"a: \"x\" # y\n",
		"a: \"x\"y\"\n",
		"a: \"x\ty\"\n",
		"a: \"x\n  y\"\n",
		"a: \"x\n",
		"a: \"\n",
		"a:  \"x\"\n",
		" a: \"x\"\n",
		"1: \"x\"\n",
		"a: \"x\"\n---\n",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *text = g_strdup(texts[i]);

		g_test_message("%s", text);
		g_assert_null(yaml_flat(text));
		g_assert_cmpstr(text, ==, texts[i]);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/yaml/tree", test_tree);
	g_test_add_func("/yaml/empty", test_empty);
	g_test_add_func("/yaml/line-offset", test_line_offset);
	g_test_add_func("/yaml/refuses", test_refuses);
	g_test_add_func("/yaml/deep", test_deep);
	g_test_add_func("/yaml/many-keys", test_many_keys);
	g_test_add_func("/yaml/load", test_load);
	g_test_add_func("/yaml/flat", test_flat);
	g_test_add_func("/yaml/not-flat", test_not_flat);
	return g_test_run();
}
