/*
 * patterns: where the hyphenation dictionaries of the Debian packages hyphen-* break words.
 *
 * A dictionary is a list of patterns (Liang 1983), in up to two levels: the first parts compounds,
 * the second what is between.  It is read as libhyphen 2.8 reads it, with the same breaks, but
 * patterns are put in order only when a word needs them: libhyphen takes 3 s and 40 MB to load the
 * German one.  Texts are bytes in the dictionary's character set.
 */
#ifndef CHANCERY_LOCALE_PATTERNS_H
#define CHANCERY_LOCALE_PATTERNS_H

#include <glib.h>
#include <stdbool.h>

struct patterns;

/* NULL where the file cannot be read. */
struct patterns *patterns_load(const char *path);
void patterns_free(struct patterns *patterns);

/* "UTF-8", "ISO8859-1"; lent. */
const char *patterns_charset(const struct patterns *patterns);
/* The least characters before the first break and after the last that the dictionary wants; or 0. */
int patterns_left(const struct patterns *patterns);
int patterns_right(const struct patterns *patterns);

/*
 * breaks[i]: a hyphen may follow byte i of the word, of which there are size; left and right are
 * the least characters before and after a break, also where compounds are parted.  Breaks that
 * change the spelling ("Schiff-fahrt") are left out.
 */
void patterns_word(struct patterns *patterns, const char *word, gsize size, int left, int right,
		   bool *breaks);

#endif
