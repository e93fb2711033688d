/*
 * lexeme: a wording cut into numbers, known words and the rest.
 */
#ifndef CHANCERY_LOCALE_LEXEME_H
#define CHANCERY_LOCALE_LEXEME_H

#include <glib.h>
#include <stdbool.h>
#include "base/decimal.h"

struct vocabulary;
struct word;

enum lexeme_kind { LEXEME_DIGITS, LEXEME_WORD, LEXEME_DASH, LEXEME_OTHER };

struct lexeme {
	enum lexeme_kind kind;
	int digits;		 /* those before the decimal sign */
	bool grouped;		 /* written with thousands separators */
	bool fraction;		 /* with a decimal sign */
	const struct word *word; /* LEXEME_WORD: lent by the vocabulary */
	struct decimal value;	 /* LEXEME_DIGITS */
	gsize start,
		end; /* bytes in the folded text; of several unknown ones the end of the first */
};

/* folded is from vocabulary_fold; kinds are the KIND_BITs looked for.  struct lexeme; the caller
 * unrefs. */
GArray *lexeme_read(const struct vocabulary *vocabulary, const char *folded, unsigned kinds);

#endif
