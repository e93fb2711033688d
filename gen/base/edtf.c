/* edtf: dates of the Extended Date/Time Format, level 1 (ISO 8601-2:2019). */
#include "base/edtf.h"

#include <glib.h>
#include <limits.h>
#include <string.h>

enum {
	SEASON_FIRST = 21,
	SEASON_WINTER = 24,
	LONG_YEAR_DIGITS = 9,
	FAR_YEAR = 5000000 /* days of years as far as this can be counted in an int */
};

/* What is wrong with a date that is written as dates are. */
static const char no_such_month[] = "a year has the months 01 to 12 (and seasons 21 to 24)";
static const char no_such_day[] = "that month has no such day";
static const char reversed[] = "the interval ends before it starts";

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days since 1970-01-01, proleptic Gregorian (H. Hinnant, "chrono-compatible date algorithms"). */
static int
day_number(int year, int month, int day)
{
	int y = month <= 2 ? year - 1 : year;
	int era = (y >= 0 ? y : y - 399) / 400;
	int of_era = y - era * 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* Exactly count digits; -1 otherwise. */
static int
take_digits(const char **text, int count)
{
	int value = 0;

	for (int i = 0; i < count; i++, (*text)++) {
		if (!g_ascii_isdigit(**text))
			return -1;
		value = value * 10 + (**text - '0');
	}
	return value;
}

/* The mark at the end: "~", "?", "%" for both. */
static void
take_mark(const char **text, struct edtf_date *out)
{
	char mark = **text;

	if (mark != '~' && mark != '?' && mark != '%')
		return;
	out->approximate = mark != '?';
	out->uncertain = mark != '~';
	(*text)++;
}

/* "-XX": a month or day that is not known. */
static bool
take_masked(const char **text, struct edtf_date *out)
{
	if (!g_str_has_prefix(*text, "-XX"))
		return false;
	*text += strlen("-XX");
	out->masked++;
	return true;
}

/* What follows the year: nothing, a month or season, a day.  Gives why it cannot be, or NULL. */
static const char *
take_month_and_day(const char **text, struct edtf_date *out)
{
	if (take_masked(text, out)) {
		take_masked(text, out);
		return **text == '-' ? "of an unknown month the day is XX" : NULL;
	}
	if (**text != '-')
		return NULL;
	(*text)++;
	out->month = take_digits(text, 2);
	if (out->month >= SEASON_FIRST && out->month <= SEASON_WINTER) {
		out->precision = EDTF_SEASON;
		return **text == '-' ? "a season has no day" : NULL;
	}
	if (out->month < 0)
		return "a month is two digits, 01 to 12 (21 to 24 for a season, XX if not known)";
	if (out->month < 1 || out->month > 12)
		return no_such_month;
	out->precision = EDTF_MONTH;
	if (take_masked(text, out) || **text != '-')
		return NULL;
	(*text)++;
	out->day = take_digits(text, 2);
	if (out->day < 0)
		return "a day is two digits, 01 to 31 (XX if not known)";
	if (out->day < 1 || out->day > days_in_month(out->year, out->month))
		return no_such_day;
	out->precision = EDTF_DAY;
	return NULL;
}

/* "Y170000002": more than four digits, and nothing behind them. */
static const char *
take_long_year(const char **text, struct edtf_date *out)
{
	bool negative = (*text)[1] == '-';
	gsize digits;

	*text += negative ? 2 : 1;
	digits = strspn(*text, "0123456789");
	if (digits < 5 || digits > LONG_YEAR_DIGITS || **text == '0')
		return "after Y a year has five to nine digits, and no 0 before them";
	out->year = take_digits(text, (int)digits);
	if (negative)
		out->year = -out->year;
	out->precision = EDTF_YEAR;
	return NULL;
}

/* Four digits; the last one or two may be X. */
static const char *
take_year(const char **text, struct edtf_date *out)
{
	static const char *const wrong = "a date starts with a year of four digits";
	bool negative = **text == '-';
	gsize digits, unknown;

	*text += negative;
	digits = strspn(*text, "0123456789");
	unknown = strspn(*text + MIN(digits, 4), "X");
	if (digits > 4 || digits < 2 || digits + unknown != 4 || (negative && unknown > 0))
		return wrong;
	out->year = take_digits(text, (int)digits);
	for (gsize i = 0; i < unknown; i++)
		out->year *= 10;
	*text += unknown;
	out->precision = unknown == 2 ? EDTF_CENTURY : unknown == 1 ? EDTF_DECADE : EDTF_YEAR;
	if (negative && out->year == 0)
		return "the year 0000 has no sign";
	if (negative)
		out->year = -out->year;
	return unknown == 0 ? take_month_and_day(text, out) : NULL;
}

/* One date up to stop ('/' or the end).  Gives why it cannot be, or NULL. */
static const char *
take_date(const char **text, struct edtf_date *out)
{
	const char *why = **text == 'Y' ? take_long_year(text, out) : take_year(text, out);

	if (why)
		return why;
	take_mark(text, out);
	if (**text == 'T')
		return "times of day are not used";
	return NULL;
}

/* One side of an interval: a date, "..", or nothing. */
static const char *
take_side(const char **text, struct edtf_date *out)
{
	if (g_str_has_prefix(*text, "..")) {
		out->precision = EDTF_OPEN;
		*text += 2;
		return NULL;
	}
	if (**text == '\0' || **text == '/') {
		out->precision = EDTF_UNKNOWN;
		return NULL;
	}
	return take_date(text, out);
}

static bool
is_date(const struct edtf_date *date)
{
	return date->precision > EDTF_OPEN;
}

static const char *
take_interval(const char *text, struct edtf *out)
{
	const char *why = take_side(&text, &out->start);
	int first, last, unused;

	if (why)
		return why;
	if (*text++ != '/')
		return "an interval is two dates with '/' between";
	why = take_side(&text, &out->end);
	if (why)
		return why;
	if (*text != '\0')
		return "there is more after the date";
	if (!is_date(&out->start) && !is_date(&out->end))
		return "an interval needs a date on one side";
	if (is_date(&out->start) && is_date(&out->end)) {
		struct edtf start = {.start = out->start}, end = {.start = out->end};

		edtf_bounds(&start, &first, &unused);
		edtf_bounds(&end, &unused, &last);
		if (last < first || (last == first && out->end.year < out->start.year))
			return reversed;
	}
	return NULL;
}

bool
edtf_parse(const char *text, struct edtf *out, struct edtf_fault *fault)
{
	const char *reason;

	memset(out, 0, sizeof *out);
	out->interval = strchr(text, '/') != NULL;
	if (out->interval) {
		reason = take_interval(text, out);
	} else {
		reason = take_date(&text, &out->start);
		if (!reason && *text != '\0')
			reason = "there is more after the date";
	}
	if (fault && reason)
		*fault = (struct edtf_fault){
			.why = reason,
			.impossible = reason == no_such_month || reason == no_such_day ||
				      reason == reversed,
		};
	return reason == NULL;
}

/* A number of at least so many digits. */
static void
append_digits(GString *out, int value, int digits)
{
	char text[LONG_YEAR_DIGITS + 1];
	int n = 0;

	for (; value > 0 || n < digits; value /= 10)
		text[n++] = (char)('0' + value % 10);
	while (n-- > 0)
		g_string_append_c(out, text[n]);
}

static void
append_year(GString *out, const struct edtf_date *date)
{
	int year = ABS(date->year);

	if (year > 9999)
		g_string_append_c(out, 'Y');
	if (date->year < 0)
		g_string_append_c(out, '-');
	if (date->precision == EDTF_CENTURY)
		append_digits(out, year / 100, 2);
	else if (date->precision == EDTF_DECADE)
		append_digits(out, year / 10, 3);
	else
		append_digits(out, year, 4);
	if (date->precision <= EDTF_DECADE)
		g_string_append(out, date->precision == EDTF_CENTURY ? "XX" : "X");
}

static void
append_date(GString *out, const struct edtf_date *date)
{
	if (date->precision == EDTF_OPEN)
		g_string_append(out, "..");
	if (!is_date(date))
		return;
	append_year(out, date);
	if (date->precision >= EDTF_SEASON) {
		g_string_append_c(out, '-');
		append_digits(out, date->month, 2);
	}
	if (date->precision == EDTF_DAY) {
		g_string_append_c(out, '-');
		append_digits(out, date->day, 2);
	}
	for (int i = 0; i < date->masked; i++)
		g_string_append(out, "-XX");
	if (date->approximate)
		g_string_append_c(out, date->uncertain ? '%' : '~');
	else if (date->uncertain)
		g_string_append_c(out, '?');
}

char *
edtf_to_text(const struct edtf *date)
{
	GString *out = g_string_new(NULL);

	append_date(out, &date->start);
	if (date->interval) {
		g_string_append_c(out, '/');
		append_date(out, &date->end);
	}
	return g_string_free(out, FALSE);
}

/*
 * EDTF does not say which months a season has: the meteorological ones of the northern hemisphere,
 * where winter ends in February of the next year.
 */
static void
season_bounds(const struct edtf_date *date, int *first, int *last)
{
	int month = 3 + 3 * (date->month - SEASON_FIRST);
	bool winter = date->month == SEASON_WINTER;
	int year = winter ? date->year + 1 : date->year;
	int end = winter ? 2 : month + 2;

	*first = day_number(date->year, month, 1);
	*last = day_number(year, end, days_in_month(year, end));
}

static void
date_bounds(const struct edtf_date *date, int *first, int *last)
{
	int years = date->precision == EDTF_CENTURY ? 99 : date->precision == EDTF_DECADE ? 9 : 0;

	if (is_date(date) && ABS(date->year) > FAR_YEAR) {
		*first = *last = date->year > 0 ? INT_MAX - 1 : INT_MIN + 1;
		return;
	}
	switch (date->precision) {
	case EDTF_UNKNOWN:
	case EDTF_OPEN:
		*first = INT_MIN;
		*last = INT_MAX;
		break;
	case EDTF_CENTURY:
	case EDTF_DECADE:
	case EDTF_YEAR:
		*first = day_number(date->year, 1, 1);
		*last = day_number(date->year + years, 12, 31);
		break;
	case EDTF_SEASON:
		season_bounds(date, first, last);
		break;
	case EDTF_MONTH:
		*first = day_number(date->year, date->month, 1);
		*last = *first + days_in_month(date->year, date->month) - 1;
		break;
	case EDTF_DAY:
		*first = *last = day_number(date->year, date->month, date->day);
		break;
	}
}

void
edtf_bounds(const struct edtf *date, int *first, int *last)
{
	int unused;

	date_bounds(&date->start, first, last);
	if (date->interval)
		date_bounds(&date->end, &unused, last);
}

int
edtf_compare(const struct edtf *a, const struct edtf *b)
{
	int first_a, last_a, first_b, last_b;

	edtf_bounds(a, &first_a, &last_a);
	edtf_bounds(b, &first_b, &last_b);
	if (first_a != first_b)
		return first_a < first_b ? -1 : 1;
	if (last_a != last_b)
		return last_a < last_b ? -1 : 1;
	/* Of years too far away to count their days. */
	return (a->start.year > b->start.year) - (a->start.year < b->start.year);
}
