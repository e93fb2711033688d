/* Codes of glyphs, their widths and texts, and what is written of them (gen/pdf/typeface). */
#include <glib.h>
#include <hb-ot.h>
#include <string.h>
#include "base/cache.h"
#include "base/file.h"
#include "pdf/body.h"
#include "pdf/tounicode.h"
#include "pdf/typeface.h"
#include "fonts_fixture.h"
#include "pdf_fixture.h"

struct fixture {
	PangoContext *context;
	struct body *body;
	struct typefaces *typefaces;
};

/* fonts: there is one of them in a process. */
static void
set_up(struct fixture *fixture, gconstpointer fonts)
{
	fixture->context = fonts_context(fonts, "en");
	fixture->body = body_new("1.7");
	fixture->typefaces = typefaces_new(fixture->body);
}

static void
tear_down(struct fixture *fixture, gconstpointer fonts)
{
	(void)fonts;
	typefaces_free(fixture->typefaces);
	body_free(fixture->body);
	g_object_unref(fixture->context);
}

static PangoFont *
load(struct fixture *fixture, const char *description)
{
	PangoFontDescription *face = pango_font_description_from_string(description);
	PangoFont *font = pango_context_load_font(fixture->context, face);

	pango_font_description_free(face);
	return font;
}

static PangoGlyph
glyph_of(PangoFont *font, gunichar ch)
{
	hb_codepoint_t glyph = 0;

	g_assert_true(hb_font_get_nominal_glyph(pango_font_get_hb_font(font), ch, &glyph));
	return glyph;
}

static guint
use(struct typeface *typeface, PangoGlyph glyph, const char *text, bool said)
{
	guint16 code = 0;
	int advance = -1;

	g_assert_true(typeface_use(typeface, glyph, text, strlen(text), &code, &advance) == said);
	g_assert_cmpint(advance, >=, 0);
	return code;
}

static char *
text_of(const struct fixture *fixture, guint number)
{
	return pdf_object(fixture->body, number);
}

static GBytes *
stream_of(const struct fixture *fixture, guint number)
{
	return pdf_stream(fixture->body, number);
}

static void
write_all(struct fixture *fixture)
{
	g_autoptr(GError) error = NULL;

	g_assert_true(typefaces_write(fixture->typefaces, &error));
	g_assert_no_error(error);
}

/* One typeface for all sizes, another for another weight. */
static void
test_find(struct fixture *fixture, gconstpointer fonts)
{
	g_autoptr(PangoFont) ten = load(fixture, "Noto Serif 10");
	g_autoptr(PangoFont) large = load(fixture, "Noto Serif 22.5");
	g_autoptr(PangoFont) bold = load(fixture, "Noto Serif Bold 10");
	struct typeface *typeface = typefaces_find(fixture->typefaces, ten);
	struct typeface *other = typefaces_find(fixture->typefaces, bold);

	(void)fonts;
	g_assert_true(typefaces_find(fixture->typefaces, large) == typeface);
	g_assert_true(typefaces_find(fixture->typefaces, bold) == other);
	g_assert_true(other != typeface);
	g_assert_cmpuint(typeface_index(typeface), ==, 0);
	g_assert_cmpuint(typeface_index(other), ==, 1);
	g_assert_cmpuint(typeface_object(typeface), !=, typeface_object(other));
	g_assert_cmpfloat(typeface_size(ten), ==, 10);
	g_assert_cmpfloat(typeface_size(large), ==, 22.5);
}

