/* Places as text, and back. */
#include <glib.h>

#include "base/loc.h"

static void
test_to_text(void)
{
	struct loc at = {.file = g_intern_string("a.md"), .line = 3, .column = 7};
	g_autofree char *full = loc_to_text(at);
	g_autofree char *line = NULL, *file = NULL, *none = loc_to_text(LOC_NONE);

	at.column = 0;
	line = loc_to_text(at);
	at.line = 0;
	file = loc_to_text(at);
	g_assert_cmpstr(full, ==, "a.md:3:7");
	g_assert_cmpstr(line, ==, "a.md:3");
	g_assert_cmpstr(file, ==, "a.md");
	g_assert_cmpstr(none, ==, "");
}

static void
test_of_text(void)
{
	struct loc at = loc_of_text("content/x:y.md:12:5");

	g_assert_true(at.file == g_intern_string("content/x:y.md"));
	g_assert_cmpint(at.line, ==, 12);
	g_assert_cmpint(at.column, ==, 5);
	at = loc_of_text("a.md:12");
	g_assert_cmpstr(at.file, ==, "a.md");
	g_assert_cmpint(at.line, ==, 12);
	g_assert_cmpint(at.column, ==, 0);
	g_assert_null(loc_of_text("a.md").file);
	g_assert_null(loc_of_text("a.md:").file);
	g_assert_null(loc_of_text("a.md:99999999999999").file);
	g_assert_null(loc_of_text(NULL).file);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/loc/to-text", test_to_text);
	g_test_add_func("/loc/of-text", test_of_text);
	return g_test_run();
}
