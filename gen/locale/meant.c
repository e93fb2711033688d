/* meant: which of the figures in a wording are those of the amount that it states. */
#include "locale/meant.h"

#include <string.h>

#include "base/amount.h"
#include "locale/figure.h"
#include "locale/letter.h"
#include "locale/lexeme.h"
#include "locale/rounding.h"
#include "locale/vocabulary.h"

enum {
	DENOMINATORS = 100, /* one in more than so many is no share */
	ENDING = 4	    /* bytes of two letters */
};

static const struct lexeme *
lexeme_at(const struct meant *meant, guint at)
{
	return &g_array_index(meant->lexemes, struct lexeme, at);
}

/* The word that lexeme `at` is, or NULL; any number will do. */
static const struct word *
word_at(const struct meant *meant, gint64 at)
{
	if (at < 0 || at >= (gint64)meant->lexemes->len)
		return NULL;
	return lexeme_at(meant, (guint)at)->kind == LEXEME_WORD ? lexeme_at(meant, (guint)at)->word
								: NULL;
}

static bool
is_word(const struct meant *meant, gint64 at, enum word_kind kind)
{
	const struct word *word = word_at(meant, at);

	return word && word->kind == kind;
}

static struct figure *
figure_at(const struct meant *meant, guint at)
{
	return &g_array_index(meant->figures, struct figure, at);
}

/* ---- names ---- */

/* "21st", "21-е", "21. Schiff", "네 번째", "twenty-first": short endings are written to the digits.
 */
static bool
is_ordinal(const struct meant *meant, const struct figure *figure)
{
	gsize end = lexeme_at(meant, figure->last)->end;
	const char *after = meant->text + end;

	if (is_word(meant, (gint64)figure->last + 1, WORD_ORDINAL)) {
		bool ending = strlen(word_at(meant, (gint64)figure->last + 1)->text) <= ENDING;

		return lexeme_at(meant, figure->last + 1)->start <= end + 1 &&
		       !(ending && *after == ' ');
	}
	return figure->digits && !figure->scaled && vocabulary_dots_ordinals(meant->vocabulary) &&
	       after[0] == '.' && after[1] == ' ' && letter_at(after + 2) > 0;
}

/* "S/2020/840", "CVE-2020-1234", "MH370": signs and letters before it, without a blank. */
static bool
is_tied(const struct meant *meant, const struct figure *figure)
{
	const char *start = meant->text + lexeme_at(meant, figure->first)->start;
	bool letter = false;

	if (!figure->digits || start == meant->text)
		return false;
	if (g_ascii_isalpha(start[-1]))
		return !word_at(meant, (gint64)figure->first - 1);
	if (!strchr("/-_#", start[-1]))
		return false;
	for (const char *p = start - 1; p >= meant->text && *p != ' '; p--)
		letter = letter || g_ascii_isalpha(*p);
	return letter || start[-1] == '#';
}

static void
drop_names(struct meant *meant)
{
	guint kept = 0;

	for (guint i = 0; i < meant->figures->len; i++) {
		struct figure figure = *figure_at(meant, i);

		if (!is_word(meant, (gint64)figure.first - 1, WORD_REFERENCE) &&
		    !is_ordinal(meant, &figure) && !is_tied(meant, &figure))
			*figure_at(meant, kept++) = figure;
	}
	g_array_set_size(meant->figures, kept);
}

/* ---- shares ---- */

static bool
is_count(const struct figure *figure)
{
	return !figure->scaled && !figure->fraction && figure->value.exponent == 0 &&
	       figure->value.mantissa > 0 && figure->value.mantissa <= DENOMINATORS;
}

/* What the one lexeme between two numbers makes of them: above nought a share of the second, below
 * of the first, nought none. */
static int
ratio_between(const struct meant *meant, const struct figure *first, const struct figure *second)
{
	const struct word *word = word_at(meant, (gint64)first->last + 1);
	gsize end = lexeme_at(meant, first->last)->end;

	if (first->last + 2 != second->first)
		return 0;
	if (word)
		return word->kind == WORD_RATIO ? word->power : 0;
	return first->digits && meant->text[end] == '/' &&
	       lexeme_at(meant, second->first)->start == end + 1;
}

