/* decimal: exact decimal numbers as they are written in data. */
#include "base/decimal.h"

#include <string.h>

#define DIGITS 18

/* Wide enough for 10^18 × 10^19, so that aligning two exponents never loses a digit. */
__extension__ typedef __int128 wide;

static const gint64 powers[DIGITS + 1] = {
	1LL, 10LL, 100LL, 1000LL, 10000LL, 100000LL, 1000000LL, 10000000LL, 100000000LL,
	1000000000LL, 10000000000LL, 100000000000LL, 1000000000000LL, 10000000000000LL,
	100000000000000LL, 1000000000000000LL, 10000000000000000LL, 100000000000000000LL,
	1000000000000000000LL,
};

/* Reads digits onto *mantissa; how many, or -1 when the number has more than DIGITS of them. */
static int
read_digits(const char **text, gint64 *mantissa)
{
	int count = 0;

	for (; g_ascii_isdigit(**text); (*text)++, count++) {
		if (*mantissa >= powers[DIGITS - 1])
			return -1;
		*mantissa = *mantissa * 10 + (**text - '0');
	}
	return count;
}

bool
decimal_parse(const char *text, struct decimal *out)
{
	bool negative = *text == '-';
	gint64 mantissa = 0;
	int fraction = 0;

	if (*text == '-' || *text == '+')
		text++;
	if (read_digits(&text, &mantissa) <= 0)
		return false;
	if (*text == '.') {
		text++;
		fraction = read_digits(&text, &mantissa);
		if (fraction <= 0 || fraction > DIGITS)
			return false;
	}
	if (*text != '\0')
		return false;
	out->mantissa = negative ? -mantissa : mantissa;
	out->exponent = -fraction;
	return true;
}

char *
decimal_to_text(struct decimal value)
{
	g_autoptr(GString) text = g_string_new(NULL);
	gint64 magnitude = value.mantissa < 0 ? -value.mantissa : value.mantissa;

	g_string_printf(text, "%" G_GINT64_FORMAT, magnitude);
	for (int i = 0; i < value.exponent && magnitude != 0; i++)
		g_string_append_c(text, '0');
	if (value.exponent < 0) {
		gsize fraction = (gsize)-value.exponent;

		while (text->len <= fraction)
			g_string_prepend_c(text, '0');
		g_string_insert_c(text, (gssize)(text->len - fraction), '.');
	}
	if (value.mantissa < 0)
		g_string_prepend_c(text, '-');
	return g_string_free(g_steal_pointer(&text), FALSE);
}

/* mantissa × 10^power for a power up to DIGITS + 1. */
static wide
widen(gint64 mantissa, int power)
{
	wide value = mantissa;

	for (; power > DIGITS; power--)
		value *= 10;
	return value * powers[power];
}

int
decimal_compare(struct decimal a, struct decimal b)
{
	int shift = a.exponent - b.exponent;
	wide x, y;

	if (a.mantissa == 0 || b.mantissa == 0)
		return (a.mantissa > b.mantissa) - (a.mantissa < b.mantissa);
	/* Further apart than any mantissa is long: the one with the greater exponent is greater in size. */
	if (shift > DIGITS + 1)
		return a.mantissa > 0 ? 1 : -1;
	if (shift < -(DIGITS + 1))
		return b.mantissa > 0 ? -1 : 1;
	x = widen(a.mantissa, shift > 0 ? shift : 0);
	y = widen(b.mantissa, shift < 0 ? -shift : 0);
	return (x > y) - (x < y);
}

struct decimal
decimal_scale(struct decimal value, int power)
{
	value.exponent += power;
	return value;
}

bool
decimal_add(struct decimal a, struct decimal b, struct decimal *out)
{
	int exponent = MIN(a.exponent, b.exponent);
	wide sum;

	if (a.exponent - exponent > DIGITS || b.exponent - exponent > DIGITS)
		return false;
	sum = widen(a.mantissa, a.exponent - exponent) + widen(b.mantissa, b.exponent - exponent);
	if (sum >= powers[DIGITS] || sum <= -powers[DIGITS])
		return false;
	out->mantissa = (gint64)sum;
	out->exponent = exponent;
	return true;
}

struct decimal
decimal_round(struct decimal value, int place)
{
	int drop = place - value.exponent;
	gint64 divisor, rest;
	wide grown;

	if (drop <= 0) {
		if (-drop > DIGITS)
			return value;
		grown = widen(value.mantissa, -drop);
		/* Already a multiple of 10^place; where its zeros do not fit it stays as it is. */
		if (grown >= powers[DIGITS] || grown <= -powers[DIGITS])
			return value;
		return (struct decimal){(gint64)grown, place};
	}
	if (drop > DIGITS)
		return (struct decimal){0, place};
	divisor = powers[drop];
	rest = value.mantissa % divisor;
	value.mantissa /= divisor;
	if (rest >= divisor - rest)
		value.mantissa++;
	else if (-rest >= divisor + rest)
		value.mantissa--;
	value.exponent = place;
	return value;
}

double
decimal_to_double(struct decimal value)
{
	g_autofree char *text = decimal_to_text(value);

	return g_ascii_strtod(text, NULL);
}
