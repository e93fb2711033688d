/* reading_date: a translator's wording of a date against the datum, at the wording's own precision.
 */
#include "locale/locale_private.h"

#include <stdlib.h>
#include <string.h>
#include "locale/lexeme.h"
#include "locale/vocabulary.h"

enum {
	DATE_WORDS = KIND_BIT(WORD_MONTH) | KIND_BIT(WORD_SEASON) | KIND_BIT(WORD_SINCE) |
		     KIND_BIT(WORD_UNTIL) | KIND_BIT(WORD_RANGE) | KIND_BIT(WORD_SPAN) |
		     KIND_BIT(WORD_ERA),
	YEAR_OF_NO_DATE = 10000,
	SEASON_FIRST = 21 /* spring, as EDTF counts */
};

/* What a wording says of one date; 0 where it says nothing. */
struct partial {
	int year, month, day;
	int last_month; /* "the first half": month to last_month; else 0 */
};

struct reading {
	const struct vocabulary *vocabulary;
	const char *text; /* folded */
	GArray *dates;	  /* struct partial */
	struct partial current;
	int era; /* the year before the first of the era that was named, or 0 */
	bool since, until;
};

static bool
is_empty(const struct partial *date)
{
	return !date->year && !date->month && !date->day;
}

static void
finish(struct reading *reading)
{
	if (!is_empty(&reading->current))
		g_array_append_val(reading->dates, reading->current);
	reading->current = (struct partial){0};
}

static void
set_year(struct reading *reading, int year)
{
	if (reading->current.year)
		finish(reading);
	reading->current.year = reading->era + year;
	reading->era = 0;
}

/* The Arabic of the United Nations names a month twice, "أيلول/سبتمبر 2020". */
static void
set_month(struct reading *reading, int month)
{
	struct partial *current = &reading->current;

	/* "أيلول/سبتمبر": one month by two names */
	if (current->month == month && !current->last_month && !current->year)
		return;
	/* "the end of September" */
	if (current->month && !current->last_month)
		finish(reading);
	current->month = month;
	current->last_month = 0;
}

/* "the first half", "early": of a year, not of a month. */
static void
set_span(struct reading *reading, int first, int last)
{
	if (reading->current.month && !reading->current.last_month)
		return;
	if (reading->current.last_month)
		finish(reading);
	reading->current.month = first;
	reading->current.last_month = last;
}

static void
set_day(struct reading *reading, int day)
{
	if (reading->current.day)
		finish(reading);
	reading->current.day = day;
}

/* Bytes of what parts the numbers of a date at text, a blank behind a full stop with it, or 0. */
static gsize
date_sign(const char *text)
{
	gsize bytes = 1;

	if (!*text || !strchr("./-", *text))
		return 0;
	while (*text == '.' && text[bytes] == ' ')
		bytes++;
	return g_ascii_isdigit(text[bytes]) ? bytes : 0;
}

/*
 * "2020-09-25", "25.09.2020", "25. 9. 2020", "09/2020": digits with signs between.  Bytes taken, or
 * 0.  Day before month where the year comes last, as everywhere but in the United States.
 */
static gsize
read_numeric(struct reading *reading, const char *text)
{
	int parts[3] = {0}, n = 0;
	bool blank = false;
	gsize at = 0;

	while (n < 3 && g_ascii_isdigit(text[at])) {
		char *end;
		gsize sign;

		parts[n++] = (int)strtol(text + at, &end, 10);
		at = (gsize)(end - text);
		sign = n < 3 ? date_sign(end) : 0;
		if (sign == 0)
			break;
		blank = blank || sign > 1;
		at += sign;
	}
	if (n < 2 || (blank && n < 3) || (parts[0] > 31) == (parts[n - 1] > 31))
		return 0;
	/* "winter 2020/21" has the name of its first year */
	if (n == 2 && reading->current.month >= SEASON_FIRST && parts[0] > 31) {
		set_year(reading, parts[0]);
		return at;
	}
	finish(reading);
	if (parts[0] > 31)
		reading->current = (struct partial){parts[0], parts[1], parts[2], 0};
	else
		reading->current =
			(struct partial){parts[n - 1], parts[n - 2], n == 3 ? parts[0] : 0, 0};
	return at;
}

/* A number followed by 年, 月 or 日; bytes of the mark, or 0. */
static gsize
read_marked(struct reading *reading, int number, const char *behind)
{
	const gunichar *marks = vocabulary_date_marks(reading->vocabulary);
	const char *start = behind;
	gunichar c;

	while (*behind == ' ')
		behind++;
	c = g_utf8_get_char(behind);
	if (!marks || (c != marks[0] && c != marks[1] && c != marks[2]))
		return 0;
	if (c == marks[0])
		set_year(reading, number);
	else if (c == marks[1])
		set_month(reading, number);
	else
		set_day(reading, number);
	return (gsize)(g_utf8_next_char(behind) - start);
}

