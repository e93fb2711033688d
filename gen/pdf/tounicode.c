/* tounicode: see tounicode.h. */
#include "pdf/tounicode.h"

enum {
	UNITS_MOST = 8,	   /* UTF-16, of one code */
	RANGES_MOST = 100, /* in one operator (Adobe technical note 5014) */
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
append_text(GString *out, const char *text)
{
	g_string_append_c(out, '<');
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar ch = g_utf8_get_char(p);

		if (ch > 0xFFFF)
			g_string_append_printf(out, "%04X%04X", 0xD800 + ((ch - 0x10000) >> 10),
					       0xDC00 + (ch & 0x3FF));
		else
			g_string_append_printf(out, "%04X", ch);
	}
	g_string_append_c(out, '>');
}

/* The character of a text that has but one, which a range may count on from; else 0. */
static gunichar
only_character(const char *text)
{
	gunichar ch = g_utf8_get_char(text);

	return ch && !*g_utf8_next_char(text) && ch <= 0xFFFF ? ch : 0;
}

/* How many codes from first on, below end, count on from its character with one last byte. */
static guint
run_length(const char *const *texts, guint first, guint end)
{
	gunichar ch = only_character(texts[first]);
	guint n = 1;

	while (ch && first + n < end && only_character(texts[first + n]) == ch + n &&
	       ((ch + n) & 0xFF) != 0)
		n++;
	return n;
}

/* Shorter runs are as short in a list. */
enum { RUN_LEAST = 4 };

/* One range from first on, below end, all of one first byte; where the next one begins. */
static guint
append_range(GString *out, const char *const *texts, guint first, guint end)
{
	guint next = first + run_length(texts, first, end);

	if (next - first >= RUN_LEAST) {
		g_string_append_printf(out, "<%04X><%04X>", first, next - 1);
		append_text(out, texts[first]);
		g_string_append_c(out, '\n');
		return next;
	}
	while (next < end && run_length(texts, next, end) < RUN_LEAST)
		next++;
	g_string_append_printf(out, "<%04X><%04X>[", first, next - 1);
	for (guint code = first; code < next; code++)
		append_text(out, texts[code]);
	g_string_append(out, "]\n");
	return next;
}

static void
append_block(GString *out, const GString *ranges, int n)
{
	if (n > 0)
		g_string_append_printf(out, "%d beginbfrange\n%sendbfrange\n", n, ranges->str);
}

GBytes *
tounicode_write(const char *const *texts, guint n)
{
	GString *out =
		g_string_new("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
			     "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) "
			     "/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n"
			     "/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\n"
			     "endcodespacerange\n");
	g_autoptr(GString) ranges = g_string_new(NULL);
	int count = 0;

	for (guint code = 1; code < n; count++) {
		if (count == RANGES_MOST) {
			append_block(out, ranges, count);
			g_string_truncate(ranges, 0);
			count = 0;
		}
		code = append_range(ranges, texts, code, MIN(n, (code | 0xFF) + 1));
	}
	append_block(out, ranges, count);
	g_string_append(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	return g_string_free_to_bytes(out);
}
