/*
 * unbound: a number in the prose that equals a fact of the bulletin and is not bound to it.
 *
 * A number equals a fact when the datum, rounded to the digits that are written, is that number,
 * and the noun beside it is the fact's.  Without a noun it must be one that hardly occurs by
 * chance: three digits that are not noughts, or two before a scale word.  Dates are not warned
 * about: a bulletin says its months again and again.  Number words up to two
 * ("both vessels") say no figure.  In quotations, and in block quotations, others speak.
 */
#include <string.h>

#include "check/check_private.h"
#include "data/dataset.h"
#include "locale/locale.h"
#include "locale/prose.h"

struct match {
	const struct fact *fact;
	const struct claim *claim;
	bool range; /* the figure and the next are the two sides */
};

static bool
is_range(const struct amount *amount)
{
	return decimal_compare(amount->min, amount->max) != 0;
}

/* May a number be told from any other by itself? */
static bool
is_telling(const struct prose_figure *figure)
{
	const struct decimal two = {2, 0};

	if (figure->words && decimal_compare(figure->value, two) <= 0)
		return false;
	return figure->unit || figure->digits >= 3 || (figure->scaled && figure->digits >= 2);
}

/* As many digits as the datum has, or two, so that "0.3 billion" is not taken for any of 250 to 349
 * million. */
static bool
is_precise(const struct prose_figure *figure, struct decimal datum)
{
	int digits = 0;

	for (gint64 m = datum.mantissa; m != 0 && m % 10 == 0; m /= 10)
		datum.mantissa = m / 10;
	for (gint64 m = datum.mantissa; m != 0; m /= 10)
		digits++;
	return figure->digits >= MIN(digits, 2);
}

static bool
equals(const struct prose_figure *figure, struct decimal datum, const struct amount *amount)
{
	return (!figure->unit || (amount->unit && prose_unit_fits(amount->unit, figure->unit))) &&
	       is_precise(figure, datum) && prose_is_value(figure, datum, amount->scale);
}

static bool
claim_matches(const struct claim *claim, const struct prose_figure *figure,
	      const struct prose_figure *next, struct match *match)
{
	const struct amount *amount = &claim->amount;
	struct prose_figure first = *figure;

	if (claim->kind != CLAIM_QUANTITY || amount->qualifier == QUALIFIER_NO_BOUND)
		return false;
	match->range = is_range(amount);
	if (!match->range)
		return equals(figure, amount->min, amount);
	/* "2.5 to 3 million dollars": what the first side leaves out the second says */
	if (!next || !equals(next, amount->max, amount))
		return false;
	if (!first.unit)
		first.unit = next->unit;
	if (equals(&first, amount->min, amount))
		return true;
	first.value = decimal_scale(first.value, (int)amount->scale);
	first.place += (int)amount->scale;
	return !figure->scaled && next->scaled && equals(&first, amount->min, amount);
}

static bool
fact_matches(const struct fact *fact, const struct prose_figure *figure,
	     const struct prose_figure *next, struct match *match)
{
	match->fact = fact;
	for (guint i = 0; i < fact->claims->len; i++) {
		match->claim = fact->claims->pdata[i];
		if (claim_matches(match->claim, figure, next, match))
			return true;
	}
	return false;
}

/* Does the block name the fact's incident by a link? */
static bool
is_at_hand(const struct block *block, const struct fact *fact)
{
	gsize length = fact->incident ? strlen(fact->incident->id) : 0;

	for (guint i = 0; i < block->n_spans; i++) {
		const struct span *span = block_span(block, i);

		if (span->kind != SPAN_FACT || !span->path)
			continue;
		if (strcmp(span->path, fact->path) == 0 ||
		    (length > 0 && strncmp(span->path, fact->incident->id, length) == 0 &&
		     span->path[length] == '.'))
			return true;
	}
	return false;
}

