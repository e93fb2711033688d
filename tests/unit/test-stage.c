/* The stage: out/ changes in one step or not at all. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/place.h"
#include "build/stage.h"

struct fixture {
	struct places *places;
	char *dir;
};

static void
set_up(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	fixture->dir = g_dir_make_tmp("chancery-XXXXXX", NULL);
	fixture->places = places_new(fixture->dir);
}

static void
tear_down(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	g_assert_true(file_remove(fixture->dir, NULL));
	places_free(fixture->places);
	g_free(fixture->dir);
}

static void
put(struct stage *stage, const char *path, const char *text)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
	g_autoptr(GError) error = NULL;

	g_assert_true(stage_put(stage, path, bytes, &error));
	g_assert_no_error(error);
}

static char *
published(const struct fixture *fixture, const char *path)
{
	g_autofree char *full = g_build_filename(fixture->dir, "out", path, NULL);
	char *text = NULL;

	g_file_get_contents(full, &text, NULL, NULL);
	return text;
}

static void
assert_published(const struct fixture *fixture, const char *path, const char *expected)
{
	g_autofree char *text = published(fixture, path);

	g_assert_cmpstr(text, ==, expected);
}

static void
publish(const struct fixture *fixture, bool keep, const char *path, const char *text)
{
	g_autoptr(GError) error = NULL;
	struct stage *stage = stage_open(fixture->places, keep, &error);

	g_assert_no_error(error);
	put(stage, path, text);
	g_assert_true(stage_publish(stage, &error));
	g_assert_no_error(error);
	stage_free(stage);
}

static void
test_publish(struct fixture *fixture, gconstpointer data)
{
	g_autofree char *rest = g_build_filename(fixture->dir, "build", "stage", NULL);

	(void)data;
	publish(fixture, false, "en/a/index.html", "one");
	assert_published(fixture, "en/a/index.html", "one");
	publish(fixture, false, "en/b/index.html", "two");
	assert_published(fixture, "en/a/index.html", NULL);
	assert_published(fixture, "en/b/index.html", "two");
	g_assert_false(g_file_test(rest, G_FILE_TEST_EXISTS));
}

static void
test_keep(struct fixture *fixture, gconstpointer data)
{
	struct stage *stage;

	(void)data;
	publish(fixture, false, "en/a/index.html", "one");
	publish(fixture, true, "en/b/index.html", "two");
	assert_published(fixture, "en/a/index.html", "one");
	/* Replacing a kept file must not write through the link into out/. */
	stage = stage_open(fixture->places, true, NULL);
	put(stage, "en/a/index.html", "changed");
	g_assert_true(stage_drop(stage, "en/b", NULL));
	assert_published(fixture, "en/a/index.html", "one");
	stage_free(stage);
	assert_published(fixture, "en/a/index.html", "one");
	assert_published(fixture, "en/b/index.html", "two");
}

static void
test_abandoned(struct fixture *fixture, gconstpointer data)
{
	struct stage *stage;

	(void)data;
	publish(fixture, false, "index.html", "one");
	stage = stage_open(fixture->places, false, NULL);
	put(stage, "index.html", "two");
	stage_free(stage);
	assert_published(fixture, "index.html", "one");
}

static void
test_locked(struct fixture *fixture, gconstpointer data)
{
	struct stage *first = stage_open(fixture->places, false, NULL);
	g_autoptr(GError) error = NULL;

	(void)data;
	put(first, "index.html", "one");
	g_assert_null(stage_open(fixture->places, false, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_AGAIN);
	g_assert_true(stage_publish(first, NULL));
	stage_free(first);
	assert_published(fixture, "index.html", "one");
}

static void
test_modes(struct fixture *fixture, gconstpointer data)
{
	g_autofree char *folder = g_build_filename(fixture->dir, "out", "en", NULL);
	g_autofree char *file = g_build_filename(folder, "index.html", NULL);
	mode_t mask = umask(0077);
	struct stat info;

	(void)data;
	publish(fixture, false, "en/index.html", "one");
	umask(mask);
	g_assert_cmpint(stat(file, &info), ==, 0);
	g_assert_cmpuint(info.st_mode & 0777, ==, 0644);
	g_assert_cmpint(stat(folder, &info), ==, 0);
	g_assert_cmpuint(info.st_mode & 0777, ==, 0755);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/stage/publish", struct fixture, NULL, set_up, test_publish, tear_down);
	g_test_add("/stage/keep", struct fixture, NULL, set_up, test_keep, tear_down);
	g_test_add("/stage/abandoned", struct fixture, NULL, set_up, test_abandoned, tear_down);
	g_test_add("/stage/locked", struct fixture, NULL, set_up, test_locked, tear_down);
	g_test_add("/stage/modes", struct fixture, NULL, set_up, test_modes, tear_down);
	return g_test_run();
}
