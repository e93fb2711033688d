/*
 * bound: what is known of a number that is computed from qualified ones (contract section 5,
 * Bounds).
 *
 * An interval with exact ends, either of which may be missing.  Exact is low == high; at-least and
 * over have no upper end, up-to and under no lower one; with neither there is no bound.  About and
 * estimated make the ends soft: the result of soft and exact is soft (estimated wins), of soft and
 * anything else without bound.  Sums and quotients of ends are ends again, so that at-least over
 * exact is at-least, exact over at-least is up-to, and at-least over at-least nothing at all.
 */
#ifndef CHANCERY_DATA_BOUND_H
#define CHANCERY_DATA_BOUND_H

#include "base/amount.h"
#include "base/rational.h"

enum softness { FIRM, SOFT_ABOUT, SOFT_ESTIMATED };

struct bound_end {
	struct rational value;	/* meaningful when known */
	bool known;
	bool open;		/* more than the lower, less than the upper end */
};

struct bound {
	struct bound_end low, high;
	enum softness softness;
};

struct bound bound_exact(struct rational value);
/* False when a number is too long. */
bool bound_of_amount(const struct amount *amount, struct bound *out);
bool bound_is_exact(const struct bound *bound);
/* 0, be it exact or about. */
bool bound_is_zero(const struct bound *bound);

/* These give false on overflow; out may be one of the operands. */
bool bound_add(const struct bound *a, const struct bound *b, struct bound *out);
/* False on division by 0 too.  Bounded operands below 0 leave no bound. */
bool bound_divide(const struct bound *a, const struct bound *b, struct bound *out);
/* factor is above 0. */
bool bound_scale(const struct bound *bound, struct rational factor, struct bound *out);
/* Of the smaller or greater of two numbers. */
void bound_minimum(const struct bound *a, const struct bound *b, struct bound *out);
void bound_maximum(const struct bound *a, const struct bound *b, struct bound *out);

/*
 * As an amount of the unit (interned or NULL), to so many significant digits, 0 for all of them.
 * Ends of an interval are rounded outward, so that a bound stays true.  False when it does not fit.
 */
bool bound_to_amount(const struct bound *bound, int digits, const char *unit,
		     struct amount *out);

#endif
