#include "pdf/literal.h"

#include <stdbool.h>
#include <string.h>

static bool
is_plain(const char *text)
{
	for (; *text; text++) {
		if (*text < 0x20 || *text > 0x7e)
			return false;
	}
	return true;
}

static void
append_unit(GString *out, gunichar unit)
{
	g_string_append_printf(out, "%04x", unit);
}

void
literal_append_text(GString *out, const char *utf8)
{
	if (!utf8 || is_plain(utf8)) {
		g_string_append_c(out, '(');
		for (const char *p = utf8 ? utf8 : ""; *p; p++) {
			if (strchr("()\\", *p))
				g_string_append_c(out, '\\');
			g_string_append_c(out, *p);
		}
		g_string_append_c(out, ')');
		return;
	}
	g_string_append(out, "<feff");
	for (const char *p = utf8; *p; p = g_utf8_next_char(p)) {
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
literal_append_number(GString *out, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append(out, g_ascii_formatd(text, sizeof text, "%.3f", value));
	g_string_append_c(out, ' ');
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
