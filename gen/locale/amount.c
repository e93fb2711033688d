/* amount: quantities with unit and qualifier, in the grammar of the language. */
#include "locale/locale_private.h"

#include <string.h>
#include <unicode/ucurr.h>
#include "locale/utf16.h"

/* What decides the wording of one amount. */
struct phrase {
	const struct locale *locale;
	const char
		*grammar; /* the case its qualifier asks for: "gen", "acc", "dat"; NULL for none */
	bool brief;	  /* the short labels */
};

static bool
shifts(const struct phrase *phrase)
{
	const char *how = locale_find(phrase->locale, "meta.genitive");

	return phrase->grammar && strcmp(phrase->grammar, "gen") == 0 && how &&
	       strcmp(how, "shift") == 0;
}

/*
 * Where the forms of a plural pattern are genitives but for the first ones (ru, pl, uk: "1 судно, 3
 * судна, 5 суден, 1,5 судна"), the genitive is the pattern's own with other categories: "21 судна",
 * "3 суден".
 */
static const char *
shift_category(const char *category)
{
	if (strcmp(category, "one") == 0)
		return "other";
	return strcmp(category, "few") == 0 ? "many" : category;
}

/* The key to use for base: its short form, its form for the case, or base itself. The caller frees.
 */
static char *
variant_key(const struct phrase *phrase, const char *base)
{
	g_autofree char *brief = g_strconcat(base, ".short", NULL);
	g_autofree char *of_case = NULL;

	if (phrase->brief && locale_has(phrase->locale, brief))
		return g_steal_pointer(&brief);
	if (phrase->grammar) {
		of_case = g_strconcat(base, ".", phrase->grammar, NULL);
		if (locale_has(phrase->locale, of_case))
			return g_steal_pointer(&of_case);
	}
	return g_strdup(base);
}

/* ICU's name of a currency that has no label, in the plural category; or its code. */
static char *
currency_name(const struct locale *locale, const char *code, const char *category)
{
	UErrorCode status = U_ZERO_ERROR;
	g_autofree UChar *wide = utf16_new(code, NULL);
	int32_t length = 0;
	const UChar *name =
		ucurr_getPluralName(wide, locale->icu, NULL, category, &length, &status);

	return U_SUCCESS(status) && name ? utf8_new(name, length) : g_strdup(code);
}

static char *
with_simple_unit(const struct phrase *phrase, const char *unit, const char *number,
		 const char *category)
{
	g_autofree char *lower = g_ascii_strdown(unit, -1);
	bool currency = unit_is_currency(unit);
	g_autofree char *own = g_strconcat(currency ? "money." : "n.", lower, NULL);
	g_autofree char *key = NULL, *name = NULL;
	const char *args[3] = {category, number, ""};

	if (locale_has(phrase->locale, own))
		key = variant_key(phrase, own);
	else if (currency && locale_has(phrase->locale, "money.generic"))
		key = variant_key(phrase, "money.generic");
	else
		return g_strconcat(number, "\u00a0", unit, NULL);
	if (shifts(phrase))
		args[0] = shift_category(category);
	/* ICU looks long for the name of a currency, and mostly the pattern says the unit itself */
	if (strchr(locale_find(phrase->locale, key), '2')) {
		name = phrase->brief ? g_strdup(unit)
				     : currency_name(phrase->locale, unit, args[0]);
		args[2] = name;
	}
	return message_format(phrase->locale, key, 3, args);
}

/* "{0} per tonne" around what is measured. */
static char *
wrap_per(const struct locale *locale, const char *inner, const char *per)
{
	g_autofree char *lower = g_ascii_strdown(per, -1);
	g_autofree char *key = g_strconcat("per.", lower, NULL);
	g_autofree char *unit = NULL;
	const char *args[2] = {inner, NULL};

	if (locale_has(locale, key))
		return message_format(locale, key, 1, args);
	unit = locale_unit(locale, per);
	args[1] = unit;
	return locale_label(locale, "per.generic", 2, args);
}

static char *
with_unit(const struct phrase *phrase, const char *unit, const char *number, const char *category)
{
	const char *slash = unit ? strchr(unit, '/') : NULL;
	g_autofree char *of = NULL, *inner = NULL;

	if (!unit)
		return g_strdup(number);
	if (!slash)
		return with_simple_unit(phrase, unit, number, category);
	of = g_strndup(unit, (gsize)(slash - unit));
	inner = with_simple_unit(phrase, of, number, category);
	return wrap_per(phrase->locale, inner, slash + 1);
}

static void
format_side(const struct phrase *phrase, const struct amount *amount, struct decimal side,
	    struct number *out)
{
	number_format(phrase->locale, side, (int)amount->scale,
		      phrase->brief ? NUMBER_SHORT : NUMBER_PROSE, out);
}

static bool
is_range(const struct amount *amount)
{
	return decimal_compare(amount->min, amount->max) != 0;
}

