/*
 * contradiction: a number that misquotes a fact.
 *
 * All of this must hold, so that a number of something else is left alone:
 * - the paragraph is about the fact's incident: it binds a fact, the date or the title of it, or
 * its words have two words of the incident's title (all, where that has fewer);
 * - a noun or currency stands beside the number, and it is the fact's unit;
 * - the incident has no other fact of the unit, and no fact of the bulletin is that number;
 * - the number is close to the datum, as a slip is: within a tenth of it, or the same digits with
 * another scale word, or three digits and more with one changed or two neighbours exchanged;
 * numbers below ten are never close;
 * - its qualifier does not make it true: "over 250 million" of 281.
 */
#include <string.h>

#include "check/check_private.h"
#include "data/dataset.h"
#include "locale/locale.h"
#include "locale/prose.h"

enum { LETTERS_ALIKE = 5, LETTERS_LEAST = 4, DIGITS_MOST = 20 };

/* ---- what the paragraph is about ---- */

/* The next word of at least LETTERS_LEAST letters; its first letters are what forms of it share. */
static const char *
next_word(const char *text, char *stem, gsize size)
{
	while (*text) {
		gsize letters = 0;
		const char *p = text;

		while (g_unichar_isalpha(g_utf8_get_char(p))) {
			p = g_utf8_next_char(p);
			letters++;
		}
		if (letters >= LETTERS_LEAST) {
			const char *end =
				g_utf8_offset_to_pointer(text, (glong)MIN(letters, LETTERS_ALIKE));

			g_strlcpy(stem, text, MIN(size, (gsize)(end - text) + 1));
			return p;
		}
		text = letters > 0 ? p : g_utf8_next_char(text);
	}
	return NULL;
}

static bool
shares_words(const char *title, const char *text)
{
	g_autofree char *a = g_utf8_strdown(title, -1), *b = g_utf8_strdown(text, -1);
	char stem[8 * LETTERS_ALIKE];
	guint words = 0, found = 0;

	for (const char *p = a; (p = next_word(p, stem, sizeof(stem)));) {
		words++;
		found += strstr(b, stem) != NULL;
	}
	return words > 0 && found >= MIN(words, 2);
}

static bool
binds(const struct block *block, const struct incident *incident, const struct span **bound)
{
	gsize length = strlen(incident->id);

	for (guint i = 0; i < block->n_spans; i++) {
		*bound = block_span(block, i);
		if ((*bound)->kind == SPAN_FACT && (*bound)->path &&
		    strncmp((*bound)->path, incident->id, length) == 0 &&
		    (*bound)->path[length] == '.')
			return true;
	}
	*bound = NULL;
	return false;
}

static bool
is_about(const struct examination *examination, const struct passage_text *passage,
	 const struct incident *incident, const struct span **bound)
{
	const char *title = text_in(incident->title, examination->brief->lang, "", NULL);

	return binds(passage->block, incident, bound) ||
	       (title && shares_words(title, passage->text));
}

/* ---- how close ---- */

/* The digits without the noughts at the end. */
static void
write_digits(struct decimal value, char *digits, gsize size)
{
	gint64 mantissa = ABS(value.mantissa);

	while (mantissa != 0 && mantissa % 10 == 0)
		mantissa /= 10;
	g_snprintf(digits, (gulong)size, "%" G_GINT64_FORMAT, mantissa);
}

/* One digit changed, or two neighbours exchanged. */
static bool
is_slip(const char *a, const char *b)
{
	gsize n = strlen(a), first = n, different = 0;

	if (n < 3 || strlen(b) != n)
		return false;
	for (gsize i = 0; i < n; i++) {
		if (a[i] == b[i])
			continue;
		first = MIN(first, i);
		different++;
	}
	return different == 1 || (different == 2 && first + 1 < n && a[first] == b[first + 1] &&
				  a[first + 1] == b[first]);
}

static bool
is_within_tenth(struct decimal value, struct decimal datum)
{
	struct decimal tenth = decimal_scale(datum, -1), low, high, less = tenth;

	less.mantissa = -less.mantissa;
	return decimal_add(datum, tenth, &high) && decimal_add(datum, less, &low) &&
	       decimal_compare(value, low) >= 0 && decimal_compare(value, high) <= 0;
}

