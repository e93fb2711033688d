/*
 * decimal: exact decimal numbers as they are written in data.
 *
 * value = mantissa × 10^exponent.  Trailing zeros are kept: "281.10" is 28110 × 10^-2.  A plain value.
 * Up to 18 digits; what does not fit is a failure, never a rounded result.
 */
#ifndef CHANCERY_BASE_DECIMAL_H
#define CHANCERY_BASE_DECIMAL_H

#include <glib.h>
#include <stdbool.h>

struct decimal {
	gint64 mantissa;
	int exponent;
};

/* Optional sign, ASCII digits, optional '.' and digits; false for anything else or over 18 digits. */
bool decimal_parse(const char *text, struct decimal *out);
/* Plain decimal notation, no exponent, no grouping ("281.10", "281000000"); the caller frees. */
char *decimal_to_text(struct decimal value);
/* Negative, 0, positive; exact for any two values. */
int decimal_compare(struct decimal a, struct decimal b);
/* value × 10^power. */
struct decimal decimal_scale(struct decimal value, int power);
/* Sum; false on overflow. */
bool decimal_add(struct decimal a, struct decimal b, struct decimal *out);
/* Rounded half away from zero to a multiple of 10^place; the result has exponent place. */
struct decimal decimal_round(struct decimal value, int place);
/* For drawing only (axes, bar lengths). */
double decimal_to_double(struct decimal value);

#endif
