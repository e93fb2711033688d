/* The operators of a page (gen/pdf/content), and glyphs among them (gen/pdf/glyphs, cluster). */
#include <glib.h>
#include <string.h>
#include "pdf/body.h"
#include "pdf/cluster.h"
#include "pdf/content.h"
#include "pdf/glyphs.h"
#include "pdf/hexboxes.h"
#include "pdf/typeface.h"
#include "fonts_fixture.h"

enum { HEIGHT = 100 };

static void
assert_drawn(struct content *content, const char *expected)
{
	const GString *drawn = content_end(content);

	g_assert_cmpstr(drawn->str, ==, expected);
	content_begin(content, HEIGHT);
}

/* Colours and widths that are set already are not set again; a page begins black. */
static void
test_paths(void)
{
	g_autoptr(Content) content = content_new();

	content_begin(content, HEIGHT);
	content_fill_colour(content, 0x000000);
	content_rectangle(content, 10, 20, 30, 40);
	content_paint(content, true, false);
	content_fill_colour(content, 0xFF0080);
	content_fill_colour(content, 0xFF0080);
	content_stroke_colour(content, 0x808080);
	content_line(content, 0.5, false);
	content_line(content, 0.5, false);
	content_dash(content, 3, 3);
	content_move_to(content, 0, 0);
	content_line_to(content, 5, 99.5);
	content_paint(content, true, true);
	content_dash(content, 0, 0);
	assert_drawn(content, "10 40 30 40 re\nf\n1 0 .502 rg\n.502 G\n.5 w\n1 j 0 J\n[3 3 ]0 d\n"
			      "0 100 m\n5 .5 l\nB\n[]0 d\n");
}

static void
test_marks(void)
{
	g_autoptr(Content) content = content_new();

	content_begin(content, HEIGHT);
	content_mark_artifact(content, "Layout");
	content_image(content, 7, 10, 20, 30, 40);
	content_unmark(content);
	content_mark(content, "P", 0);
	content_mark_actual_text(content, "ż(", 2);
	content_unmark(content);
	content_unmark(content);
	assert_drawn(content, "/Artifact<</Type/Layout>>BDC\nq 30 0 0 40 10 40 cm /I7 Do Q\nEMC\n"
			      "/P<</MCID 0>>BDC\n/Span<</ActualText<feff017c>>>BDC\nEMC\nEMC\n");
}

/* The high bytes of codes, where they are 0, as "_". */
static void
show_zeros(GString *drawn)
{
	for (gsize i = 0; i < drawn->len; i++)
		drawn->str[i] = drawn->str[i] ? drawn->str[i] : '_';
}

/* One text object for marks that follow on themselves; a path ends it. */
static void
test_text(void)
{
	static const guint16 codes[] = {0x0041, 0x2829, 0x5C0D, 1};
	g_autoptr(Content) content = content_new();
	g_autoptr(GString) drawn = NULL;

	content_begin(content, HEIGHT);
	g_assert_cmpfloat(content_font(content, 1, 9.333), ==, 9.33);
	content_mark(content, "P", 0);
	content_text_at(content, 10, 20);
	content_text_show(content, codes, 1);
	content_text_skip(content, 25);
	content_text_show(content, codes + 1, 2);
	content_unmark(content);
	content_mark(content, "P", 1);
	content_text_at(content, 10, 30.25);
	content_font(content, 1, 9.33);
	content_text_show(content, codes + 3, 1);
	content_unmark(content);
	content_rectangle(content, 0, 0, 1, 1);
	content_paint(content, true, false);
	drawn = g_string_new_len(content_end(content)->str, (gssize)content_end(content)->len);
	show_zeros(drawn);
	g_assert_cmpstr(drawn->str, ==,
			"BT\n/F1 9.33 Tf\n/P<</MCID 0>>BDC\n10 80 Td\n"
			"[(_A)-25(\\(\\)\\\\\\r)]TJ\nEMC\n/P<</MCID 1>>BDC\n0 -10.25 Td\n"
			"[(_\1)]TJ\nEMC\nET\n0 99 1 1 re\nf\n");
}

