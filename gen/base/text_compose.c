/*
 * text_compose: normalisation form C (UAX #15), for texts that nearly all are in it.
 *
 * Only stretches that may change are given to GLib: a character and those after it which it could
 * take in, or which stand in an order that is not the canonical one.  Between stretches nothing
 * moves, so that they can be composed one by one.
 */
#include <string.h>

#include "base/text_private.h"
#include "base/utf8.h"

/* NFC_QC “no” and “maybe” of DerivedNormalizationProps.txt below U+10000, a few neighbours among
 * them. */
static const struct {
	guint16 first, last;
} unsettled[] = {
	{0x0300, 0x0345}, {0x0374, 0x0374}, {0x037e, 0x037e}, {0x0387, 0x0387}, {0x0653, 0x0655},
	{0x093c, 0x093c}, {0x0958, 0x095f}, {0x09be, 0x09be}, {0x09d7, 0x09d7}, {0x09dc, 0x09df},
	{0x0a33, 0x0a36}, {0x0a59, 0x0a5e}, {0x0b3e, 0x0b3e}, {0x0b56, 0x0b57}, {0x0b5c, 0x0b5d},
	{0x0bbe, 0x0bbe}, {0x0bd7, 0x0bd7}, {0x0c56, 0x0c56}, {0x0cc2, 0x0cc2}, {0x0cd5, 0x0cd6},
	{0x0d3e, 0x0d3e}, {0x0d57, 0x0d57}, {0x0dca, 0x0dca}, {0x0dcf, 0x0dcf}, {0x0ddf, 0x0ddf},
	{0x0f43, 0x0f43}, {0x0f4d, 0x0f4d}, {0x0f52, 0x0f52}, {0x0f57, 0x0f57}, {0x0f5c, 0x0f5c},
	{0x0f69, 0x0f69}, {0x0f73, 0x0f81}, {0x0f93, 0x0fb9}, {0x102e, 0x102e}, {0x1161, 0x1175},
	{0x11a8, 0x11c2}, {0x1b35, 0x1b35}, {0x1f71, 0x1ffd}, {0x2000, 0x2001}, {0x2126, 0x2126},
	{0x212a, 0x212b}, {0x2329, 0x232a}, {0x2adc, 0x2adc}, {0x3099, 0x309a}, {0xf900, 0xfad9},
	{0xfb1d, 0xfb4e},
};

/* Could composing change the character, or could the one before it take it in? */
static bool
is_unsettled(gunichar c)
{
	gsize low = 0, high = G_N_ELEMENTS(unsettled);

	/* Rare scripts are not told apart; emoji and most ideographs are no letters of theirs. */
	if (c >= 0x10000)
		return c < 0x1f000 || c >= 0x2f800;
	while (low < high) {
		gsize middle = (low + high) / 2;

		if (c > unsettled[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < G_N_ELEMENTS(unsettled) && c >= unsettled[low].first;
}

/* Behind the plain characters from p on. */
static const char *
behind_plain(const char *p, const char *end)
{
	while (p < end) {
		guchar lead = (guchar)*p;
		const char *next = p;

		if (lead < 0x80)
			p += end - p < 8 ? 1 : utf8_count_low(utf8_eight(p));
		else if (lead < 0xcc || lead == 0xd0 || lead == 0xd1) /* below U+0300, Cyrillic */
			p += 2;
		else if (lead >= 0xe4 && lead <= 0xe9) /* ideographs */
			p += 3;
		else if (text_is_plain(utf8_take(&next)))
			p = next;
		else
			break;
	}
	return p;
}

/* Behind those characters from p on that could be taken in by one before them, or change places. */
static const char *
behind_stretch(const char *p, const char *end)
{
	while (p < end) {
		const char *next = p;
		gunichar c = utf8_take(&next);

		if (text_is_plain(c) || (!is_unsettled(c) && g_unichar_combining_class(c) == 0))
			break;
		p = next;
	}
	return p;
}

/*
 * The next stretch that composing may change, and its end; NULL where there is none.  Between its
 * ends stand whole characters that do not combine with what is around them.
 */
static const char *
next_stretch(const char *p, const char *end, const char **until)
{
	const char *start =
		p; /* the last character of combining class 0, with its marks behind it */
	int before = 0, class;

	while (p < end) {
		const char *next = behind_plain(p, end);
		gunichar c;

		if (next > p) {
			start = utf8_before(next);
			before = 0;
			p = next;
			continue;
		}
		c = utf8_take(&next);
		class = g_unichar_combining_class(c);
		if (is_unsettled(c) || (class > 0 && class < before)) {
			*until = behind_stretch(next, end);
			return start;
		}
		if (class == 0)
			start = p;
		before = class;
		p = next;
	}
	return NULL;
}

const char *
text_uncomposed(const char *text, gsize size)
{
	const char *p = text, *end = text + size, *until = NULL;

	while ((p = next_stretch(p, end, &until))) {
		g_autofree char *composed = g_utf8_normalize(p, until - p, G_NORMALIZE_NFC);
		const char *same = composed;

		while (p < until && *p == *same) {
			p++;
			same++;
		}
		if (p < until || *same)
			return utf8_continues(*p) ? utf8_before(p) : p;
	}
	return NULL;
}

char *
text_compose(const char *text)
{
	gsize size = strlen(text);
	const char *p = text, *end = text + size, *stretch, *until = NULL;
	GString *out;

	stretch = next_stretch(p, end, &until);
	if (!stretch)
		return g_strndup(text, size);
	out = g_string_sized_new(size);
	for (; stretch; stretch = next_stretch(p, end, &until)) {
		g_autofree char *composed =
			g_utf8_normalize(stretch, until - stretch, G_NORMALIZE_NFC);

		g_string_append_len(out, p, stretch - p);
		g_string_append(out, composed);
		p = until;
	}
	g_string_append_len(out, p, end - p);
	return g_string_free(out, FALSE);
}