/* "one in four", "四分之一", "1/4" */
static void
join_share(struct meant *meant)
{
	struct figure *first, *second;
	struct decimal part, whole;
	int ratio;

	if (meant->figures->len != 2)
		return;
	first = figure_at(meant, 0);
	second = figure_at(meant, 1);
	ratio = ratio_between(meant, first, second);
	if (ratio == 0 || !is_count(first) || !is_count(second) || first->digits != second->digits)
		return;
	part = ratio > 0 ? first->value : second->value;
	whole = ratio > 0 ? second->value : first->value;
	if (part.mantissa >= whole.mantissa)
		return;
	first->value = rounding_part(part.mantissa, whole.mantissa);
	first->place = first->value.exponent;
	first->fraction = true;
	first->last = second->last;
	g_array_set_size(meant->figures, 1);
}

/* ---- sorts ---- */

/* Does a unit follow directly, as after no year? */
static bool
has_unit_behind(const struct meant *meant, const struct figure *figure)
{
	return is_word(meant, (gint64)figure->last + 1, WORD_UNIT);
}

enum sort { SORT_DIGITS, SORT_WORDS, SORT_YEAR };

static enum sort
sort_of(const struct meant *meant, const struct figure *figure)
{
	if (figure->times)
		return SORT_WORDS;
	if (figure->year_like && !figure->scaled && !has_unit_behind(meant, figure))
		return SORT_YEAR;
	return figure->digits ? SORT_DIGITS : SORT_WORDS;
}

/*
 * Digits are meant before words ("one of the 13,000"), and anything before what may be a year
 * ("1,000 workers in 2019").
 */
static void
keep_sort(struct meant *meant)
{
	unsigned seen[3] = {0};
	enum sort keep;
	guint kept = 0;

	for (guint i = 0; i < meant->figures->len; i++)
		seen[sort_of(meant, figure_at(meant, i))]++;
	keep = seen[SORT_DIGITS] ? SORT_DIGITS : seen[SORT_WORDS] ? SORT_WORDS : SORT_YEAR;
	for (guint i = 0; i < meant->figures->len; i++) {
		struct figure figure = *figure_at(meant, i);

		if (sort_of(meant, &figure) == keep)
			*figure_at(meant, kept++) = figure;
	}
	g_array_set_size(meant->figures, kept);
	meant->any_year = keep == SORT_YEAR;
}

/* ---- more than one ---- */

/* "10 to 20 million": the scale word is for both. */
static void
share_scale(struct meant *meant)
{
	struct figure *first, *second;
	struct decimal thousand = {1, 3};

	if (meant->figures->len != 2)
		return;
	first = figure_at(meant, 0);
	second = figure_at(meant, 1);
	if (first->scaled || !second->scaled || decimal_compare(first->value, thousand) >= 0)
		return;
	for (guint i = second->first; i <= second->last; i++) {
		const struct word *word = word_at(meant, i);

		if (!word || word->kind != WORD_SCALE)
			continue;
		first->value = decimal_scale(first->value, word->power);
		first->place += word->power;
	}
}

/*
 * "1トン当たり100ドル": the one unit that the others are divided by is no figure of the amount; nor
 * is the article of "un peu plus de mille", with no noun behind it.
 */
static void
drop_ones(struct meant *meant, const struct amount *amount)
{
	const struct decimal one = {1, 0};
	bool divided = amount->unit && strchr(amount->unit, '/');
	guint wanted = decimal_compare(amount->min, amount->max) != 0 ? 2 : 1;

	for (guint i = 0; meant->figures->len > wanted && i < meant->figures->len;) {
		const struct figure *figure = figure_at(meant, i);
		bool article = !figure->digits && !has_unit_behind(meant, figure);

		if ((divided || article) && decimal_compare(figure->value, one) == 0)
			g_array_remove_index(meant->figures, i);
		else
			i++;
	}
}

void
meant_keep(struct meant *meant, const struct amount *amount)
{
	drop_names(meant);
	join_share(meant);
	keep_sort(meant);
	drop_ones(meant, amount);
	share_scale(meant);
}
