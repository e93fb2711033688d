/* test-paragraph: spans in, lines out, with the fonts gathered for the program. */
#include "paragraph_fixture.h"

static double
glyph_width(const struct fragment *fragment)
{
	return pango_units_to_double(pango_glyph_string_get_width(fragment->glyphs->glyphs));
}

/* Every line but the last is exactly as wide as the measure, and so are its glyphs. */
static void
assert_justified(const struct paragraph *paragraph, double measure)
{
	for (guint i = 0; i + 1 < paragraph_line_count(paragraph); i++) {
		const struct line *line = paragraph_line(paragraph, i);
		double sum = 0;

		for (guint k = 0; k < line->fragments->len; k++) {
			const struct fragment *fragment = fragment_at(line, k);

			g_assert_cmpfloat_with_epsilon(fragment->x, sum, EXACT);
			g_assert_cmpfloat_with_epsilon(fragment->width, glyph_width(fragment),
						       EXACT);
			sum += fragment->width;
		}
		g_assert_cmpfloat_with_epsilon(line->width, measure, EXACT);
		g_assert_cmpfloat_with_epsilon(sum, measure, EXACT);
		g_assert_cmpfloat(line->overfull, ==, 0);
	}
}

static void
test_justified(struct fixture *fixture, gconstpointer data)
{
	static const char *const texts[][2] = {{english, "en"}, {polish, "pl"}, {ukrainian, "uk"}};

	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		for (double measure = 130; measure < 480; measure += 13) {
			g_autoptr(Paragraph) paragraph =
				set_text(fixture, texts[i][0], texts[i][1], measure);
			g_autofree char *joined = joined_text(paragraph);

			assert_justified(paragraph, measure);
			g_assert_cmpstr(joined, ==, texts[i][0]);
		}
	}
	g_assert_cmpuint(diag_list_count(fixture->diags, DIAG_ERROR), ==, 0);
}

/* The same paragraph may be broken again. */
static void
test_broken_again(struct fixture *fixture, gconstpointer data)
{
	g_autoptr(Paragraph) paragraph = set_text(fixture, english, "en", 150);
	g_autoptr(Paragraph) other = set_text(fixture, english, "en", 300);
	g_autofree char *first = all_text(other);
	g_autofree char *second = NULL;

	(void)data;
	paragraph_break(paragraph, 300);
	paragraph_settle(paragraph);
	second = all_text(paragraph);
	g_assert_cmpstr(first, ==, second);
	assert_justified(paragraph, 300);
}

static void
test_collapses_space(struct fixture *fixture, gconstpointer data)
{
	struct span spans[] = {
		text_span("  One \n two ", "en"),
		{.kind = SPAN_ANCHOR},
		text_span(" three", "en"),
		text_span("\t ", "en"),
		{.kind = SPAN_BREAK},
		text_span(" four ", "en"),
		{.kind = SPAN_ANCHOR},
		text_span(" ", "en"),
	};
	g_autoptr(Paragraph) paragraph = NULL;
	g_autofree char *text = NULL;

	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(spans); i++)
		spans[i].style = spans[0].style;
	paragraph = set(fixture, spans, G_N_ELEMENTS(spans), &flush, 400);
	text = all_text(paragraph);
	g_assert_cmpstr(text, ==, "One two three|four");
}

static void
test_preserves_space(struct fixture *fixture, gconstpointer data)
{
	struct span span = text_span("if (a)\n\treturn  b;\n\nend\n", "en");
	struct paragraph_style style = flush;
	g_autoptr(Paragraph) paragraph = NULL;
	g_autofree char *text = NULL;

	(void)data;
	span.style.role = "monospace";
	style.preserve = true;
	paragraph = set(fixture, &span, 1, &style, 400);
	text = all_text(paragraph);
	g_assert_cmpstr(text, ==, "if (a)|        return  b;||end");
}

