/*
 * amount: a quantity as a source gives it, and the vocabularies that go with it (contract section 3).
 *
 * Plain values; unit is interned.  A single value has min == max.  The number meant is decimal × 10^(3, 6, 9) by scale.
 */
#ifndef CHANCERY_BASE_AMOUNT_H
#define CHANCERY_BASE_AMOUNT_H

#include <stdbool.h>
#include "base/decimal.h"

enum amount_scale { SCALE_ONE = 0, SCALE_THOUSAND = 3, SCALE_MILLION = 6, SCALE_BILLION = 9 };

enum qualifier {
	QUALIFIER_EXACT, QUALIFIER_ABOUT, QUALIFIER_AT_LEAST, QUALIFIER_OVER, QUALIFIER_UNDER, QUALIFIER_UP_TO,
	QUALIFIER_BETWEEN, QUALIFIER_ESTIMATED,
	QUALIFIER_NO_BOUND,	/* of derived values only: nothing follows from the data, min and max mean nothing */
	QUALIFIER_COUNT
};

enum hedge {
	HEDGE_NONE, HEDGE_POSSIBLY, HEDGE_REPORTEDLY, HEDGE_LIKELY, HEDGE_SUSPECTED, HEDGE_BELIEVED, HEDGE_COUNT
};

/* How much of an amount is printed or compared (`?form=`). */
enum amount_form { FORM_FULL, FORM_BARE, FORM_NUMBER, FORM_SHORT };	/* SHORT: tables and charts */

struct amount {
	struct decimal min, max;
	enum amount_scale scale;
	const char *unit;	/* "USD", "percent", "tonne", "USD/tonne"; NULL: a bare number */
	enum qualifier qualifier;
};

/* "about", "at-least", …: the words of the data files and label keys; COUNT / false when unknown. */
const char *qualifier_name(enum qualifier qualifier);
bool qualifier_of_name(const char *name, enum qualifier *out);
const char *hedge_name(enum hedge hedge);	/* NULL for HEDGE_NONE */
bool hedge_of_name(const char *name, enum hedge *out);
bool scale_of_name(const char *name, enum amount_scale *out);	/* "one" "thousand" "million" "billion" */

/* min × 10^scale. */
struct decimal amount_value(const struct amount *amount);
/* An ISO 4217 code: three ASCII capitals. */
bool unit_is_currency(const char *unit);

#endif
