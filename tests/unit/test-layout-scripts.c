/*
 * test-layout-scripts: whole pages from the right, and Japanese; see layout_fixture.h.
 */
#include <glib.h>
#include "layout_fixture.h"
#include "script_fixture.h"

static void
test_script(const char *name)
{
	struct folder folder;

	open_folder(&folder);
	assert_layout(name, folder.typesetter);
	close_folder(&folder);
}

/* A page from the right: margins, lists and tables mirrored, Latin words in their own order. */
static void
test_arabic(void)
{
	test_script("arabic");
}

/* No line begins with a stop or a closing bracket, none ends with an opening one. */
static void
test_japanese(void)
{
	test_script("japanese");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/scripts/arabic", test_arabic);
	g_test_add_func("/layout/scripts/japanese", test_japanese);
	return g_test_run();
}