static void
test_codes(struct fixture *fixture, gconstpointer fonts)
{
	g_autoptr(PangoFont) font = load(fixture, "Noto Serif 10");
	struct typeface *typeface = typefaces_find(fixture->typefaces, font);
	PangoGlyph b = glyph_of(font, 'b'), a = glyph_of(font, 'a'), hyphen = glyph_of(font, '-');

	(void)fonts;
	g_assert_cmpuint(use(typeface, b, "b", true), ==, 1);
	g_assert_cmpuint(use(typeface, a, "a", true), ==, 2);
	g_assert_cmpuint(use(typeface, b, "b", true), ==, 1);
	/* one glyph, two texts, both short or long */
	g_assert_cmpuint(use(typeface, hyphen, "-", true), ==, 3);
	g_assert_cmpuint(use(typeface, hyphen, "\u00AD", true), ==, 4);
	g_assert_cmpuint(use(typeface, hyphen, "\u00AD", true), ==, 4);
	g_assert_cmpuint(use(typeface, hyphen, "-", true), ==, 3);
	g_assert_cmpuint(use(typeface, a, "abcdefgh", true), ==, 5);
	g_assert_cmpuint(use(typeface, a, "abcdefgh", true), ==, 5);
	/* more than a reader takes, and what is not to be said */
	g_assert_cmpuint(use(typeface, a, "abcdefghi", false), ==, 2);
	g_assert_cmpuint(use(typeface, a, "\uE000", false), ==, 2);
	/* inside /ActualText */
	g_assert_cmpuint(use(typeface, hyphen, "", true), ==, 3);
}

/* A glyph that had no text of its own takes the first that comes. */
static void
test_late_text(struct fixture *fixture, gconstpointer fonts)
{
	g_autoptr(PangoFont) font = load(fixture, "Noto Serif 10");
	struct typeface *typeface = typefaces_find(fixture->typefaces, font);
	PangoGlyph a = glyph_of(font, 'a');

	(void)fonts;
	g_assert_cmpuint(use(typeface, a, "", true), ==, 1);
	g_assert_cmpuint(use(typeface, a, "\uE000", false), ==, 1);
	g_assert_cmpuint(use(typeface, a, "a", true), ==, 1);
	g_assert_cmpuint(use(typeface, a, "b", true), ==, 2);
	g_assert_cmpuint(use(typeface, a, "", true), ==, 1);
}

/* 1/1000 em, rounded, the same in /W; the most frequent is /DW. */
static void
test_widths(struct fixture *fixture, gconstpointer fonts)
{
	g_autoptr(PangoFont) font = load(fixture, "Inter 10");
	hb_face_t *face = hb_font_get_face(pango_font_get_hb_font(font));
	hb_font_t *plain = hb_font_create(face);
	struct typeface *typeface = typefaces_find(fixture->typefaces, font);
	g_autofree char *font_text = NULL, *cid_text = NULL, *expected = NULL;
	int widths[3];

	(void)fonts;
	for (int i = 0; i < 3; i++) {
		PangoGlyph glyph = glyph_of(font, (gunichar)("im0"[i]));
		double exact =
			hb_font_get_glyph_h_advance(plain, glyph) * 1000.0 / hb_face_get_upem(face);
		guint16 code;

		g_assert_true(typeface_use(typeface, glyph, &"im0"[i], 1, &code, &widths[i]));
		g_assert_cmpfloat_with_epsilon(widths[i], exact, 0.5001);
	}
	use(typeface, glyph_of(font, '0'), "O", true);
	write_all(fixture);
	font_text = text_of(fixture, typeface_object(typeface));
	cid_text = text_of(fixture, number_after(font_text, "/DescendantFonts ["));
	expected = g_strdup_printf("/DW %d /W [1 [%d %d]]", widths[2], widths[0], widths[1]);
	g_assert_nonnull(strstr(cid_text, expected));
	hb_font_destroy(plain);
}

