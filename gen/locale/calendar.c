/* calendar: dates by their pattern and the names of months in the label file. */
#include "locale/locale_private.h"

#include <string.h>

enum {
	GREGORIAN = 1583, /* the first whole year; before it ICU writes Julian days */
	LAST_YEAR = 9999
};

/* Under which keys the names of a field are looked for, the first that there is. */
static const char *const *
keys_of_field(char letter, gsize width)
{
	static const char *const wide[] = {"date.months", NULL};
	static const char *const wide_alone[] = {"date.months-alone", "date.months", NULL};
	static const char *const brief[] = {"date.months-short", "date.months", NULL};
	static const char *const brief_alone[] = {"date.months-short-alone", "date.months-short",
						  "date.months-alone", "date.months", NULL};

	if (letter == 'M')
		return width == 4 ? wide : brief;
	return width == 4 ? wide_alone : brief_alone;
}

/* The name of a month, 1 to 12, in the first of the labels; false where there is none. */
static bool
append_name(const struct locale *locale, const char *const *keys, int month, GString *out)
{
	const char *names = NULL;

	for (; *keys && !names; keys++)
		names = locale_find(locale, *keys);
	for (; names && month > 1; month--) {
		const char *end = strchr(names, '|');

		names = end ? end + 1 : NULL;
	}
	if (names)
		g_string_append_len(out, names, (gssize)strcspn(names, "|"));
	return names != NULL;
}

static void
append_int(GString *out, int value)
{
	char digits[12], *start = digits + sizeof(digits);

	do
		*--start = (char)('0' + value % 10);
	while (value /= 10);
	g_string_append_len(out, start, digits + sizeof(digits) - start);
}

/* One field of a pattern; false for one that is left to ICU. */
static bool
append_field(const struct locale *locale, const struct edtf_date *date, char letter, gsize width,
	     GString *out)
{
	int month = MAX(date->month, 1);

	if ((letter == 'M' || letter == 'L') && (width == 3 || width == 4))
		return append_name(locale, keys_of_field(letter, width), month, out);
	if (width != 1 || !strchr("yMLd", letter))
		return false;
	append_int(out, letter == 'y' ? date->year : letter == 'd' ? MAX(date->day, 1) : month);
	return true;
}

char *
calendar_write(const struct locale *locale, const char *pattern, const struct edtf_date *date)
{
	g_autoptr(GString) out = NULL;
	bool quoted = false;
	gsize width;

	if (!locale->has_months || date->year < GREGORIAN || date->year > LAST_YEAR)
		return NULL;
	out = g_string_sized_new(64);
	for (const char *p = pattern; *p; p += width) {
		width = 1;
		if (*p == '\'' && p[1] == '\'') {
			g_string_append_c(out, '\'');
			width = 2;
		} else if (*p == '\'') {
			quoted = !quoted;
		} else if (quoted || !g_ascii_isalpha(*p)) {
			g_string_append_c(out, *p);
		} else {
			width = strspn(p, (const char[]){*p, '\0'});
			if (!append_field(locale, date, *p, width, out))
				return NULL;
		}
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

/* The names are those of one of ICU's locales: a tag with a region may have others. */
bool
calendar_has_months(const struct locale *locale)
{
	const char *of = locale_find(locale, "date.months-of");
	const char *numbering = locale_find(locale, "meta.numbering");
	gsize length = strcspn(locale->icu, "@");

	return of && strlen(of) == length && strncmp(of, locale->icu, length) == 0 &&
	       (!numbering || strcmp(numbering, "latn") == 0);
}
