/*
 * edtf: dates of the Extended Date/Time Format, level 1 (ISO 8601-2:2019), without times of day.
 *
 * "2020-09-25", "2020-09", "2020", "2019-12~" (approximate), "2020?" (uncertain), "2020%" (both), "2019-12~/2020-11",
 * "2019-05/.." (open end), "../2019-12-22" (open start), "2020-21" (seasons 21..24), "201X" (decade), "20XX" (century),
 * "2020-XX", "2020-09-XX", "2020-XX-XX" (some month, some day), "-0043" (before year 0), "Y170000002" (more than four
 * digits, at most nine).  A plain value.
 */
#ifndef CHANCERY_BASE_EDTF_H
#define CHANCERY_BASE_EDTF_H

#include <stdbool.h>

enum edtf_precision { EDTF_UNKNOWN, EDTF_OPEN, EDTF_CENTURY, EDTF_DECADE, EDTF_YEAR, EDTF_SEASON, EDTF_MONTH, EDTF_DAY };

struct edtf_date {
	enum edtf_precision precision;	/* EDTF_OPEN: "..", EDTF_UNKNOWN: the empty side */
	int year, month, day;		/* month 21..24 for a season; 0 where not given */
	int masked;			/* parts behind these that are written XX: they say no more than nothing */
	bool approximate, uncertain;
};

struct edtf {
	bool interval;
	struct edtf_date start;	/* the date itself when not an interval */
	struct edtf_date end;
};

struct edtf_fault {
	const char *why;	/* what is wrong, in words; static */
	bool impossible;	/* written as a date is, but no calendar has it, or it ends before it starts */
};

/* False for anything that is not level 1 or not in the calendar; fault (may be NULL) is then set. */
bool edtf_parse(const char *text, struct edtf *out, struct edtf_fault *fault);
char *edtf_to_text(const struct edtf *date);
/*
 * First and last day meant, as days since 1970-01-01 (proleptic Gregorian); open sides are INT_MIN, INT_MAX, and the days of
 * years that are too far away are next to these.
 */
void edtf_bounds(const struct edtf *date, int *first, int *last);
/* Order by first day, then last day. */
int edtf_compare(const struct edtf *a, const struct edtf *b);

#endif
