/* fact_print: what a fact: link means, as text of a language and as attributes of b:fact. */
#include "bulletin/fact_print.h"

#include "bulletin/assembly.h"
#include "data/dataset.h"
#include "locale/locale.h"

struct loc
meant_loc(const struct meant *meant)
{
	if (meant->sort == MEANT_CLAIM)
		return meant->claim->value_at.file ? meant->claim->value_at : meant->claim->at;
	if (meant->sort == MEANT_DATE && meant->incident->has_date)
		return meant->incident->date_at;
	return meant->incident->at;
}

/* The words that stand for the datum as they are, or NULL where it is formatted. */
static const struct text *
own_words(const struct meant *meant)
{
	switch (meant->sort) {
	case MEANT_TITLE:
		return meant->incident->title;
	case MEANT_DATE:
		return meant->incident->date_text;
	default:
		return meant->claim->kind == CLAIM_TEXT ? meant->claim->text : NULL;
	}
}

static char *
formatted(const struct meant *meant, const struct locale *locale)
{
	if (meant->sort == MEANT_DATE)
		return meant->incident->has_date ? locale_date(locale, &meant->incident->date)
						 : g_strdup(locale_find(locale, "cite.undated"));
	if (meant->sort == MEANT_TITLE)
		return g_strdup(meant->incident->id);
	if (meant->claim->kind == CLAIM_DATE)
		return locale_date(locale, &meant->claim->date);
	return locale_amount(locale, &meant->claim->amount, meant->form);
}

char *
meant_text(struct assembly *a, const struct meant *meant, const struct locale *locale)
{
	const char *foreign = NULL;
	const struct text *words = own_words(meant);

	if (words)
		return g_strdup(text_here(a, words, &foreign));
	return formatted(meant, locale);
}

void
meant_print(struct assembly *a, const struct meant *meant, const struct locale *locale,
	    xmlNode *into)
{
	const struct text *words = own_words(meant);
	g_autofree char *text = NULL;

	if (words) {
		text_add(a, words, into);
		return;
	}
	text = formatted(meant, locale);
	tree_add_run(into, text);
}

void
meant_show(struct assembly *a, const struct meant *meant, xmlNode *into)
{
	const struct text *words = own_words(meant);
	g_autofree char *text = words ? NULL : formatted(meant, a->env->locale);

	if (words)
		page_text(a, words, into);
	else
		page_run(a, into, text, NULL);
}

static void
set_decimal(xmlNode *node, const char *name, struct decimal value, enum amount_scale scale)
{
	g_autofree char *text = decimal_to_text(decimal_scale(value, (int)scale));

	tree_set(node, name, text);
}

static void
set_amount(xmlNode *node, const struct amount *amount)
{
	bool bound = amount->qualifier != QUALIFIER_NO_BOUND;

	if (bound && decimal_compare(amount->min, amount->max) == 0) {
		set_decimal(node, "value", amount->min, amount->scale);
	} else if (bound) {
		set_decimal(node, "min", amount->min, amount->scale);
		set_decimal(node, "max", amount->max, amount->scale);
	}
	tree_set(node, "unit", amount->unit);
	tree_set(node, "qualifier", qualifier_name(amount->qualifier));
}

static void
set_date(xmlNode *node, const struct edtf *date)
{
	g_autofree char *iso = edtf_to_text(date);

	tree_set(node, "iso", iso);
}

/* What the checks do not ask for: how the datum is written. */
static void
describe_claim(const struct claim *claim, xmlNode *node)
{
	static const char *const kinds[] = {
		[CLAIM_QUANTITY] = "amount", [CLAIM_DATE] = "date", [CLAIM_TEXT] = "text"};

	tree_set(node, "kind", kinds[claim->kind]);
	if (claim->kind == CLAIM_QUANTITY)
		set_amount(node, &claim->amount);
	else if (claim->kind == CLAIM_DATE)
		set_date(node, &claim->date);
	if (claim->hedge != HEDGE_NONE)
		tree_set(node, "hedge", hedge_name(claim->hedge));
}

static void
describe_incident(const struct meant *meant, xmlNode *node)
{
	tree_set(node, "kind", meant->sort == MEANT_DATE ? "date" : "text");
	if (meant->sort == MEANT_DATE && meant->incident->has_date)
		set_date(node, &meant->incident->date);
}

void
meant_describe_claim(const struct assembly *a, const struct meant *meant, const char *wanted,
		     xmlNode *node)
{
	if (page_wanted(a))
		describe_claim(meant->claim, node);
	tree_set(node, "claim", wanted);
}

void
meant_describe(const struct assembly *a, const struct meant *meant, const char *path, xmlNode *raw)
{
	g_autofree char *wanted = g_strdup(tree_find(raw, "claim"));

	raw_become(raw, TREE_B, "fact");
	tree_set(raw, "ref", path);
	if (meant->sort == MEANT_CLAIM)
		meant_describe_claim(a, meant, wanted, raw);
	else if (page_wanted(a))
		describe_incident(meant, raw);
}
