/* bound: intervals with exact, soft or missing ends. */
#include "data/bound.h"

struct bound
bound_exact(struct rational value)
{
	const struct bound_end end = {.value = value, .known = true};

	return (struct bound){.low = end, .high = end};
}

static bool
is_point(const struct bound *bound)
{
	return bound->low.known && bound->high.known &&
	       rational_compare(bound->low.value, bound->high.value) == 0;
}

bool
bound_is_exact(const struct bound *bound)
{
	return bound->softness == FIRM && is_point(bound);
}

bool
bound_is_zero(const struct bound *bound)
{
	return is_point(bound) && rational_sign(bound->low.value) == 0;
}

static bool
end_of_decimal(struct decimal number, int power, struct bound_end *out)
{
	out->known = true;
	return rational_of_decimal(decimal_scale(number, power), &out->value);
}

bool
bound_of_amount(const struct amount *amount, struct bound *out)
{
	struct bound bound = {.softness = FIRM};

	if (!end_of_decimal(amount->min, (int)amount->scale, &bound.low) ||
	    !end_of_decimal(amount->max, (int)amount->scale, &bound.high))
		return false;
	switch (amount->qualifier) {
	case QUALIFIER_ABOUT:
		bound.softness = SOFT_ABOUT;
		break;
	case QUALIFIER_ESTIMATED:
		bound.softness = SOFT_ESTIMATED;
		break;
	case QUALIFIER_AT_LEAST:
	case QUALIFIER_OVER:
		bound.high.known = false;
		bound.low.open = amount->qualifier == QUALIFIER_OVER;
		break;
	case QUALIFIER_UP_TO:
	case QUALIFIER_UNDER:
		bound.low.known = false;
		bound.high.open = amount->qualifier == QUALIFIER_UNDER;
		break;
	case QUALIFIER_NO_BOUND:
		bound.low.known = bound.high.known = false;
		break;
	case QUALIFIER_EXACT:
	case QUALIFIER_BETWEEN:
	case QUALIFIER_COUNT:
		break;
	}
	*out = bound;
	return true;
}

/* Sets how soft a result is; false where the operands leave no bound. */
static bool
soften(const struct bound *a, const struct bound *b, struct bound *out)
{
	bool blurred = a->softness != FIRM || b->softness != FIRM;

	out->softness = MAX(a->softness, b->softness);
	return !blurred || ((a->softness != FIRM || is_point(a)) &&
			    (b->softness != FIRM || is_point(b)));
}

static bool
add_ends(const struct bound_end *a, const struct bound_end *b, struct bound_end *out)
{
	out->known = a->known && b->known;
	out->open = a->open || b->open;
	return !out->known || rational_add(a->value, b->value, &out->value);
}

bool
bound_add(const struct bound *a, const struct bound *b, struct bound *out)
{
	struct bound sum = {.softness = FIRM};

	if (!soften(a, b, &sum))
		sum = (struct bound){.softness = FIRM};
	else if (!add_ends(&a->low, &b->low, &sum.low) || !add_ends(&a->high, &b->high, &sum.high))
		return false;
	*out = sum;
	return true;
}

/*
 * Could it be below 0?  What is counted or measured is not, so a missing lower end is no sign of
 * it.
 */
static bool
is_negative(const struct bound *bound)
{
	return (bound->low.known && rational_sign(bound->low.value) < 0) ||
	       (bound->high.known && rational_sign(bound->high.value) < 0);
}

static bool
divide_ends(const struct bound_end *a, const struct bound_end *b, struct bound_end *out)
{
	out->known = a->known && b->known && rational_sign(b->value) != 0;
	out->open = a->open || b->open;
	return !out->known || rational_divide(a->value, b->value, &out->value);
}

bool
bound_divide(const struct bound *a, const struct bound *b, struct bound *out)
{
	struct bound quotient = {.softness = FIRM};
	bool points = is_point(a) && is_point(b);

	if (bound_is_zero(b))
		return false;
	if (!soften(a, b, &quotient) || (!points && (is_negative(a) || is_negative(b))))
		quotient = (struct bound){.softness = FIRM};
	else if (!divide_ends(&a->low, &b->high, &quotient.low) ||
		 !divide_ends(&a->high, &b->low, &quotient.high))
		return false;
	*out = quotient;
	return true;
}

bool
bound_scale(const struct bound *bound, struct rational factor, struct bound *out)
{
	struct bound scaled = *bound;

	if ((scaled.low.known &&
	     !rational_multiply(scaled.low.value, factor, &scaled.low.value)) ||
	    (scaled.high.known &&
	     !rational_multiply(scaled.high.value, factor, &scaled.high.value)))
		return false;
	*out = scaled;
	return true;
}

/*
 * One end of the greater (direction 1) or smaller (-1) of two numbers.  binding is the end that
 * each number alone imposes: what is at least 5 makes the greater at least 5, whatever the other
 * is.
 */
static struct bound_end
extreme_end(struct bound_end a, struct bound_end b, int direction, bool binding)
{
	int order;

	if (!a.known || !b.known) {
		if (!binding)
			return (struct bound_end){.known = false};
		return a.known ? a : b;
	}
	order = rational_compare(a.value, b.value) * direction;
	if (order == 0)
		a.open = binding ? a.open || b.open : a.open && b.open;
	return order >= 0 ? a : b;
}

static void
extremum(const struct bound *a, const struct bound *b, int direction, struct bound *out)
{
	struct bound result = {.softness = FIRM};

	if (soften(a, b, &result)) {
		result.low = extreme_end(a->low, b->low, direction, direction > 0);
		result.high = extreme_end(a->high, b->high, direction, direction < 0);
	} else {
		result.softness = FIRM;
	}
	*out = result;
}

void
bound_minimum(const struct bound *a, const struct bound *b, struct bound *out)
{
	extremum(a, b, -1, out);
}

void
bound_maximum(const struct bound *a, const struct bound *b, struct bound *out)
{
	extremum(a, b, 1, out);
}

static enum qualifier
qualifier_of(const struct bound *bound)
{
	if (!bound->low.known && !bound->high.known)
		return QUALIFIER_NO_BOUND;
	if (bound->softness != FIRM)
		return bound->softness == SOFT_ABOUT ? QUALIFIER_ABOUT : QUALIFIER_ESTIMATED;
	if (!bound->high.known)
		return bound->low.open ? QUALIFIER_OVER : QUALIFIER_AT_LEAST;
	if (!bound->low.known)
		return bound->high.open ? QUALIFIER_UNDER : QUALIFIER_UP_TO;
	return is_point(bound) ? QUALIFIER_EXACT : QUALIFIER_BETWEEN;
}

static bool
end_to_decimal(const struct bound_end *end, int digits, enum rounding rounding,
	       struct decimal *out)
{
	if (!end->known)
		return true;
	return digits == 0 ? rational_to_decimal(end->value, out)
			   : rational_round(end->value, digits, rounding, out);
}

bool
bound_to_amount(const struct bound *bound, int digits, const char *unit, struct amount *out)
{
	struct amount amount = {.unit = unit, .qualifier = qualifier_of(bound)};
	bool nearest = is_point(bound) || bound->softness != FIRM;

	if (!end_to_decimal(&bound->low, digits, nearest ? ROUND_NEAREST : ROUND_DOWN,
			    &amount.min) ||
	    !end_to_decimal(&bound->high, digits, nearest ? ROUND_NEAREST : ROUND_UP, &amount.max))
		return false;
	if (!bound->low.known)
		amount.min = amount.max;
	if (!bound->high.known)
		amount.max = amount.min;
	*out = amount;
	return true;
}
