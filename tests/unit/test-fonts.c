/* test-fonts: the list of fonts, its overlay and coverage. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include "base/file.h"
#include "base/place.h"
#include "fonts_fixture.h"

static void
test_families(void)
{
	g_autoptr(Families) families = program_families();

	g_assert_cmpstr(families_find(families, "serif", "pl"), ==, "Noto Serif, Inter");
	g_assert_cmpstr(families_find(families, "monospace", "uk"), ==, "Noto Sans Mono");
	g_assert_null(families_find(families, "cursive", "pl"));
}

static void
test_missing(void)
{
	g_autoptr(Families) families = program_families();
	gsize at = 0;

	g_assert_cmpuint(families_missing(families, "serif", "pl", "Zażółć\u00A0— ≈ 5 − 3 ≤ →", NULL), ==,
			 0);
	g_assert_cmpuint(families_missing(families, "serif", "uk", "ґ є ї № е\u0301", NULL), ==, 0);
	g_assert_cmpuint(families_missing(families, "serif", "en", "ab漢", &at), ==, 0x6F22);
	g_assert_cmpuint(at, ==, 2);
}

/* Texts are looked at eight bytes at a time, characters by their length. */
static void
test_missing_places(void)
{
	static const struct {
		const char *text;
		gunichar missing;
		gsize at;
	} cases[] = {
		{"", 0, 0},
		{"sixteen of ASCII", 0, 0},
		{"sixteen of ASCII漢", 0x6F22, 16},
		{"fifteen, and 漢 again 字", 0x6F22, 13},
		{"Ω Ж ž – € \u200B\u00AD\u2028\uFE0F fi\tnal\n", 0, 0},
		{"a\u01D6\u1EA5b", 0, 0}, /* put together from their parts */
		{"clef 𝄞, and more", 0x1D11E, 5},
		{"clef \U0010FFFD", 0x10FFFD, 5},
	};
	g_autoptr(Families) families = program_families();

	for (int times = 0; times < 2; times++)
		for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
			gsize at = 0;

			g_assert_cmpuint(families_missing(families, "serif", "en", cases[i].text, &at),
					 ==, cases[i].missing);
			g_assert_cmpuint(at, ==, cases[i].at);
		}
	g_assert_cmpuint(families_missing(families, "serif", "zh", "\U0002000B and 漢", NULL), ==, 0);
	g_assert_cmpuint(families_missing(families, "unknown", "en", "a", NULL), ==, 'a');
}

/* Prose needs the serif and the sans-serif. */
static void
test_prose(void)
{
	g_autoptr(Families) families = program_families();
	guint lacking = 0;

	for (gunichar ch = 0x20; ch < 0x3400; ch++) {
		char text[16] = "ab ";
		gunichar serif, sans, prose;

		g_unichar_to_utf8(ch, text + 3);
		serif = families_missing(families, "serif", "en", text, NULL);
		sans = families_missing(families, "sans-serif", "en", text, NULL);
		prose = families_missing(families, FAMILIES_OF_PROSE, "en", text, NULL);
		g_assert_cmphex(prose, ==, serif || sans ? ch : 0);
		lacking += !serif != !sans;
	}
	g_assert_cmpuint(lacking, >, 0);
}

/* A publication's list: its lines come first, and a tag of its own is found by truncation. */
static void
test_overlay(void)
{
	static const char list[] =
		"# ours\n"
		"serif\t*\tInter\tfonts-inter\tInter-Regular.otf\t0\n"
		"serif\tsr\tNoto Sans Mono\tfonts-noto-mono\tNotoSansMono-Regular.ttf\t0\t1\n";
	g_autofree char *dir = g_dir_make_tmp("chancery-fonts-XXXXXX", NULL);
	g_autofree char *folder = g_build_filename(dir, "fonts", NULL);
	g_autofree char *path = g_build_filename(folder, "fonts.list", NULL);
	g_autoptr(Places) places = places_new(dir);
	g_autoptr(GError) error = NULL;
	g_autoptr(Families) families = NULL;

	g_assert_true(file_make_dirs(folder, NULL));
	g_assert_true(file_write(path, list, strlen(list), NULL));
	families = families_open(places, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(families_find(families, "serif", "pl"), ==, "Inter, Noto Serif");
	g_assert_cmpstr(families_find(families, "serif", "sr-Cyrl-RS"), ==, "Noto Sans Mono, Inter, Noto Serif");
	g_assert_cmpstr(families_find(families, "serif", "srx"), ==, "Inter, Noto Serif");
	g_assert_cmpstr(families_find(families, "sans-serif", "sr"), ==, "Inter");

	g_assert_true(file_write(path, "serif *\n", strlen("serif *\n"), NULL));
	g_assert_null(families_open(places, &error));
	g_assert_nonnull(strstr(error->message, "fonts.list:1: "));
	g_assert_true(file_remove(dir, NULL));
}

static void
test_not_gathered(void)
{
	g_autoptr(Places) places = places_new(NULL);
	g_autoptr(GError) error = NULL;

	g_free(places->fonts);
	places->fonts = g_strdup("/nonexistent");
	g_assert_null(families_open(places, &error));
	g_assert_nonnull(strstr(error->message, "/nonexistent"));
	g_assert_nonnull(strstr(error->message, "run make"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/fonts/families", test_families);
	g_test_add_func("/fonts/missing", test_missing);
	g_test_add_func("/fonts/missing-places", test_missing_places);
	g_test_add_func("/fonts/prose", test_prose);
	g_test_add_func("/fonts/overlay", test_overlay);
	g_test_add_func("/fonts/not-gathered", test_not_gathered);
	return g_test_run();
}
