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

/* Puts count times c at p; returns what is behind them. */
static char *
fill(char *p, char c, gsize count)
{
	memset(p, c, count);
	return p + count;
}

char *
decimal_to_text(struct decimal value)
{
	char digits[DIGITS + 4], *first = digits + sizeof(digits), *text, *p;
	guint64 rest = value.mantissa < 0 ? 0 - (guint64)value.mantissa : (guint64)value.mantissa;
	gsize noughts = value.exponent > 0 && rest > 0 ? (gsize)value.exponent : 0;
	gsize fraction = value.exponent < 0 ? (gsize)-value.exponent : 0;
	gsize n, whole;

	do
		*--first = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	n = (gsize)(digits + sizeof(digits) - first);
	whole = n > fraction ? n - fraction : 0;
	text = p = g_malloc(n + noughts + fraction + sizeof("-0."));
	if (value.mantissa < 0)
		*p++ = '-';
	p = whole > 0 ? mempcpy(p, first, whole) : fill(p, '0', 1);
	p = fill(p, '0', noughts);
	if (fraction > 0) {
		*p++ = '.';
		p = fill(p, '0', fraction - (n - whole));
		p = mempcpy(p, first + whole, n - whole);
	}
	*p = '\0';
	return text;
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
