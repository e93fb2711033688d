/* Bounded reads, whole writes, removal that follows no link, and where things are. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/place.h"

static char *
temporary_folder(void)
{
	char *dir = g_dir_make_tmp("chancery-XXXXXX", NULL);

	g_assert_nonnull(dir);
	return dir;
}

static void
write_text(const char *path, const char *text)
{
	g_autoptr(GError) error = NULL;

	g_assert_true(file_write(path, text, strlen(text), &error));
	g_assert_no_error(error);
}

static void
test_write_and_read(void)
{
	g_autofree char *dir = temporary_folder();
	g_autofree char *path = g_build_filename(dir, "a", NULL);
	g_autoptr(GPtrArray) names = NULL;
	g_autoptr(GBytes) bytes = NULL;
	struct stat info;
	mode_t mask = umask(0027);
	gsize size;

	write_text(path, "one");
	write_text(path, "second");
	umask(mask);
	bytes = file_read(path, 6, NULL);
	g_assert_cmpstr(g_bytes_get_data(bytes, &size), ==, "second");
	g_assert_cmpuint(size, ==, 6);
	g_assert_cmpint(stat(path, &info), ==, 0);
	g_assert_cmpuint(info.st_mode & 0777, ==, 0640);
	names = file_list(dir, NULL);
	g_assert_cmpuint(names->len, ==, 1);
	g_assert_true(file_remove(dir, NULL));
}

static void
test_read_refuses(void)
{
	g_autofree char *dir = temporary_folder();
	g_autofree char *path = g_build_filename(dir, "a", NULL);
	g_autofree char *fifo = g_build_filename(dir, "fifo", NULL);
	g_autoptr(GError) error = NULL;

	write_text(path, "seven b");
	g_assert_null(file_read(path, 6, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
	g_clear_error(&error);
	g_assert_null(file_read(dir, 6, &error));
	g_assert_nonnull(error);
	g_clear_error(&error);
	g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
	g_assert_null(file_read(fifo, 6, &error));
	g_assert_nonnull(strstr(error->message, fifo));
	g_clear_error(&error);
	g_assert_true(file_remove(dir, NULL));
	g_assert_null(file_read(path, 6, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
expect_outside(const char *folder, const char *path)
{
	g_autoptr(GError) error = NULL;

	g_assert_null(file_read_below(folder, path, 100, &error));
	g_assert_nonnull(error);
}

/* Neither a path nor a link leads out of the folder. */
static void
test_read_below(void)
{
	g_autofree char *dir = temporary_folder();
	g_autofree char *inside = g_build_filename(dir, "in", NULL);
	g_autofree char *deep = g_build_filename(dir, "in/a/b", NULL);
	g_autofree char *outside = g_build_filename(dir, "secret", NULL);
	g_autofree char *file = g_build_filename(deep, "c", NULL);
	g_autofree char *link = g_build_filename(inside, "link", NULL);
	g_autofree char *folder_link = g_build_filename(inside, "up", NULL);
	g_autoptr(GBytes) bytes = NULL;

	g_assert_true(file_make_dirs(deep, NULL) && file_write(file, "x", 1, NULL) &&
		      file_write(outside, "y", 1, NULL));
	g_assert_true(symlink("../secret", link) == 0 && symlink("..", folder_link) == 0);
	bytes = file_read_below(inside, "a/b/c", 100, NULL);
	g_assert_nonnull(bytes);
	g_assert_cmpuint(g_bytes_get_size(bytes), ==, 1);
	expect_outside(inside, "../secret");
	expect_outside(inside, "a/../../secret");
	expect_outside(inside, outside);
	expect_outside(inside, "link");
	expect_outside(inside, "up/secret");
	expect_outside(inside, "a");
	expect_outside(inside, "a//b/c");
	expect_outside(inside, "");
	file_remove(dir, NULL);
}

static void
test_failed_write(void)
{
	g_autoptr(GError) error = NULL;

	g_assert_false(file_write("/nonexistent/a", "x", 1, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_list(void)
{
	g_autofree char *dir = temporary_folder();
	static const char *const names[] = {"b", "a", "C", ".d"};
	g_autoptr(GPtrArray) listed = NULL;
	g_autoptr(GError) error = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = g_build_filename(dir, names[i], NULL);

		write_text(path, "");
	}
	listed = file_list(dir, NULL);
	g_assert_cmpuint(listed->len, ==, 4);
	g_assert_cmpstr(listed->pdata[0], ==, ".d");
	g_assert_cmpstr(listed->pdata[1], ==, "C");
	g_assert_cmpstr(listed->pdata[3], ==, "b");
	g_assert_true(file_remove(dir, NULL));
	g_assert_null(file_list(dir, &error));
	g_assert_nonnull(error);
}

static void
test_remove(void)
{
	g_autofree char *dir = temporary_folder();
	g_autofree char *outside = g_build_filename(dir, "outside", NULL);
	g_autofree char *inside = g_build_filename(dir, "inside", NULL);
	g_autofree char *deep = g_build_filename(inside, "x", "y", NULL);
	g_autofree char *link = g_build_filename(inside, "link", NULL);
	g_autofree char *kept = g_build_filename(outside, "kept", NULL);

	g_assert_true(file_make_dirs(outside, NULL));
	g_assert_true(file_make_dirs(deep, NULL));
	write_text(kept, "k");
	g_assert_cmpint(symlink(outside, link), ==, 0);
	g_assert_true(file_remove(inside, NULL));
	g_assert_false(g_file_test(inside, G_FILE_TEST_EXISTS));
	g_assert_true(g_file_test(kept, G_FILE_TEST_EXISTS));
	g_assert_true(file_remove(inside, NULL));
	g_assert_true(file_remove(dir, NULL));
}

static void
test_places(void)
{
	g_autofree char *dir = temporary_folder();
	g_autofree char *share = g_build_filename(dir, "share", NULL);
	g_autofree char *shipped = g_build_filename(share, "templates", "a", NULL);
	g_autofree char *own = g_build_filename(dir, "templates", "a", NULL);
	g_autofree char *found = NULL, *overlaid = NULL;
	g_autoptr(Places) places = NULL;

	g_assert_true(file_make_dirs(shipped, NULL));
	g_setenv("CHANCERY_SHARE", share, TRUE);
	places = places_new(dir);
	found = places_find(places, "templates/a");
	g_assert_cmpstr(found, ==, shipped);
	g_assert_true(file_make_dirs(own, NULL));
	overlaid = places_find(places, "templates/a");
	g_assert_cmpstr(overlaid, ==, own);
	g_assert_null(places_find(places, "templates/b"));
	g_unsetenv("CHANCERY_SHARE");
	g_assert_true(file_remove(dir, NULL));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/file/write-and-read", test_write_and_read);
	g_test_add_func("/file/read-refuses", test_read_refuses);
	g_test_add_func("/file/read-below", test_read_below);
	g_test_add_func("/file/failed-write", test_failed_write);
	g_test_add_func("/file/list", test_list);
	g_test_add_func("/file/remove", test_remove);
	g_test_add_func("/place/overlay", test_places);
	return g_test_run();
}
