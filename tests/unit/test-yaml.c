/* YAML as a tree: what is read, where it stands, what is refused. */
#include <glib.h>
#include <string.h>

#include "base/file.h"
#include "base/yaml_private.h"

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
	assert_refused(
		"a: [\xc5\xbc\nb: 2\n\n# end\n\n",
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

static void
describe(GString *out, const struct yaml_node *node, guint depth)
{
	g_string_append_printf(out, "%*s%d %s %d:%d-%d %d:%d-%d %d %s\n", (int)depth, "",
			       (int)node->type, node->key ? node->key : "-", node->key_at.line,
			       node->key_at.column, node->key_at.end_column, node->at.line,
			       node->at.column, node->at.end_column, node->quoted,
			       node->text ? node->text : "");
	for (guint i = 0; node->items && i < node->items->len; i++)
		describe(out, node->items->pdata[i], depth + 1);
}

/* Is it of the plain kind?  Then the library reads the same, and finds no fault. */
static bool
reads_alike(const char *text)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(GString) plainly = g_string_new(NULL), fully = g_string_new(NULL);
	g_autoptr(YamlTree) plain = yaml_read_plain(text, "t.yaml", 0), any = NULL;
	g_autofree char *said = NULL;

	if (!plain)
		return false;
	any = yaml_read_any(text, "t.yaml", 0, diags);
	said = diag_list_to_text(diags, NULL, false);
	describe(plainly, yaml_root(plain), 0);
	if (yaml_root(any))
		describe(fully, yaml_root(any), 0);
	if (*said || strcmp(plainly->str, fully->str) != 0)
		g_test_message("%s", text);
	g_assert_cmpstr(said, ==, "");
	g_assert_cmpstr(plainly->str, ==, fully->str);
	return true;
}

static const char *const plain_texts[] = {
	"a: 1\n",
	"a:\n",
	"a: x",
	"- x\n- -y\n- \"q\" # c\n- 'p'\n- \"\"\n",
	"a:\n- x\n-   y: 1\n    z:\n    - k\nb: \xc5\xbc\xc3\xb3\xc5\x82w # c\n",
	"\n# c\n\n  a:\n    # c\n\n # c\n      b: c\n\n  d:   e  \n",
	"a: {b: \xc5\xbc, c: \"\xc5\xbc\", d: [ ], e: {}, f: [x, [y y], 'z' ] }  # c\n",
	"- {a: TLP:CLEAR, b: http://x}\n- [a b, -c]\n- []\n- a:\n  b:\n    c: d#e\n- f: g\n",
	"t: x [y], {z}! & *\ns: >-\n  two lines\n  \xc5\xbc: # folded\nk: [a]\n",
	"s: >-\n one\nl:\n  - s: >-\n      one\n  - b\n",
	"a:\n - b:\n    - c\n    - d: e\n      f: {g: h}\n   i: j\n - k\nl:\n- m\n- n:\n  o: p\n",
	"- a:\n  - b:\n    - c: d\n  e:\n  f:\n    g:\n- h\n",
};

static void
test_plain(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(plain_texts); i++) {
		g_test_message("%s", plain_texts[i]);
		g_assert_true(reads_alike(plain_texts[i]));
	}
}

static void
test_plain_files(void)
{
	static const char *const files[] = {"publication.yaml",
					    "data/entities.yaml",
					    "data/sources.yaml",
					    "data/derived.yaml",
					    "data/missile-tests.yaml",
					    "data/incidents/panel-2019.yaml",
					    "data/incidents/panel-2020.yaml",
					    "bulletins/it-workers/bulletin.yaml"};

	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *path =
			g_build_filename(CHANCERY_SOURCE, "content", files[i], NULL);
		g_autoptr(GBytes) bytes = file_read(path, FILE_LIMIT, NULL);
		g_autofree char *text =
			g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));

		g_test_message("%s", path);
		g_assert_true(reads_alike(text));
	}
}

/* A sign too many or too few, or a line that stands deeper. */
static void
mistype(GString *text, GRand *random)
{
	static const char signs[] = "  \n\n\t-:#,[]{}\"'\\>|&*!?%@`~=.ab1<\xbc";
	gint32 at = g_rand_int_range(random, 0, (gint32)text->len);
	const char *line = strchr(text->str + at, '\n');

	switch (g_rand_int_range(random, 0, 3)) {
	case 0:
		g_string_erase(text, at, 1);
		break;
	case 1:
		g_string_insert_c(text, at, signs[g_rand_int_range(random, 0, sizeof(signs) - 1)]);
		break;
	default:
		if (line)
			g_string_insert(text, line + 1 - text->str,
					g_rand_boolean(random) ? "  " : "- ");
		break;
	}
}

/* Whatever somebody may mistype: only what is right, and read alike, is of the plain kind. */
static void
test_plain_mistyped(void)
{
	g_autoptr(GRand) random = g_rand_new_with_seed(5);
	guint alike = 0, rounds = g_test_slow() ? 3000000 : 20000;

	for (guint round = 0; round < rounds; round++) {
		g_autoptr(GString) text = g_string_new(
			plain_texts[g_rand_int_range(random, 0, G_N_ELEMENTS(plain_texts))]);
		gint32 changes = g_rand_int_range(random, 1, 5);

		for (gint32 i = 0; i < changes && text->len > 0; i++)
			mistype(text, random);
		if (g_utf8_validate(text->str, (gssize)text->len, NULL))
			alike += reads_alike(text->str);
	}
	g_assert_cmpuint(alike, >, rounds / 10);
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
	g_test_add_func("/yaml/plain", test_plain);
	g_test_add_func("/yaml/plain/files", test_plain_files);
	g_test_add_func("/yaml/plain/mistyped", test_plain_mistyped);
	return g_test_run();
}
