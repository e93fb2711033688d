/* length: see length.h. */
#include "layout/length.h"

#include <glib.h>
#include <string.h>

#define PROPORTION "proportional-column-width("

/* Points per unit; 0 for a unit that is not in the subset. */
static double
points_of_unit(const char *unit, double em)
{
	const struct {
		const char *name;
		double points;
	} units[] = {{"pt", 1}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}, {"em", em}};

	for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
		if (strcmp(unit, units[i].name) == 0)
			return units[i].points;
	return 0;
}

/* The number at the start of text, *rest after it; false where there is none. */
static bool
number_parse(const char *text, double *value, const char **rest)
{
	gsize span = strspn(text, "+-.0123456789");
	char *end = NULL;

	if (span == 0)
		return false;
	*value = g_ascii_strtod(text, &end);
	*rest = end;
	/* strtod would take an exponent or hexadecimal digits, which XSL has not. */
	return end == text + span;
}

bool
length_parse(const char *text, double em, struct length *out)
{
	const char *rest = NULL;
	double value = 0;

	*out = (struct length){LENGTH_AUTO, 0};
	if (strcmp(text, "auto") == 0)
		return true;
	if (g_str_has_prefix(text, PROPORTION)) {
		*out = (struct length){LENGTH_PROPORTION, 0};
		return number_parse(text + strlen(PROPORTION), &out->value, &rest) &&
		       strcmp(rest, ")") == 0;
	}
	if (!number_parse(text, &value, &rest))
		return false;
	if (strcmp(rest, "%") == 0) {
		*out = (struct length){LENGTH_PERCENT, value};
		return true;
	}
	if (*rest == '\0') /* only 0 needs no unit */
		*out = (struct length){LENGTH_POINTS, 0};
	else
		*out = (struct length){LENGTH_POINTS, value * points_of_unit(rest, em)};
	return *rest == '\0' ? !(value < 0 || value > 0) : points_of_unit(rest, em) > 0;
}

bool
length_parse_points(const char *text, double em, double *out)
{
	struct length length;

	if (!length_parse(text, em, &length) || length.unit != LENGTH_POINTS)
		return false;
	*out = length.value;
	return true;
}

double
length_resolve(struct length length, double base, double otherwise)
{
	switch (length.unit) {
	case LENGTH_POINTS:
		return length.value;
	case LENGTH_PERCENT:
		return base * length.value / 100;
	case LENGTH_AUTO:
	case LENGTH_PROPORTION:
		break;
	}
	return otherwise;
}
