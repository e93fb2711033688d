/* tounicode: see tounicode.h. */
#include "pdf/tounicode.h"

#include "pdf/literal.h"

enum {
	UNITS_MOST = 8,	  /* UTF-16, of one code */
	LINES_MOST = 100, /* in one operator (Adobe technical note 5014) */
};

bool
tounicode_can_say(const char *text, gsize length)
{
	const char *end = text + length;
	int units = 0;

	for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
		gunichar ch = g_utf8_get_char(p);

		if (ch == 0 || ch == 0xFEFF || ch == 0xFFFE ||
		    g_unichar_type(ch) == G_UNICODE_PRIVATE_USE)
			return false;
		units += ch > 0xFFFF ? 2 : 1;
	}
	return units <= UNITS_MOST;
}

static void
append_unit(GString *out, guint unit)
{
	static const char digits[] = "0123456789ABCDEF";
	const char hexadecimal[] = {digits[unit >> 12 & 0xF], digits[unit >> 8 & 0xF],
				    digits[unit >> 4 & 0xF], digits[unit & 0xF]};

	literal_append_bytes(out, hexadecimal, sizeof(hexadecimal));
}

static void
append_text(GString *out, const char *text)
{
	g_string_append_c(out, '<');
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar ch = g_utf8_get_char(p);

		if (ch > 0xFFFF) {
			append_unit(out, 0xD800 + ((ch - 0x10000) >> 10));
			ch = 0xDC00 + (ch & 0x3FF);
		}
		append_unit(out, ch);
	}
	g_string_append_c(out, '>');
}

/*
 * One line for each code: they come in order of first use, seldom in runs, and Ghostscript 10 reads
 * neither ranges nor lists rightly.
 */
static void
append_texts(GString *out, const char *const *texts, guint n, int bytes)
{
	for (guint code = 1; code < n; code++) {
		guint place = (code - 1) % LINES_MOST;

		if (place == 0)
			g_string_append_printf(out, "%u beginbfchar\n", MIN(n - code, LINES_MOST));
		g_string_append_printf(out, "<%0*X>", 2 * bytes, code);
		append_text(out, texts[code]);
		g_string_append_c(out, '\n');
		if (place == LINES_MOST - 1 || code == n - 1)
			g_string_append(out, "endbfchar\n");
	}
}

GBytes *
tounicode_write(const char *const *texts, guint n, int bytes)
{
	GString *out =
		g_string_new("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
			     "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) "
			     "/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n"
			     "/CMapType 2 def\n1 begincodespacerange\n");

	g_string_append(out, bytes == 1 ? "<00><FF>\n" : "<0000><FFFF>\n");
	g_string_append(out, "endcodespacerange\n");
	append_texts(out, texts, n, bytes);
	g_string_append(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	return g_string_free_to_bytes(out);
}
