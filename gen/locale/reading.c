/* reading: a translator's wording of an amount against the datum, by value, unit and qualifier. */
#include "locale/locale_private.h"

#include <string.h>
#include "locale/figure.h"
#include "locale/lexeme.h"
#include "locale/meant.h"
#include "locale/rounding.h"
#include "locale/vocabulary.h"

enum {
	AMOUNT_WORDS = KIND_BIT(WORD_NUMBER) | KIND_BIT(WORD_SCALE) | KIND_BIT(WORD_ARTICLE) |
		       KIND_BIT(WORD_TIMES) | KIND_BIT(WORD_UNIT) | KIND_BIT(WORD_QUALIFIER) |
		       KIND_BIT(WORD_REFERENCE) | KIND_BIT(WORD_HALF) | KIND_BIT(WORD_FRACTION) |
		       KIND_BIT(WORD_RATIO) | KIND_BIT(WORD_POINT) | KIND_BIT(WORD_MINUS) | KIND_BIT(WORD_VAGUE) |
		       KIND_BIT(WORD_GOVERNED) | KIND_BIT(WORD_DUAL) | KIND_BIT(WORD_NOT) |
		       KIND_BIT(WORD_ORDINAL),
	/* A noun further from its figure than this belongs to something else. */
	UNIT_DISTANCE = 4,
	/* "not" before a figure itself: a qualifier that no datum has. */
	DENIED = QUALIFIER_COUNT
};

struct reading {
	const struct vocabulary *vocabulary;
	GArray *lexemes; /* struct lexeme */
	GArray *figures; /* struct figure: those that are meant */
	bool any_year;	 /* all figures look like years: one of them being right is enough */
};

static const struct word *
word_at(const struct reading *reading, guint at)
{
	const struct lexeme *lexeme = &g_array_index(reading->lexemes, struct lexeme, at);

	return lexeme->kind == LEXEME_WORD ? lexeme->word : NULL;
}

static const struct figure *
figure_at(const struct reading *reading, guint at)
{
	return &g_array_index(reading->figures, struct figure, at);
}

static void
reading_start(struct reading *reading, const struct locale *locale, const char *wording,
	      const struct amount *amount)
{
	g_autofree char *folded = vocabulary_fold(wording);
	struct meant meant = {.vocabulary = vocabulary_of(locale), .text = folded};

	meant.lexemes = lexeme_read(meant.vocabulary, folded, AMOUNT_WORDS);
	meant.figures = figure_read(meant.vocabulary, meant.lexemes);
	meant_keep(&meant, amount);
	reading->vocabulary = meant.vocabulary;
	reading->lexemes = meant.lexemes;
	reading->figures = meant.figures;
	reading->any_year = meant.any_year;
}

static void
reading_end(struct reading *reading)
{
	g_array_unref(reading->lexemes);
	g_array_unref(reading->figures);
}

/* ---- value ---- */

static bool
is_equal(const struct amount *amount, struct decimal side, const struct figure *figure)
{
	struct decimal datum = decimal_scale(side, (int)amount->scale);

	if (figure->fraction && g_strcmp0(amount->unit, "percent") == 0)
		return rounding_is_percent(figure->value, datum);
	return rounding_equal(figure->value, figure->place, datum);
}

static bool
is_range(const struct amount *amount)
{
	return decimal_compare(amount->min, amount->max) != 0;
}

static bool
values_match(const struct reading *reading, const struct amount *amount)
{
	guint n = reading->figures->len;
	guint right = 0;

	if (is_range(amount))
		return n == 2 && is_equal(amount, amount->min, figure_at(reading, 0)) &&
		       is_equal(amount, amount->max, figure_at(reading, 1));
	for (guint i = 0; i < n; i++)
		right += is_equal(amount, amount->min, figure_at(reading, i));
	return reading->any_year ? right > 0 : right == n;
}

/* ---- unit ---- */

/* Is a noun of unit read a fair word for the unit wanted, or for what is measured in it
 * ("USD/tonne")?  Workers are persons. */
static bool
unit_fits(const char *wanted, const char *read)
{
	static const char *const people[] = {"person", "worker", NULL};
	gsize measured = strcspn(wanted, "/");

	if (strlen(read) == measured && g_ascii_strncasecmp(wanted, read, measured) == 0)
		return true;
	return g_strv_contains(people, wanted) && g_strv_contains(people, read);
}

/* Words that stand beside a figure for many reasons ("last year", "three States") count only right
 * behind it. */
static bool
is_loose(const char *unit)
{
	static const char *const loose[] = {"month",   "year",	"day",	"state", "source",
					    "finding", "times", "test", NULL};

	return g_strv_contains(loose, unit);
}

/* Does the noun at lexeme `at` belong to the figure? */
static bool
belongs(const struct figure *figure, guint at, const char *unit)
{
	if (at >= figure->first && at <= figure->last)
		return true;
	if (at > figure->last)
		return at - figure->last <= (is_loose(unit) ? 1 : UNIT_DISTANCE);
	return at < figure->first && figure->first - at == 1 && unit_is_currency(unit);
}

