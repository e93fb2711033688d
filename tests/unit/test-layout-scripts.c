/*
 * test-layout-scripts: pages of languages that have rules of their own; see layout_fixture.h.
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

/* All of a page from the right: contents with leaders, running heads, a note, a quotation with a
 * bold word. */
static void
test_arabic_page(void)
{
	test_script("arabic-page");
}

/* The same as in Japanese, with the quotation marks and the colon of Chinese. */
static void
test_chinese(void)
{
	test_script("chinese");
}

/* Lines end between words. */
static void
test_korean(void)
{
	test_script("korean");
}

/* Words of one letter stay with the next, a compound repeats its hyphen, English is hyphenated as
 * such. */
static void
test_polish(void)
{
	test_script("polish");
}

/* At least two letters before and after a hyphen; words of one letter stay with the next. */
static void
test_ukrainian(void)
{
	test_script("ukrainian");
}

/* Spaces before high punctuation and inside numbers and guillemets hold, the narrow ones without
 * stretching. */
static void
test_french(void)
{
	test_script("french");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/scripts/arabic", test_arabic);
	g_test_add_func("/layout/scripts/japanese", test_japanese);
	g_test_add_func("/layout/scripts/arabic-page", test_arabic_page);
	g_test_add_func("/layout/scripts/chinese", test_chinese);
	g_test_add_func("/layout/scripts/korean", test_korean);
	g_test_add_func("/layout/scripts/polish", test_polish);
	g_test_add_func("/layout/scripts/ukrainian", test_ukrainian);
	g_test_add_func("/layout/scripts/french", test_french);
	return g_test_run();
}