/* Text that is begun within a mark ends with it. */
static void
test_nesting(void)
{
	const guint16 code = 0x4142;
	g_autoptr(Content) content = content_new();

	content_begin(content, HEIGHT);
	content_mark(content, "Figure", 0);
	content_rectangle(content, 0, 0, 1, 1);
	content_paint(content, true, false);
	content_font(content, 0, 8);
	content_text_at(content, 0, 0);
	content_text_show(content, &code, 1);
	content_unmark(content);
	assert_drawn(content, "/Figure<</MCID 0>>BDC\n0 99 1 1 re\nf\nBT\n/F0 8 Tf\n0 100 Td\n"
			      "[(AB)]TJ\nET\nEMC\n");
}

/* A line of text, shaped by Pango in a family and drawn from the left edge on. */
static char *
drawn_text(const struct fonts *fonts, const char *lang, const char *family, const char *text)
{
	g_autoptr(Body) body = body_new("1.7");
	g_autoptr(Content) content = content_new();
	g_autoptr(Typefaces) typefaces = typefaces_new(body);
	g_autoptr(Hexboxes) boxes = hexboxes_new(body);
	g_autoptr(Glyphs) glyphs = glyphs_new(content, typefaces, boxes);
	PangoContext *context = fonts_context(fonts, lang);
	g_autoptr(PangoLayout) layout = pango_layout_new(context);
	PangoFontDescription *font = pango_font_description_from_string(family);
	PangoLayoutLine *line;
	GString *out;

	pango_layout_set_font_description(layout, font);
	pango_layout_set_text(layout, text, -1);
	line = pango_layout_get_line_readonly(layout, 0);
	content_begin(content, HEIGHT);
	for (GSList *run = line->runs; run; run = run->next)
		glyphs_show(glyphs, run->data, text, 0, HEIGHT, 1);
	out = g_string_new_len(content_end(content)->str, (gssize)content_end(content)->len);
	show_zeros(out);
	g_object_unref(context);
	pango_font_description_free(font);
	return g_string_free(out, FALSE);
}

/* Codes in the order of first use; nothing to move where nothing was justified. */
static void
test_glyphs(gconstpointer fonts)
{
	g_autofree char *plain = drawn_text(fonts, "en", "Noto Serif 10px", "noon");

	g_assert_cmpstr(plain, ==, "BT\n/F0 10 Tf\n0 0 Td\n[(_\1_\2_\2_\1)]TJ\nET\n");
}

/* A mark that is two glyphs, above the line, is read as the one character that it is. */
static void
test_cluster(gconstpointer fonts)
{
	g_autofree char *drawn = drawn_text(fonts, "en", "Noto Serif 10px", "q\u0344q");
	const char *mark = strstr(drawn, "[(_\1)]TJ\n/Span<</ActualText<feff0344>>>BDC\n[");

	g_assert_nonnull(mark);
	mark = strstr(mark, "(_\2)]TJ\n");
	g_assert_nonnull(mark);
	mark = strstr(mark, " Ts\n[");
	g_assert_nonnull(mark);
	mark = strstr(mark, "(_\3)]TJ\n0 Ts\nEMC\n[");
	g_assert_nonnull(mark);
	g_assert_true(g_str_has_suffix(mark, "(_\1)]TJ\nET\n"));
}

/* What no font has are glyphs of a font of their own, each where the one before ends. */
static void
test_box(gconstpointer fonts)
{
	g_autofree char *drawn = drawn_text(fonts, "en", "Noto Serif 10px", "n\u0F40\u0F41o");

	g_assert_cmpstr(drawn, ==,
			"BT\n/F0 10 Tf\n0 0 Td\n[(_\1)]TJ\n0 0 Td\n/F65536 10 Tf\n[(\1)]TJ\n"
			"/F0 10 Tf\n/F65536 10 Tf\n[(\2)]TJ\n/F0 10 Tf\n0 0 Td\n[(_\2)]TJ\n"
			"ET\n");
}

/* Of private use, it can only be told beside the font. */
static void
test_private_box(gconstpointer fonts)
{
	g_autofree char *drawn = drawn_text(fonts, "en", "Noto Serif 10px", "n\uF8D0");

	g_assert_nonnull(strstr(drawn, "[(_\1)]TJ\n/Span<</ActualText<fefff8d0>>>BDC\n"
				       "/F65536 10 Tf\n[(\1)]TJ\n/F0 10 Tf\nEMC\n"));
}