/* Of all facts that match, the one whose incident the block is about, else the first. */
static bool
find_match(const struct examination *examination, const struct block *block,
	   const struct prose_figure *figure, const struct prose_figure *next, struct match *match)
{
	bool found = false;

	for (guint i = 0; i < examination->facts->len; i++) {
		struct match one = {0};

		if (!fact_matches(examination->facts->pdata[i], figure, next, &one))
			continue;
		if (!found || is_at_hand(block, one.fact))
			*match = one;
		if (is_at_hand(block, one.fact))
			return true;
		found = true;
	}
	return found;
}

/* The destination under which the wording holds, "theft.stolen?form=bare"; NULL where it holds
 * under none. */
static char *
destination_of(const struct examination *examination, const struct match *match,
	       const char *wording)
{
	static const char *const forms[] = {
		[FORM_FULL] = NULL, [FORM_BARE] = "bare", [FORM_NUMBER] = "number"};

	for (int form = FORM_FULL; form <= FORM_NUMBER; form++) {
		GString *path;

		if (locale_compare_amount(examination->locale, wording, &match->claim->amount,
					  (enum amount_form)form, NULL) != WORDING_EQUAL)
			continue;
		path = g_string_new(match->fact->path);
		if (match->claim != match->fact->preferred && match->claim->id)
			g_string_append_printf(path, "?claim=%s", match->claim->id);
		if (forms[form])
			g_string_append_printf(path, "%cform=%s",
					       strchr(path->str, '?') ? '&' : '?', forms[form]);
		return g_string_free(path, FALSE);
	}
	return NULL;
}

static void
tell(const struct examination *examination, const struct passage_text *passage,
     const struct match *match, gsize start, gsize end)
{
	g_autofree char *wording = g_strndup(passage->text + start, end - start);
	g_autofree char *path = destination_of(examination, match, wording);
	struct loc at = passage_place(passage, start, end);
	struct diag *diag;

	if (!path)
		return;
	diag = diag_add(examination->env->diags, DIAG_FACT_UNBOUND, at,
			"“%s” is the fact “%s”, and is not bound to it", wording,
			match->fact->path);
	diag_help(diag, "write [%s](fact:%s), or [%s](literal:) if it is something else", wording,
		  path, wording);
	if (match->claim->at.file)
		diag_relate(diag, match->claim->at, "the datum");
	headline_judge(examination, passage, start, match->fact, match->claim, at);
}

/* Returns how many figures were dealt with. */
static guint
check_figure(const struct examination *examination, const struct passage_text *passage,
	     struct prose *prose, guint at)
{
	const struct prose_figure *figure = prose_figure(prose, at);
	const struct prose_figure *next = NULL;
	struct match match = {0};
	struct prose_figure whole = *figure;
	gsize start, end;

	if (at + 1 < prose->figures->len)
		next = prose_figure(prose, at + 1);
	if (!is_telling(figure) && !(next && is_telling(next)))
		return 1;
	if (!find_match(examination, passage->block, figure, next, &match)) {
		if (!figure->unit)
			return 1;
		contradiction_check(examination, passage, prose, figure);
		return 1;
	}
	if (!match.range && !is_telling(figure))
		return 1;
	if (match.range)
		whole.start = figure->range_start, whole.end = next->end;
	prose_bounds(prose, &whole, &start, &end);
	tell(examination, passage, &match, start, end);
	return match.range ? 2 : 1;
}

static bool
is_read(const struct block *block)
{
	return block->kind != BLOCK_QUOTATION && block->n_spans > 0;
}

static void
check_block(const struct examination *examination, const struct block *block)
{
	struct passage_text passage;
	g_autoptr(Prose) prose = NULL;

	passage_start(&passage, block);
	prose = prose_read(examination->locale, passage.text);
	for (guint i = 0; i < prose->figures->len;)
		i += check_figure(examination, &passage, prose, i);
	passage_end(&passage);
}

void
prose_check(const struct examination *examination)
{
	const GPtrArray *blocks = examination->brief->outline->blocks;

	for (guint i = 0; i < blocks->len; i++) {
		const struct block *block = g_ptr_array_index(blocks, i);

		if (is_read(block) && examination->facts->len > 0)
			check_block(examination, block);
		headline_check(examination, block);
	}
}
