/* duration: days and months from one side of a date to the other. */
#include "data/duration.h"

#include <limits.h>
#include <string.h>

/* 1970-01-01 as GDate counts days. */
enum { EPOCH = 719163 };

bool
duration_has_unit(const char *unit)
{
	static const char *const units[] = {"day", "month", "year", NULL};

	return g_strv_contains(units, unit);
}

/* Months since the year 0 up to a first of the month; false for any other day. */
static bool
months_until(int day, int *months)
{
	GDate date;

	if (day <= -EPOCH)
		return false;
	g_date_clear(&date, 1);
	g_date_set_julian(&date, (guint32)(day + EPOCH));
	*months = g_date_get_year(&date) * 12 + (int)g_date_get_month(&date);
	return g_date_get_day(&date) == 1;
}

bool
duration_of(const struct edtf *date, const char *unit, struct rational *out)
{
	int first, last, from, to;

	edtf_bounds(date, &first, &last);
	if (first == INT_MIN || last == INT_MAX)
		return false;
	if (strcmp(unit, "day") == 0) {
		*out = rational_of_integer((gint64)last - first + 1);
		return true;
	}
	if (!months_until(first, &from) || !months_until(last + 1, &to))
		return false;
	*out = rational_of_integer(to - from);
	return strcmp(unit, "month") == 0 || rational_divide(*out, rational_of_integer(12), out);
}

bool
duration_is_vague(const struct edtf *date)
{
	return date->start.approximate || date->start.uncertain ||
	       (date->interval && (date->end.approximate || date->end.uncertain));
}
