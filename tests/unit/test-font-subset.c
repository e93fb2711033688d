/* Subsets of font files draw what the files draw (gen/font/subset, cff). */
#include <glib.h>
#include <hb-ot.h>
#include <string.h>
#include "base/place.h"
#include "font/cff.h"
#include "font/subset.h"

/* From the gathered fonts, or an absolute path; units of the face.  NULL where there is no file. */
static hb_font_t *
open_font(const char *name, unsigned index)
{
	g_autoptr(Places) places = places_new(NULL);
	g_autofree char *path = name[0] == '/'
					? g_strdup(name)
					: g_build_filename(places->fonts, "files", name, NULL);
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
	hb_face_t *face = hb_face_create(blob, index);
	hb_font_t *font = hb_font_create(face);

	hb_blob_destroy(blob);
	hb_face_destroy(face);
	if (blob)
		return font;
	hb_font_destroy(font);
	return NULL;
}

/* The glyphs of the characters, and 0, sorted. */
static GArray *
glyphs_of(hb_font_t *font, const char *text)
{
	hb_set_t *set = hb_set_create();
	GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(guint16));
	hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

	hb_set_add(set, 0);
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		g_assert_true(hb_font_get_nominal_glyph(font, g_utf8_get_char(p), &glyph));
		hb_set_add(set, glyph);
	}
	for (glyph = HB_SET_VALUE_INVALID; hb_set_next(set, &glyph);) {
		guint16 id = (guint16)glyph;

		g_array_append_val(glyphs, id);
	}
	hb_set_destroy(set);
	return glyphs;
}

static void
assert_same_glyph(hb_font_t *a, guint glyph_a, hb_font_t *b, guint glyph_b)
{
	hb_glyph_extents_t of_a = {0}, of_b = {0};

	g_assert_true(hb_font_get_glyph_extents(a, glyph_a, &of_a));
	g_assert_true(hb_font_get_glyph_extents(b, glyph_b, &of_b));
	g_assert_true(memcmp(&of_a, &of_b, sizeof(of_a)) == 0);
}

