/* rounding: whether a number that was read is a datum, to the digits that were written. */
#include "locale/rounding.h"

int
rounding_zeros(struct decimal value)
{
	int zeros = value.exponent;

	if (value.exponent < 0 || value.mantissa == 0)
		return value.exponent;
	for (gint64 m = value.mantissa; m % 10 == 0; m /= 10)
		zeros++;
	return zeros;
}

int
rounding_word_place(struct decimal value)
{
	int zeros = rounding_zeros(value);

	return zeros < 0 || zeros >= 2 ? zeros : 0;
}

/* The place of the first digit. */
static int
first_place(struct decimal value)
{
	int place = value.exponent;

	for (gint64 m = ABS(value.mantissa); m >= 10; m /= 10)
		place++;
	return place;
}

bool
rounding_equal(struct decimal value, int place, struct decimal datum)
{
	int first = first_place(datum);

	if (decimal_compare(decimal_round(datum, place), value) != 0)
		return false;
	return place <= first || decimal_compare(decimal_round(datum, first), value) == 0;
}

struct decimal
rounding_part(gint64 part, gint64 whole)
{
	const gint64 digits = 1000000000;

	return (struct decimal){(part * digits + whole / 2) / whole, ROUNDING_PART_PLACE};
}

bool
rounding_is_percent(struct decimal part, struct decimal percent)
{
	struct decimal rounded = decimal_round(decimal_scale(part, 2), percent.exponent);

	return decimal_compare(percent, rounded) == 0;
}
