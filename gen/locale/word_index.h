/*
 * word_index: the words of a vocabulary by what they begin with.
 *
 * A text is looked up at every word of it, among hundreds, and mostly in vain.  A word whose first
 * letters are known up to their end is found by them and how many they are, another by as many of
 * its first one, two, four or eight bytes as are known: bits say where neither can be, and words
 * that share a key stand side by side, so that nearly all are told apart without being read.
 */
#ifndef CHANCERY_LOCALE_WORD_INDEX_H
#define CHANCERY_LOCALE_WORD_INDEX_H

#include <glib.h>
#include <stdbool.h>

struct word;
struct word_index;

/* words: struct word, which must outlive the index unchanged; ends_inside: a word may end within
 * letters.  Never NULL. */
struct word_index *word_index_new(const GArray *words, bool ends_inside);
void word_index_free(struct word_index *index);

/* See vocabulary_match. */
const struct word *word_index_match(const struct word_index *index, const char *text, gsize letters,
				    unsigned kinds, gsize *bytes);

#endif
