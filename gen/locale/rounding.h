/*
 * rounding: whether a number that was read is a datum, to the digits that were written.
 */
#ifndef CHANCERY_LOCALE_ROUNDING_H
#define CHANCERY_LOCALE_ROUNDING_H

#include <glib.h>
#include <stdbool.h>
#include "base/decimal.h"

/* Zeros at the end of a whole number; of nought and fractions the exponent. */
int rounding_zeros(struct decimal value);

/*
 * The place that a number in words is written to: its zeros are from a hundred on, "two hundred"
 * rounds to hundreds, "twenty" is twenty.
 */
int rounding_word_place(struct decimal value);

/*
 * Is value the datum, rounded to the place (a power of ten) that value is written to?  That place
 * may lie above the datum's first digit only if the datum is as near as that digit: 950,000 is a
 * million, 500,000 is none.
 */
bool rounding_equal(struct decimal value, int place, struct decimal datum);

/* A part of a whole, both above nought, to more digits than any datum has: to this place. */
enum { ROUNDING_PART_PLACE = -9 };
struct decimal rounding_part(gint64 part, gint64 whole);

/* A third is 33 and 33.3 per cent, but no other number of so many digits. */
bool rounding_is_percent(struct decimal part, struct decimal percent);

#endif
