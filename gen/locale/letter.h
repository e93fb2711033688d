/*
 * letter: letters of UTF-8, told apart byte by byte where they are ASCII.
 *
 * Text is valid UTF-8 that ends with NUL; a place in it is where a character begins.
 */
#ifndef CHANCERY_LOCALE_LETTER_H
#define CHANCERY_LOCALE_LETTER_H

#include <glib.h>
#include <stdbool.h>

#include "base/utf8.h"

/* Bytes of the letter at p; 0 where there is none. */
static inline gsize
letter_at(const char *p)
{
	const char *next = p;
	gunichar c = utf8_take(&next);

	if (c < 0x80)
		return g_ascii_isalpha(*p) ? 1 : 0;
	return g_unichar_isalpha(c) ? (gsize)(next - p) : 0;
}

/* Does a letter end at text + at? */
static inline bool
letter_before(const char *text, gsize at)
{
	if (at == 0)
		return false;
	if ((guchar)text[at - 1] < 0x80)
		return g_ascii_isalpha(text[at - 1]);
	return g_unichar_isalpha(utf8_at(utf8_before(text + at)));
}

#endif
