/* prose: the numbers of running text. */
#include "locale/prose.h"

#include <string.h>

#include "base/utf8.h"
#include "locale/figure.h"
#include "locale/lexeme.h"
#include "locale/locale_private.h"
#include "locale/quotation.h"
#include "locale/rounding.h"
#include "locale/vocabulary.h"

enum {
	PROSE_WORDS = KIND_BIT(WORD_NUMBER) | KIND_BIT(WORD_SCALE) | KIND_BIT(WORD_ARTICLE) |
		      KIND_BIT(WORD_TIMES) | KIND_BIT(WORD_UNIT) | KIND_BIT(WORD_QUALIFIER) |
		      KIND_BIT(WORD_MONTH) | KIND_BIT(WORD_REFERENCE) | KIND_BIT(WORD_HALF) |
		      KIND_BIT(WORD_FRACTION) | KIND_BIT(WORD_POINT) | KIND_BIT(WORD_MINUS) |
		      KIND_BIT(WORD_RATIO) | KIND_BIT(WORD_ORDINAL) | KIND_BIT(WORD_VAGUE) |
		      KIND_BIT(WORD_GOVERNED) | KIND_BIT(WORD_DUAL),
	/* "21 North Korean vessels": a noun this many words behind still belongs to its figure. */
	UNIT_REACH = 3,
	/* One in more than so many is rather a count and a date or place. */
	SHARE_WHOLE = 10,
	/* Bytes that are folded at once when a place is looked for. */
	PIECE = 48,
	/* Unknown characters between figure and noun where words are not parted, in bytes. */
	UNSPACED_REACH = 12
};

struct reader {
	const struct vocabulary *vocabulary;
	const char *text; /* folded, quotations blanked */
	GArray *lexemes;  /* struct lexeme */
};

/* ---- lexemes ---- */

static const struct lexeme *
lexeme_at(const struct reader *reader, gint64 at)
{
	if (at < 0 || at >= (gint64)reader->lexemes->len)
		return NULL;
	return &g_array_index(reader->lexemes, struct lexeme, at);
}

static const struct word *
word_at(const struct reader *reader, gint64 at)
{
	const struct lexeme *lexeme = lexeme_at(reader, at);

	return lexeme && lexeme->kind == LEXEME_WORD ? lexeme->word : NULL;
}

static bool
is_word(const struct reader *reader, gint64 at, enum word_kind kind)
{
	const struct word *word = word_at(reader, at);

	return word && word->kind == kind;
}

static gsize
start_of(const struct reader *reader, const struct figure *figure)
{
	return lexeme_at(reader, figure->first)->start;
}

static gsize
end_of(const struct reader *reader, const struct figure *figure)
{
	return lexeme_at(reader, figure->last)->end;
}

static gunichar
char_before(const struct reader *reader, gsize at)
{
	return at == 0 ? ' ' : g_utf8_get_char(g_utf8_prev_char(reader->text + at));
}

/* ---- numbers that count nothing ---- */

/* "25 September", "25 de septiembre", "May 4", "9月". */
static bool
is_date(const struct reader *reader, const struct figure *figure)
{
	const gunichar *marks = vocabulary_date_marks(reader->vocabulary);
	gunichar next = g_utf8_get_char(reader->text + end_of(reader, figure));
	bool day = figure->value.exponent == 0 && figure->value.mantissa <= 31;

	if (is_word(reader, (gint64)figure->last + 1, WORD_MONTH) ||
	    is_word(reader, (gint64)figure->first - 1, WORD_MONTH))
		return true;
	if (day && is_word(reader, (gint64)figure->last + 2, WORD_MONTH))
		return true;
	return figure->digits && marks &&
	       (next == marks[0] || next == marks[1] || next == marks[2]);
}

