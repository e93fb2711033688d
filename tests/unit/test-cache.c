/* Results kept in a folder (gen/base/cache). */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>
#include "base/cache.h"
#include "base/file.h"

struct fixture {
	char *parent, *folder;
};

static void
set_up(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	fixture->parent = g_dir_make_tmp("cache-XXXXXX", NULL);
	fixture->folder = g_build_filename(fixture->parent, "not", "there", NULL);
}

static void
tear_down(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	file_remove(fixture->parent, NULL);
	g_free(fixture->parent);
	g_free(fixture->folder);
}

static void
keep(const struct fixture *fixture, const char *key, const char *text)
{
	g_autoptr(GBytes) data = g_bytes_new(text, strlen(text));

	cache_keep(fixture->folder, key, data);
}

/* text NULL: nothing is found. */
static void
assert_found(const struct fixture *fixture, const char *key, const char *text)
{
	g_autoptr(GBytes) found = cache_find(fixture->folder, key);
	g_autoptr(GBytes) expected = text ? g_bytes_new(text, strlen(text)) : NULL;

	g_assert_true((found == NULL) == (text == NULL));
	g_assert_true(!found || g_bytes_equal(found, expected));
}

static void
test_kept(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_found(fixture, "aa", NULL);
	keep(fixture, "aa", "one");
	keep(fixture, "bb", "");
	assert_found(fixture, "aa", "one");
	assert_found(fixture, "bb", "");
	assert_found(fixture, "cc", NULL);
	keep(fixture, "aa", "two");
	assert_found(fixture, "aa", "two");
}

/* Cut off, changed, or under another name: as if it were not there. */
static void
test_damaged(struct fixture *fixture, gconstpointer data)
{
	g_autofree char *path = g_build_filename(fixture->folder, "aa", NULL);
	g_autofree char *other = g_build_filename(fixture->folder, "bb", NULL);
	g_autofree char *text = NULL;
	gsize size;

	(void)data;
	keep(fixture, "aa", "some text");
	g_assert_true(g_file_get_contents(path, &text, &size, NULL));
	g_assert_true(g_file_set_contents(other, text, (gssize)size, NULL));
	assert_found(fixture, "bb", NULL);
	for (gsize i = 0; i < size; i++) {
		g_assert_true(g_file_set_contents(path, text, (gssize)i, NULL));
		assert_found(fixture, "aa", NULL);
		text[i] ^= 1;
		g_assert_true(g_file_set_contents(path, text, (gssize)size, NULL));
		assert_found(fixture, "aa", NULL);
		text[i] ^= 1;
	}
}

/* The oldest goes, whatever its name. */
static void
test_bounded(struct fixture *fixture, gconstpointer data)
{
	const struct utimbuf long_ago = {0, 0};
	g_autofree char *oldest = g_build_filename(fixture->folder, "key-40", NULL);
	g_autoptr(GPtrArray) names = NULL;

	(void)data;
	for (int i = 0; i <= CACHE_FILES_MOST; i++) {
		g_autofree char *key = g_strdup_printf("key-%d", i);

		if (i == CACHE_FILES_MOST)
			g_assert_cmpint(g_utime(oldest, (struct utimbuf *)&long_ago), ==, 0);
		keep(fixture, key, key);
	}
	names = file_list(fixture->folder, NULL);
	g_assert_cmpuint(names->len, ==, CACHE_FILES_MOST);
	assert_found(fixture, "key-40", NULL);
	assert_found(fixture, "key-0", "key-0");
}

/* A folder that cannot be is no harm. */
static void
test_no_folder(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	g_free(fixture->folder);
	fixture->folder = g_strdup("/dev/null/cache");
	keep(fixture, "aa", "one");
	assert_found(fixture, "aa", NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
	g_test_add("/cache/" name, struct fixture, NULL, set_up, function, tear_down)
	ADD("kept", test_kept);
	ADD("damaged", test_damaged);
	ADD("bounded", test_bounded);
	ADD("no-folder", test_no_folder);
	return g_test_run();
}
