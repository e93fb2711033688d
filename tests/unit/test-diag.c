/* The list of diagnostics, its text form, and the nearest name. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/file.h"

static struct loc
at(int line, int column, int end_column)
{
	return (struct loc){g_intern_string("a.md"), line, column, end_column};
}

static void
test_names(void)
{
	enum diag_severity severity;

	for (int i = 0; i < DIAG_COUNT; i++) {
		g_assert_cmpint((int)diag_find(diag_name((enum diag_id)i)), ==, i);
		g_assert_cmpint((int)strlen(diag_summary((enum diag_id)i)), >, 0);
	}
	g_assert_cmpint((int)diag_find("no-such-name"), ==, DIAG_COUNT);
	g_assert_true(diag_severity_of_name("off", &severity));
	g_assert_cmpint((int)severity, ==, DIAG_OFF);
	g_assert_false(diag_severity_of_name("fatal", &severity));
}

static void
test_sorted_once(void)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autofree char *text = NULL;

	diag_add(diags, DIAG_RAW_HTML, at(2, 1, 0), "second\nline");
	diag_add(diags, DIAG_FACT_UNKNOWN, at(1, 10, 0), "tenth");
	diag_add(diags, DIAG_FACT_UNKNOWN, at(1, 9, 0), "ninth");
	diag_add(diags, DIAG_FACT_UNKNOWN, at(1, 9, 0), "ninth");
	diag_add(diags, DIAG_HEADING_SKIP, LOC_NONE, "nowhere");
	text = diag_list_to_text(diags, NULL, false);
	g_assert_cmpstr(text, ==,
			"warning: nowhere [heading-skip]\n"
			"a.md:1:9: error: ninth [fact-unknown]\n"
			"a.md:1:10: error: tenth [fact-unknown]\n"
			"a.md:2:1: error: second line [raw-html]\n");
	g_assert_cmpuint(diag_list_count(diags, DIAG_ERROR), ==, 3);
	g_assert_cmpuint(diag_list_count(diags, DIAG_WARNING), ==, 1);
}

static void
test_severity(void)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autofree char *text = NULL;

	diag_add(diags, DIAG_HEADING_SKIP, LOC_NONE, "x");
	diag_list_set_severity(diags, DIAG_HEADING_SKIP, DIAG_ERROR);
	g_assert_cmpuint(diag_list_count(diags, DIAG_ERROR), ==, 1);
	diag_list_set_severity(diags, DIAG_HEADING_SKIP, DIAG_OFF);
	g_assert_cmpuint(diag_list_count(diags, DIAG_ERROR), ==, 0);
	text = diag_list_to_text(diags, NULL, false);
	g_assert_cmpstr(text, ==, "");
}

/* A tab takes four cells, a wide character two, a mark none, and escapes cannot drive a terminal. */
static void
test_source(void)
{
	g_autofree char *dir = g_dir_make_tmp("chancery-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(dir, "a.md", NULL);
	g_autoptr(DiagList) diags = diag_list_new();
	g_autofree char *text = NULL;
	const char *source = "\xef\xbb\xbf" "\t\xec\x84\x9c\xec\x9a\xb8 e\xcc\x81xy\r\n\x1b[1m\n";
	struct diag *diag;

	g_assert_true(file_write(path, source, strlen(source), NULL));
	diag = diag_add(diags, DIAG_FACT_UNKNOWN, at(1, 3, 8), "m");
	diag_help(diag, "did you mean %s?", "n");
	diag_relate(diag, at(2, 1, 2), "there");
	diag_add(diags, DIAG_TEXT_CONTROL, at(2, 1, 2), "c");
	diag_add(diags, DIAG_RAW_HTML, at(9, 1, 0), "beyond the file");
	text = diag_list_to_text(diags, dir, false);
	g_assert_cmpstr(text, ==,
			"a.md:1:3: error: m [fact-unknown]\n"
			"      \xec\x84\x9c\xec\x9a\xb8 e\xcc\x81xy\n"
			"        ^~~~~\n"
			"  help: did you mean n?\n"
			"a.md:2:1: note: there\n"
			"  \xef\xbf\xbd[1m\n"
			"  ^\n"
			"a.md:2:1: error: c [text-control]\n"
			"  \xef\xbf\xbd[1m\n"
			"  ^\n"
			"a.md:9:1: error: beyond the file [raw-html]\n");
	g_assert_true(file_remove(dir, NULL));
}

/* Korean letters that join, a mark alone meant, and a tab inside what is meant. */
static void
test_cells(void)
{
	g_autofree char *dir = g_dir_make_tmp("chancery-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(dir, "a.md", NULL);
	g_autoptr(DiagList) diags = diag_list_new();
	g_autofree char *text = NULL;
	const char *source = "\u1112\u1161\u11ab b\nae\u0301x\na\tb c\n";

	g_assert_true(file_write(path, source, strlen(source), NULL));
	diag_add(diags, DIAG_TEXT_NFC, at(1, 5, 6), "after a syllable of three letters");
	diag_add(diags, DIAG_TEXT_NFC, at(2, 3, 4), "a mark");
	diag_add(diags, DIAG_TEXT_NFC, at(3, 1, 4), "over a tab");
	text = diag_list_to_text(diags, dir, false);
	g_assert_cmpstr(text, ==,
			"a.md:1:5: note: after a syllable of three letters [text-nfc]\n"
			"  \u1112\u1161\u11ab b\n"
			"     ^\n"
			"a.md:2:3: note: a mark [text-nfc]\n"
			"  ae\u0301x\n"
			"   ^\n"
			"a.md:3:1: note: over a tab [text-nfc]\n"
			"  a    b c\n"
			"  ^~~~~~\n");
	g_assert_true(file_remove(dir, NULL));
}

/* What is quoted in a message can neither break the line nor drive or turn it. */
static void
test_message(void)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autofree char *text = NULL;

	diag_add(diags, DIAG_RAW_HTML, LOC_NONE, "a\x1b" "b\xc2\x85" "c\u2028d\u202ee\xff" "f");
	text = diag_list_to_text(diags, NULL, false);
	g_assert_cmpstr(text, ==, "error: a b c d\ufffde\ufffdf [raw-html]\n");
}

static void
test_long_line(void)
{
	g_autofree char *dir = g_dir_make_tmp("chancery-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(dir, "a.md", NULL);
	g_autofree char *before = g_strnfill(200, 'b'), *after = g_strnfill(200, 'a');
	g_autofree char *source = g_strdup_printf("%sXYZ%s\n", before, after);
	g_autofree char *text = NULL, *expected = NULL;
	g_autoptr(DiagList) diags = diag_list_new();

	g_assert_true(file_write(path, source, strlen(source), NULL));
	diag_add(diags, DIAG_RAW_HTML, at(1, 201, 204), "m");
	text = diag_list_to_text(diags, dir, false);
	expected = g_strdup_printf("a.md:1:201: error: m [raw-html]\n  \u2026%.32sXYZ%.61s\u2026\n"
				   "  %33s^~~\n", before, after, "");
	g_assert_cmpstr(text, ==, expected);
	g_assert_true(file_remove(dir, NULL));
}

static const char *
nearest(const char *word, ...)
{
	g_autoptr(GPtrArray) candidates = g_ptr_array_new();
	const char *candidate;
	va_list args;

	va_start(args, word);
	while ((candidate = va_arg(args, const char *)))
		g_ptr_array_add(candidates, (gpointer)candidate);
	va_end(args);
	return diag_nearest(word, candidates);
}

static void
test_nearest(void)
{
	g_assert_cmpstr(nearest("stoeln", "stolen", "launched", NULL), ==, "stolen");
	g_assert_cmpstr(nearest("titel", "tile", "title", NULL), ==, "title");
	g_assert_cmpstr(nearest("abcdef", "abcdez", "abcdea", NULL), ==, "abcdea");
	g_assert_null(nearest("abcdef", "uvwxyz", "abcxyz", NULL));
	g_assert_null(nearest("word", NULL));
	g_assert_cmpstr(nearest("DPRK", "dprk", "sprk", NULL), ==, "dprk");
	/* Two Cyrillic letters of six are two edits, not four bytes. */
	g_assert_cmpstr(nearest("\xd0\xba\xd0\xbb\xd1\x8e\xd1\x87\xd0\xb8\xd0\xba",
				"\xd0\xba\xd0\xbb\xd1\x8e\xd1\x87\xd0\xb5\xd1\x81", NULL), ==,
			"\xd0\xba\xd0\xbb\xd1\x8e\xd1\x87\xd0\xb5\xd1\x81");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/diag/names", test_names);
	g_test_add_func("/diag/sorted-once", test_sorted_once);
	g_test_add_func("/diag/severity", test_severity);
	g_test_add_func("/diag/source", test_source);
	g_test_add_func("/diag/cells", test_cells);
	g_test_add_func("/diag/message", test_message);
	g_test_add_func("/diag/long-line", test_long_line);
	g_test_add_func("/diag/nearest", test_nearest);
	return g_test_run();
}
