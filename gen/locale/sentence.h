/*
 * sentence: where one begins and ends, and whether it is hedged.
 */
#ifndef CHANCERY_LOCALE_SENTENCE_H
#define CHANCERY_LOCALE_SENTENCE_H

#include <glib.h>
#include <stdbool.h>

struct locale;

/* The bytes of the sentence at a byte of a text, in which PROSE_BARRIER stands for links. */
void sentence_bounds(const char *text, gsize at, gsize *start, gsize *end);
/* Is one of the words of `hedge.*` or `read.hedge` in it? */
bool sentence_has_hedge(const struct locale *locale, const char *sentence);

#endif
