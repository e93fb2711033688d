/* number: numbers as the language writes them, exact decimals throughout. */
#include "locale/locale_private.h"

#include <string.h>
#include "locale/utf16.h"

/* From here on numbers may be written compact ("1 million"). */
static const struct decimal compact_from = {1, 6};
/* A number with more digits than this that means something is written out ("1,234,567"). */
enum { COMPACT_DIGITS = 4 };

/* A number that was written before, and how: a bulletin says few numbers again and again. */
struct written {
	struct decimal digits;
	int power;
	enum number_style style;
	struct number number; /* its category is "" where it was not asked for */
};

/* Tables of ten thousand rows need not be kept. */
enum { WRITTEN_MOST = 1000 };

static guint
hash_written(gconstpointer key)
{
	const struct written *written = key;
	guint64 hash = (guint64)written->digits.mantissa * 31 + (guint64)written->digits.exponent;

	hash = (hash * 31 + (guint64)written->power) * 31 + written->style;
	return (guint)(hash ^ hash >> 32);
}

static gboolean
equal_written(gconstpointer a, gconstpointer b)
{
	const struct written *x = a, *y = b;

	return x->digits.mantissa == y->digits.mantissa &&
	       x->digits.exponent == y->digits.exponent && x->power == y->power &&
	       x->style == y->style;
}

static void
free_written(gpointer data)
{
	struct written *written = data;

	number_clear(&written->number);
	g_free(written);
}

GHashTable *
number_cache_new(void)
{
	return g_hash_table_new_full(hash_written, equal_written, free_written, NULL);
}

/* The formatter of a skeleton, kept. */
static UNumberFormatter *
find_formatter(const struct locale *locale, const char *skeleton)
{
	UErrorCode status = U_ZERO_ERROR;
	UNumberFormatter *formatter = g_hash_table_lookup(locale->cache->formatters, skeleton);
	g_autofree UChar *text = NULL;
	int32_t length;

	if (formatter)
		return formatter;
	text = utf16_new(skeleton, &length);
	formatter = unumf_openForSkeletonAndLocale(text, length, locale->icu, &status);
	g_assert(U_SUCCESS(status));
	g_hash_table_insert(locale->cache->formatters, g_strdup(skeleton), formatter);
	return formatter;
}

/* How many digits the mantissa has. */
static int
count_digits(gint64 mantissa)
{
	int count = 1;

	for (; mantissa >= 10 || mantissa <= -10; mantissa /= 10)
		count++;
	return count;
}

/* Those that are left without the zeros at the end. */
static int
count_significant(gint64 mantissa)
{
	while (mantissa != 0 && mantissa % 10 == 0)
		mantissa /= 10;
	return count_digits(mantissa);
}

static bool
is_compact(struct decimal digits, int power, enum number_style style)
{
	struct decimal value = decimal_scale(digits, power);

	if (value.mantissa < 0)
		value.mantissa = -value.mantissa;
	if (style == NUMBER_PLAIN || decimal_compare(value, compact_from) < 0)
		return false;
	return power >= SCALE_MILLION || count_significant(digits.mantissa) <= COMPACT_DIGITS;
}

/*
 * Each skeleton costs ICU a look at all of the language's numbers, so those that print a number
 * alike are one: only zeros that were written at the end of a fraction have to be asked for.
 */
static char *
skeleton_of(const struct locale *locale, struct decimal digits, int power, enum number_style style)
{
	const char *prose = locale_find(locale, "meta.compact");
	bool shorter = style == NUMBER_SHORT || (prose && strcmp(prose, "short") == 0);
	bool compact = is_compact(digits, power, style);
	int fraction = compact ? -digits.exponent : -(digits.exponent + power);
	bool zeros = fraction > 0 && digits.mantissa % 10 == 0;
	GString *skeleton = g_string_new(NULL);

	if (compact)
		g_string_append(skeleton, shorter ? "compact-short " : "compact-long ");
	if (!zeros) {
		g_string_append(skeleton, "precision-unlimited");
	} else if (compact) {
		for (int i = count_digits(digits.mantissa); i > 0; i--)
			g_string_append_c(skeleton, '@');
		g_string_append_c(skeleton, '+');
	} else {
		g_string_append_c(skeleton, '.');
		for (int i = fraction; i > 0; i--)
			g_string_append_c(skeleton, '0');
	}
	return g_string_free(skeleton, FALSE);
}

