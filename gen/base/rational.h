/*
 * rational: exact fractions, for values that are computed from data (contract section 5).
 *
 * A plain value in lowest terms with a positive denominator, so that equal values are equal bytes;
 * {0} is not a value. Numerator and denominator have up to 37 digits.  What does not fit, or
 * divides by zero, is a failure that leaves the result as it was; nothing is rounded but by
 * rational_round, which is told to.
 */
#ifndef CHANCERY_BASE_RATIONAL_H
#define CHANCERY_BASE_RATIONAL_H

#include <stdbool.h>
#include "base/decimal.h"

__extension__ typedef __int128 rational_integer;

struct rational {
	rational_integer numerator;
	rational_integer denominator;	/* positive */
};

/*
 * Where the digits go that rational_round drops: to the nearest (half away from zero), or never up,
 * or never down.
 */
enum rounding { ROUND_NEAREST, ROUND_DOWN, ROUND_UP };

struct rational rational_of_integer(gint64 number);
/* False when the value with all its zeros is too long. */
bool rational_of_decimal(struct decimal value, struct rational *out);

bool rational_add(struct rational a, struct rational b, struct rational *out);
bool rational_subtract(struct rational a, struct rational b, struct rational *out);
bool rational_multiply(struct rational a, struct rational b, struct rational *out);
bool rational_divide(struct rational a, struct rational b, struct rational *out);

/* Negative, 0, positive; exact for any two values. */
int rational_compare(struct rational a, struct rational b);
/* -1, 0, 1. */
int rational_sign(struct rational value);

/* The same value as a decimal without needless zeros; false if none of 18 digits equals it. */
bool rational_to_decimal(struct rational value, struct decimal *out);
/*
 * Rounded to so many significant digits (1 to 18), as a decimal without needless zeros when it is
 * exact; false only when the arithmetic overflows.
 */
bool rational_round(struct rational value, int digits, enum rounding rounding,
		    struct decimal *out);

#endif
