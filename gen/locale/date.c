/* date: EDTF dates at their own precision, in the grammar of the language. */
#include "locale/locale_private.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include "locale/utf16.h"

/*
 * What is printed of a date.  Patterns are meta.date.<name>, with "-short" in tables, "-gen" after
 * what wants the genitive; what a language does not set is ICU's for the skeleton.
 */
enum part { PART_DAY, PART_MONTH, PART_YEAR, PART_DAY_MONTH, PART_MONTH_ONLY, PART_DAY_ONLY };

static const struct {
	const char *key, *short_key;
	const char *skeleton, *brief;
} parts[] = {
	[PART_DAY] = {"meta.date.day", "meta.date.day-short", "yMMMMd", "yMMMd"},
	[PART_MONTH] = {"meta.date.month", "meta.date.month-short", "yMMMM", "yMMM"},
	[PART_YEAR] = {"meta.date.year", "meta.date.year-short", "y", "y"},
	[PART_DAY_MONTH] = {"meta.date.day-month", "meta.date.day-month-short", "MMMMd", "MMMd"},
	[PART_MONTH_ONLY] = {"meta.date.month-only", "meta.date.month-only-short", "LLLL", "LLL"},
	[PART_DAY_ONLY] = {"meta.date.day-only", "meta.date.day-only-short", "d", "d"},
};

struct style {
	const struct locale *locale;
	bool brief;
};

/* A part of a date that was written before, and how. */
struct written {
	const char *pattern; /* lent from labels or patterns */
	int day;	     /* since 1970 */
	char *text;
};

/* Tables of ten thousand rows need not be kept. */
enum { WRITTEN_MOST = 1000 };

static guint
hash_written(gconstpointer key)
{
	const struct written *written = key;

	return g_direct_hash(written->pattern) * 31 + (guint)written->day;
}

static gboolean
equal_written(gconstpointer a, gconstpointer b)
{
	const struct written *x = a, *y = b;

	return x->pattern == y->pattern && x->day == y->day;
}

static void
free_written(gpointer data)
{
	struct written *written = data;

	g_free(written->text);
	g_free(written);
}

GHashTable *
date_cache_new(void)
{
	return g_hash_table_new_full(hash_written, equal_written, free_written, NULL);
}

/* ISO 8601 counts in the Gregorian calendar also before 1582. */
static void
forget_julian(UDateFormat *format)
{
	UErrorCode status = U_ZERO_ERROR;
	UCalendar *calendar = ucal_clone(udat_getCalendar(format), &status);

	/* Earlier than any day there is. */
	ucal_setGregorianChange(calendar, -1e18, &status);
	udat_setCalendar(format, calendar);
	ucal_close(calendar);
	g_assert(U_SUCCESS(status));
}

static UDateFormat *
open_format(const struct locale *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar utc[] = {'U', 'T', 'C', 0}, year[] = {'y', 0};
	/* Sources write Gregorian dates, whatever calendar the language's country keeps. */
	g_autofree char *gregorian = g_strconcat(locale->icu, strchr(locale->icu, '@') ? ";" : "@",
						 "calendar=gregorian", NULL);
	UDateFormat *format;

	/* Or else ICU looks through all of /usr/share/zoneinfo for the machine's own zone, which
	 * nothing here uses. */
	ucal_setDefaultTimeZone(utc, &status);
	format = udat_open(UDAT_PATTERN, UDAT_PATTERN, gregorian, utc, -1, year, -1, &status);
	g_assert(U_SUCCESS(status));
	forget_julian(format);
	return format;
}

/* One format serves all patterns: to open one costs as much as to write fifty dates. */
static UDateFormat *
find_format(const struct locale *locale, const char *pattern)
{
	struct locale_cache *cache = locale->cache;
	g_autofree UChar *wide = NULL;
	int32_t length;

	if (!cache->date)
		cache->date = open_format(locale);
	wide = utf16_new(pattern, &length);
	udat_applyPattern(cache->date, FALSE, wide, length);
	return cache->date;
}

static char *
make_pattern(const struct locale *locale, const char *skeleton)
{
	UErrorCode status = U_ZERO_ERROR;
	UDateTimePatternGenerator *generator = udatpg_open(locale->icu, &status);
	g_autofree UChar *wide = utf16_new(skeleton, NULL);
	UChar pattern[64];
	int32_t length =
		udatpg_getBestPattern(generator, wide, -1, pattern, G_N_ELEMENTS(pattern), &status);

	udatpg_close(generator);
	return U_SUCCESS(status) ? utf8_new(pattern, length) : g_strdup("y-MM-dd");
}

/*
 * ICU's pattern for a skeleton, kept.  Its generator takes as long to open as a whole label file,
 * so the languages that come with the program name their patterns.
 */
static const char *
best_pattern(const struct locale *locale, const char *skeleton)
{
	GHashTable *patterns = locale->cache->patterns;
	char *pattern = g_hash_table_lookup(patterns, skeleton);

	if (!pattern) {
		pattern = make_pattern(locale, skeleton);
		g_hash_table_insert(patterns, g_strdup(skeleton), pattern);
	}
	return pattern;
}

