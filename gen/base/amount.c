/* amount: the vocabularies of quantities. */
#include "base/amount.h"

#include <string.h>

static const char *const qualifiers[QUALIFIER_COUNT] = {
	[QUALIFIER_EXACT] = "exact",
	[QUALIFIER_ABOUT] = "about",
	[QUALIFIER_AT_LEAST] = "at-least",
	[QUALIFIER_OVER] = "over",
	[QUALIFIER_UNDER] = "under",
	[QUALIFIER_UP_TO] = "up-to",
	[QUALIFIER_BETWEEN] = "between",
	[QUALIFIER_ESTIMATED] = "estimated",
	[QUALIFIER_NO_BOUND] = "no-bound",
};

static const char *const hedges[HEDGE_COUNT] = {
	[HEDGE_NONE] = NULL,
	[HEDGE_POSSIBLY] = "possibly",
	[HEDGE_REPORTEDLY] = "reportedly",
	[HEDGE_LIKELY] = "likely",
	[HEDGE_SUSPECTED] = "suspected",
	[HEDGE_BELIEVED] = "believed",
};

const char *
qualifier_name(enum qualifier qualifier)
{
	g_assert(qualifier < QUALIFIER_COUNT);
	return qualifiers[qualifier];
}

bool
qualifier_of_name(const char *name, enum qualifier *out)
{
	for (int i = 0; i < QUALIFIER_COUNT; i++) {
		if (strcmp(qualifiers[i], name) == 0) {
			*out = (enum qualifier)i;
			return true;
		}
	}
	return false;
}

const char *
hedge_name(enum hedge hedge)
{
	g_assert(hedge < HEDGE_COUNT);
	return hedges[hedge];
}

bool
hedge_of_name(const char *name, enum hedge *out)
{
	for (int i = HEDGE_NONE + 1; i < HEDGE_COUNT; i++) {
		if (strcmp(hedges[i], name) == 0) {
			*out = (enum hedge)i;
			return true;
		}
	}
	return false;
}

bool
scale_of_name(const char *name, enum amount_scale *out)
{
	static const struct {
		const char *name;
		enum amount_scale scale;
	} scales[] = {
		{"one", SCALE_ONE},
		{"thousand", SCALE_THOUSAND},
		{"million", SCALE_MILLION},
		{"billion", SCALE_BILLION},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(scales); i++) {
		if (strcmp(scales[i].name, name) == 0) {
			*out = scales[i].scale;
			return true;
		}
	}
	return false;
}

struct decimal
amount_value(const struct amount *amount)
{
	return decimal_scale(amount->min, (int)amount->scale);
}

bool
unit_is_currency(const char *unit)
{
	return unit && g_ascii_isupper(unit[0]) && g_ascii_isupper(unit[1]) &&
	       g_ascii_isupper(unit[2]) && unit[3] == '\0';
}
