/*
 * condition_private: the inside of `where`, for its reader and matcher (condition.c) and its checks
 * (condition_check.c).
 */
#ifndef CHANCERY_DATA_CONDITION_PRIVATE_H
#define CHANCERY_DATA_CONDITION_PRIVATE_H

#include "data/condition.h"

/* A value to compare with, read in each way that it can be. */
struct wanted {
	char *text;		/* NULL: nothing is wanted */
	struct loc at;
	bool has_number, has_date;
	struct decimal number;
	int first, last;	/* days of the date; INT_MIN, INT_MAX where it is none */
};

struct condition {
	char *column;		/* "not" when negated is set */
	struct loc at;		/* of the column's name */
	GArray *values;		/* struct wanted: any of them */
	struct wanted min, max;	/* a range, inclusive; the text of an absent bound is NULL */
	struct conditions *negated;	/* of `not`, else NULL */
};

struct conditions {
	GPtrArray *all;		/* struct condition * */
};

#endif
