/* rational: exact fractions over 128-bit integers. */
#include "base/rational.h"

enum { SIGNIFICANT = 18, LONGEST = 37 };

static rational_integer
magnitude(rational_integer number)
{
	return number < 0 ? -number : number;
}

/* 10^power; power is 0 to LONGEST. */
static rational_integer
power_of_ten(int power)
{
	rational_integer value = 1;

	while (power-- > 0)
		value *= 10;
	return value;
}

/*
 * Checked by division: the compilers' overflow builtins call a routine for 128 bits that libgcc
 * does not have and clang expects.
 */
static bool
multiply(rational_integer a, rational_integer b, rational_integer *out)
{
	if (a != 0 && magnitude(b) >= power_of_ten(LONGEST) / magnitude(a))
		return false;
	*out = a * b;
	return true;
}

static rational_integer
greatest_divisor(rational_integer a, rational_integer b)
{
	a = magnitude(a);
	while (b != 0) {
		rational_integer rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

static struct rational
reduced(rational_integer numerator, rational_integer denominator)
{
	rational_integer divisor = greatest_divisor(numerator, denominator);

	return (struct rational){numerator / divisor, denominator / divisor};
}

struct rational
rational_of_integer(gint64 number)
{
	return (struct rational){number, 1};
}

bool
rational_of_decimal(struct decimal value, struct rational *out)
{
	rational_integer numerator;

	if (value.mantissa == 0) {
		*out = rational_of_integer(0);
		return true;
	}
	if (value.exponent >= LONGEST || value.exponent <= -LONGEST)
		return false;
	if (value.exponent <= 0) {
		*out = reduced(value.mantissa, power_of_ten(-value.exponent));
		return true;
	}
	if (!multiply(value.mantissa, power_of_ten(value.exponent), &numerator))
		return false;
	*out = (struct rational){numerator, 1};
	return true;
}

bool
rational_add(struct rational a, struct rational b, struct rational *out)
{
	rational_integer divisor = greatest_divisor(a.denominator, b.denominator);
	rational_integer x, y, denominator;

	if (!multiply(a.numerator, b.denominator / divisor, &x) ||
	    !multiply(b.numerator, a.denominator / divisor, &y) ||
	    !multiply(a.denominator, b.denominator / divisor, &denominator))
		return false;
	/* Twice 10^37 still fits the type, but not the next product. */
	if (magnitude(x + y) >= power_of_ten(LONGEST))
		return false;
	*out = reduced(x + y, denominator);
	return true;
}

bool
rational_subtract(struct rational a, struct rational b, struct rational *out)
{
	b.numerator = -b.numerator;
	return rational_add(a, b, out);
}

bool
rational_multiply(struct rational a, struct rational b, struct rational *out)
{
	/* Crosswise first, so that only what cannot be cancelled can overflow. */
	struct rational left = reduced(a.numerator, b.denominator);
	struct rational right = reduced(b.numerator, a.denominator);
	struct rational product;

	if (!multiply(left.numerator, right.numerator, &product.numerator) ||
	    !multiply(left.denominator, right.denominator, &product.denominator))
		return false;
	*out = product;
	return true;
}

bool
rational_divide(struct rational a, struct rational b, struct rational *out)
{
	struct rational inverse = {b.denominator, b.numerator};

	if (b.numerator == 0)
		return false;
	if (b.numerator < 0)
		inverse = (struct rational){-b.denominator, -b.numerator};
	return rational_multiply(a, inverse, out);
}

/* The greatest integer that is not above the value. */
static rational_integer
floor_of(struct rational value)
{
	rational_integer quotient = value.numerator / value.denominator;

	return value.numerator % value.denominator < 0 ? quotient - 1 : quotient;
}

/*
 * By continued fractions: the integer parts are compared, then the inverses of what is left, the
 * other way round.  Cross multiplication would overflow for long fractions that are close to each
 * other.
 */
int
rational_compare(struct rational a, struct rational b)
{
	int direction = 1;

	for (;;) {
		rational_integer x = floor_of(a), y = floor_of(b);
		rational_integer rest_a = a.numerator - x * a.denominator;
		rational_integer rest_b = b.numerator - y * b.denominator;

		if (x != y)
			return x > y ? direction : -direction;
		if (rest_a == 0 || rest_b == 0)
			return direction * ((rest_a > 0) - (rest_b > 0));
		a = (struct rational){a.denominator, rest_a};
		b = (struct rational){b.denominator, rest_b};
		direction = -direction;
	}
}

int
rational_sign(struct rational value)
{
	return (value.numerator > 0) - (value.numerator < 0);
}

/*
 * A mantissa of up to SIGNIFICANT digits, without zeros that a decimal point would show for
 * nothing.
 */
static struct decimal
decimal_of(rational_integer mantissa, int exponent, bool exact)
{
	while (exact && exponent < 0 && mantissa % 10 == 0) {
		mantissa /= 10;
		exponent++;
	}
	return (struct decimal){(gint64)mantissa, exponent};
}

bool
rational_to_decimal(struct rational value, struct decimal *out)
{
	rational_integer limit = power_of_ten(SIGNIFICANT);
	int exponent = 0;

	/* Zeros at the end of a long whole number go into the exponent. */
	while (value.denominator == 1 && magnitude(value.numerator) >= limit &&
	       value.numerator % 10 == 0) {
		value.numerator /= 10;
		exponent++;
	}
	while (value.denominator != 1 && exponent > -SIGNIFICANT &&
	       magnitude(value.numerator) < limit * limit) {
		value = reduced(value.numerator * 10, value.denominator);
		exponent--;
	}
	if (value.denominator != 1 || magnitude(value.numerator) >= limit)
		return false;
	*out = decimal_of(value.numerator, exponent, true);
	return true;
}

/* How many digits an integer above 0 has. */
static int
length_of(rational_integer number)
{
	int length = 0;

	for (; number > 0; number /= 10)
		length++;
	return length;
}

/* Multiply by 10^power; false on overflow. */
static bool
shift(struct rational *value, int power)
{
	if (power >= LONGEST || power <= -LONGEST)
		return false;
	return power > 0 ? multiply(value->numerator, power_of_ten(power), &value->numerator)
			 : multiply(value->denominator, power_of_ten(-power), &value->denominator);
}

/* Away from zero?  rest of denominator is what was cut off, on the side of the sign. */
static bool
rounds_away(rational_integer rest, rational_integer denominator, int sign, enum rounding rounding)
{
	if (rounding == ROUND_NEAREST)
		return rest >= denominator - rest;
	return rest > 0 && (rounding == ROUND_UP) == (sign > 0);
}

bool
rational_round(struct rational value, int digits, enum rounding rounding, struct decimal *out)
{
	int sign = rational_sign(value);
	rational_integer quotient, rest;
	int exponent;

	g_assert(digits >= 1 && digits <= SIGNIFICANT);
	value.numerator = magnitude(value.numerator);
	if (sign == 0) {
		*out = (struct decimal){0, 0};
		return true;
	}
	/* A first guess at the place of the last digit, which is right or one too low. */
	exponent = length_of(value.numerator) - length_of(value.denominator) - digits;
	if (!shift(&value, -exponent))
		return false;
	if (value.numerator / value.denominator >= power_of_ten(digits)) {
		if (!shift(&value, -1))
			return false;
		exponent++;
	}
	quotient = value.numerator / value.denominator;
	rest = value.numerator % value.denominator;
	if (rounds_away(rest, value.denominator, sign, rounding))
		quotient++;
	if (quotient == power_of_ten(digits)) {
		quotient /= 10;
		exponent++;
	}
	*out = decimal_of(sign * quotient, exponent, rest == 0);
	return true;
}
