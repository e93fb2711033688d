/* units: which words are units (contract section 3). */
#ifndef CHANCERY_DATA_UNITS_H
#define CHANCERY_DATA_UNITS_H

#include <stdbool.h>

struct coined;

/*
 * Is it a currency, a counted noun that every language has or the publication coins (NULL: none), or
 * one over another?
 */
bool units_has(const char *text, struct coined *coined);
/* The unit that was meant ("USD" by "usd", "tonne" by "tonnes"), or NULL; the caller frees. */
char *units_nearest(const char *text, struct coined *coined);

#endif