static bool
is_close(struct decimal value, struct decimal datum)
{
	const struct decimal ten = {10, 0};
	char a[DIGITS_MOST + 4], b[DIGITS_MOST + 4];

	if (decimal_compare(value, ten) < 0 || decimal_compare(datum, ten) < 0)
		return false;
	write_digits(value, a, sizeof(a));
	write_digits(datum, b, sizeof(b));
	return is_within_tenth(value, datum) || (strlen(a) >= 2 && strcmp(a, b) == 0) ||
	       is_slip(a, b);
}

/* The power of ten that a round number, "280 million", is rounded to. */
static int
rounded_place(const struct prose_figure *figure)
{
	struct decimal value = figure->value;

	for (; value.mantissa != 0 && value.mantissa % 10 == 0; value.exponent++)
		value.mantissa /= 10;
	return MAX(figure->place, value.exponent);
}

/* Does what is said with the number hold of the datum all the same? */
static bool
holds(const struct prose_figure *figure, struct decimal datum)
{
	const unsigned more = 1u << QUALIFIER_OVER | 1u << QUALIFIER_AT_LEAST;
	const unsigned less = 1u << QUALIFIER_UNDER | 1u << QUALIFIER_UP_TO;
	const unsigned near = 1u << QUALIFIER_ABOUT | 1u << QUALIFIER_ESTIMATED;
	int order = decimal_compare(datum, figure->value);

	if ((figure->qualifiers & more && order >= 0) || (figure->qualifiers & less && order <= 0))
		return true;
	return figure->qualifiers & near &&
	       decimal_compare(decimal_round(datum, rounded_place(figure)), figure->value) == 0;
}

/* ---- which fact ---- */

/* The incident's only quantity of the unit, or NULL. */
static const struct fact *
only_fact(const struct incident *incident, const char *unit)
{
	const struct fact *only = NULL;

	for (guint i = 0; i < incident->facts->len; i++) {
		const struct fact *fact = incident->facts->pdata[i];
		const struct claim *claim = fact->preferred;

		if (claim->kind != CLAIM_QUANTITY || !prose_unit_fits(claim->amount.unit, unit))
			continue;
		if (only || fact->claims->len > 1)
			return NULL;
		only = fact;
	}
	return only;
}

static bool
contradicts(const struct prose_figure *figure, const struct claim *claim)
{
	const struct amount *amount = &claim->amount;
	struct decimal datum = amount_value(amount);

	return claim->kind == CLAIM_QUANTITY && prose_unit_fits(amount->unit, figure->unit) &&
	       decimal_compare(amount->min, amount->max) == 0 &&
	       amount->qualifier != QUALIFIER_NO_BOUND && is_close(figure->value, datum) &&
	       !holds(figure, datum);
}

static void
tell(const struct examination *examination, const struct passage_text *passage, struct prose *prose,
     const struct prose_figure *figure, const struct fact *fact, const struct span *bound)
{
	const struct claim *claim = fact->preferred;
	g_autofree char *printed = locale_amount(examination->locale, &claim->amount, FORM_FULL);
	g_autofree char *wording = NULL;
	struct diag *diag;
	gsize start, end;

	prose_bounds(prose, figure, &start, &end);
	wording = g_strndup(passage->text + start, end - start);
	diag = diag_add(examination->env->diags, DIAG_FACT_CONTRADICTION,
			passage_place(passage, start, end), "“%s” contradicts the fact “%s”",
			wording, fact->path);
	diag_help(diag,
		  "write [](fact:%s), which reads “%s”, or [%s](literal:) if it is something else",
		  fact->path, printed, wording);
	if (bound)
		diag_relate(diag, bound->at, "bound here");
	if (claim->at.file)
		diag_relate(diag, claim->at, "the datum");
}

void
contradiction_check(const struct examination *examination, const struct passage_text *passage,
		    struct prose *prose, const struct prose_figure *figure)
{
	for (guint i = 0; i < examination->facts->len; i++) {
		const struct fact *fact = examination->facts->pdata[i];
		const struct span *bound = NULL;

		/* what is cheap to tell, and nearly always so, comes first */
		if (!fact->incident || !contradicts(figure, fact->preferred) ||
		    only_fact(fact->incident, figure->unit) != fact ||
		    !is_about(examination, passage, fact->incident, &bound))
			continue;
		tell(examination, passage, prose, figure, fact, bound);
		return;
	}
}