/* Drop from first the scale word that second repeats at its end: "10" and "20 million". */
static void
drop_common_tail(char *first, const char *second)
{
	gsize one = strlen(first), other = strlen(second);

	while (one > 0 && other > 0 && first[one - 1] == second[other - 1]) {
		if (g_ascii_isdigit(first[one - 1]))
			break;
		one--;
		other--;
	}
	if (one > 0 && other > 0 && g_ascii_isdigit(first[one - 1]) &&
	    g_ascii_isdigit(second[other - 1]))
		first[one] = '\0';
}

/*
 * Both sides under the pattern of key.  The unit stands once, after the second, unless the language
 * writes it before the number ("between $10 million and $20 million").
 */
static char *
range_text(const struct phrase *phrase, const struct amount *amount, const char *key,
	   bool with_units)
{
	g_auto(LocaleNumber) min = {0}, max = {0};
	g_autofree char *first = NULL, *second = NULL;
	const char *args[2];

	format_side(phrase, amount, amount->min, &min);
	format_side(phrase, amount, amount->max, &max);
	/* "1000至2000万" would read as from a thousand: there both sides say their scale. */
	if (strcmp(key, "val.range") == 0 && !locale_has(phrase->locale, "meta.range-scale"))
		drop_common_tail(min.text, max.text);
	second = with_unit(phrase, with_units ? amount->unit : NULL, max.text, max.category);
	if (g_str_has_prefix(second, max.text))
		first = g_strdup(min.text);
	else
		first = with_unit(phrase, amount->unit, min.text, min.category);
	args[0] = first;
	args[1] = second;
	return locale_label(phrase->locale, key, 2, args);
}

static char *
single_text(const struct phrase *phrase, const struct amount *amount, bool with_units)
{
	g_auto(LocaleNumber) number = {0};

	format_side(phrase, amount, amount->min, &number);
	return with_unit(phrase, with_units ? amount->unit : NULL, number.text, number.category);
}

/* The key of the qualifier's pattern, or NULL where it prints nothing. The caller frees. */
static char *
qualifier_key(const struct phrase *phrase, enum qualifier qualifier)
{
	g_autofree char *base = NULL, *key = NULL;

	if (qualifier == QUALIFIER_EXACT || qualifier == QUALIFIER_BETWEEN)
		return NULL;
	base = g_strconcat("qual.", qualifier_name(qualifier), NULL);
	key = variant_key(phrase, base);
	return locale_has(phrase->locale, key) ? g_steal_pointer(&key) : NULL;
}

static const char *
case_after(const struct locale *locale, enum qualifier qualifier)
{
	g_autofree char *key = g_strconcat("meta.case.", qualifier_name(qualifier), NULL);

	return locale_find(locale, key);
}

static char *
qualified_text(struct phrase *phrase, const struct amount *amount)
{
	g_autofree char *key = qualifier_key(phrase, amount->qualifier);
	bool between = is_range(amount) && !key && !phrase->brief;
	g_autofree char *value = NULL;
	const char *args[1];

	if (between || key)
		phrase->grammar =
			case_after(phrase->locale, between ? QUALIFIER_BETWEEN : amount->qualifier);
	if (between)
		return range_text(phrase, amount, "qual.between", true);
	value = is_range(amount) ? range_text(phrase, amount, "val.range", true)
				 : single_text(phrase, amount, true);
	if (!key)
		return g_steal_pointer(&value);
	args[0] = value;
	return message_format(phrase->locale, key, 1, args);
}

char *
locale_amount(const struct locale *locale, const struct amount *amount, enum amount_form form)
{
	struct phrase phrase = {.locale = locale, .brief = form == FORM_SHORT};

	if (amount->qualifier == QUALIFIER_NO_BOUND)
		return locale_label(locale, "qual.no-bound", 0, NULL);
	switch (form) {
	case FORM_FULL:
	case FORM_SHORT:
		return qualified_text(&phrase, amount);
	case FORM_BARE:
	case FORM_NUMBER:
		if (is_range(amount))
			return range_text(&phrase, amount, "val.range", form == FORM_BARE);
		return single_text(&phrase, amount, form == FORM_BARE);
	}
	g_assert_not_reached();
}

/* ICU's name of a currency by itself. */
static char *
currency_title(const struct locale *locale, const char *code)
{
	UErrorCode status = U_ZERO_ERROR;
	g_autofree UChar *wide = utf16_new(code, NULL);
	int32_t length = 0;
	const UChar *name =
		ucurr_getName(wide, locale->icu, UCURR_LONG_NAME, NULL, &length, &status);

	return U_SUCCESS(status) && name ? utf8_new(name, length) : g_strdup(code);
}

char *
locale_unit(const struct locale *locale, const char *unit)
{
	const char *slash = strchr(unit, '/');
	g_autofree char *of = g_strndup(unit, slash ? (gsize)(slash - unit) : strlen(unit));
	g_autofree char *lower = g_ascii_strdown(of, -1);
	g_autofree char *key = g_strconcat("unit.", lower, NULL);
	g_autofree char *name = NULL;

	if (locale_has(locale, key))
		name = g_strdup(locale_find(locale, key));
	else if (unit_is_currency(of))
		name = currency_title(locale, of);
	else
		name = g_steal_pointer(&of);
	return slash ? wrap_per(locale, name, slash + 1) : g_steal_pointer(&name);
}
