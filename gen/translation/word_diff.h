/*
 * word_diff: what was added to a text and taken from it, word by word.
 */
#ifndef CHANCERY_TRANSLATION_WORD_DIFF_H
#define CHANCERY_TRANSLATION_WORD_DIFF_H

#include <glib.h>

enum word_change { WORDS_KEPT, WORDS_REMOVED, WORDS_ADDED };

struct word_run {
	enum word_change change;
	char *text; /* words with the blanks behind them */
};

/* struct word_run *, in order: kept and removed ones make up before, kept and added ones after. */
GPtrArray *word_diff(const char *before, const char *after);

/* "The [-about-]{+nearly+} …"; the caller frees. */
char *word_diff_to_text(const GPtrArray *runs);

#endif
