/* test-locale-patterns: dictionaries of patterns, as libhyphen reads them. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include "locale/patterns.h"

/* The word with hyphens where the dictionary breaks it, with two characters at least on a side. */
static void
assert_broken(const char *dictionary, const char *word, const char *expected)
{
	g_autofree char *file = g_strdup("patterns-XXXXXX"), *path = NULL;
	g_autofree char *folder = g_dir_make_tmp(file, NULL);
	g_autoptr(GString) got = g_string_new(NULL);
	gsize size = strlen(word);
	g_autofree bool *breaks = g_new0(bool, size);
	struct patterns *patterns;

	path = g_build_filename(folder, "a.dic", NULL);
	g_assert_true(g_file_set_contents(path, dictionary, -1, NULL));
	patterns = patterns_load(path);
	g_assert_nonnull(patterns);
	patterns_word(patterns, word, size, 2, 2, breaks);
	for (gsize i = 0; i < size; i++)
		g_string_append_printf(got, "%c%s", word[i], breaks[i] ? "-" : "");
	g_assert_cmpstr(got->str, ==, expected);
	patterns_free(patterns);
	g_unlink(path);
	g_rmdir(folder);
}

static void
test_values(void)
{
	assert_broken("UTF-8\na1b\n", "cabac", "ca-bac");
	assert_broken("UTF-8\na1b\na2ba\n", "cabac", "cabac");
	assert_broken("UTF-8\n% a1c\n.ca1b\nb1a.\n", "cabbab", "ca-bbab");
	assert_broken("UTF-8\na1b\na1b\na2b\n", "cabac", "cabac"); /* the last one counts */
	assert_broken("UTF-8\na1\n", "aaaa", "aa-aa");
	assert_broken("UTF-8\nLEFTHYPHENMIN 3\na1\n", "aaaaaa", "aaa-a-aa");
	assert_broken("UTF-8\na1\xC3\xA9\n", "ca\xC3\xA9" "cc", "ca-\xC3\xA9" "cc");
}

/* Only the longest beginning of a pattern is looked at: dictionaries repeat what is in it. */
static void
test_longest(void)
{
	assert_broken("UTF-8\nb1c\nabd\n", "aabcc", "aab-cc");
	assert_broken("UTF-8\nb1c\nab2cd\nabc\n", "aabcc", "aabcc");
}

static void
test_compounds(void)
{
	const char *levels = "UTF-8\nhaus1\nNEXTLEVEL\nu1s\na1l\n";

	assert_broken(levels, "haustal", "haus-tal");
	assert_broken(levels, "hautusali", "hautu-sa-li");
	assert_broken("UTF-8\na1b\n", "cabca'bacab", "ca-bca'bacab");
}

static void
test_spelling(void)
{
	assert_broken("ISO8859-1\nf1f/ff=f,1,2\n", "schiffahrt", "schiffahrt");
	assert_broken("ISO8859-1\nf1f\n", "schiffahrt", "schif-fahrt");
}

static void
test_nothing(void)
{
	g_assert_null(patterns_load("/nonexistent"));
	assert_broken("UTF-8\n", "abcd", "abcd");
	assert_broken("\n", "abcd", "abcd");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/patterns/values", test_values);
	g_test_add_func("/patterns/longest", test_longest);
	g_test_add_func("/patterns/compounds", test_compounds);
	g_test_add_func("/patterns/spelling", test_spelling);
	g_test_add_func("/patterns/nothing", test_nothing);
	return g_test_run();
}
