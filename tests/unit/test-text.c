/* Text checks: what is cleaned, what is refused, and where. */
#include <glib.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

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
	assert_read("\xef\xbb\xbf"
		    "a\r\nb\tc\n",
		    "a\nb\tc\n", "");
	assert_read("soft\xc2\xadhyphen", "soft\xc2\xadhyphen", "");
	/* Persian wants U+200C between its letters; beside one it is harmless. */
	assert_read(" \xe2\x80\x8c\xd8\xae", " \xe2\x80\x8c\xd8\xae", "");
	assert_read("\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae", "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae",
		    "");
}

static void
test_controls(void)
{
	assert_read(
		"a\n\xc5\xbc\xe2\x80\xae"
		"b",
		"a\n\xc5\xbc"
		"b",
		"t:2:2: error: bidirectional override or embedding U+202E [text-control]\n" HELP);
	assert_read("a\rb", "ab", "t:1:2: error: control character U+000D [text-control]\n" HELP);
	assert_read("a\xe2\x80\x8c"
		    "b",
		    "ab", "t:1:2: error: zero-width joiner U+200C [text-control]\n" HELP);
	assert_read("a\xe2\x80\x8b", "a",
		    "t:1:2: error: zero-width character U+200B [text-control]\n" HELP);
	assert_read("x\xef\xbb\xbf", "x",
		    "t:1:2: error: zero-width character U+FEFF [text-control]\n" HELP);
}

/* Wherever among other characters it stands. */
static void
test_controls_all(void)
{
	for (int c = 1; c < 0x80; c++) {
		for (int before = 0; before < 20; before++) {
			g_autofree char *text =
				g_strdup_printf("%.*s%c%.*s", before,
						"a\xc3\xa9"
						"abcdefghijklmnopqrstu",
						c, 20 - before, "abcdefghijklmnopqrst");
			g_autofree char *said = NULL, *got = NULL;
			bool control = (c < 0x20 && c != '\t' && c != '\n') || c == 0x7f;

			if (before == 2) /* within a character */
				continue;
			got = read_text(text, strlen(text), &said);
			g_assert_cmpuint(strlen(got), ==, strlen(text) - control);
			g_assert_true(control == (strstr(said, "text-control") != NULL));
		}
	}
}

/* What is refused behind a letter of the Latin alphabet, and nothing else. */
static void
test_refused_all(void)
{
	static const gunichar refused[][2] = {{0x80, 0x9f},	{0x61c, 0x61c},	   {0x180e, 0x180e},
					      {0x200b, 0x200f}, {0x2028, 0x202e},  {0x2060, 0x2064},
					      {0x2066, 0x206f}, {0xfdd0, 0xfdef},  {0xfeff, 0xfeff},
					      {0xfff9, 0xfffb}, {0xe0000, 0xe007f}};

	for (gunichar c = 0x80; c <= 0x10ffff; c++) {
		bool expected = (c & 0xffff) >= 0xfffe;
		g_autofree char *said = NULL, *got = NULL;
		char text[8] = {'a'};

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		for (gsize i = 0; i < G_N_ELEMENTS(refused); i++)
			expected = expected || (c >= refused[i][0] && c <= refused[i][1]);
		g_unichar_to_utf8(c, text + 1);
		got = read_text(text, strlen(text), &said);
		g_assert_cmpstr(got, ==, expected ? "a" : text);
		g_assert_true(expected == (strstr(said, "text-control") != NULL));
	}
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

#define NFC_HELP                                                                                   \
	"  help: harmless in print, but searching may miss it; retype it or normalise the file "   \
	"to NFC\n"

static void
test_composed(void)
{
	assert_read("fine\n\xc5\xbc"
		    "cafe\xcc\x81\nandre\xcc\x81\n",
		    "fine\n\xc5\xbc"
		    "cafe\xcc\x81\nandre\xcc\x81\n",
		    "t:2:5: note: letters and their marks stand apart here [text-nfc]\n" NFC_HELP);
	/* The breve of Cyrillic short i shares its first byte with what it would be composed to. */
	assert_read("x\xd0\xb8\xcc\x86", "x\xd0\xb8\xcc\x86",
		    "t:1:2: note: letters and their marks stand apart here [text-nfc]\n" NFC_HELP);
	/* Vowel signs that have no composed form are as they should be. */
	assert_read("\xd8\xb3\xd9\x8e \xe0\xa4\x95\xe0\xa4\xbf",
		    "\xd8\xb3\xd9\x8e \xe0\xa4\x95\xe0\xa4\xbf", "");
}

static void
test_composed_place(void)
{
	/* A mark at the start of a line stands upon nothing, and is none of the line before. */
	assert_read("abc\n\xcc\x81x\nAAAAAAAA\xcc\x8a", "abc\n\xcc\x81x\nAAAAAAAA\xcc\x8a",
		    "t:3:8: note: letters and their marks stand apart here [text-nfc]\n" NFC_HELP);
	/* Marks in an order that is not the canonical one. */
	assert_read("x\n\xd7\x90\xd6\xbc\xd6\xb7", "x\n\xd7\x90\xd6\xbc\xd6\xb7",
		    "t:2:2: note: letters and their marks stand apart here [text-nfc]\n" NFC_HELP);
}

/* Reading looks for what may have to be composed on its way; what it says of the whole. */
static bool
reads_composed(const char *text)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
	g_autoptr(DiagList) diags = diag_list_new();
	bool composed;

	g_string_free(text_read_form(bytes, "t", diags, &composed), TRUE);
	return composed;
}