/* "S/2021/211", "COVID-19", "3.2.1", "10:30", "A4", "4th": signs that make a name of a number. */
static bool
is_tied(const struct reader *reader, const struct figure *figure)
{
	gsize start = start_of(reader, figure), end = end_of(reader, figure);
	gunichar before = char_before(reader, start);
	const char *after = reader->text + end;
	bool known = lexeme_at(reader, (gint64)figure->last + 1) &&
		     lexeme_at(reader, (gint64)figure->last + 1)->start == end;

	if (!figure->digits)
		return false;
	if (before < 0x80 && strchr("/#_@+", (int)before))
		return true;
	if (before < 0x80 && strchr(".:-", (int)before) && start > 1 &&
	    g_unichar_isalnum(char_before(reader, start - 1)))
		return true;
	if (strchr("/:.", *after) && *after && g_ascii_isalnum(after[1]))
		return true;
	if (vocabulary_ends_inside(reader->vocabulary))
		return false;
	if (g_unichar_isalpha(before) && !is_word(reader, (gint64)figure->first - 1, WORD_UNIT) &&
	    !vocabulary_is_particle(reader->vocabulary, reader->text, start))
		return true;
	if (*after == '-' && g_unichar_isalpha(g_utf8_get_char(after + 1)))
		return !is_word(reader, (gint64)figure->last + 1, WORD_UNIT);
	return g_unichar_isalpha(g_utf8_get_char(after)) &&
	       !(known && word_at(reader, (gint64)figure->last + 1));
}

/* "paragraph 12", "resolution 2397": a number behind such a word names a place. */
static bool
is_reference(const struct reader *reader, const struct figure *figure)
{
	return is_word(reader, (gint64)figure->first - 1, WORD_REFERENCE);
}

/* "twenty-first": endings that are written to digits tie them. */
static bool
is_ordinal(const struct reader *reader, const struct figure *figure)
{
	return is_word(reader, (gint64)figure->last + 1, WORD_ORDINAL) &&
	       lexeme_at(reader, (gint64)figure->last + 1)->start <= end_of(reader, figure) + 1;
}

/* "one in four ships", "四分之一": small numbers on either side of a word for shares. */
static bool
is_share(const struct reader *reader, const struct figure *figure)
{
	const struct lexeme *whole = lexeme_at(reader, (gint64)figure->last + 2);
	const struct lexeme *part = lexeme_at(reader, (gint64)figure->first - 2);
	bool before = is_word(reader, (gint64)figure->last + 1, WORD_RATIO) && whole;
	bool behind = is_word(reader, (gint64)figure->first - 1, WORD_RATIO) && part;

	if (figure->value.exponent != 0 || figure->value.mantissa > SHARE_WHOLE)
		return false;
	return (before && (whole->kind == LEXEME_DIGITS ||
			   is_word(reader, (gint64)figure->last + 2, WORD_NUMBER))) ||
	       (behind && (part->kind == LEXEME_DIGITS ||
			   is_word(reader, (gint64)figure->first - 2, WORD_NUMBER)));
}

/* "(2397)" */
static bool
is_bracketed(const struct reader *reader, const struct figure *figure)
{
	return char_before(reader, start_of(reader, figure)) == '(' &&
	       reader->text[end_of(reader, figure)] == ')';
}

/* A lone "千" or "천" is part of many words, and no figure, where words are not parted. */
static bool
is_letter_of_word(const struct reader *reader, const struct figure *figure)
{
	gint64 rest = figure->value.mantissa;

	while (rest > 1 && rest % 10 == 0)
		rest /= 10;
	return !figure->digits && rest == 1 && figure->first == figure->last &&
	       vocabulary_ends_inside(reader->vocabulary);
}

/* ---- what is beside a number ---- */

static bool
is_close_only(const char *unit)
{
	static const char *const loose[] = {"month",   "year",	"day",	"state", "source",
					    "finding", "times", "test", NULL};

	return g_strv_contains(loose, unit);
}

/* Does the sentence, or what the number counts, end between it and the lexeme behind? */
static bool
ends_before(const struct reader *reader, const struct figure *figure, const struct lexeme *lexeme)
{
	gsize end = end_of(reader, figure);
	const char *text = reader->text;

	/* a full stop behind a scale word abbreviates it: "281 mln. dolarów" */
	if (figure->digits && !figure->scaled && text[end] == '.')
		return true;
	if (lexeme->kind != LEXEME_OTHER)
		return lexeme->kind != LEXEME_WORD;
	return !g_unichar_isalpha(g_utf8_get_char(text + lexeme->start));
}

/* "281 millions de dollars", "一百多辆车", "three or more vessels": such a word may stand between a
 * number and what it counts. */
static bool
may_stand_between(const struct word *word)
{
	return word->kind == WORD_ARTICLE ||
	       (word->kind == WORD_QUALIFIER &&
		(word->qualifier == QUALIFIER_BETWEEN || word->after));
}