static char *
map_of(const char *const *texts, guint n)
{
	g_autoptr(GBytes) bytes = tounicode_write(texts, n, 2);

	return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static void
test_texts(void)
{
	static const char *const texts[] = {"", "a", "ż", "fi", "𠮷"};
	g_autofree char *map = map_of(texts, G_N_ELEMENTS(texts));

	g_assert_nonnull(strstr(map, "\nendcodespacerange\n4 beginbfchar\n<0001><0061>\n"
				     "<0002><017C>\n<0003><00660069>\n<0004><D842DFB7>\n"
				     "endbfchar\nendcmap\n"));
}

/* An operator has at most a hundred lines. */
static void
test_many_texts(void)
{
	const char *texts[202];
	g_autofree char *map = NULL, *exact = NULL;

	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		texts[i] = "a";
	map = map_of(texts, G_N_ELEMENTS(texts));
	g_assert_nonnull(strstr(map, "\n100 beginbfchar\n<0001><0061>\n<0002><0061>\n"));
	g_assert_nonnull(strstr(map, "endbfchar\n100 beginbfchar\n<0065><0061>\n"));
	g_assert_nonnull(strstr(map, "endbfchar\n1 beginbfchar\n<00C9><0061>\nendbfchar\nend"));
	exact = map_of(texts, 201);
	g_assert_nonnull(strstr(exact, "<00C8><0061>\nendbfchar\nend"));
}

/* The codes of a TrueType file are led to its glyphs by a map. */
static void
test_truetype(struct fixture *fixture, gconstpointer fonts)
{
	g_autoptr(PangoFont) font = load(fixture, "Noto Serif Italic 10");
	struct typeface *typeface = typefaces_find(fixture->typefaces, font);
	g_autofree char *font_text = NULL, *cid_text = NULL, *descriptor = NULL, *texts = NULL;
	g_autoptr(GBytes) map = NULL, program = NULL, to_unicode = NULL;
	g_autoptr(GBytes) expected = g_bytes_new_static("\0\0\0\2\0\1\0\1", 8);

	(void)fonts;
	use(typeface, glyph_of(font, 'b'), "b", true);
	use(typeface, glyph_of(font, 'a'), "a", true);
	use(typeface, glyph_of(font, 'a'), "other", true);
	write_all(fixture);
	font_text = text_of(fixture, typeface_object(typeface));
	g_assert_nonnull(strstr(font_text, "/Encoding /Identity-H"));
	g_assert_nonnull(strstr(font_text, "+NotoSerif-Italic"));
	cid_text = text_of(fixture, number_after(font_text, "/DescendantFonts ["));
	g_assert_nonnull(strstr(cid_text, "/Subtype /CIDFontType2"));
	map = stream_of(fixture, number_after(cid_text, "/CIDToGIDMap "));
	g_assert_true(g_bytes_equal(map, expected));
	descriptor = text_of(fixture, number_after(cid_text, "/FontDescriptor "));
	g_assert_nonnull(strstr(descriptor, "/ItalicAngle -12"));
	g_assert_cmpuint(number_after(descriptor, "/Flags ") & 64, ==, 64);
	program = stream_of(fixture, number_after(descriptor, "/FontFile2 "));
	g_assert_cmpuint(g_bytes_get_size(program), <, 2000);
	to_unicode = stream_of(fixture, number_after(font_text, "/ToUnicode "));
	texts = g_strndup(g_bytes_get_data(to_unicode, NULL), g_bytes_get_size(to_unicode));
	g_assert_nonnull(strstr(texts, "<0003><006F0074006800650072>"));
}

static void
test_postscript(struct fixture *fixture, gconstpointer fonts)
{
	g_autoptr(PangoFont) font = load(fixture, "Inter Bold 10");
	struct typeface *typeface = typefaces_find(fixture->typefaces, font);
	g_autofree char *font_text = NULL, *cid_text = NULL, *descriptor = NULL;

	(void)fonts;
	use(typeface, glyph_of(font, 'b'), "b", true);
	write_all(fixture);
	font_text = text_of(fixture, typeface_object(typeface));
	cid_text = text_of(fixture, number_after(font_text, "/DescendantFonts ["));
	g_assert_nonnull(strstr(cid_text, "/Subtype /CIDFontType0 "));
	g_assert_null(strstr(cid_text, "/CIDToGIDMap"));
	descriptor = text_of(fixture, number_after(cid_text, "/FontDescriptor "));
	g_assert_nonnull(strstr(descriptor, "/FontFile3 "));
}

/* Asked for, but nothing shown: still a font. */
static void
test_unused(struct fixture *fixture, gconstpointer fonts)
{
	static const char *const names[] = {"Noto Serif 10", "Inter 10"};

	(void)fonts;
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(PangoFont) font = load(fixture, names[i]);

		typefaces_find(fixture->typefaces, font);
	}
	write_all(fixture);
}

/* A file that shows the first 300 glyphs of a font. */
static GBytes *
written_large(const struct fonts *fonts, const char *name, const char *folder)
{
	struct fixture fixture;
	g_autoptr(PangoFont) font = NULL;
	GBytes *bytes;

	set_up(&fixture, fonts);
	font = load(&fixture, name);
	typefaces_cache(fixture.typefaces, folder);
	for (PangoGlyph glyph = 300; glyph > 0; glyph--)
		use(typefaces_find(fixture.typefaces, font), glyph, "", true);
	write_all(&fixture);
	bytes = body_finish(fixture.body, body_reserve(fixture.body),
			    g_strdup("<< /Type /Catalog >>"), 0, NULL);
	g_clear_object(&font);
	tear_down(&fixture, fonts);
	return bytes;
}

