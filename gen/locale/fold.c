/* fold: texts as the vocabulary compares them. */
#include "locale/vocabulary.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

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

static void
append_character(GString *out, const char *p)
{
	gunichar c = g_utf8_get_char(p);
	g_autofree char *small = NULL;

	if (folds_to_small(c)) {
		append_folded(out, g_unichar_tolower(c));
		return;
	}
	small = g_utf8_casefold(p, g_utf8_next_char(p) - p);
	for (const char *q = small; *q; q = g_utf8_next_char(q))
		append_folded(out, g_utf8_get_char(q));
}

/*
 * Bytes of the character at p if it stands for itself, else 0: most that are not ASCII are letters
 * without case or small ones, in blocks where none composes with another.
 */
static gsize
settled_at(const char *p)
{
	const char *next = p;
	gunichar c = utf8_take(&next);
	GUnicodeType type = g_unichar_type(c);
	bool stays = type == G_UNICODE_OTHER_LETTER || type == G_UNICODE_LOWERCASE_LETTER;

	return stays && folds_to_small(c) ? (gsize)(next - p) : 0;
}

/* Appends from p on what stands for itself; how far that goes. */
static const char *
append_run(GString *out, const char *p, const char *end)
{
	const char *start = p;
	bool blank = out->len > 0 && out->str[out->len - 1] == ' ';

	while (p < end) {
		if ((guchar)*p >= 0x80) {
			gsize bytes = settled_at(p);

			if (bytes == 0)
				break;
			p += bytes;
			blank = false;
			continue;
		}
		if (g_ascii_isupper(*p) || *p == '~' ||
		    (g_ascii_isspace(*p) && (blank || *p != ' ')))
			break;
		blank = *p++ == ' ';
	}
	g_string_append_len(out, start, p - start);
	return p;
}

/* Can the character at p be another, or one with that before it, in normalisation form C? */
static bool
may_compose(const char *p)
{
	gunichar c = g_utf8_get_char(p);

	return c >= 0x300 && !(c >= 0x400 && c < 0x483) && !(c >= 0x2010 && c < 0x20d0) &&
	       !(c >= 0x3000 && c < 0x3004) && !(c >= 0xff00 && c < 0xfff0);
}

/* False, with some of it appended, where the text is to be composed first. */
static bool
append_all(GString *out, const char *text, const char *end, bool composed)
{
	const char *p = text;

	while ((p = append_run(out, p, end)) < end) {
		if (g_ascii_isupper(*p)) {
			g_string_append_c(out, g_ascii_tolower(*p));
		} else {
			if (!composed && may_compose(p))
				return false;
			append_character(out, p);
		}
		p = g_utf8_next_char(p);
	}
	return true;
}

void
vocabulary_fold_bytes(GString *out, const char *text, gsize bytes)
{
	gsize before = out->len;
	g_autofree char *whole = NULL, *composed = NULL;

	if (append_all(out, text, text + bytes, false))
		return;
	g_string_truncate(out, before);
	whole = g_strndup(text, bytes);
	composed = text_compose(whole);
	append_all(out, composed, composed + strlen(composed), true);
}

char *
vocabulary_fold(const char *text)
{
	static const char padding[FOLD_PADDING] = {0};
	gsize bytes = strlen(text);
	GString *out = g_string_sized_new(bytes + FOLD_PADDING);

	vocabulary_fold_bytes(out, text, bytes);
	g_string_append_len(out, padding, FOLD_PADDING);
	return g_string_free(out, FALSE);
}