/* "1~6月", "25-27日": the mark behind the second number is for both.  False where there is none. */
static bool
read_first_of_range(struct reading *reading, int number, const char *behind)
{
	gsize dash = *behind == '-' || *behind == '~' ? 1
		     : g_str_has_prefix(behind, "–")  ? strlen("–")
						      : 0;
	char *end;

	if (dash == 0 || !g_ascii_isdigit(behind[dash]))
		return false;
	strtol(behind + dash, &end, 10);
	if (!read_marked(reading, number, end))
		return false;
	finish(reading);
	return true;
}

static gsize
read_number(struct reading *reading, const char *text)
{
	gsize taken = read_numeric(reading, text), mark;
	char *end;
	long number;

	if (taken > 0)
		return taken;
	number = strtol(text, &end, 10);
	taken = (gsize)(end - text);
	if (number < 1 || number > YEAR_OF_NO_DATE)
		number = YEAR_OF_NO_DATE;
	mark = read_marked(reading, (int)number, end);
	if (mark > 0 || read_first_of_range(reading, (int)number, end))
		return taken + mark;
	/* Whatever cannot be a day is meant as a year, be it never so odd: a slip must not be
	 * passed over. */
	if (number <= 31 && taken <= 2)
		set_day(reading, (int)number);
	else
		set_year(reading, (int)number);
	return taken;
}

/* The number that the character at p says: 0 to 10, "元" of an era 1; -1 where it says none. */
static int
numeral_at(const struct reading *reading, const char *p)
{
	static const gunichar digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
					  0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
	const gunichar first_year = 0x5143;
	gunichar c = g_utf8_get_char(p);

	for (int i = 0; i < (int)G_N_ELEMENTS(digits); i++)
		if (c == digits[i])
			return i;
	return reading->era && c == first_year ? 1 : -1;
}

/* "二〇二〇年", "二十五日", "令和元年": a number in words before a mark of dates; bytes taken, or
 * 0. */
static gsize
read_numeral(struct reading *reading, const char *text)
{
	const char *p = text;
	int number = 0, digit;
	bool tens = false;
	gsize mark;

	if (!vocabulary_date_marks(reading->vocabulary))
		return 0;
	while ((digit = numeral_at(reading, p)) >= 0 && number < YEAR_OF_NO_DATE) {
		if (digit == 10)
			number = MAX(number, 1) * 10;
		else
			number = (tens ? number : number * 10) + digit;
		tens = digit == 10;
		p = g_utf8_next_char(p);
	}
	mark = p > text ? read_marked(reading, number, p) : 0;
	return mark ? (gsize)(p - text) + mark : 0;
}

static void
add_word(struct reading *reading, const struct word *word)
{
	switch (word->kind) {
	case WORD_MONTH:
	case WORD_SEASON:
		set_month(reading, word->power);
		break;
	case WORD_SPAN:
		set_span(reading, word->power / 100, word->power % 100);
		break;
	case WORD_ERA:
		reading->era = word->power;
		break;
	case WORD_SINCE:
		reading->since = true;
		break;
	case WORD_UNTIL:
		reading->until = true;
		finish(reading);
		break;
	default:
		finish(reading);
	}
}