static char *
text_of(const UFormattedNumber *number)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[128];
	int32_t length = unumf_resultToString(number, text, G_N_ELEMENTS(text), &status);

	g_assert(U_SUCCESS(status));
	return utf8_new(text, length);
}

static void
select_category(const struct locale *locale, char category[12])
{
	struct locale_cache *cache = locale->cache;
	UErrorCode status = U_ZERO_ERROR;
	UChar keyword[12];
	int32_t length;

	if (!cache->plurals)
		cache->plurals = uplrules_open(locale->icu, &status);
	length = uplrules_selectFormatted(cache->plurals, cache->number, keyword,
					  G_N_ELEMENTS(keyword), &status);
	g_assert(U_SUCCESS(status) && length < 12);
	for (int32_t i = 0; i < length; i++)
		category[i] = (char)keyword[i];
	category[length] = '\0';
}

/* ICU reads a text of digits with more ado than a number. */
static void
format_value(const UNumberFormatter *formatter, struct decimal value, UFormattedNumber *out)
{
	UErrorCode status = U_ZERO_ERROR;
	g_autofree char *plain = NULL;

	if (value.exponent == 0) {
		unumf_formatInt(formatter, value.mantissa, out, &status);
	} else {
		plain = decimal_to_text(value);
		unumf_formatDecimal(formatter, plain, -1, out, &status);
	}
	g_assert(U_SUCCESS(status));
}

static void
write_number(const struct locale *locale, const struct written *key, bool counted,
	     struct number *out)
{
	struct locale_cache *cache = locale->cache;
	UErrorCode status = U_ZERO_ERROR;
	g_autofree char *skeleton = skeleton_of(locale, key->digits, key->power, key->style);

	if (!cache->number)
		cache->number = unumf_openResult(&status);
	format_value(find_formatter(locale, skeleton), decimal_scale(key->digits, key->power),
		     cache->number);
	out->text = text_of(cache->number);
	out->category[0] = '\0';
	if (counted)
		select_category(locale, out->category);
}

/* Like number_format; of what is not counted without its category. */
static void
find_number(const struct locale *locale, struct written key, bool counted, struct number *out)
{
	GHashTable *numbers = locale->cache->numbers;
	const struct written *found = g_hash_table_lookup(numbers, &key);

	if (found && (found->number.category[0] || !counted)) {
		*out = found->number;
		out->text = g_strdup(out->text);
		return;
	}
	write_number(locale, &key, counted, out);
	if (g_hash_table_size(numbers) >= WRITTEN_MOST)
		return;
	key.number = *out;
	key.number.text = g_strdup(out->text);
	g_hash_table_add(numbers, g_memdup2(&key, sizeof(key)));
}

void
number_format(const struct locale *locale, struct decimal digits, int power,
	      enum number_style style, struct number *out)
{
	find_number(locale, (struct written){digits, power, style, {0}}, true, out);
}

void
number_clear(struct number *number)
{
	g_clear_pointer(&number->text, g_free);
}

char *
locale_integer(const struct locale *locale, gint64 number)
{
	return locale_decimal(locale, (struct decimal){number, 0});
}

char *
locale_decimal(const struct locale *locale, struct decimal number)
{
	struct number out;

	find_number(locale, (struct written){number, 0, NUMBER_PLAIN, {0}}, false, &out);
	return out.text;
}

char *
locale_compact(const struct locale *locale, struct decimal value)
{
	struct number out;

	find_number(locale, (struct written){value, 0, NUMBER_SHORT, {0}}, false, &out);
	return out.text;
}

static char *
roman(int number)
{
	static const struct {
		int value;
		const char *letters;
	} steps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
		     {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},	{9, "IX"},
		     {5, "V"},	  {4, "IV"},   {1, "I"}};
	GString *out = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
		for (; number >= steps[i].value; number -= steps[i].value)
			g_string_append(out, steps[i].letters);
	return g_string_free(out, FALSE);
}

char *
locale_section_number(const struct locale *locale, int number)
{
	const char *numbering = locale_find(locale, "meta.section-numbering");

	if (numbering && strcmp(numbering, "roman") == 0 && number > 0 && number < 4000)
		return roman(number);
	return locale_integer(locale, number);
}
