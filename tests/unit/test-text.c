/* Text checks: what is cleaned, what is refused, and where. */
#include <glib.h>
#include <string.h>

#include "base/text.h"

static char *
read_text(const char *data, gsize size, char **said)
{
	g_autoptr(GBytes) bytes = g_bytes_new(data, size);
	g_autoptr(DiagList) diags = diag_list_new();
	GString *text = text_read(bytes, "t", diags);

	*said = diag_list_to_text(diags, NULL, false);
	return text ? g_string_free(text, FALSE) : NULL;
}

static void
assert_read(const char *data, const char *text, const char *said)
{
	g_autofree char *messages = NULL;
	g_autofree char *got = read_text(data, strlen(data), &messages);

	g_assert_cmpstr(got, ==, text);
	g_assert_cmpstr(messages, ==, said);
}

#define HELP "  help: delete it; retype the words beside it if they look wrong\n"

static void
test_cleans(void)
{
	assert_read("", "", "");
	assert_read("\xef\xbb\xbf" "a\r\nb\tc\n", "a\nb\tc\n", "");
	assert_read("soft\xc2\xadhyphen", "soft\xc2\xadhyphen", "");
	/* Persian wants U+200C between its letters; beside one it is harmless. */
	assert_read(" \xe2\x80\x8c\xd8\xae", " \xe2\x80\x8c\xd8\xae", "");
	assert_read("\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae", "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae", "");
}

static void
test_controls(void)
{
	assert_read("a\n\xc5\xbc\xe2\x80\xae" "b", "a\n\xc5\xbc" "b",
		    "t:2:2: error: bidirectional override or embedding U+202E [text-control]\n" HELP);
	assert_read("a\rb", "ab", "t:1:2: error: control character U+000D [text-control]\n" HELP);
	assert_read("a\xe2\x80\x8c" "b", "ab",
		    "t:1:2: error: zero-width joiner U+200C [text-control]\n" HELP);
	assert_read("a\xe2\x80\x8b", "a",
		    "t:1:2: error: zero-width character U+200B [text-control]\n" HELP);
	assert_read("x\xef\xbb\xbf", "x",
		    "t:1:2: error: zero-width character U+FEFF [text-control]\n" HELP);
}

static void
test_nul(void)
{
	g_autofree char *said = NULL;
	g_autofree char *text = read_text("a\0b", 3, &said);

	g_assert_cmpstr(text, ==, "ab");
	g_assert_cmpstr(said, ==, "t:1:2: error: control character U+0000 [text-control]\n" HELP);
}

static void
test_encoding(void)
{
	assert_read("\xc5\xbc\n\xc5\xbc\xff\xfe", NULL,
		    "t:2:2: error: byte 0xFF is not valid UTF-8 [text-encoding]\n"
		    "  help: save the file as UTF-8\n");
	assert_read("\xed\xa0\x80", NULL,
		    "t:1:1: error: byte 0xED is not valid UTF-8 [text-encoding]\n"
		    "  help: save the file as UTF-8\n");
}

#define NFC_HELP "  help: harmless in print, but searching may miss it; retype it or normalise the file to NFC\n"

static void
test_composed(void)
{
	assert_read("fine\n\xc5\xbc" "cafe\xcc\x81\nandre\xcc\x81\n",
		    "fine\n\xc5\xbc" "cafe\xcc\x81\nandre\xcc\x81\n",
		    "t:2:5: note: letters and their marks stand apart here [text-nfc]\n" NFC_HELP);
	/* The breve of Cyrillic short i shares its first byte with what it would be composed to. */
	assert_read("x\xd0\xb8\xcc\x86", "x\xd0\xb8\xcc\x86",
		    "t:1:2: note: letters and their marks stand apart here [text-nfc]\n" NFC_HELP);
	/* Vowel signs that have no composed form are as they should be. */
	assert_read("\xd8\xb3\xd9\x8e \xe0\xa4\x95\xe0\xa4\xbf", "\xd8\xb3\xd9\x8e \xe0\xa4\x95\xe0\xa4\xbf", "");
}

static void
test_column(void)
{
	g_assert_cmpint(text_column("abc", 0), ==, 1);
	g_assert_cmpint(text_column("\xc5\xbc" "bc", 2), ==, 2);
	g_assert_cmpint(text_column("\t\xf0\x9f\x98\x80x", 5), ==, 3);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text/cleans", test_cleans);
	g_test_add_func("/text/controls", test_controls);
	g_test_add_func("/text/nul", test_nul);
	g_test_add_func("/text/encoding", test_encoding);
	g_test_add_func("/text/composed", test_composed);
	g_test_add_func("/text/column", test_column);
	return g_test_run();
}
