/* fold: texts as the vocabulary compares them. */
#include "locale/vocabulary.h"

#include <string.h>

#include "base/text.h"

static gunichar
fold_char(gunichar c)
{
	if (g_unichar_isdigit(c))
		return (gunichar)('0' + g_unichar_digit_value(c));
	if (g_unichar_isspace(c))
		return ' ';
	switch (c) {
	case 0x2019:
	case 0x2018:
	case 0x02BC:
		return '\'';
	case 0x2010:
	case 0x2011:
	case 0x2212:
		return '-';
	case 0x2012:
	case 0x2014:
	case 0x2015:
	case '~':
	case 0x301C:
	case 0xFF5E:
		return 0x2013;
	case 0x066B: /* Arabic decimal and thousands separators */
		return '.';
	case 0x066C:
	case 0xFF0C:
		return ',';
	default:
		return c;
	}
}

static bool
is_dropped(gunichar c)
{
	GUnicodeType type = g_unichar_type(c);

	return type == G_UNICODE_FORMAT || type == G_UNICODE_NON_SPACING_MARK || c == 0x0640;
}

/* Does the small letter of c stand for it without case?  In these blocks it does. */
static bool
folds_to_small(gunichar c)
{
	if (c < 0x180)
		return c != 0xDF && c != 0x130 && c != 0x149 && c != 0x17F;
	return (c >= 0x400 && c < 0x530) || (c >= 0x590 && c < 0x10A0) ||
	       (c >= 0x2000 && c < 0x2100) || (c >= 0x2E80 && c < 0xA640) ||
	       (c >= 0xAC00 && c < 0xD7A4);
}

static void
append_folded(GString *out, gunichar c)
{
	c = fold_char(c);
	if (!is_dropped(c) && !(c == ' ' && out->len > 0 && out->str[out->len - 1] == ' '))
		g_string_append_unichar(out, c);
}

char *
vocabulary_fold(const char *text)
{
	g_autofree char *composed = text_compose(text);
	GString *out = g_string_sized_new(strlen(text));

	for (const char *p = composed; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (g_ascii_isalnum(*p)) {
			g_string_append_c(out, g_ascii_tolower(*p));
		} else if (folds_to_small(c)) {
			append_folded(out, g_unichar_tolower(c));
		} else {
			g_autofree char *small = g_utf8_casefold(p, g_utf8_next_char(p) - p);

			for (const char *q = small; *q; q = g_utf8_next_char(q))
				append_folded(out, g_utf8_get_char(q));
		}
	}
	return g_string_free(out, FALSE);
}
