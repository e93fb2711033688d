/* test-fontmap: which faces a description finds, and what Pango makes of them. */
#include <glib.h>
#include <string.h>
#include "font/font.h"
#include "fonts_fixture.h"

struct fixture {
	struct fonts *fonts;
	PangoContext *context;
};

static void
set_up(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	fixture->fonts = program_fonts();
	fixture->context = fonts_context(fixture->fonts, "en");
}

static void
tear_down(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	g_object_unref(fixture->context);
	fonts_free(fixture->fonts);
}

/* The one item of text in "FAMILIES [STYLES] SIZEpx"; the caller frees. */
static PangoItem *
item_of(struct fixture *fixture, const char *description, const char *text)
{
	PangoFontDescription *font = pango_font_description_from_string(description);
	GList *items;
	PangoItem *item;

	pango_context_set_font_description(fixture->context, font);
	pango_font_description_free(font);
	items = pango_itemize(fixture->context, text, 0, (int)strlen(text), NULL, NULL);
	g_assert_cmpuint(g_list_length(items), ==, 1);
	item = items->data;
	g_list_free(items);
	return item;
}

static void
assert_file(struct fixture *fixture, const char *description, const char *text, const char *file)
{
	PangoItem *item = item_of(fixture, description, text);
	const char *identity = font_identity(item->analysis.font);

	if (!strstr(identity, file))
		g_error("%s in %s: %s, not %s", text, description, identity, file);
	pango_item_free(item);
}

/* The nearest face of the first family that has the character. */
static void
test_choice(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_file(fixture, "Noto Serif,Inter 10px", "a", "/NotoSerif-Regular.ttf\n0\n");
	assert_file(fixture, "Noto Serif,Inter Bold 10px", "a", "/NotoSerif-Bold.ttf\n");
	assert_file(fixture, "Noto Serif,Inter Italic 10px", "a", "/NotoSerif-Italic.ttf\n");
	assert_file(fixture, "Noto Serif,Inter Bold Italic 10px", "a",
		    "/NotoSerif-BoldItalic.ttf\n");
	assert_file(fixture, "Noto Serif,Inter Bold 10px", "→", "/Inter-Bold.otf\n");
	assert_file(fixture, "Inter Semi-Bold 10px", "a", "/Inter-SemiBold.otf\n");
	assert_file(fixture, "Noto Sans Mono Italic 10px", "a", "/NotoSansMono-Regular.ttf\n");
	assert_file(fixture, "Noto Serif CJK KR,Noto Serif 10px", "한",
		    "/NotoSerifCJK-Regular.ttc\n1\n");
	assert_file(fixture, "Noto Serif CJK KR,Noto Serif 10px", "é",
		    "/NotoSerifCJK-Regular.ttc\n1\n");
}

/* Pango asks for a family of emoji where one is meant; any will do. */
static void
test_emoji(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_file(fixture, "Noto Serif,Inter 10px", "\u2B1C", "/Inter-");
}

/* What the families lack is fallen back for nowhere: it is a glyph that is not there. */
static void
test_no_other_family(struct fixture *fixture, gconstpointer data)
{
	PangoItem *item = item_of(fixture, "Noto Serif,Inter 10px", "漢");
	PangoGlyphString *glyphs = pango_glyph_string_new();

	(void)data;
	g_assert_nonnull(strstr(font_identity(item->analysis.font), "/NotoSerif-Regular.ttf\n"));
	pango_shape("漢", (int)strlen("漢"), &item->analysis, glyphs);
	g_assert_cmpint(glyphs->num_glyphs, ==, 1);
	g_assert_cmpuint(glyphs->glyphs[0].glyph, ==, PANGO_GLYPH_UNKNOWN_FLAG | 0x6F22);
	g_assert_cmpint(glyphs->glyphs[0].geometry.width, ==, 6 * PANGO_SCALE); /* a box's */
	pango_glyph_string_free(glyphs);
	pango_item_free(item);
}

/* One font for a face at a size, whatever list of families led to it. */
static void
test_shared(struct fixture *fixture, gconstpointer data)
{
	PangoItem *serif = item_of(fixture, "Noto Serif,Inter 10px", "→");
	PangoItem *sans = item_of(fixture, "Inter 10px", "a");
	PangoItem *large = item_of(fixture, "Inter 22.5px", "a");

	(void)data;
	g_assert_true(serif->analysis.font == sans->analysis.font);
	g_assert_false(large->analysis.font == sans->analysis.font);
	g_assert_cmpstr(font_identity(large->analysis.font), ==,
			font_identity(sans->analysis.font));
	g_assert_cmpfloat(font_size(sans->analysis.font), ==, 10);
	g_assert_cmpfloat(font_size(large->analysis.font), ==, 22.5);
	pango_item_free(serif);
	pango_item_free(sans);
	pango_item_free(large);
}

/* Noto Serif has 1069 units of 1000 above the baseline, 293 below it, and an en dash of 500. */
static void
test_extents(struct fixture *fixture, gconstpointer data)
{
	PangoItem *item = item_of(fixture, "Noto Serif 1000px", "–");
	hb_codepoint_t dash;
	PangoRectangle ink, logical;

	(void)data;
	g_assert_true(hb_font_get_nominal_glyph(pango_font_get_hb_font(item->analysis.font), 0x2013,
						&dash));
	pango_font_get_glyph_extents(item->analysis.font, dash, &ink, &logical);
	g_assert_cmpint(PANGO_ASCENT(logical), ==, 1069 * PANGO_SCALE);
	g_assert_cmpint(PANGO_DESCENT(logical), ==, 293 * PANGO_SCALE);
	g_assert_cmpint(logical.width, ==, 500 * PANGO_SCALE);
	g_assert_cmpint(ink.y, <, 0);
	g_assert_cmpint(ink.height, >, 0);
	g_assert_cmpint(ink.y + ink.height, <, 0);
	pango_font_get_glyph_extents(item->analysis.font, PANGO_GLYPH_EMPTY, &ink, &logical);
	g_assert_cmpint(logical.width, ==, 0);
	pango_item_free(item);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/fontmap/choice", struct fixture, NULL, set_up, test_choice, tear_down);
	g_test_add("/fontmap/emoji", struct fixture, NULL, set_up, test_emoji, tear_down);
	g_test_add("/fontmap/no-other-family", struct fixture, NULL, set_up, test_no_other_family,
		   tear_down);
	g_test_add("/fontmap/shared", struct fixture, NULL, set_up, test_shared, tear_down);
	g_test_add("/fontmap/extents", struct fixture, NULL, set_up, test_extents, tear_down);
	return g_test_run();
}
