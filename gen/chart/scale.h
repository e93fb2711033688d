/*
 * scale: values to positions, and the round numbers that an axis is marked with.  Pure arithmetic.
 */
#ifndef CHANCERY_CHART_SCALE_H
#define CHANCERY_CHART_SCALE_H

#include "base/decimal.h"

/* A linear scale from 0 to a round maximum; ticks stand at 0, step, 2 step … max, exactly. */
struct scale {
	struct decimal step;
	int ticks;	 /* how many steps: max is ticks × step */
	double from, to; /* positions (points) of 0 and of max */
};

/* The fewest steps of 1, 2 or 5 × 10^n, at most target of them, that reach largest (> 0; else one
 * step of 1). */
struct scale scale_nice(double largest, int target, double from, double to);
/* The i-th tick's value, exact. */
struct decimal scale_tick(const struct scale *scale, int index);
double scale_position(const struct scale *scale, double value);

#endif
