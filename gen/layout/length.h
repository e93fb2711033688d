/*
 * length: lengths of XSL (§5.9.13) as they stand in an attribute.
 *
 * Plain values.  Points after parsing: em is resolved against the font size given; a percentage
 * stays one until its base is known.
 */
#ifndef CHANCERY_LAYOUT_LENGTH_H
#define CHANCERY_LAYOUT_LENGTH_H

#include <stdbool.h>

enum length_unit {
	LENGTH_AUTO,
	LENGTH_POINTS,
	LENGTH_PERCENT,		/* value 50 is half of the base */
	LENGTH_PROPORTION	/* proportional-column-width(value) */
};

struct length {
	enum length_unit unit;
	double value;
};

/*
 * "12pt", "2mm", "1.5em", "50%", "0", "auto", "proportional-column-width(2)"; em in points.  False
 * for anything else.
 */
bool length_parse(const char *text, double em, struct length *out);
/* Only what comes out in points: false for percentages, auto, proportions. */
bool length_parse_points(const char *text, double em, double *out);
/* Points: a percentage of base; otherwise for auto and proportions. */
double length_resolve(struct length length, double base, double otherwise);

#endif
