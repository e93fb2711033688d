/* test-paragraph-breaks: where lines of a language may break, and what they show there. */
#include "paragraph_fixture.h"

/*
 * At least two letters before a hyphen and two after it, and never in a word with more than one
 * capital.
 */
static void
test_hyphens(struct fixture *fixture, gconstpointer data)
{
	static const char *const texts[][2] = {{english, "en"}, {polish, "pl"}, {ukrainian, "uk"}};
	guint hyphens = 0;

	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(Paragraph) paragraph = set_text(fixture, texts[i][0], texts[i][1], 150);
		g_autofree char *text = all_text(paragraph);

		for (char *at = strstr(text, "=|"); at; at = strstr(at + 1, "=|")) {
			const char *before = at, *after = at + 2;

			for (int k = 0; k < 2; k++, after = g_utf8_next_char(after)) {
				before = g_utf8_prev_char(before);
				g_assert_true(g_unichar_isalpha(g_utf8_get_char(before)));
				g_assert_true(g_unichar_isalpha(g_utf8_get_char(after)));
			}
			hyphens++;
		}
	}
	g_assert_cmpuint(hyphens, >, 3);
}

static void
test_hyphen_only_at_break(struct fixture *fixture, gconstpointer data)
{
	struct span span =
		text_span("UNESCOUNESCO www.international.example dwa\u00ADnaście", "en");
	g_autoptr(Paragraph) paragraph = NULL;
	g_autofree char *narrow = NULL, *wide = NULL;

	(void)data;
	paragraph = set(fixture, &span, 1, &justified, 30);
	narrow = all_text(paragraph);
	g_assert_cmpstr(narrow, ==, "UNESCOUNESCO|www.international.example|dwa=|naście");
	paragraph_break(paragraph, 400);
	wide = all_text(paragraph);
	g_assert_cmpstr(wide, ==, "UNESCOUNESCO www.international.example dwanaście");
}

/* A reference is not torn inside a paragraph whose other words are. */
static void
test_unhyphenated_span(struct fixture *fixture, gconstpointer data)
{
	struct span span = text_span("international communications", "en");

	(void)data;
	for (int whole = 0; whole < 2; whole++) {
		g_autoptr(Paragraph) paragraph = NULL;
		g_autofree char *text = NULL;

		span.style.unhyphenated = whole;
		paragraph = set(fixture, &span, 1, &justified, 110);
		text = all_text(paragraph);
		g_assert_true((strchr(text, '=') == NULL) == (whole == 1));
	}
}

/* Polish begins the next line with the hyphen of a compound again; English does not. */
static void
test_repeated_hyphen(struct fixture *fixture, gconstpointer data)
{
	g_autoptr(Paragraph) paragraph = set_text(fixture, "flaga biało-czerwona", "pl", 60);
	g_autoptr(Paragraph) other = set_text(fixture, "state well-known", "en", 55);
	g_autofree char *text = all_text(paragraph), *english_text = all_text(other);
	const struct line *line = paragraph_line(paragraph, 1);

	(void)data;
	g_assert_cmpstr(text, ==, "flaga biało-|=czerwona");
	g_assert_cmpfloat_with_epsilon(fragment_at(line, 1)->x, fragment_at(line, 0)->width, EXACT);
	g_assert_nonnull(strstr(english_text, "well-|known"));
	paragraph_break(paragraph, 300);
	g_assert_cmpuint(paragraph_line(paragraph, 0)->fragments->len, ==, 1);
}

/* No one-letter word at a line end in Polish and Ukrainian; in English it may stand there. */
static void
test_short_words(struct fixture *fixture, gconstpointer data)
{
	static const char *const texts[][2] = {{polish, "pl"}, {ukrainian, "uk"}};

	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		for (double measure = 90; measure < 480; measure += 7) {
			g_autoptr(Paragraph) paragraph =
				set_text(fixture, texts[i][0], texts[i][1], measure);
			g_autofree char *text = all_text(paragraph);
			g_auto(GStrv) lines = g_strsplit(text, "|", -1);

			for (char **line = lines; line[0] && line[1]; line++) {
				const char *space = strrchr(*line, ' ');
				const char *last = space ? space + 1 : *line;

				g_assert_cmpint(g_utf8_strlen(last, -1), >, 1);
			}
		}
	}
}