static void
assert_shares(const struct fonts *fonts, const char *letters, const char *text,
	      const char *const *expected)
{
	PangoContext *context = fonts_context(fonts, "en");
	PangoFontDescription *face = pango_font_description_from_string("Noto Serif 10");
	g_autoptr(PangoFont) font = pango_context_load_font(context, face);
	hb_font_t *hb = pango_font_get_hb_font(font);
	PangoGlyphInfo glyphs[CLUSTER_MOST] = {0};
	struct share shares[CLUSTER_MOST];
	int n = 0;

	for (const char *p = letters; *p; p = g_utf8_next_char(p))
		g_assert_true(
			hb_font_get_nominal_glyph(hb, g_utf8_get_char(p), &glyphs[n++].glyph));
	cluster_share(hb, glyphs, n, text, strlen(text), shares);
	for (int i = 0; i < n; i++) {
		g_autofree char *share =
			shares[i].length ? g_strndup(shares[i].text, shares[i].length) : NULL;

		g_assert_cmpstr(share, ==, expected[i]);
	}
	pango_font_description_free(face);
	g_object_unref(context);
}

/* Letters as glyphs of a cluster: their own share, what is left for one, or nothing. */
static void
test_shares(gconstpointer fonts)
{
	assert_shares(fonts, "a\u0301", "a\u0301", (const char *[]){"a", "\u0301"});
	/* as they stand from left to right */
	assert_shares(fonts, "\u0301\u0302a", "a\u0302\u0301",
		      (const char *[]){"\u0301", "\u0302", "a"});
	/* a form that the font has no character for, of two letters */
	assert_shares(fonts, "Q\u0301", "ab\u0301", (const char *[]){"ab", "\u0301"});
	assert_shares(fonts, "Q\u0301", "a\u0301b", (const char *[]){NULL, "\u0301"});
	assert_shares(fonts, "QQ", "ab", (const char *[]){NULL, NULL});
	assert_shares(fonts, "aa", "a", (const char *[]){"a", NULL});
	assert_shares(fonts, "ab", "abcdefghi", (const char *[]){NULL, NULL});
}

/* What runs to the left is written as it is read, each letter left of the one before. */
static void
test_backward(gconstpointer fonts)
{
	/* by an override, since the program has no font for what does so by itself */
	g_autofree char *drawn = drawn_text(fonts, "en", "Noto Sans Mono 10px", "\u202Eabc");

	/* each is 600 wide; what is positive moves to the left */
	g_assert_true(g_str_has_prefix(
		drawn, "BT\n/F0 10 Tf\n0 0 Td\n[-1200(_\1)1200(_\2)1200(_\3)]TJ\n"));
}

/* One glyph of two letters that run to the left: the second is a blank, a little left of the first.
 */
static void
test_joined(gconstpointer fonts)
{
	g_autofree char *drawn = drawn_text(fonts, "ar", "Noto Naskh Arabic 10px", "\u0644\u0627");

	g_assert_true(g_str_has_prefix(drawn, "BT\n/F0 10 Tf\n0 0 Td\n[(_\1)"));
	g_assert_true(g_str_has_suffix(drawn, "(_\2)]TJ\nET\n"));
	g_assert_null(strstr(drawn, "Span"));
}

int
main(int argc, char **argv)
{
	g_autoptr(Fonts) fonts = NULL;

	g_test_init(&argc, &argv, NULL);
	fonts = program_fonts();
	g_test_add_func("/pdf/content/paths", test_paths);
	g_test_add_func("/pdf/content/marks", test_marks);
	g_test_add_func("/pdf/content/text", test_text);
	g_test_add_func("/pdf/content/nesting", test_nesting);
	g_test_add_data_func("/pdf/glyphs/plain", fonts, test_glyphs);
	g_test_add_data_func("/pdf/glyphs/cluster", fonts, test_cluster);
	g_test_add_data_func("/pdf/glyphs/box", fonts, test_box);
	g_test_add_data_func("/pdf/glyphs/private-box", fonts, test_private_box);
	g_test_add_data_func("/pdf/cluster/shares", fonts, test_shares);
	g_test_add_data_func("/pdf/glyphs/backward", fonts, test_backward);
	g_test_add_data_func("/pdf/glyphs/joined", fonts, test_joined);
	return g_test_run();
}