/* The lexeme of the noun behind a number, or NULL. */
static const struct lexeme *
noun_behind(const struct reader *reader, const struct figure *figure)
{
	for (guint reach = 1; reach <= UNIT_REACH; reach++) {
		const struct lexeme *lexeme = lexeme_at(reader, (gint64)figure->last + reach);
		const struct lexeme *next = lexeme_at(reader, (gint64)figure->last + reach + 1);
		const struct word *word = word_at(reader, (gint64)figure->last + reach);

		if (!lexeme || ends_before(reader, figure, lexeme))
			return NULL;
		if (word && word->kind == WORD_UNIT)
			return reach == 1 || !is_close_only(word->unit) ? lexeme : NULL;
		if (word && !may_stand_between(word))
			return NULL;
		if (!word && next && vocabulary_ends_inside(reader->vocabulary) &&
		    next->start - lexeme->start > UNSPACED_REACH)
			return NULL;
	}
	return NULL;
}

static void
read_unit(const struct reader *reader, const struct figure *from, struct prose_figure *figure)
{
	const struct word *before = word_at(reader, (gint64)from->first - 1);
	const struct lexeme *noun;

	for (guint i = from->first; i <= from->last; i++) {
		if (word_at(reader, i) && word_at(reader, i)->unit)
			figure->unit = word_at(reader, i)->unit;
	}
	if (from->times)
		figure->unit = g_intern_string("times");
	if (figure->unit)
		return;
	noun = noun_behind(reader, from);
	if (!before || before->kind != WORD_UNIT || !unit_is_currency(before->unit))
		before = NULL;
	/* "from $281 million to $300 million": not the next one's */
	if (noun && (!before || noun == lexeme_at(reader, (gint64)from->last + 1))) {
		figure->unit = noun->word->unit;
		figure->end = noun->end;
	} else if (before) {
		figure->unit = before->unit;
		figure->start = lexeme_at(reader, (gint64)from->first - 1)->start;
	}
}

static void
read_qualifier(const struct reader *reader, const struct figure *from, struct prose_figure *figure)
{
	guint first = from->first, last = from->last;
	const struct word *word;

	while (first > 0 && lexeme_at(reader, (gint64)first)->start > figure->start)
		first--;
	if (is_word(reader, (gint64)first - 1, WORD_UNIT) ||
	    is_word(reader, (gint64)first - 1, WORD_ARTICLE))
		first--;
	word = word_at(reader, (gint64)first - 1);
	if (word && word->kind == WORD_QUALIFIER && word->before) {
		figure->qualifiers |= 1u << (unsigned)word->qualifier;
		figure->range_start = lexeme_at(reader, (gint64)first - 1)->start;
		if (word->qualifier != QUALIFIER_BETWEEN)
			figure->start = figure->range_start;
	}
	word = word_at(reader, (gint64)last + 1);
	if (word && word->kind == WORD_QUALIFIER && word->after)
		figure->qualifiers |= 1u << (unsigned)word->qualifier;
	while (last + 1 < reader->lexemes->len && lexeme_at(reader, last)->end < figure->end)
		last++;
	word = word_at(reader, (gint64)last + 1);
	if (word && word->kind == WORD_QUALIFIER && word->after) {
		figure->qualifiers |= 1u << (unsigned)word->qualifier;
		figure->end = lexeme_at(reader, (gint64)last + 1)->end;
	}
	if (from->rough && figure->qualifiers == 0)
		figure->qualifiers = 1u << QUALIFIER_ABOUT;
}

static int
count_digits(struct decimal value)
{
	gint64 mantissa = ABS(value.mantissa);
	int digits = 0;

	while (mantissa > 0 && mantissa % 10 == 0)
		mantissa /= 10;
	for (; mantissa > 0; mantissa /= 10)
		digits++;
	return digits;
}

static void
read_figure(const struct reader *reader, const struct figure *from, GArray *out)
{
	struct prose_figure figure = {
		.value = from->value,
		.place = from->place,
		.digits = count_digits(from->value),
		.words = !from->digits,
		.scaled = from->scaled,
		.start = start_of(reader, from),
		.end = end_of(reader, from),
	};
	bool beside;

	/* "a third of them" */
	if (from->fraction)
		return;
	if (is_date(reader, from) || is_tied(reader, from) || is_reference(reader, from) ||
	    is_letter_of_word(reader, from) || is_ordinal(reader, from) || is_share(reader, from))
		return;
	read_unit(reader, from, &figure);
	beside = is_word(reader, (gint64)from->last + 1, WORD_UNIT) ||
		 figure.start < start_of(reader, from);
	if (from->year_like && !from->scaled && !beside)
		return;
	if (!figure.unit && is_bracketed(reader, from))
		return;
	figure.range_start = figure.start;
	read_qualifier(reader, from, &figure);
	g_array_append_val(out, figure);
}