static void
test_empty(struct fixture *fixture, gconstpointer data)
{
	struct span span = text_span(" \n ", "en");
	g_autoptr(Paragraph) none = set(fixture, NULL, 0, &justified, 100);
	g_autoptr(Paragraph) blank = set(fixture, &span, 1, &justified, 100);

	(void)data;
	g_assert_cmpuint(paragraph_line_count(none), ==, 1);
	g_assert_cmpuint(paragraph_line_count(blank), ==, 1);
	g_assert_cmpuint(paragraph_line(blank, 0)->fragments->len, ==, 0);
	g_assert_cmpfloat(paragraph_max_width(blank), ==, 0);
}

/* Spans with an owner of their own give fragments of their own, though they look alike. */
static void
test_owners(struct fixture *fixture, gconstpointer data)
{
	int owners[3];
	struct span spans[] = {
		text_span("before", "en"),
		text_span("link", "en"),
		text_span("after", "en"),
	};
	g_autoptr(Paragraph) paragraph = NULL;
	const struct line *line;

	(void)data;
	for (gsize i = 0; i < 3; i++)
		spans[i].owner = &owners[i];
	paragraph = set(fixture, spans, 3, &flush, 400);
	line = paragraph_line(paragraph, 0);
	g_assert_cmpuint(line->fragments->len, ==, 3);
	for (guint i = 0; i < 3; i++)
		g_assert_true(fragment_at(line, i)->span->owner == &owners[i]);
}

/* Words are hyphenated whatever spans they stand in; an anchor gives no place to break. */
static void
test_word_across_spans(struct fixture *fixture, gconstpointer data)
{
	struct span spans[] = {text_span("inter", "en"), text_span("national", "en")};
	struct span anchored[] = {
		text_span("word", "en"),
		{.kind = SPAN_ANCHOR},
		text_span("1", "en"),
	};
	g_autoptr(Paragraph) paragraph = NULL, other = NULL;
	g_autofree char *text = NULL, *whole = NULL;

	(void)data;
	spans[1].style.italic = true;
	paragraph = set(fixture, spans, 2, &justified, 40);
	text = joined_text(paragraph);
	g_assert_cmpuint(paragraph_line_count(paragraph), >, 1);
	g_assert_cmpstr(text, ==, "international");
	anchored[1].style = anchored[0].style;
	other = set(fixture, anchored, 3, &justified, 1);
	whole = all_text(other);
	g_assert_cmpstr(whole, ==, "word1");
}

static void
test_leader(struct fixture *fixture, gconstpointer data)
{
	struct span spans[] = {
		text_span("Findings", "en"),
		{.kind = SPAN_LEADER, .width = 20, .leader = LEADER_DOTS},
		{.kind = SPAN_BOX, .width = 12, .height = 7},
	};
	g_autoptr(Paragraph) paragraph = NULL;
	const struct line *line;

	(void)data;
	spans[1].style = spans[2].style = spans[0].style;
	paragraph = set(fixture, spans, 3, &flush, 200);
	line = paragraph_line(paragraph, 0);
	g_assert_cmpuint(line->fragments->len, ==, 3);
	g_assert_cmpfloat_with_epsilon(line->width, 200, EXACT);
	g_assert_cmpfloat_with_epsilon(fragment_at(line, 2)->x, 188, EXACT);
	g_assert_cmpfloat_with_epsilon(fragment_at(line, 1)->x, fragment_at(line, 0)->width, EXACT);
	g_assert_cmpfloat_with_epsilon(paragraph_max_width(paragraph),
				       fragment_at(line, 0)->width + 32, EXACT);
}

/*
 * In a right-to-left paragraph the title stands right and its number left, though both are Latin.
 */
static void
test_leader_rtl(struct fixture *fixture, gconstpointer data)
{
	struct span spans[] = {
		text_span("Title", "en"),
		{.kind = SPAN_LEADER, .width = 20},
		text_span("12", "en"),
	};
	struct paragraph_style style = flush;
	g_autoptr(Paragraph) paragraph = NULL;
	const struct line *line;

	(void)data;
	spans[1].style = spans[0].style;
	style.rtl = true;
	paragraph = set(fixture, spans, 3, &style, 200);
	line = paragraph_line(paragraph, 0);
	g_assert_cmpfloat_with_epsilon(fragment_at(line, 2)->x, 0, EXACT);
	g_assert_cmpfloat_with_epsilon(fragment_at(line, 0)->x + fragment_at(line, 0)->width, 200,
				       EXACT);
}

