/* A line of text is what PangoLayout makes of it, in every direction (gen/font/label). */
#include <glib.h>
#include <string.h>
#include "font/label.h"
#include "fonts_fixture.h"

static const char features[] = "tnum 1, liga 0, clig 0";

static PangoLayout *
layout_of(PangoContext *context, const PangoFontDescription *font, PangoDirection base,
	  const char *text)
{
	PangoLayout *layout = pango_layout_new(context);
	g_autoptr(PangoAttrList) attributes = pango_attr_list_new();

	pango_context_set_base_dir(context, base);
	pango_attr_list_insert(attributes, pango_attr_font_features_new(features));
	pango_layout_set_attributes(layout, attributes);
	pango_layout_set_auto_dir(layout, base == PANGO_DIRECTION_WEAK_LTR);
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_layout_set_font_description(layout, font);
	pango_layout_set_text(layout, text, -1);
	return layout;
}

/* Pango rounds the parts of a width, we the whole: to 1/1024 point. */
static void
assert_near(int a, int b)
{
	g_assert_cmpint(ABS(a - b), <=, 1);
}

static void
assert_same_run(const PangoGlyphItem *one, const PangoGlyphItem *two)
{
	g_assert_true(one->item->analysis.font == two->item->analysis.font);
	g_assert_cmpint(one->item->offset, ==, two->item->offset);
	g_assert_cmpint(one->item->length, ==, two->item->length);
	g_assert_cmpint(one->glyphs->num_glyphs, ==, two->glyphs->num_glyphs);
	for (int i = 0; i < one->glyphs->num_glyphs; i++) {
		const PangoGlyphInfo *a = &one->glyphs->glyphs[i], *b = &two->glyphs->glyphs[i];

		g_assert_cmpuint(a->glyph, ==, b->glyph);
		assert_near(a->geometry.width, b->geometry.width);
		assert_near(a->geometry.x_offset, b->geometry.x_offset);
	}
}

static void
assert_same(const struct fonts *fonts, const char *lang, PangoDirection base, const char *text)
{
	PangoContext *context = fonts_context(fonts, lang);
	PangoFontDescription *font = pango_font_description_new();
	const struct label_style style = {
		.role = "sans-serif",
		.lang = lang,
		.size = 8.5,
		.weight = 400,
		.base = base,
		.features = features,
	};
	g_autoptr(PangoLayout) layout = NULL;
	const struct label *label;
	PangoRectangle extents;
	guint n = 0;

	pango_font_description_set_family(font, families_find(fonts_families(fonts), "sans-serif", lang));
	pango_font_description_set_absolute_size(font, 8.5 * PANGO_SCALE);
	layout = layout_of(context, font, base, text);
	label = label_find(fonts, &style, text);
	pango_layout_get_extents(layout, NULL, &extents);
	g_assert_cmpfloat_with_epsilon(label->width, (double)extents.width / PANGO_SCALE, 0.01);
	for (GSList *at = pango_layout_get_line_readonly(layout, 0)->runs; at; at = at->next) {
		g_assert_cmpuint(n, <, label->runs->len);
		assert_same_run(g_ptr_array_index(label->runs, n++), at->data);
	}
	g_assert_cmpuint(n, ==, label->runs->len);
	pango_font_description_free(font);
	g_object_unref(context);
}

static void
test_same(gconstpointer fonts)
{
	static const char *const texts[] = {
		"",
		"Missile launches, 2017–2020",
		"1,250 $ −3.5 ≤ 4 (a) finance",
		"إطلاق الصواريخ 2020 (DPRK) ٪",
		"北朝鲜 2020年 launches",
		"발사 12회, 北",
		"Запуски ракет — «12»",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		assert_same(fonts, "en", PANGO_DIRECTION_LTR, texts[i]);
		assert_same(fonts, "ar", PANGO_DIRECTION_RTL, texts[i]);
		assert_same(fonts, "ko", PANGO_DIRECTION_LTR, texts[i]);
		assert_same(fonts, "uk", PANGO_DIRECTION_RTL, texts[i]);
		assert_same(fonts, "fr", PANGO_DIRECTION_WEAK_LTR, texts[i]);
	}
}

static double
width_of(const struct fonts *fonts, double size, int weight, const char *text)
{
	const struct label_style style = {
		.role = "sans-serif",
		.lang = "en",
		.size = size,
		.weight = weight,
		.base = PANGO_DIRECTION_LTR,
		.features = "",
	};

	return label_find(fonts, &style, text)->width;
}

/* In points, and of the very style that is asked for, also where another one was kept before. */
static void
test_width(gconstpointer fonts)
{
	double one = width_of(fonts, 10, 400, "n");

	g_assert_cmpfloat(one, >, 4);
	g_assert_cmpfloat(one, <, 8);
	g_assert_cmpfloat_with_epsilon(width_of(fonts, 10, 400, "nnnnnnnnnn"), 10 * one, 0.01);
	g_assert_cmpfloat_with_epsilon(width_of(fonts, 20, 400, "n"), 2 * one, 0.01);
	g_assert_cmpfloat(width_of(fonts, 10, 600, "n"), >, one);
	g_assert_cmpfloat(width_of(fonts, 10, 700, "n"), >, width_of(fonts, 10, 600, "n"));
	g_assert_cmpfloat(width_of(fonts, 10, 400, ""), ==, 0);
	g_assert_cmpfloat(width_of(fonts, 10, 400, "n"), ==, one);
}

/* What no font has takes the room of its box in charts too. */
static void
test_box(gconstpointer fonts)
{
	g_assert_cmpfloat_with_epsilon(width_of(fonts, 10, 400, "\u0F40"), 6, 0.01);
	g_assert_cmpfloat_with_epsilon(width_of(fonts, 10, 700, "\U00013000"), 7.92, 0.01);
}

int
main(int argc, char **argv)
{
	g_autoptr(Fonts) fonts = NULL;

	g_test_init(&argc, &argv, NULL);
	fonts = program_fonts();
	g_test_add_data_func("/font/label/same", fonts, test_same);
	g_test_add_data_func("/font/label/width", fonts, test_width);
	g_test_add_data_func("/font/label/box", fonts, test_box);
	return g_test_run();
}