/* The label file's pattern for the part in the case, else in no case; NULL if it has none. */
static const char *
own_pattern(const struct style *style, enum part part, const char *grammar)
{
	g_autofree char *of_case = NULL;
	const char *found = NULL;

	if (style->brief)
		return locale_find(style->locale, parts[part].short_key);
	if (grammar) {
		of_case = g_strconcat(parts[part].key, "-", grammar, NULL);
		found = locale_find(style->locale, of_case);
	}
	return found ? found : locale_find(style->locale, parts[part].key);
}

/* French says "1er septembre" where every other day is a plain number. */
static char *
mark_first_day(const struct locale *locale, const char *pattern, int day)
{
	const char *first = locale_find(locale, "meta.date.first-day");
	const char *at = first && day == 1 ? strchr(pattern, 'd') : NULL;

	if (!at)
		return g_strdup(pattern);
	return g_strdup_printf("%.*s'%s'%s", (int)(at - pattern), pattern, first, at + 1);
}

/* Does the language write the year before month and day? */
static bool
is_year_first(const struct locale *locale)
{
	return g_strcmp0(locale_find(locale, "meta.date.order"), "year-first") == 0;
}

/* "44 BC", "公元前44年": no year before the first stands by its number alone.  Takes pattern. */
static char *
mark_era(char *pattern, const struct locale *locale)
{
	const char *year = strchr(pattern, 'y');
	const char *behind = year ? year + strspn(year, "y") : NULL;
	bool first = is_year_first(locale);
	char *marked;

	if (!year)
		return pattern;
	marked = g_strdup_printf("%.*s%sy%s%s", (int)(year - pattern), pattern, first ? "G" : "",
				 first ? "" : " G", behind);
	g_free(pattern);
	return marked;
}

static char *
write_day(const struct locale *locale, const char *pattern, int day)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[128];
	int32_t length = udat_format(find_format(locale, pattern), (double)day * U_MILLIS_PER_DAY,
				     text, G_N_ELEMENTS(text), NULL, &status);

	g_assert(U_SUCCESS(status));
	return utf8_new(text, length);
}

/* One part of a date; the date has what the part needs. */
static char *
format_part(const struct style *style, const struct edtf_date *date, enum part part,
	    const char *grammar)
{
	GHashTable *dates = style->locale->cache->dates;
	struct edtf edtf = {.start = *date};
	struct written key = {.pattern = own_pattern(style, part, grammar)};
	const struct written *found;
	g_autofree char *pattern = NULL;
	int last;

	if (!key.pattern)
		key.pattern = best_pattern(style->locale,
					   style->brief ? parts[part].brief : parts[part].skeleton);
	edtf_bounds(&edtf, &key.day, &last);
	found = g_hash_table_lookup(dates, &key);
	if (found)
		return g_strdup(found->text);
	pattern = mark_first_day(style->locale, key.pattern, date->day);
	if (date->year < 1)
		pattern = mark_era(pattern, style->locale);
	key.text = write_day(style->locale, pattern, key.day);
	if (g_hash_table_size(dates) < WRITTEN_MOST) {
		g_hash_table_add(dates, g_memdup2(&key, sizeof(key)));
		return g_strdup(key.text);
	}
	return key.text;
}

static char *
label_one(const struct locale *locale, const char *key, const char *arg)
{
	return locale_label(locale, key, 1, &arg);
}

static char *
format_season(const struct style *style, const struct edtf_date *date, const char *grammar)
{
	g_autofree char *key = g_strdup_printf("date.season-%d", date->month);
	g_autofree char *of_case = g_strconcat(key, "-", grammar ? grammar : "", NULL);
	g_autofree char *year = g_strdup_printf("%d", date->year);

	return label_one(style->locale, locale_has(style->locale, of_case) ? of_case : key, year);
}

/* A century as its years: its number is counted otherwise than they are. */
static char *
format_years(const struct style *style, const struct edtf_date *date)
{
	bool decade = date->precision == EDTF_DECADE;
	g_autofree char *first = g_strdup_printf("%d", date->year);
	g_autofree char *last = g_strdup_printf("%d", date->year + (decade ? 9 : 99));
	const char *args[] = {first, last};

	return locale_label(style->locale, decade ? "date.decade" : "date.interval-short", 2, args);
}

/* ICU's calendar ends some million years away. */
static char *
format_year(const struct style *style, const struct edtf_date *date, const char *grammar)
{
	if (ABS(date->year) > 9999)
		return locale_integer(style->locale, date->year);
	return format_part(style, date, PART_YEAR, grammar);
}

/* A date that is one, without its marks. */
static char *
format_plain(const struct style *style, const struct edtf_date *date, const char *grammar)
{
	switch (date->precision) {
	case EDTF_DAY:
		return format_part(style, date, PART_DAY, grammar);
	case EDTF_MONTH:
		return format_part(style, date, PART_MONTH, grammar);
	case EDTF_YEAR:
		return format_year(style, date, grammar);
	case EDTF_SEASON:
		return format_season(style, date, grammar);
	case EDTF_CENTURY:
	case EDTF_DECADE:
		return format_years(style, date);
	case EDTF_UNKNOWN:
	case EDTF_OPEN:
		break;
	}
	return g_strdup(locale_find(style->locale, "val.unknown"));
}