/* ---- all ---- */

struct prose *
prose_read(const struct locale *locale, const char *text)
{
	struct prose *prose = g_new0(struct prose, 1);
	struct reader reader = {.vocabulary = vocabulary_of(locale)};
	g_autoptr(GArray) figures = NULL;

	prose->text = text;
	prose->folded = vocabulary_fold(text);
	prose->figures = g_array_new(FALSE, FALSE, sizeof(struct prose_figure));
	quotation_blank(prose->folded);
	reader.text = prose->folded;
	reader.lexemes = lexeme_read(reader.vocabulary, reader.text, PROSE_WORDS);
	figures = figure_read(reader.vocabulary, reader.lexemes);
	for (guint i = 0; i < figures->len; i++)
		read_figure(&reader, &g_array_index(figures, struct figure, i), prose->figures);
	g_array_unref(reader.lexemes);
	return prose;
}

void
prose_free(struct prose *prose)
{
	if (!prose)
		return;
	g_free(prose->folded);
	g_array_unref(prose->figures);
	g_free(prose);
}

const struct prose_figure *
prose_figure(const struct prose *prose, guint at)
{
	return &g_array_index(prose->figures, struct prose_figure, at);
}

/* Bytes of the folded text that so many bytes of the text become by themselves. */
static gsize
folded_length(const char *text, gsize bytes)
{
	g_autofree char *start = g_strndup(text, bytes);
	g_autofree char *folded = vocabulary_fold(start);

	return strlen(folded);
}

/* A piece of text, some words long, that folds as it does within the whole; bytes of it. */
static gsize
piece_length(const char *text)
{
	const char *p = text;

	while (*p) {
		bool blank = g_unichar_isspace(g_utf8_get_char(p));
		gunichar next;

		p = g_utf8_next_char(p);
		next = g_utf8_get_char(p);
		if (p - text >= PIECE && g_unichar_type(next) != G_UNICODE_NON_SPACING_MARK &&
		    !(blank && g_unichar_isspace(next)))
			break;
	}
	return (gsize)(p - text);
}

/*
 * The least number of bytes of the text, whole characters, that become at least so many when
 * folded.  Figures are asked for one after the other, so it goes on from the piece where the last
 * was found.
 */
static gsize
unfold(struct prose *prose, gsize folded)
{
	const char *p;

	if (folded <= prose->passed_folded)
		prose->passed = prose->passed_folded = 0;
	for (;;) {
		gsize bytes = piece_length(prose->text + prose->passed);
		gsize length = folded_length(prose->text + prose->passed, bytes);

		if (bytes == 0)
			return prose->passed;
		if (prose->passed_folded + length >= folded)
			break;
		prose->passed += bytes;
		prose->passed_folded += length;
	}
	p = prose->text + prose->passed;
	while (prose->passed_folded + folded_length(prose->text + prose->passed,
						    (gsize)(p - prose->text) - prose->passed) <
	       folded)
		p = g_utf8_next_char(p);
	return (gsize)(p - prose->text);
}

void
prose_bounds(struct prose *prose, const struct prose_figure *figure, gsize *start, gsize *end)
{
	/* the character that begins at folded byte n is the one that makes it n + 1 */
	*start = unfold(prose, figure->start + 1);
	if (*start > 0)
		*start = (gsize)(g_utf8_prev_char(prose->text + *start) - prose->text);
	*end = unfold(prose, figure->end);
}

bool
prose_is_value(const struct prose_figure *figure, struct decimal datum, enum amount_scale scale)
{
	return rounding_equal(figure->value, figure->place, decimal_scale(datum, (int)scale));
}

bool
prose_unit_fits(const char *wanted, const char *read)
{
	static const char *const people[] = {"person", "worker", NULL};

	gsize measured = wanted ? strcspn(wanted, "/") : 0;

	return g_strcmp0(wanted, read) == 0 ||
	       (wanted && read && wanted[measured] == '/' && strlen(read) == measured &&
		strncmp(wanted, read, measured) == 0) ||
	       (wanted && read && g_strv_contains(people, wanted) && g_strv_contains(people, read));
}