static void
test_alignment(struct fixture *fixture, gconstpointer data)
{
	struct span span = text_span("word", "en");
	struct paragraph_style style = flush;
	double width;

	(void)data;
	for (enum text_align align = ALIGN_START; align <= ALIGN_CENTER; align++) {
		static const double share[] = {0, 1, 0.5};
		g_autoptr(Paragraph) paragraph = NULL;

		style.align_last = align;
		style.indent = 10;
		paragraph = set(fixture, &span, 1, &style, 110);
		width = paragraph_line(paragraph, 0)->width;
		g_assert_cmpfloat_with_epsilon(fragment_at(paragraph_line(paragraph, 0), 0)->x,
					       10 + share[align] * (100 - width), EXACT);
	}
}

static void
test_widths(struct fixture *fixture, gconstpointer data)
{
	g_autoptr(Paragraph) paragraph = set_text(fixture, "a longer line", "en", 30);
	g_autoptr(Paragraph) word = set_text(fixture, "longer", "en", 300);

	(void)data;
	g_assert_cmpfloat_with_epsilon(paragraph_min_width(paragraph),
				       paragraph_line(word, 0)->width, EXACT);
	paragraph_break(paragraph, 300);
	g_assert_cmpfloat_with_epsilon(paragraph_max_width(paragraph),
				       paragraph_line(paragraph, 0)->width, EXACT);
}

static void
test_overfull(struct fixture *fixture, gconstpointer data)
{
	g_autoptr(Paragraph) paragraph = set_text(fixture, "WWWWWWWW", "en", 20);
	const struct line *line = paragraph_line(paragraph, 0);

	(void)data;
	g_assert_cmpfloat_with_epsilon(line->overfull, line->width - 20, EXACT);
}

static void
test_extents(struct fixture *fixture, gconstpointer data)
{
	struct span spans[] = {text_span("x", "en"), text_span("2", "en")};
	g_autoptr(Paragraph) plain = NULL, raised = NULL;

	(void)data;
	plain = set(fixture, spans, 1, &flush, 100);
	spans[1].style.rise = 4;
	raised = set(fixture, spans, 2, &flush, 100);
	g_assert_cmpfloat(paragraph_line(plain, 0)->ascent, >, 8);
	g_assert_cmpfloat(paragraph_line(plain, 0)->descent, >, 2);
	g_assert_cmpfloat_with_epsilon(paragraph_line(raised, 0)->ascent,
				       paragraph_line(plain, 0)->ascent + 4, EXACT);
}

static void
test_missing_glyph(struct fixture *fixture, gconstpointer data)
{
	struct span span = text_span("≈ 5 and 漢字", "en");
	g_autoptr(Paragraph) paragraph = NULL;
	g_autofree char *text = NULL;

	(void)data;
	span.at = (struct loc){"en.md", 3, 7, 0};
	paragraph = set(fixture, &span, 1, &flush, 400);
	text = diag_list_to_text(fixture->diags, NULL, false);
	g_assert_cmpuint(diag_list_count(fixture->diags, DIAG_ERROR), ==, 1);
	g_assert_true(g_str_has_prefix(text, "en.md:3:7: error: "));
	g_assert_nonnull(strstr(text, "漢 U+6F22, 字 U+5B57"));
	g_assert_nonnull(strstr(text, "[glyph-missing]"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	add_test("/paragraph/justified", test_justified);
	add_test("/paragraph/broken-again", test_broken_again);
	add_test("/paragraph/collapses-space", test_collapses_space);
	add_test("/paragraph/preserves-space", test_preserves_space);
	add_test("/paragraph/empty", test_empty);
	add_test("/paragraph/owners", test_owners);
	add_test("/paragraph/word-across-spans", test_word_across_spans);
	add_test("/paragraph/leader", test_leader);
	add_test("/paragraph/leader-rtl", test_leader_rtl);
	add_test("/paragraph/alignment", test_alignment);
	add_test("/paragraph/widths", test_widths);
	add_test("/paragraph/overfull", test_overfull);
	add_test("/paragraph/extents", test_extents);
	add_test("/paragraph/missing-glyph", test_missing_glyph);
	return g_test_run();
}
