/*
 * utf8: characters of text that has been through text_read, or came from us: known to be UTF-8.
 *
 * Inline, for loops over text: most bytes are ASCII, and a call for each costs more than the work.
 */
#ifndef CHANCERY_BASE_UTF8_H
#define CHANCERY_BASE_UTF8_H

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* The eight bytes from p on, the first one lowest. */
static inline guint64
utf8_eight(const char *p)
{
	guint64 word;

	memcpy(&word, p, sizeof(word));
	return GUINT64_FROM_LE(word);
}

#define UTF8_EACH(byte) (G_GUINT64_CONSTANT(0x0101010101010101) * (byte))

/* How many of eight bytes come before the first whose highest bit is set; 8 where none is. */
static inline gsize
utf8_count_low(guint64 word)
{
	word &= UTF8_EACH(0x80);
	return word == 0 ? 8 : (gsize)__builtin_ctzll(word) / 8;
}

/* Does a byte continue a character that began before it? */
static inline bool
utf8_continues(char byte)
{
	return ((guchar)byte & 0xc0) == 0x80;
}

/* The character at *p, which moves behind it. */
static inline gunichar
utf8_take(const char **p)
{
	const guchar *s = (const guchar *)*p;

	if (s[0] < 0x80) {
		*p += 1;
		return s[0];
	}
	if (s[0] < 0xe0) {
		*p += 2;
		return (gunichar)(s[0] & 0x1f) << 6 | (s[1] & 0x3f);
	}
	if (s[0] < 0xf0) {
		*p += 3;
		return (gunichar)(s[0] & 0x0f) << 12 | (gunichar)(s[1] & 0x3f) << 6 | (s[2] & 0x3f);
	}
	*p += 4;
	return (gunichar)(s[0] & 0x07) << 18 | (gunichar)(s[1] & 0x3f) << 12 |
	       (gunichar)(s[2] & 0x3f) << 6 | (s[3] & 0x3f);
}

/* The character at p. */
static inline gunichar
utf8_at(const char *p)
{
	return utf8_take(&p);
}

/* How many characters begin in so many bytes. */
static inline gsize
utf8_count(const char *p, gsize bytes)
{
	const char *end = p + bytes;
	gsize n = 0;

	for (; end - p >= 8; p += 8) {
		guint64 word = utf8_eight(p), continued = word >> 7 & ~word >> 6 & UTF8_EACH(1);

		n += 8 - (gsize)(continued * UTF8_EACH(1) >> 56);
	}
	for (; p < end; p++)
		n += !utf8_continues(*p);
	return n;
}

/* Where the character before p begins; p must not be the start of the text. */
static inline const char *
utf8_before(const char *p)
{
	do
		p--;
	while (utf8_continues(*p));
	return p;
}

#endif
