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

static inline bool
is_ascii_letter(char c)
{
	return (guchar)((c | 0x20) - 'a') < 26;
}

/* Bytes of the letter at p; 0 where there is none. */
static inline gsize
letter_at(const char *p)
{
	const char *next = p;
	guchar first = (guchar)*p;

	if (first < 0x80)
		return is_ascii_letter(*p) ? 1 : 0;
	/* U+0100 to U+017F and U+0400 to U+047F, nothing but letters */
	if (first == 0xc4 || first == 0xc5 || first == 0xd0 || first == 0xd1)
		return 2;
	return g_unichar_isalpha(utf8_take(&next)) ? (gsize)(next - p) : 0;
}

/* Bytes of all the letters from p on. */
static inline gsize
letters_at(const char *p)
{
	gsize all = 0, bytes;

	while ((bytes = letter_at(p + all)) > 0)
		all += bytes;
	return all;
}

/* Does a letter end at text + at? */
static inline bool
letter_before(const char *text, gsize at)
{
	if (at == 0)
		return false;
	if ((guchar)text[at - 1] < 0x80)
		return is_ascii_letter(text[at - 1]);
	return g_unichar_isalpha(utf8_at(utf8_before(text + at)));
}

#endif
