/*
 * letter: letters of UTF-8, told apart byte by byte where they are ASCII.
 *
 * Text is valid UTF-8 that ends with NUL; a place in it is where a character begins.
 */
#ifndef CHANCERY_LOCALE_LETTER_H
#define CHANCERY_LOCALE_LETTER_H

#include <glib.h>
#include <stdbool.h>

/* The character at p, which takes so many bytes. */
static inline gunichar
character_at(const char *p, gsize *bytes)
{
	const guchar *u = (const guchar *)p;

	if (u[0] < 0x80) {
		*bytes = 1;
		return u[0];
	}
	if (u[0] < 0xE0) {
		*bytes = 2;
		return (gunichar)(u[0] & 0x1F) << 6 | (u[1] & 0x3F);
	}
	if (u[0] < 0xF0) {
		*bytes = 3;
		return (gunichar)(u[0] & 0x0F) << 12 | (gunichar)(u[1] & 0x3F) << 6 | (u[2] & 0x3F);
	}
	*bytes = 4;
	return g_utf8_get_char(p);
}

/* Bytes of the letter at p; 0 where there is none. */
static inline gsize
letter_at(const char *p)
{
	gsize bytes;
	gunichar c = character_at(p, &bytes);

	if (c < 0x80)
		return g_ascii_isalpha(*p) ? 1 : 0;
	return g_unichar_isalpha(c) ? bytes : 0;
}

/* Does a letter end at text + at? */
static inline bool
letter_before(const char *text, gsize at)
{
	if (at == 0)
		return false;
	if ((guchar)text[at - 1] < 0x80)
		return g_ascii_isalpha(text[at - 1]);
	return g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(text + at)));
}

#endif