/* The case that a word of dates asks for ("since", "circa"), or NULL. */
static const char *
case_after(const struct locale *locale, const char *word)
{
	g_autofree char *key = g_strconcat("meta.date.case.", word, NULL);

	return locale_find(locale, key);
}

static char *
label_brief(const struct style *style, const char *key, const char *arg)
{
	g_autofree char *brief = g_strconcat(key, "-short", NULL);

	return label_one(style->locale, style->brief ? brief : key, arg);
}

/* A date with "circa" and doubts; grammar is the case asked for from outside. */
static char *
format_marked(const struct style *style, const struct edtf_date *date, const char *grammar)
{
	const char *circa = date->approximate ? case_after(style->locale, "circa") : NULL;
	char *text = format_plain(style, date, circa ? circa : grammar);

	if (date->approximate) {
		char *inner = text;

		text = label_brief(style, "date.circa", inner);
		g_free(inner);
	}
	if (date->uncertain) {
		char *inner = text;

		text = label_brief(style, "date.uncertain", inner);
		g_free(inner);
	}
	return text;
}

/* What need not be said of one side since the other says it: the year, or year and month. */
static enum part
shorter_part(const struct edtf_date *said, const struct edtf_date *date, enum part whole)
{
	if (said->precision != date->precision || said->year != date->year)
		return whole;
	if (whole == PART_MONTH)
		return PART_MONTH_ONLY;
	if (whole == PART_DAY)
		return said->month == date->month ? PART_DAY_ONLY : PART_DAY_MONTH;
	return whole;
}

static enum part
part_of(const struct edtf_date *date)
{
	if (date->precision == EDTF_DAY)
		return PART_DAY;
	return date->precision == EDTF_MONTH ? PART_MONTH : PART_YEAR;
}

static bool
is_calendar(const struct edtf_date *date)
{
	return date->precision == EDTF_DAY || date->precision == EDTF_MONTH ||
	       (date->precision == EDTF_YEAR && ABS(date->year) <= 9999);
}

/* One side of a closed interval, without what the other side says. */
static char *
format_side(const struct style *style, const struct edtf_date *date, const struct edtf_date *other,
	    bool may_shorten, const char *word)
{
	const char *grammar = case_after(style->locale, word);
	enum part part = part_of(date);

	if (date->uncertain || !is_calendar(date))
		return format_marked(style, date, grammar);
	if (may_shorten)
		part = shorter_part(other, date, part);
	return format_part(style, date, part, grammar);
}

static const char *
interval_key(const struct style *style, const struct edtf *date)
{
	if (style->brief)
		return "date.interval-short";
	if (date->start.approximate)
		return "date.interval-circa";
	return date->start.precision == EDTF_DAY ? "date.interval-day" : "date.interval";
}

static char *
format_interval(const struct style *style, const struct edtf *date)
{
	bool year_first = is_year_first(style->locale);
	bool marked = style->brief || date->start.uncertain || date->end.uncertain ||
		      date->end.approximate;
	g_autofree char *start = NULL, *end = NULL;
	const char *args[2];

	if (style->brief)
		start = format_marked(style, &date->start, NULL);
	else
		start = format_side(style, &date->start, &date->end, !marked && !year_first,
				    date->start.approximate ? "circa-interval" : "from");
	if (marked)
		end = format_marked(style, &date->end,
				    style->brief ? NULL : case_after(style->locale, "to"));
	else
		end = format_side(style, &date->end, &date->start, year_first, "to");
	args[0] = start;
	args[1] = end;
	return locale_label(style->locale, interval_key(style, date), 2, args);
}

/* "since …", "until …" around the side that there is. */
static char *
format_open(const struct style *style, const struct edtf_date *date, const char *word)
{
	const char *grammar = style->brief ? NULL : case_after(style->locale, word);
	g_autofree char *inner = format_marked(style, date, grammar);
	g_autofree char *key = NULL;

	if (style->brief)
		key = g_strconcat("date.", word, "-short", NULL);
	else
		key = g_strconcat("date.", word, date->precision == EDTF_DAY ? "-day" : "", NULL);
	return label_one(style->locale, key, inner);
}

static char *
format_date(const struct style *style, const struct edtf *date)
{
	if (!date->interval)
		return format_marked(style, &date->start, NULL);
	if (date->start.precision <= EDTF_OPEN)
		return format_open(style, &date->end, "until");
	if (date->end.precision <= EDTF_OPEN)
		return format_open(style, &date->start, "since");
	return format_interval(style, date);
}

char *
locale_date(const struct locale *locale, const struct edtf *date)
{
	return format_date(&(struct style){.locale = locale}, date);
}

char *
locale_date_short(const struct locale *locale, const struct edtf *date)
{
	return format_date(&(struct style){.locale = locale, .brief = true}, date);
}