/* "1,260 times" of what is counted says how often, not how many times as much. */
static bool
is_frequency(const char *wanted, const char *read)
{
	return strcmp(read, "times") == 0 && !unit_is_currency(wanted) &&
	       strcmp(wanted, "percent") != 0 && !strchr(wanted, '/');
}

/* The "tonne" of "USD/tonne": it may be named, and says nothing against another currency. */
static bool
unit_divides(const char *wanted, const char *read)
{
	const char *slash = strchr(wanted, '/');

	return slash && g_ascii_strcasecmp(slash + 1, read) == 0;
}

/*
 * The unit that a word names, or NULL.  One that may also stand before the number of a place,
 * "document 12", is a noun like any other where the publication counts it: "118 documents".
 */
static const char *
unit_of(const struct reading *reading, const struct word *word)
{
	g_autofree char *text = NULL;
	const struct word *noun;
	gsize length, bytes;

	if (!word || word->unit || word->kind != WORD_REFERENCE)
		return word ? word->unit : NULL;
	length = strlen(word->text);
	text = g_malloc0(length + FOLD_PADDING);
	memcpy(text, word->text, length);
	noun = vocabulary_match(reading->vocabulary, text,
				vocabulary_letters(reading->vocabulary, text), KIND_BIT(WORD_UNIT),
				&bytes);
	return noun && bytes == length ? noun->unit : NULL;
}

/*
 * The unit that is read where what "USD/tonne" is divided by is not named, and another noun is:
 * "$2,500 a vessel".  NULL where there is none.
 */
static const char *
other_divisor(const struct reading *reading, const char *wanted)
{
	const char *slash = strchr(wanted, '/'), *found = NULL;
	g_autofree char *whole = NULL;

	for (guint i = 0; slash && i < reading->lexemes->len; i++) {
		const char *unit = unit_of(reading, word_at(reading, i));

		if (!unit)
			continue;
		if (unit_divides(wanted, unit))
			return NULL;
		if (!unit_fits(wanted, unit) && !unit_is_currency(unit) &&
		    strcmp(unit, "times") != 0 && (!is_loose(unit) || is_loose(slash + 1)))
			found = unit;
	}
	if (!found)
		return NULL;
	whole = g_strdup_printf("%.*s/%s", (int)(slash - wanted), wanted, found);
	return g_intern_string(whole);
}

/* Another unit than the amount's is read where its own is not; *other is lent. */
static bool
unit_differs(const struct reading *reading, const char *wanted, const char **other)
{
	const struct figure *figure = figure_at(reading, reading->figures->len - 1);

	*other = figure->times ? "times" : NULL;
	if (!wanted || (*other && unit_fits(wanted, *other)))
		return false;
	/* "a third of the vessels" */
	if (figure->fraction && strcmp(wanted, "percent") == 0)
		return false;
	for (guint i = 0; i < reading->lexemes->len; i++) {
		const char *unit = unit_of(reading, word_at(reading, i));

		if (!unit)
			continue;
		if (unit_fits(wanted, unit)) {
			*other = other_divisor(reading, wanted);
			return *other != NULL;
		}
		if (!*other && !unit_divides(wanted, unit) && !is_frequency(wanted, unit) &&
		    belongs(figure, i, unit))
			*other = unit;
	}
	if (!*other)
		*other = other_divisor(reading, wanted);
	return *other != NULL;
}

/* ---- qualifier ---- */

/* Behind "not" a qualifier says what it leaves. */
static unsigned
turned(unsigned qualifier)
{
	switch (qualifier) {
	case QUALIFIER_OVER:
		return QUALIFIER_UP_TO;
	case QUALIFIER_UP_TO:
		return QUALIFIER_OVER;
	case QUALIFIER_UNDER:
		return QUALIFIER_AT_LEAST;
	case QUALIFIER_AT_LEAST:
		return QUALIFIER_UNDER;
	default:
		return DENIED;
	}
}

static bool
is_denied(const struct reading *reading, guint at)
{
	const struct word *before = at > 0 ? word_at(reading, at - 1) : NULL;

	return before && before->kind == WORD_NOT;
}

/* "судов двадцать", "тысяч двадцать" */
static bool
is_rough(const struct reading *reading, const struct figure *figure)
{
	const struct word *before = figure->first > 0 ? word_at(reading, figure->first - 1) : NULL;

	if (figure->rough || !before || before->kind != WORD_UNIT)
		return figure->rough;
	return vocabulary_inverts(reading->vocabulary) && !unit_is_currency(before->unit) &&
	       figure->last + 1 == reading->lexemes->len;
}

/* The qualifiers read, as bits.  What stands between two figures is the range's own ("od 10 do
 * 20"). */
