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
	case 0x223C:
	case 0x301C:
	case 0xFF5E:
		return 0x2013;
	case 0x066B: /* Arabic decimal and thousands separators */
	case 0xFF0E:
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
 * Bytes of the character at p, which is not ASCII, if it stands for itself, else 0: most are
 * letters without case or small ones, in blocks where none composes with another.
 */
static gsize
settled_at(const char *p)
{
	const guchar *u = (const guchar *)p;
	const char *next = p;
	GUnicodeType type;
	gunichar c;

	if (u[0] == 0xd1 && u[1] < 0xa0) /* small Cyrillic letters */
		return 2;
	if (u[0] == 0xd0 && u[1] >= 0xb0)
		return 2;
	/* small letters of Latin-1, all but the division sign; Arabic ones */
	if (u[0] == 0xc3 && u[1] >= 0xa0 && u[1] != 0xb7)
		return 2;
	if ((u[0] == 0xd8 && u[1] >= 0xa1 && u[1] <= 0xba) ||
	    (u[0] == 0xd9 && u[1] >= 0x81 && u[1] <= 0x8a))
		return 2;
	/* nothing but ideographs, or Hangul, begins so */
	if ((u[0] >= 0xe5 && u[0] <= 0xe8) || u[0] == 0xeb || u[0] == 0xec)
		return 3;
	c = utf8_take(&next);
	type = g_unichar_type(c);
	if (type != G_UNICODE_OTHER_LETTER && type != G_UNICODE_LOWERCASE_LETTER)
		return 0;
	return folds_to_small(c) ? (gsize)(next - p) : 0;
}

/* The highest bit of each of eight bytes, all ASCII, that are not zero. */
static guint64
not_zero(guint64 word)
{
	return (word + UTF8_EACH(0x7f)) & UTF8_EACH(0x80);
}

/* Eight bytes of ASCII folded; 0 where one is a control, or blanks stand together. */
static guint64
fold_eight(guint64 word, bool behind_blank)
{
	const guint64 high = UTF8_EACH(0x80);
	guint64 upper, blank = not_zero(word ^ UTF8_EACH(' ')) ^ high;

	if (((word - UTF8_EACH(0x20)) | (word + UTF8_EACH(1))) & high)
		return 0;
	if (blank & (blank << 8 | (behind_blank ? 0x80 : 0)))
		return 0;
	upper = (word + UTF8_EACH(0x80 - 'A')) & ~(word + UTF8_EACH(0x80 - 'Z' - 1)) & high;
	return word | upper >> 2;
}

/*
 * Folds what is ASCII of the next eight bytes of the text, or the first of them; eight bytes are
 * written.  How many of them are meant: none where more must be known of the first.
 */
static gsize
fold_ascii(char *to, const char *p, gsize left, bool behind_blank)
{
	guint64 word = left < 8 ? 0 : utf8_eight(p), folded = 0;
	gsize n = left < 8 ? 1 : utf8_count_low(word);

	if (n > 1) {
		/* what is behind the last of them is written over */
		if (n < 8)
			word = (word & ~(~(guint64)0 << 8 * n)) | UTF8_EACH('a') << 8 * n;
		folded = fold_eight(word, behind_blank);
	}
	if (folded == 0) {
		*to = g_ascii_isupper(*p) ? *p | 0x20 : *p;
		return g_ascii_isspace(*p) && (behind_blank || *p != ' ') ? 0 : 1;
	}
	folded = GUINT64_TO_LE(folded);
	memcpy(to, &folded, sizeof(folded));
	return n;
}

/* Appends what is folded byte by byte or stands for itself; how far from p on that goes. */
static const char *
append_run(GString *out, const char *p, const char *end)
{
	gsize length = out->len, bytes;
	char *to;

	g_string_set_size(out, length + (gsize)(end - p) + sizeof(guint64));
	to = out->str + length;
	for (; p < end; p += bytes, to += bytes) {
		if ((guchar)*p < 0x80) {
			bool behind_blank = to > out->str && to[-1] == ' ';

			bytes = fold_ascii(to, p, (gsize)(end - p), behind_blank);
		} else {
			/* of three bytes at most; NUL is behind the last */
			bytes = settled_at(p);
			to[0] = p[0];
			to[1] = p[1];
			to[2] = p[2];
		}
		if (bytes == 0)
			break;
	}
	g_string_truncate(out, (gsize)(to - out->str));
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
		if (!composed && may_compose(p))
			return false;
		append_character(out, p);
		p = g_utf8_next_char(p);
	}
	return true;
}

static void
append_composed(GString *out, const char *text, gsize bytes)
{
	g_autofree char *whole = g_strndup(text, bytes);
	g_autofree char *composed = text_compose(whole);

	append_all(out, composed, composed + strlen(composed), true);
}

void
vocabulary_fold_bytes(GString *out, const char *text, gsize bytes)
{
	gsize before = out->len;

	if (append_all(out, text, text + bytes, false))
		return;
	g_string_truncate(out, before);
	append_composed(out, text, bytes);
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