static void
assert_composed(const char *text)
{
	g_autofree char *expected = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
	g_autofree char *composed = text_compose(text);
	const char *found = text_uncomposed(text, strlen(text));
	gsize same = 0;

	g_assert_cmpstr(composed, ==, expected);
	g_assert_true(reads_composed(text) == (strcmp(text, expected) == 0));
	while (text[same] && text[same] == expected[same])
		same++;
	while (same > 0 && ((guchar)text[same] & 0xc0) == 0x80)
		same--;
	g_assert_true(found == (strcmp(text, expected) == 0 ? NULL : text + same));
}

static void
test_compose(void)
{
	static const char *const texts[] = {
		"",
		"plain",
		"e\xcc\x81", /* e and an acute */
		"eight ascii characters, then cafe\xcc\x81",
		"1234567e\xcc\x81"
		"12345678\xcc\x81", /* over a border of eight bytes */
		"\xcc\x81"
		"x", /* a mark that stands upon nothing */
		"Vie\xcc\xa3\xcc\x82t, Vi\xc3\xaa\xcc\xa3t, Vi\xe1\xbb\x87t", /* Vietnamese, three
										 ways */
		"a\xcc\x82\xcc\xa3",			     /* marks in the other order */
		"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab",	     /* Jamo */
		"\xed\x95\x98\xe1\x86\xab",		     /* a syllable and a final Jamo */
		"\xed\x95\x9c\xea\xb5\xad",		     /* Korean as it should be */
		"\xd9\x85\xd9\x8f\xd8\xaf\xd9\x8e\xd9\x91",  /* Arabic vowel signs */
		"\xd8\xa7\xd9\x94 \xd8\xa7\xd9\x8e\xd9\x94", /* alef and hamza, a vowel sign between
							      */
		"\xd0\xb8\xcc\x86 \xd0\xb8\xcc\x81 \xd0\xb9\xcc\x81", /* Cyrillic */
		"\xe3\x81\x8b\xe3\x82\x99 \xe3\x82\xab\xe3\x82\x99",  /* kana and voicing */
		"\xe0\xa4\xa8\xe0\xa4\xbc \xe0\xa5\x98",	      /* Devanagari */
		"\xe2\x84\xab \xe2\x84\xa6 \xe2\x84\x96 \xcd\xbe",    /* Angstrom, ohm, number,
									 question mark */
		"\xef\xa4\x80 \xf0\xaf\xa0\x80 \xf0\x9f\x98\x80", /* ideographs for compatibility; a
								     smile */
		"\xf0\x9d\x85\x9e \xf0\x91\x82\x99\xf0\x91\x82\xba", /* music, Kaithi */
	};
	GString *all = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		assert_composed(texts[i]);
		for (gsize before = 0; before < 10; before++) {
			g_string_printf(all, "%.*s%s%s", (int)before, "aaaaaaaaaa", texts[i],
					texts[G_N_ELEMENTS(texts) - 1 - i]);
			assert_composed(all->str);
		}
	}
	g_string_free(all, TRUE);
}

