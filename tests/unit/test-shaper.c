/* test-shaper: words kept for all sizes give the glyphs of the text shaped at once by Pango. */
#include "font/shaper.h"
#include "layout/typesetter.h"
#include "paragraph_fixture.h"

/* Pango rounds the parts of a width, we the whole: to 1/1024 point. */
static void
assert_near(int a, int b)
{
	g_assert_cmpint(ABS(a - b), <=, 1);
}

static void
assert_same(const PangoGlyphString *a, const PangoGlyphString *b)
{
	g_assert_cmpint(a->num_glyphs, ==, b->num_glyphs);
	for (int i = 0; i < a->num_glyphs; i++) {
		const PangoGlyphInfo *x = &a->glyphs[i], *y = &b->glyphs[i];

		g_assert_cmpuint(x->glyph, ==, y->glyph);
		assert_near(x->geometry.width, y->geometry.width);
		assert_near(x->geometry.x_offset, y->geometry.x_offset);
		assert_near(x->geometry.y_offset, y->geometry.y_offset);
		g_assert_cmpint(x->attr.is_cluster_start, ==, y->attr.is_cluster_start);
		g_assert_cmpint(a->log_clusters[i], ==, b->log_clusters[i]);
	}
}

/* The items of text, shaped both ways; twice, since the second time all words are known. */
static void
check_text(struct fixture *fixture, const char *text, const struct span_style *style)
{
	struct face face = typesetter_face(fixture->typesetter, style);
	PangoAttrList *attributes = pango_attr_list_new();
	GList *items;

	pango_attr_list_insert(attributes, pango_attr_font_desc_new(face.description));
	pango_attr_list_insert(attributes, pango_attr_language_new(face.language));
	items = pango_itemize(typesetter_context(fixture->typesetter), text, 0, (int)strlen(text),
			      attributes, NULL);
	for (GList *at = items; at; at = at->next) {
		PangoItem *item = at->data;
		PangoGlyphString *whole = pango_glyph_string_new();

		pango_shape_full(text + item->offset, item->length, text, (int)strlen(text),
				 &item->analysis, whole);
		for (int times = 0; times < 2; times++) {
			PangoGlyphString *words =
				shaper_shape(typesetter_shaper(fixture->typesetter), text,
					     strlen(text), item, style->features);

			assert_same(words, whole);
			pango_glyph_string_free(words);
		}
		pango_glyph_string_free(whole);
	}
	g_list_free_full(items, (GDestroyNotify)pango_item_free);
	pango_attr_list_unref(attributes);
}

static void
test_same_glyphs(struct fixture *fixture, gconstpointer data)
{
	static const char *const texts[][2] = {
		{"The To VA Ya are. Tea, Tom; (AV) – A B, \"To\" Te", "en"},
		{"A - B – C, 10 x 10 and 3 x 4 -> 5", "en"},
		{" two  spaces at both ends ", "en"},
		{"Wał. W Tychach, Żółć – Ta To Yo", "pl"},
		{"Працівники, направлені за кордон. Та „То” – Ту", "uk"},
		{"Η Τα Το, Αυ Υα", "el"},
		/* Languages of one alphabet share their words only where the font has no rules for
		   one. */
		{"бгдпт 2020", "ru"},
		{"бгдпт 2020", "sr"},
		{"бгдпт 2020", "mk"},
		{"Ţara şi fi 2020", "en"},
		{"Ţara şi fi 2020", "ro"},
		{"Ţara şi fi 2020", "tr"},
		{"العمال في الخارج", "ar"},
		{"لا لا بلا، ب ـبـ بب", "ar"},
		{"שָׁלוֹם – כן", "he"},
		{"동해 바다 and 導弾", "ko"},
		{"導弾、2019年。2020年か\u3099", "ja"},
		{"漢 \t ☃ none", "en"},
	};
	static const char *const roles[] = {"serif", "sans-serif", "monospace"};

	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
		for (gsize k = 0; k < G_N_ELEMENTS(roles); k++)
			for (int weight = 400; weight <= 700; weight += 300)
				check_text(fixture, texts[i][0],
					   &(struct span_style){.role = roles[k],
								.size = weight == 400 ? 11 : 7.3,
								.weight = weight,
								.italic = weight == 700,
								.lang = texts[i][1]});
}

/* A box is as wide at any size, in any font, whichever way its text runs. */
static void
check_box(struct fixture *fixture, const char *text, const char *lang, int thousandths)
{
	struct span_style style = {.role = "serif", .size = 20, .weight = 400, .lang = lang};
	struct face face = typesetter_face(fixture->typesetter, &style);
	PangoAttrList *attributes = pango_attr_list_new();
	PangoGlyphString *glyphs;
	GList *items;

	pango_attr_list_insert(attributes, pango_attr_font_desc_new(face.description));
	items = pango_itemize(typesetter_context(fixture->typesetter), text, 0, (int)strlen(text),
			      attributes, NULL);
	g_assert_cmpuint(g_list_length(items), ==, 1);
	glyphs = shaper_shape(typesetter_shaper(fixture->typesetter), text, strlen(text),
			      items->data, NULL);
	for (int i = 0; i < glyphs->num_glyphs; i++) {
		const PangoGlyphInfo *glyph = &glyphs->glyphs[i];

		g_assert_true(glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG);
		assert_near(glyph->geometry.width, 20 * PANGO_SCALE * thousandths / 1000);
		g_assert_cmpint(glyph->geometry.x_offset, ==, 0);
		g_assert_cmpint(glyph->geometry.y_offset, ==, 0);
	}
	g_assert_cmpint(glyphs->num_glyphs, ==, (int)g_utf8_strlen(text, -1));
	pango_glyph_string_free(glyphs);
	g_list_free_full(items, (GDestroyNotify)pango_item_free);
	pango_attr_list_unref(attributes);
}

static void
test_boxes(struct fixture *fixture, gconstpointer data)
{
	static const char *const langs[] = {"en", "ar", "ja"};

	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(langs); i++) {
		check_box(fixture, "\u0F40\u0F41", langs[i], 600);
		check_box(fixture, "\u0F40\u0F72", langs[i], 600); /* a mark has its own */
		check_box(fixture, "\u07CA\u07CB", langs[i], 600);
		check_box(fixture, "\U00013000", langs[i], 792);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/shaper/same-glyphs", struct fixture, NULL, set_up, test_same_glyphs,
		   tear_down);
	g_test_add("/shaper/boxes", struct fixture, NULL, set_up, test_boxes, tear_down);
	return g_test_run();
}