static unsigned
read_qualifiers(const struct reading *reading)
{
	const struct figure *first = figure_at(reading, 0);
	const struct figure *last = figure_at(reading, reading->figures->len - 1);
	unsigned found = 0;

	if (is_denied(reading, first->first))
		found |= 1u << DENIED;
	for (guint i = 0; i < reading->lexemes->len; i++) {
		const struct word *word = word_at(reading, i);

		if (!word || word->kind != WORD_QUALIFIER)
			continue;
		if ((word->before && i < first->first) || (word->after && i > last->last))
			found |= 1u << (is_denied(reading, i) ? turned((unsigned)word->qualifier)
							      : (unsigned)word->qualifier);
	}
	if ((found & ~(1u << QUALIFIER_BETWEEN)) == 0 && is_rough(reading, first))
		found |= 1u << QUALIFIER_ABOUT;
	return found;
}

static bool
qualifier_matches(const struct reading *reading, const struct amount *amount, unsigned found)
{
	unsigned wanted = 1u << (unsigned)amount->qualifier;
	const unsigned exact = 1u << QUALIFIER_EXACT, between = 1u << QUALIFIER_BETWEEN;
	const unsigned about = 1u << QUALIFIER_ABOUT, estimated = 1u << QUALIFIER_ESTIMATED;

	/* "estimated at about 500" is an estimate, as of figures that are reckoned with */
	if (found & estimated)
		found &= ~about;
	/* "between" says no more than that there are two sides; "from" before one figure is no
	 * qualifier at all. */
	if (is_range(amount) || reading->figures->len == 1) {
		wanted &= ~between;
		found &= ~between;
	}
	return (wanted & ~exact) == (found & ~exact);
}

/* ---- what was found, for the message ---- */

/* Of several the first in the order of the vocabulary; what says no more than "exact" last. */
static enum qualifier
first_qualifier(unsigned found)
{
	for (unsigned i = 0; i < QUALIFIER_COUNT; i++) {
		if (found & (1u << i) && i != QUALIFIER_EXACT && i != QUALIFIER_BETWEEN)
			return (enum qualifier)i;
	}
	return QUALIFIER_EXACT;
}

/* "2억 8200만" in hundreds of millions: 2.82, without zeros that only come of the scale. */
static struct decimal
scaled_value(const struct figure *figure, const struct amount *datum)
{
	struct decimal value = decimal_scale(figure->value, -(int)datum->scale);

	if (figure->fraction)
		value = decimal_round(value, -2);
	if (figure->fraction && g_strcmp0(datum->unit, "percent") == 0)
		value = decimal_scale(value, 2);

	while (value.mantissa != 0 && value.mantissa % 10 == 0) {
		value.mantissa /= 10;
		value.exponent++;
	}
	return value;
}

/* What was read, in the form in which the language prints the datum; NULL where that cannot be. */
static char *
describe(const struct reading *reading, const struct locale *locale, const struct amount *datum,
	 unsigned qualifiers, const char *unit, enum amount_form form)
{
	guint n = reading->figures->len;
	struct amount read = {.scale = datum->scale,
			      .unit = unit ? unit : datum->unit,
			      .qualifier = first_qualifier(qualifiers)};

	if (n > 2)
		return NULL;
	read.min = scaled_value(figure_at(reading, 0), datum);
	read.max = scaled_value(figure_at(reading, n - 1), datum);
	return locale_amount(locale, &read, form);
}

static enum wording_verdict
judge(const struct reading *reading, const struct amount *amount, enum amount_form form,
      unsigned found, const char **unit)
{
	*unit = NULL;
	if (!values_match(reading, amount))
		return WORDING_VALUE;
	if (form == FORM_NUMBER)
		return WORDING_EQUAL;
	if (unit_differs(reading, amount->unit, unit))
		return WORDING_UNIT;
	*unit = NULL;
	if (form == FORM_BARE || qualifier_matches(reading, amount, found))
		return WORDING_EQUAL;
	return WORDING_QUALIFIER;
}

enum wording_verdict
locale_compare_amount(const struct locale *locale, const char *wording, const struct amount *amount,
		      enum amount_form form, char **found)
{
	struct reading reading = {0};
	enum wording_verdict verdict = WORDING_NO_FIGURE;
	char *text = NULL;

	reading_start(&reading, locale, wording, amount);
	if (reading.figures->len > 0) {
		unsigned qualifiers = read_qualifiers(&reading);
		const char *unit;

		verdict = judge(&reading, amount, form, qualifiers, &unit);
		if (verdict == WORDING_VALUE && !unit_differs(&reading, amount->unit, &unit))
			unit = NULL;
		if (found)
			text = describe(&reading, locale, amount, qualifiers, unit, form);
	}
	/* Where no number follows from the data, any figure says too much. */
	if (amount->qualifier == QUALIFIER_NO_BOUND)
		verdict = reading.figures->len > 0 ? WORDING_QUALIFIER : WORDING_EQUAL;
	reading_end(&reading);
	if (found)
		*found = text;
	return verdict;
}