/* What the quick look lets pass must be what GLib would leave alone, of all characters there are.
 */
static void
test_compose_all(void)
{
	for (gunichar c = 1; c <= 0x10ffff; c++) {
		char text[16] = {0};
		gunichar first, second;

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		g_unichar_to_utf8(c, text);
		assert_composed(text);
		if (!g_unichar_decompose(c, &first, &second) || second == 0)
			continue;
		memset(text, 0, sizeof(text));
		g_unichar_to_utf8(second, text + g_unichar_to_utf8(first, text));
		assert_composed(text);
	}
}

/* Every mark behind a letter, and before and behind marks that stand above and below. */
static void
test_compose_order(void)
{
	static const gunichar marks[] = {0x301, 0x323, 0x64e, 0x5bc};

	for (gunichar c = 0x300; c <= 0x1ffff; c++) {
		if (g_unichar_combining_class(c) == 0)
			continue;
		for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
			const gunichar texts[][4] = {{'a', c, marks[i], 0},
						     {0x5d0, marks[i], c, 0}};

			for (gsize k = 0; k < G_N_ELEMENTS(texts); k++) {
				g_autofree char *text =
					g_ucs4_to_utf8(texts[k], -1, NULL, NULL, NULL);

				assert_composed(text);
			}
		}
	}
}

/* The bytes with which a character can begin, and what can follow them. */
static void
test_encoding_all(void)
{
	static const guchar bytes[] = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90,
				       0x9f, 0xa0, 0xbf, 0xc0, 0xff};

	for (guint lead = 0x80; lead < 0x100; lead++) {
		for (gsize i = 0; i < 11 * 11 * 11; i++) {
			const char text[] = {'a', (char)lead, (char)bytes[i % 11],
					     (char)bytes[i / 11 % 11], (char)bytes[i / 121]};
			bool valid = true;

			for (gsize length = 2; length <= sizeof(text); length++) {
				g_autofree char *said = NULL;
				g_autofree char *got = read_text(text, length, &said);
				const char *p = text;

				/* GLib holds NUL to be the end of any text. */
				valid = true;
				while (valid && p < text + length)
					valid = g_utf8_validate_len(p, (gsize)(text + length - p),
								    &p) ||
						*p++ == '\0';
				g_assert_true(valid == (got != NULL));
			}
		}
	}
}

/* What is read without a call is what GLib says. */
static void
test_characters(void)
{
	for (gunichar c = 1; c <= 0x10ffff; c++) {
		char text[8] = {'a'};
		const char *p = text + 1;
		int length;

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		length = g_unichar_to_utf8(c, text + 1);
		g_assert_cmpuint(utf8_take(&p), ==, c);
		g_assert_true(p == text + 1 + length);
		g_assert_true(utf8_before(p) == text + 1);
	}
}

static void
test_column(void)
{
	g_assert_cmpint(text_column("abc", 0), ==, 1);
	g_assert_cmpint(text_column("\xc5\xbc"
				    "bc",
				    2),
			==, 2);
	g_assert_cmpint(text_column("\t\xf0\x9f\x98\x80x", 5), ==, 3);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text/cleans", test_cleans);
	g_test_add_func("/text/controls", test_controls);
	g_test_add_func("/text/controls/all", test_controls_all);
	g_test_add_func("/text/refused/all", test_refused_all);
	g_test_add_func("/text/nul", test_nul);
	g_test_add_func("/text/encoding", test_encoding);
	g_test_add_func("/text/composed", test_composed);
	g_test_add_func("/text/encoding/all", test_encoding_all);
	g_test_add_func("/text/composed/place", test_composed_place);
	g_test_add_func("/text/compose", test_compose);
	g_test_add_func("/text/compose/all", test_compose_all);
	g_test_add_func("/text/compose/order", test_compose_order);
	g_test_add_func("/text/characters", test_characters);
	g_test_add_func("/text/column", test_column);
	return g_test_run();
}
