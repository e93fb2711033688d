/*
 * vocabulary: the words with which a language writes figures, from the read.* labels, for reading
 * what translators wrote.
 *
 * Texts are compared after fold(): NFC, case folded, digits ASCII, every kind of space ' ',
 * apostrophes ''', hyphens '-', other dashes '–', minus '-'; combining marks, soft hyphens and bidi
 * controls gone.
 */
#ifndef CHANCERY_LOCALE_VOCABULARY_H
#define CHANCERY_LOCALE_VOCABULARY_H

#include <glib.h>
#include <stdbool.h>
#include "base/decimal.h"

struct locale;

enum word_kind {
	WORD_NUMBER,	/* value */
	WORD_SCALE,	/* power of ten */
	WORD_ARTICLE,	/* "a" thousand; stands for nothing else */
	WORD_TIMES,	/* value as a multiple: "tenfold" */
	WORD_UNIT,	/* unit */
	WORD_QUALIFIER, /* qualifier */
	WORD_MONTH,	/* power is the month */
	WORD_SEASON,	/* power is the season as EDTF counts them, 21 to 24 */
	WORD_SINCE,
	WORD_UNTIL,
	WORD_RANGE,	/* of dates */
	WORD_REFERENCE, /* a number behind it names a place: "paragraph", "resolution" */
	WORD_HALF,	/* "and a half": of what stands before it */
	WORD_FRACTION,	/* value is the denominator: "quarter" */
	WORD_RATIO,	/* power > 0: "one in four"; < 0: "四分之一" */
	WORD_MINUS,	/* before a number in words or digits */
	WORD_POINT,	/* "点", "point": digits in words follow */
	WORD_VAGUE,	/* with a scale word behind it no figure: "数千" */
	WORD_GOVERNED,	/* value, but only behind a qualifier: "более тысячи" */
	WORD_DUAL,	/* two of the power of ten: "مليونا" */
	WORD_NOT,	/* turns the qualifier behind it round */
	WORD_ORDINAL,	/* makes a name of the number before it: "21st" */
	WORD_SPAN,	/* months power / 100 to power % 100 of a year: "first quarter" */
	WORD_ERA	/* years are counted from the one behind power: "令和" */
};
#define KIND_BIT(kind) (1u << (unsigned)(kind))

struct word {
	char *text; /* folded; '*' stands for any letters */
	enum word_kind kind;
	struct decimal value;
	int power;
	const char *unit; /* interned; also of a number that says its noun ("سفينتان"), else NULL */
	int qualifier;	    /* enum qualifier; also of a number that is a rough one ("trentaine") */
	bool before, after; /* on which side of the figure a qualifier may stand */
	int tail;	    /* letters that '*' may stand for at most; 0: any number */
};

struct vocabulary;

/* The vocabulary of the locale, made when first asked for; lent. */
const struct vocabulary *vocabulary_of(const struct locale *locale);
void vocabulary_free(struct vocabulary *vocabulary);

/*
 * The longest word of one of the kinds (KIND_BITs) that starts at text, a place in what
 * vocabulary_fold made, or NULL; *bytes is how much of text it takes.  letters is from
 * vocabulary_letters.
 */
const struct word *vocabulary_match(const struct vocabulary *vocabulary, const char *text,
				    gsize letters, unsigned kinds, gsize *bytes);
/* Bytes of all the letters at text; 0, unread, where a word may end within letters. */
gsize vocabulary_letters(const struct vocabulary *vocabulary, const char *text);

/*
 * The longest part of words written together that text begins with ("zwei" of "zweihundert", "이"
 * of "이백"), or NULL, as in a language that has none; it may end anywhere.
 */
const struct word *vocabulary_part(const struct vocabulary *vocabulary, const char *text,
				   gsize *bytes);

bool vocabulary_has_parts(const struct vocabulary *vocabulary);

/* May a word start in the middle of letters (Chinese, Japanese)?  May it end there (Korean too)? */
bool vocabulary_starts_inside(const struct vocabulary *vocabulary);
bool vocabulary_ends_inside(const struct vocabulary *vocabulary);
/* Numbers are grouped by ten thousands (万, 만). */
bool vocabulary_counts_myriads(const struct vocabulary *vocabulary);
/* Bytes of a particle at text that is written together with the next word ("و"), or 0; few
 * languages have any. */
bool vocabulary_has_prefixes(const struct vocabulary *vocabulary);
gsize vocabulary_prefix(const struct vocabulary *vocabulary, const char *text);
/* Are the letters before byte `at` of the text nothing but such a particle, or none? */
bool vocabulary_is_particle(const struct vocabulary *vocabulary, const char *text, gsize at);
/* "тысяч двадцать": a number behind its scale word or noun is a rough one. */
bool vocabulary_inverts(const struct vocabulary *vocabulary);
/* A nought within a number is said ("两千零五"), so that a digit right behind a scale word is one
 * of the next place ("两千五"). */
bool vocabulary_says_nought(const struct vocabulary *vocabulary);
/* A full stop behind digits makes an ordinal ("21. Schiff"). */
bool vocabulary_dots_ordinals(const struct vocabulary *vocabulary);
/* '.' or ','. */
char vocabulary_decimal_sign(const struct vocabulary *vocabulary);
/* The characters that mark year, month and day ("年月日"), or NULL. */
const gunichar *vocabulary_date_marks(const struct vocabulary *vocabulary);

/* So many bytes from any place in a folded text may be read, NUL behind its end. */
enum { FOLD_PADDING = 8 };

/* See above; the caller frees. */
char *vocabulary_fold(const char *text);
/* The same of so many bytes of a text, whole characters, appended; a blank behind one in out is
 * left out. */
void vocabulary_fold_bytes(GString *out, const char *text, gsize bytes);

#endif