/*
 * The hyphen inserted is a glyph of its own, for in a PDF a glyph means one character: with the
 * hyphen's all of a text's hyphens would be found as soft ones, or the other way round.
 */
static void
test_hyphen_glyph(struct fixture *fixture, gconstpointer data)
{
	g_autoptr(Paragraph) paragraph =
		set_text(fixture, "ship-to-ship transfers of international organizations", "en", 90);
	PangoGlyph inserted = 0, authored = 0;

	(void)data;
	for (guint i = 0; i < paragraph_line_count(paragraph); i++) {
		const struct line *line = paragraph_line(paragraph, i);

		for (guint k = 0; k < line->fragments->len; k++) {
			const struct fragment *fragment = fragment_at(line, k);
			const PangoGlyphInfo *glyphs = fragment->glyphs->glyphs->glyphs;

			if (fragment->hyphen)
				inserted = glyphs[0].glyph;
			else if (i == 0)
				authored = glyphs[strlen("ship")].glyph;
		}
	}
	g_assert_cmpuint(inserted, !=, 0);
	g_assert_cmpuint(authored, !=, 0);
	g_assert_cmpuint(inserted, !=, authored);
}

/* A year and what says so stay together, as do one letter and its hyphen. */
static void
test_bound(struct fixture *fixture, gconstpointer data)
{
	static const char *const texts[][3] = {
		{"najwięcej działo się w styczniu 2018 r.: odnotowano", "pl", "2018 r."},
		{"з 30 березня 2018 р. до кінця року", "uk", "2018 р."},
		{"the Mercedes-Benz S-Class 600 and an X-ray", "en", "S-Class"},
	};

	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(Paragraph) paragraph =
			set_text(fixture, texts[i][0], texts[i][1], 200);

		for (double measure = 60; measure < 200; measure += 1) {
			g_autofree char *text = NULL;

			paragraph_break(paragraph, measure);
			text = all_text(paragraph);
			g_assert_nonnull(strstr(text, texts[i][2]));
		}
	}
}

/* A note's mark stays with the stop before it, at whatever measure. */
static void
test_note_mark(struct fixture *fixture, gconstpointer data)
{
	struct span spans[] = {
		text_span("a year earlier.", "en"),
		{.kind = SPAN_ANCHOR, .style = text_span("", "en").style},
		text_span("24", "en"),
		text_span(" Countries", "en"),
	};
	g_autoptr(Paragraph) paragraph = NULL;

	(void)data;
	spans[2].style.rise = 3;
	paragraph = set(fixture, spans, G_N_ELEMENTS(spans), &justified, 200);
	for (double measure = 20; measure < 120; measure += 1) {
		g_autofree char *text = NULL;

		paragraph_break(paragraph, measure);
		text = all_text(paragraph);
		g_assert_nonnull(strstr(text, ".24"));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	add_test("/paragraph-breaks/hyphens", test_hyphens);
	add_test("/paragraph-breaks/hyphen-only-at-break", test_hyphen_only_at_break);
	add_test("/paragraph-breaks/unhyphenated-span", test_unhyphenated_span);
	add_test("/paragraph-breaks/hyphen-glyph", test_hyphen_glyph);
	add_test("/paragraph-breaks/note-mark", test_note_mark);
	add_test("/paragraph-breaks/bound", test_bound);
	add_test("/paragraph-breaks/repeated-hyphen", test_repeated_hyphen);
	add_test("/paragraph-breaks/short-words", test_short_words);
	return g_test_run();
}