/* Bytes of the letters of an unknown word, at least one character. */
static gsize
skip_word(const struct reading *reading, const char *text)
{
	const char *p = g_utf8_next_char(text);

	if (!g_unichar_isalpha(g_utf8_get_char(text)) ||
	    vocabulary_starts_inside(reading->vocabulary))
		return (gsize)(p - text);
	while (g_unichar_isalpha(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return (gsize)(p - text);
}

static const struct word *
match(const struct reading *reading, const char *text, gsize *bytes)
{
	gsize letters = vocabulary_letters(reading->vocabulary, text);

	return vocabulary_match(reading->vocabulary, text, letters, DATE_WORDS, bytes);
}

static gsize
read_one(struct reading *reading, const char *text)
{
	const struct word *word;
	gsize bytes, prefix;

	/* "1분기", "1. Quartal" */
	if (g_ascii_isdigit(*text) &&
	    !vocabulary_match(reading->vocabulary, text, 0, KIND_BIT(WORD_SPAN), &bytes))
		return read_number(reading, text);
	bytes = read_numeral(reading, text);
	if (bytes > 0)
		return bytes;
	if (*text == '~' || g_str_has_prefix(text, "–")) {
		finish(reading);
		return *text == '~' ? 1 : strlen("–");
	}
	word = match(reading, text, &bytes);
	prefix = word ? 0 : vocabulary_prefix(reading->vocabulary, text);
	if (prefix > 0)
		word = match(reading, text + prefix, &bytes);
	if (!word)
		return skip_word(reading, text);
	add_word(reading, word);
	return prefix + bytes;
}

/* "od stycznia do sierpnia 2019", "25–27 września", "2019年1月至8月": what one side leaves out the
 * other says. */
static void
share(struct partial *to, const struct partial *from)
{
	if (to->day && !to->month)
		to->month = from->month;
	if (to->month && !to->year)
		to->year = from->year;
}

static void
reading_start(struct reading *reading)
{
	const char *text = reading->text;

	while (*text)
		text += read_one(reading, text);
	finish(reading);
	if (reading->dates->len == 2) {
		struct partial *first = &g_array_index(reading->dates, struct partial, 0);
		struct partial *second = &g_array_index(reading->dates, struct partial, 1);

		share(first, second);
		share(second, first);
	}
}

/* ---- comparison ---- */

/*
 * A season of EDTF, or a month of it, on either side of the equator: what is spring in the north is
 * autumn in the south.
 */
static bool
is_in_season(const struct edtf_date *date, int season)
{
	if (date->precision == EDTF_SEASON)
		return date->month == season;
	return date->precision >= EDTF_MONTH &&
	       (date->month % 12 / 3 + 3) % 2 == (season - SEASON_FIRST) % 2;
}

/* The date lies in what was read, which is no more precise than it. */
static bool
partial_equal(const struct partial *read, const struct edtf_date *date)
{
	int last_month = read->last_month ? read->last_month : read->month;

	if (read->day && (date->precision != EDTF_DAY || read->day != date->day))
		return false;
	if (read->month >= SEASON_FIRST)
		return is_in_season(date, read->month) && (!read->year || read->year == date->year);
	if (read->month &&
	    (date->precision < EDTF_MONTH || date->month < read->month || date->month > last_month))
		return false;
	return !read->year || read->year == date->year;
}

static bool
is_open(const struct edtf_date *date)
{
	return date->precision <= EDTF_OPEN;
}

static const struct partial *
partial_at(const struct reading *reading, guint at)
{
	return &g_array_index(reading->dates, struct partial, at);
}

/* One date read against an interval: its only side, or both as far as the wording says. */
static enum wording_verdict
judge_one(const struct reading *reading, const struct edtf *date)
{
	const struct partial *read = partial_at(reading, 0);

	if (is_open(&date->start)) {
		if (reading->since && !reading->until)
			return WORDING_QUALIFIER;
		return partial_equal(read, &date->end) ? WORDING_EQUAL : WORDING_VALUE;
	}
	if (is_open(&date->end)) {
		if (reading->until && !reading->since)
			return WORDING_QUALIFIER;
		return partial_equal(read, &date->start) ? WORDING_EQUAL : WORDING_VALUE;
	}
	return partial_equal(read, &date->start) && partial_equal(read, &date->end) ? WORDING_EQUAL
										    : WORDING_VALUE;
}

static enum wording_verdict
judge(const struct reading *reading, const struct edtf *date)
{
	guint n = reading->dates->len;

	if (n == 0)
		return WORDING_NO_FIGURE;
	if (!date->interval)
		return n == 1 && partial_equal(partial_at(reading, 0), &date->start)
			       ? WORDING_EQUAL
			       : WORDING_VALUE;
	if (n == 1)
		return judge_one(reading, date);
	if (n > 2 || is_open(&date->start) || is_open(&date->end))
		return WORDING_VALUE;
	return partial_equal(partial_at(reading, 0), &date->start) &&
			       partial_equal(partial_at(reading, 1), &date->end)
		       ? WORDING_EQUAL
		       : WORDING_VALUE;
}

/* As EDTF writes it; false where a part in the middle is missing ("25 September" of no year). */
static bool
append_edtf(GString *out, const struct partial *date)
{
	if (!date->year || (date->day && !date->month) || date->last_month)
		return false;
	g_string_append_printf(out, "%04d", date->year);
	if (date->month)
		g_string_append_printf(out, "-%02d", date->month);
	if (date->day)
		g_string_append_printf(out, "-%02d", date->day);
	return true;
}

/* What was read, in the form in which the language prints a date; NULL where it is no whole date.
 */
static char *
describe(const struct reading *reading, const struct locale *locale)
{
	g_autoptr(GString) text = g_string_new(NULL);
	bool open = reading->dates->len == 1 && reading->since != reading->until;
	struct edtf date;

	if (open && reading->until)
		g_string_append(text, "../");
	for (guint i = 0; i < reading->dates->len; i++) {
		if (i > 0)
			g_string_append_c(text, '/');
		if (!append_edtf(text, partial_at(reading, i)))
			return NULL;
	}
	if (open && reading->since)
		g_string_append(text, "/..");
	return edtf_parse(text->str, &date, NULL) ? locale_date(locale, &date) : NULL;
}

enum wording_verdict
locale_compare_date(const struct locale *locale, const char *wording, const struct edtf *date,
		    char **found)
{
	g_autofree char *folded = vocabulary_fold(wording);
	struct reading reading = {.vocabulary = vocabulary_of(locale), .text = folded};
	enum wording_verdict verdict;

	reading.dates = g_array_new(FALSE, FALSE, sizeof(struct partial));
	reading_start(&reading);
	verdict = judge(&reading, date);
	if (found)
		*found = verdict == WORDING_NO_FIGURE ? NULL : describe(&reading, locale);
	g_array_unref(reading.dates);
	return verdict;
}
