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

/*
 * Bytes of the character at p where its first two bytes say that it is a letter: Cyrillic, Latin,
 * Arabic, most ideographs and Hangul; else 0.
 */
static inline gsize
letter_by_lead(const char *p)
{
	guchar lead = (guchar)p[0], next = (guchar)p[1];

	if (lead >= 0xe4 && lead <= 0xec)
		return (lead >= 0xe5 && lead <= 0xe8) || lead >= 0xeb ||
				       (lead == 0xe4 && next >= 0xb8)
			       ? 3
			       : 0;
	if (lead == 0xd0 || lead == 0xd1 || lead == 0xc4 || lead == 0xc5 ||
	    (lead == 0xc3 && next != 0x97 && next != 0xb7))
		return 2;
	return (lead == 0xd8 && next >= 0xa1 && next <= 0xba) ||
			       (lead == 0xd9 && next >= 0x81 && next <= 0x8a)
		       ? 2
		       : 0;
}

/* Bytes of the letter at p; 0 where there is none. */
static inline gsize
letter_at(const char *p)
{
	const char *next = p;
	gsize bytes;

	if ((guchar)*p < 0x80)
		return is_ascii_letter(*p) ? 1 : 0;
	bytes = letter_by_lead(p);
	if (bytes > 0)
		return bytes;
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
