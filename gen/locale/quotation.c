/* quotation: words in quotation marks. */
#include "locale/quotation.h"

#include <glib.h>
#include <string.h>

#include "base/utf8.h"
#include "locale/prose.h"

static bool
opens_quotation(gunichar c)
{
	return c == '"' || c == 0x201C || c == 0x201E || c == 0xAB || c == 0xBB || c == 0x300C ||
	       c == 0x300E || c == 0x300A;
}

static bool
closes_quotation(gunichar c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB || c == 0x300D ||
	       c == 0x300F || c == 0x300B;
}

/* May a quotation mark begin there? Of those that are not ASCII two bytes are looked at. */
static bool
may_quote(const char *p)
{
	const guchar *u = (const guchar *)p;

	return u[0] == '"' || u[0] == 0xC2 || ((u[0] == 0xE2 || u[0] == 0xE3) && u[1] == 0x80);
}

/* Behind what is plainly no quotation mark, in a text with padding. */
static char *
behind_plain(char *p)
{
	const guint64 low = UTF8_EACH(0x7F), high = UTF8_EACH(0x80);

	for (;;) {
		guint64 eight = utf8_eight(p), other = eight ^ UTF8_EACH('"');
		/* of what is ASCII the sums reach the highest bit, but for a mark or NUL */
		guint64 doubtful = ~((other + low) & (eight + low) & ~eight) & high;

		if (doubtful == 0) {
			p += sizeof(eight);
			continue;
		}
		p += __builtin_ctzll(doubtful) / 8;
		while ((guchar)*p >= 0x80 && !may_quote(p))
			p = g_utf8_next_char(p);
		if (*p == '\0' || may_quote(p))
			return p;
	}
}

void
quotation_blank(char *text)
{
	char *open = NULL, *next;

	for (char *p = behind_plain(text); *p; p = behind_plain(next)) {
		gunichar c = g_utf8_get_char(p);

		next = g_utf8_next_char(p);
		if (open && closes_quotation(c)) {
			memset(open, PROSE_BARRIER, (gsize)(next - open));
			open = NULL;
		} else if (!open && opens_quotation(c)) {
			open = p;
		}
	}
}
