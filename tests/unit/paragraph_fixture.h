/*
 * paragraph_fixture: what the tests of paragraphs share: fonts, spans, and lines as text.
 *
 * Everything is inline, for each test uses a part of it.
 */
#ifndef TESTS_UNIT_PARAGRAPH_FIXTURE_H
#define TESTS_UNIT_PARAGRAPH_FIXTURE_H

#include <glib.h>
#include <string.h>
#include "base/diag.h"
#include "fonts_fixture.h"
#include "layout/paragraph.h"

#define EXACT 0.001 /* points; a Pango unit */

struct fixture {
	struct fonts *fonts;
	struct typesetter *typesetter;
	struct diag_list *diags;
};

static inline void
set_up(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	fixture->fonts = program_fonts();
	fixture->typesetter = typesetter_new(fixture->fonts);
	fixture->diags = diag_list_new();
}

static inline void
tear_down(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	typesetter_free(fixture->typesetter);
	fonts_free(fixture->fonts);
	diag_list_free(fixture->diags);
}

static inline struct span
text_span(const char *text, const char *lang)
{
	return (struct span){
		.kind = SPAN_TEXT,
		.text = text,
		.style =
			{
				.role = "serif",
				.size = 10,
				.weight = 400,
				.lang = lang,
				.features = "liga 0, clig 0",
			},
	};
}

static const struct paragraph_style justified = {
	.align = ALIGN_JUSTIFY,
	.align_last = ALIGN_START,
	.line_height = 14,
	.hyphenate = true,
};
static const struct paragraph_style flush = {
	.align = ALIGN_START,
	.align_last = ALIGN_START,
	.line_height = 14,
};

static inline struct paragraph *
set(struct fixture *fixture, const struct span *spans, gsize n, const struct paragraph_style *style,
    double measure)
{
	struct paragraph *paragraph =
		paragraph_new(fixture->typesetter, spans, n, style, fixture->diags);

	paragraph_break(paragraph, measure);
	return paragraph;
}

static inline struct paragraph *
set_text(struct fixture *fixture, const char *text, const char *lang, double measure)
{
	struct span span = text_span(text, lang);

	return set(fixture, &span, 1, &justified, measure);
}

static inline const struct fragment *
fragment_at(const struct line *line, guint index)
{
	return &g_array_index(line->fragments, struct fragment, index);
}

/* The text of a line in logical order, an inserted hyphen as hyphen. */
static inline GString *
line_gather(const struct paragraph *paragraph, guint index, const char *hyphen)
{
	const struct line *line = paragraph_line(paragraph, index);
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < line->fragments->len; i++) {
		const struct fragment *fragment = fragment_at(line, i);

		if (fragment->hyphen)
			g_string_append(text, hyphen);
		else if (fragment->glyphs)
			g_string_append_len(text, fragment->text + fragment->glyphs->item->offset,
					    fragment->glyphs->item->length);
	}
	return text;
}

/* The same with a hyphen as "=", without the space at its end. */
static inline char *
line_text(const struct paragraph *paragraph, guint index)
{
	return g_strchomp(g_string_free(line_gather(paragraph, index, "="), FALSE));
}

/* All lines, parted by "|". */
static inline char *
all_text(const struct paragraph *paragraph)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < paragraph_line_count(paragraph); i++) {
		g_autofree char *line = line_text(paragraph, i);

		g_string_append_printf(text, "%s%s", i ? "|" : "", line);
	}
	return g_string_free(text, FALSE);
}

/* The text before it was broken: nothing but what the lines have. */
static inline char *
joined_text(const struct paragraph *paragraph)
{
	GString *joined = g_string_new(NULL);

	for (guint i = 0; i < paragraph_line_count(paragraph); i++) {
		g_autofree char *line = g_string_free(line_gather(paragraph, i, ""), FALSE);

		g_string_append(joined, line);
	}
	return g_string_free(joined, FALSE);
}

static const char english[] =
	"The Panel of Experts found that cybercriminals linked to the Democratic People’s Republic "
	"of Korea continued operations against financial institutions and virtual currency "
	"exchanges; the office identified affiliated efficient offshore filings worth 316.4 "
	"million dollars between 2019 and November 2020.";
static const char polish[] =
	"Dochodzenie ekspertów wykazało, że cyberprzestępcy związani z Koreą Północną kontynuowali "
	"w ubiegłym roku operacje przeciwko instytucjom finansowym i wirtualnym kantorom, a zyski "
	"z tych ataków miały być przeznaczone w całości na zakup broni i rozwój w kraju.";
static const char ukrainian[] =
	"Сполучені Штати, Південна Корея і Японія стурбовані зловмисною кібердіяльністю КНДР, "
	"спрямованою на незаконне заволодіння коштами для підтримки програм розробки ракетного "
	"і ядерного озброєння, ідеться у спільній заяві уповноважених представників трьох держав.";

static inline void
add_test(const char *path, void (*test)(struct fixture *fixture, gconstpointer data))
{
	g_test_add(path, struct fixture, NULL, set_up, test, tear_down);
}

#endif