/* A table CFF as a font that HarfBuzz opens: with the head of another, and a count of glyphs. */
static hb_font_t *
font_of_cff(GBytes *cff, hb_font_t *like, guint n)
{
	const char maxp[] = {0, 0, 0x50, 0, (char)(n >> 8), (char)n};
	hb_face_t *builder = hb_face_builder_create(), *face;
	gsize size;
	const char *data = g_bytes_get_data(cff, &size);
	hb_blob_t *blob =
		hb_blob_create(data, (unsigned)size, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
	hb_font_t *font;

	hb_face_builder_add_table(builder, HB_TAG('C', 'F', 'F', ' '), blob);
	hb_blob_destroy(blob);
	blob = hb_blob_create(maxp, sizeof(maxp), HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
	hb_face_builder_add_table(builder, HB_TAG('m', 'a', 'x', 'p'), blob);
	hb_blob_destroy(blob);
	blob = hb_face_reference_table(hb_font_get_face(like), HB_TAG('h', 'e', 'a', 'd'));
	hb_face_builder_add_table(builder, HB_TAG('h', 'e', 'a', 'd'), blob);
	hb_blob_destroy(blob);
	blob = hb_face_reference_blob(builder);
	face = hb_face_create(blob, 0);
	font = hb_font_create(face);
	hb_blob_destroy(blob);
	hb_face_destroy(face);
	hb_face_destroy(builder);
	return font;
}

/* Accented letters are put together from others, which must come along. */
static void
test_truetype(void)
{
	hb_font_t *font = open_font("NotoSerif-Regular.ttf", 0), *small;
	g_autoptr(GArray) glyphs = glyphs_of(font, "Zażółć gęślą jaźń ґєї");
	g_autoptr(Subset) subset = subset_make(font, glyphs, NULL);
	gsize size;
	const char *data = g_bytes_get_data(subset->program, &size);
	hb_blob_t *blob = hb_blob_create(data, (unsigned)size, HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *face = hb_face_create(blob, 0);

	g_assert_false(subset->postscript);
	g_assert_cmpuint(size, <, 8000);
	g_assert_cmpuint(hb_face_get_table_tags(face, 0, NULL, NULL), ==, 6);
	small = hb_font_create(face);
	g_assert_cmpuint(subset->ids->len, ==, glyphs->len);
	for (guint i = 0; i < glyphs->len; i++) {
		guint id = g_array_index(subset->ids, guint16, i);
		guint glyph = g_array_index(glyphs, guint16, i);

		g_assert_cmpint(hb_font_get_glyph_h_advance(small, id), ==,
				hb_font_get_glyph_h_advance(font, glyph));
		if (i > 0)
			assert_same_glyph(small, id, font, glyph);
	}
	hb_font_destroy(small);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	hb_font_destroy(font);
}

/* Backwards, and the last glyph once more at the end. */
static GArray *
order_of(const GArray *ids)
{
	GArray *order = g_array_new(FALSE, FALSE, sizeof(guint16));

	g_array_append_val(order, g_array_index(ids, guint16, 0));
	for (guint i = ids->len - 1; i > 0; i--)
		g_array_append_val(order, g_array_index(ids, guint16, i));
	g_array_append_val(order, g_array_index(ids, guint16, ids->len - 1));
	return order;
}

static void
check_postscript(hb_font_t *font, const char *text, gsize most)
{
	g_autoptr(GArray) glyphs = glyphs_of(font, text);
	g_autoptr(Subset) subset = subset_make(font, glyphs, NULL);
	g_autoptr(GArray) order = order_of(subset->ids), wanted = order_of(glyphs);
	g_autoptr(GBytes) cff = NULL;
	hb_font_t *small;

	g_assert_true(subset->postscript);
	cff = cff_arrange(subset->program, (guint16 *)(void *)order->data, order->len);
	g_assert_nonnull(cff);
	g_assert_cmpuint(g_bytes_get_size(cff), <, most);
	small = font_of_cff(cff, font, order->len);
	for (guint i = 1; i < order->len; i++)
		assert_same_glyph(small, i, font, g_array_index(wanted, guint16, i));
	hb_font_destroy(small);
}

static void
test_named(void)
{
	hb_font_t *font = open_font("Inter-Italic.otf", 0);

	check_postscript(font, "Zażółć gęślą jaźń − ≈ ≤ ≥ →", 8000);
	hb_font_destroy(font);
}

/* A collection that is CID-keyed, with several font dictionaries. */
static void
test_keyed(void)
{
	hb_font_t *font = open_font("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2);

	if (!font) {
		g_test_skip("no Noto Serif CJK here");
		return;
	}
	check_postscript(font, "第一条 人人生而自由,ABC すべて 𠮷 한국", 12000);
	hb_font_destroy(font);
}

static void
test_same_bytes(void)
{
	hb_font_t *font = open_font("NotoSerif-Regular.ttf", 0);
	g_autoptr(GArray) glyphs = glyphs_of(font, "Same");
	g_autoptr(Subset) one = subset_make(font, glyphs, NULL);
	g_autoptr(Subset) two = subset_make(font, glyphs, NULL);

	g_assert_true(g_bytes_equal(one->program, two->program));
	hb_font_destroy(font);
}

static void
test_no_outlines(void)
{
	hb_font_t *font = hb_font_create(hb_face_get_empty());
	g_autoptr(GArray) glyphs = g_array_new(FALSE, TRUE, sizeof(guint16));
	g_autoptr(GError) error = NULL;

	g_array_set_size(glyphs, 1);
	g_assert_null(subset_make(font, glyphs, &error));
	g_assert_nonnull(error);
	hb_font_destroy(font);
}

/* Whatever is broken, nothing is read beyond the end (with SAN=1). */
static void
test_damage(void)
{
	hb_font_t *font = open_font("Inter-Regular.otf", 0);
	g_autoptr(GArray) glyphs = glyphs_of(font, "abc");
	g_autoptr(Subset) subset = subset_make(font, glyphs, NULL);
	static const guint16 order[] = {0, 3, 2, 1}, beyond[] = {0, 4};
	gsize size;
	const guint8 *data = g_bytes_get_data(subset->program, &size);

	g_assert_null(cff_arrange(subset->program, beyond, 2));
	for (gsize i = 0; i < size; i++) {
		g_autofree guint8 *copy = g_memdup2(data, size);
		g_autoptr(GBytes) spoilt = NULL, cut = g_bytes_new(data, i);
		g_autoptr(GBytes) of_spoilt = NULL, of_cut = NULL;

		copy[i] ^= (guint8)(0x41 + i);
		spoilt = g_bytes_new(copy, size);
		of_spoilt = cff_arrange(spoilt, order, G_N_ELEMENTS(order));
		of_cut = cff_arrange(cut, order, G_N_ELEMENTS(order));
		g_assert_null(of_cut);
	}
	hb_font_destroy(font);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/font/subset/truetype", test_truetype);
	g_test_add_func("/font/subset/named", test_named);
	g_test_add_func("/font/subset/keyed", test_keyed);
	g_test_add_func("/font/subset/same-bytes", test_same_bytes);
	g_test_add_func("/font/subset/no-outlines", test_no_outlines);
	g_test_add_func("/font/subset/damage", test_damage);
	return g_test_run();
}
