/*
 * figure: the numbers in a wording, with their scale words put in.
 */
#ifndef CHANCERY_LOCALE_FIGURE_H
#define CHANCERY_LOCALE_FIGURE_H

#include <glib.h>
#include <stdbool.h>
#include "base/decimal.h"

struct vocabulary;

struct figure {
	struct decimal value;
	int place;	   /* the power of ten of the last digit written */
	bool digits;	   /* in digits, not in words */
	bool scaled;	   /* a scale word was read */
	bool year_like;	   /* four plain digits, 1900 to 2099 */
	bool times;	   /* "tenfold" */
	bool fraction;	   /* "a third": a part of something, to as many digits as are wanted */
	bool rough;	   /* "тысяч двадцать" */
	guint first, last; /* lexemes it takes */
};

/* lexemes: struct lexeme.  struct figure, in order; the caller unrefs. */
GArray *figure_read(const struct vocabulary *vocabulary, const GArray *lexemes);

#endif