/* With a cache or without, empty, full or damaged: the same bytes; and it is looked at. */
static void
check_cache(const struct fonts *fonts, const char *name, const char *other)
{
	g_autofree char *folder = g_dir_make_tmp("cache-XXXXXX", NULL), *path = NULL;
	g_autoptr(GBytes) plain = written_large(fonts, name, NULL);
	g_autoptr(GBytes) made = written_large(fonts, name, folder);
	g_autoptr(GBytes) found = written_large(fonts, name, folder);
	g_autoptr(GPtrArray) files = file_list(folder, NULL), both = NULL;
	g_autoptr(GBytes) remade = NULL, wrong = NULL, kept = NULL;
	const char *key = files->pdata[0], *key_of_other;

	g_assert_true(g_bytes_equal(plain, made));
	g_assert_true(g_bytes_equal(plain, found));
	g_assert_cmpuint(files->len, ==, 1);
	path = g_build_filename(folder, key, NULL);
	g_assert_true(g_file_set_contents(path, "damaged", -1, NULL));
	remade = written_large(fonts, name, folder);
	g_assert_true(g_bytes_equal(plain, remade));
	g_bytes_unref(written_large(fonts, other, folder));
	both = file_list(folder, NULL);
	g_assert_cmpuint(both->len, ==, 2);
	key_of_other = both->pdata[strcmp(both->pdata[0], key) == 0];
	kept = cache_find(folder, key_of_other);
	cache_keep(folder, key, kept);
	wrong = written_large(fonts, name, folder);
	g_assert_false(g_bytes_equal(plain, wrong));
	file_remove(folder, NULL);
}

static void
test_cache(gconstpointer fonts)
{
	check_cache(fonts, "Noto Serif 10", "Noto Serif Italic 10");
	check_cache(fonts, "Inter 10", "Inter Italic 10");
}

static GBytes *
written(const struct fonts *fonts, const char *letters)
{
	struct fixture fixture;
	g_autoptr(PangoFont) font = NULL;
	GBytes *bytes;

	set_up(&fixture, fonts);
	font = load(&fixture, "Noto Serif 10");
	for (const char *p = letters; *p; p++) {
		char text[] = {*p, '\0'};

		use(typefaces_find(fixture.typefaces, font), glyph_of(font, (gunichar)*p), text,
		    true);
	}
	write_all(&fixture);
	bytes = body_finish(fixture.body, body_reserve(fixture.body),
			    g_strdup("<< /Type /Catalog >>"), 0, NULL);
	g_clear_object(&font);
	tear_down(&fixture, fonts);
	return bytes;
}

static void
test_same_bytes(gconstpointer fonts)
{
	g_autoptr(GBytes) one = written(fonts, "same"), two = written(fonts, "same");
	g_autoptr(GBytes) other = written(fonts, "mesa");

	g_assert_true(g_bytes_equal(one, two));
	g_assert_false(g_bytes_equal(one, other));
}

int
main(int argc, char **argv)
{
	g_autoptr(Fonts) fonts = NULL;

	g_test_init(&argc, &argv, NULL);
	fonts = program_fonts();
	g_test_add_func("/pdf/typeface/texts", test_texts);
	g_test_add_func("/pdf/typeface/many-texts", test_many_texts);
	g_test_add_data_func("/pdf/typeface/same-bytes", fonts, test_same_bytes);
	g_test_add_data_func("/pdf/typeface/cache", fonts, test_cache);
#define ADD(name, function)                                                                        \
	g_test_add("/pdf/typeface/" name, struct fixture, fonts, set_up, function, tear_down)
	ADD("find", test_find);
	ADD("codes", test_codes);
	ADD("late-text", test_late_text);
	ADD("widths", test_widths);
	ADD("truetype", test_truetype);
	ADD("postscript", test_postscript);
	ADD("unused", test_unused);
	return g_test_run();
}
