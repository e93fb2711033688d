/* Text made to take for ever: each is refused or read within seconds (traps.md, Untrusted input).
 */
#include "test-brief.h"

#include <glib/gstdio.h>

enum { SECONDS = 5 }; /* generous: a sanitizer build is ten times slower */

/* `times` times `part`, `middle`, `times` times `end`. */
static char *
repeated(const char *part, int times, const char *middle, const char *end)
{
	GString *out = g_string_new(NULL);

	for (int i = 0; i < times; i++)
		g_string_append(out, part);
	g_string_append(out, middle);
	for (int i = 0; i < times; i++)
		g_string_append(out, end);
	return g_string_free(out, FALSE);
}

static void
assert_quick(const char *markdown, const char *name)
{
	g_autofree char *said = NULL;
	gint64 start = g_get_monotonic_time();

	brief_free(read_markdown(markdown, &said));
	g_assert_cmpint(g_get_monotonic_time() - start, <, SECONDS * G_USEC_PER_SEC);
	if (name)
		g_assert_nonnull(strstr(said, name));
	else
		g_assert_cmpstr(said, ==, "");
}

#define TOO_LARGE "[input-too-large]"

static void
test_refused(void)
{
	static const struct {
		const char *part;
		int times;
		const char *middle, *end, *name;
	} cases[] = {
		{"- ", 16000, "\n\n\n\n", "", TOO_LARGE},
		{">", 100000, "a", "", TOO_LARGE},
		{"> ", 33, "a", "", TOO_LARGE},
		{"> ", 32, "a", "", NULL},
		{"![[]()", 40000, "", "", TOO_LARGE},
		{"[", 101, "", "]", TOO_LARGE},
		{"[", 100, "", "]", NULL},
		{"*a ", 200, "", "b*", TOO_LARGE},
		{"abcdefg ", 140000, "", "", TOO_LARGE},
		{"# \n", 32000, "", "", NULL},
		{"# \n", 32769, "", "", TOO_LARGE},
		{"- a\n", 16000, "", "", NULL},
		{"- a\n", 16400, "", "", TOO_LARGE},
		{"- - - - a\n", 6600, "", "", TOO_LARGE},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text =
			repeated(cases[i].part, cases[i].times, cases[i].middle, cases[i].end);

		assert_quick(text, cases[i].name);
	}
}

static void
test_nested_lists(void)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (int i = 0; i < 400; i++)
		g_string_append_printf(text, "%*s- a\n", 2 * i, "");
	assert_quick(text->str, TOO_LARGE);
}

static void
test_read(void)
{
	static const struct {
		const char *part;
		int times;
		const char *end;
	} cases[] = {
		{"*a **a ", 15000, ""}, {"a**b", 30000, "c*"},	{"__a", 40000, ""},
		{"&", 100000, ""},	{"&#33;", 20000, ""},	{"a_b ", 20000, "c_"},
		{"`a ``b ", 15000, ""}, {"[a](b) ", 20000, ""}, {"\\", 100001, ""},
	};
	g_autofree char *pipes = repeated("|a", 20000, "\n", "|-");

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = repeated(cases[i].part, cases[i].times, "", cases[i].end);

		assert_quick(text, NULL);
	}
	assert_quick(pipes, NULL);
}

/* Each diagnostic quotes its line: none may count it from the start. */
static void
test_one_line(void)
{
	g_autofree char *dir = g_dir_make_tmp("hostile-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(dir, "t", NULL);
	g_autofree char *text = repeated("![]()", 100000, "", "");
	g_autofree char *said = NULL;
	g_autoptr(DiagList) diags = diag_list_new();
	gint64 start = g_get_monotonic_time();

	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	for (int i = 0; i < 100000; i++)
		diag_add(diags, DIAG_ALT_MISSING,
			 (struct loc){.file = g_intern_string("t"), .line = 1, .column = 1 + 5 * i},
			 "none");
	said = diag_list_to_text(diags, dir, false);
	g_assert_cmpint(g_get_monotonic_time() - start, <, SECONDS * G_USEC_PER_SEC);
	g_assert_true(g_str_has_suffix(said, "^\n"));
	g_assert_cmpint(g_remove(path), ==, 0);
	g_assert_cmpint(g_rmdir(dir), ==, 0);
}

static void
test_html(void)
{
	assert_said("a <b>c</b>\n\n<script>\nalert(1)\n</script>\n\n<!-- x -->",
		    "t:1:3: error: HTML in a brief: “<b>” [raw-html]\n"
		    "  help: write it in Markdown; \\< is a literal sign\n"
		    "t:1:7: error: HTML in a brief: “</b>” [raw-html]\n"
		    "  help: write it in Markdown; \\< is a literal sign\n"
		    "t:3:1: error: HTML in a brief: “<script>” [raw-html]\n"
		    "  help: write it in Markdown; \\< is a literal sign\n"
		    "t:7:1: error: HTML in a brief: “<!-- x -->” [raw-html]\n"
		    "  help: write it in Markdown; \\< is a literal sign\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/brief/hostile/refused", test_refused);
	g_test_add_func("/brief/hostile/nested-lists", test_nested_lists);
	g_test_add_func("/brief/hostile/read", test_read);
	g_test_add_func("/brief/hostile/one-line", test_one_line);
	g_test_add_func("/brief/hostile/html", test_html);
	return g_test_run();
}
