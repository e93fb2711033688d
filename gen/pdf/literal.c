#include "pdf/literal.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

static bool
is_plain(const char *text, gsize length)
{
	for (gsize i = 0; i < length; i++) {
		if (text[i] < 0x20 || text[i] > 0x7e)
			return false;
	}
	return true;
}

static void
append_unit(GString *out, gunichar unit)
{
	static const char digits[] = "0123456789abcdef";

	for (int shift = 12; shift >= 0; shift -= 4)
		g_string_append_c(out, digits[unit >> shift & 0xf]);
}

static void
append_plain(GString *out, const char *text, gsize length)
{
	g_string_append_c(out, '(');
	for (gsize i = 0; i < length; i++) {
		if (strchr("()\\", text[i]))
			g_string_append_c(out, '\\');
		g_string_append_c(out, text[i]);
	}
	g_string_append_c(out, ')');
}

void
literal_append_slice(GString *out, const char *utf8, gsize length)
{
	if (is_plain(utf8, length)) {
		append_plain(out, utf8, length);
		return;
	}
	g_string_append(out, "<feff");
	for (const char *p = utf8; p < utf8 + length; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c > 0xffff) {
			append_unit(out, 0xd800 + ((c - 0x10000) >> 10));
			c = 0xdc00 + ((c - 0x10000) & 0x3ff);
		}
		append_unit(out, c);
	}
	g_string_append_c(out, '>');
}

void
literal_append_text(GString *out, const char *utf8)
{
	literal_append_slice(out, utf8 ? utf8 : "", utf8 ? strlen(utf8) : 0);
}

int
literal_compare(const char *a, const char *b)
{
	bool plain = is_plain(a, strlen(a)), other = is_plain(b, strlen(b));
	g_autofree gunichar2 *x = NULL, *y = NULL;
	gsize i = 0;

	/* the mark of UTF-16 comes after all of ASCII */
	if (plain != other)
		return plain ? -1 : 1;
	if (plain)
		return strcmp(a, b);
	x = g_utf8_to_utf16(a, -1, NULL, NULL, NULL);
	y = g_utf8_to_utf16(b, -1, NULL, NULL, NULL);
	while (x[i] && x[i] == y[i])
		i++;
	return x[i] < y[i] ? -1 : x[i] > y[i];
}

/* Digits are made from the last one on: before end; where they begin. */
static char *
digits_before(char *end, guint64 value)
{
	do
		*--end = (char)('0' + value % 10);
	while (value /= 10);
	return end;
}

void
literal_append_integer(GString *out, gint64 value)
{
	char text[24], *end = text + sizeof text;
	char *at = digits_before(end, (guint64)(value < 0 ? -value : value));

	if (value < 0)
		*--at = '-';
	literal_append_bytes(out, at, (gsize)(end - at));
}

void
literal_append_reference(GString *out, guint number)
{
	literal_append_integer(out, number);
	literal_append_word(out, " 0 R");
}

gint64
literal_hundredths(double value)
{
	return llround(value * 100);
}

void
literal_append_hundredths(GString *out, gint64 hundredths)
{
	char text[32], *end = text + sizeof text, *at = end;
	guint64 rest = (guint64)(hundredths < 0 ? -hundredths : hundredths);
	guint cents = (guint)(rest % 100);

	rest /= 100;
	*--at = ' ';
	if (cents % 10)
		*--at = (char)('0' + cents % 10);
	if (cents) {
		*--at = (char)('0' + cents / 10);
		*--at = '.';
	}
	if (rest || !cents)
		at = digits_before(at, rest);
	if (hundredths < 0)
		*--at = '-';
	literal_append_bytes(out, at, (gsize)(end - at));
}

void
literal_append_number(GString *out, double value)
{
	literal_append_hundredths(out, literal_hundredths(value));
}

char *
literal_date(const char *iso)
{
	GString *out = g_string_new("D:");

	for (const char *p = iso ? iso : "1970-01-01T00:00:00Z"; *p && *p != 'Z'; p++) {
		if (g_ascii_isdigit(*p))
			g_string_append_c(out, *p);
	}
	g_string_append_c(out, 'Z');
	return g_string_free(out, FALSE);
}
