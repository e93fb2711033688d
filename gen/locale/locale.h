/*
 * locale: one language: its labels, and how it writes numbers, amounts, counts, dates.  The only user of ICU.
 *
 * A locale is opened once per language tag and is immutable afterwards.  Labels come from templates/labels/<tag>.yaml by truncation
 * (zh-Hans-CN, zh-Hans, zh), the publication's own file laid over the program's key by key.  Values are ICU MessageFormat patterns
 * with numbered arguments (contract section 6).  Every char * returned by a function named without "find" or "name" is the
 * caller's to free.  Text is UTF-8 in NFC.
 */
#ifndef CHANCERY_LOCALE_LOCALE_H
#define CHANCERY_LOCALE_LOCALE_H

#include <glib.h>
#include <stdbool.h>
#include "base/amount.h"
#include "base/diag.h"
#include "base/edtf.h"

struct places;
struct locale;

/*
 * Open the language.  Keys of the label table that the language lacks are label-missing at the label file (a language without any
 * file: one label-missing); the key itself then stands for the label.  NULL with error only when the machine fails.
 */
struct locale *locale_open(const struct places *places, const char *tag, struct diag_list *diags, GError **error);
void locale_free(struct locale *locale);
typedef struct locale Locale;	/* for g_autoptr(Locale) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Locale, locale_free)

const char *locale_tag(const struct locale *locale);
bool locale_is_rtl(const struct locale *locale);
/* Does the script that a language is written in run from right to left?  False for what is no language. */
bool locale_tag_is_rtl(const char *tag);
/* A setting `meta.*` or a label without arguments as it stands; NULL if there is none. Lent. */
const char *locale_find(const struct locale *locale, const char *key);
/* Is there such a key (in this language or as a vocabulary, "kind.coal", "n.launch")? */
bool locale_has(const struct locale *locale, const char *key);
/*
 * Every key in byte order that needs no argument and is no word of the data (kind.coal, col.date, …: what both outputs
 * print of those stands in the XML): for the <labels> of the bulletin XML.
 */
void locale_each_printed(const struct locale *locale, void (*each)(const char *key, const char *text, void *user), void *user);
/* The pattern of key with n string arguments put in; the key itself if there is none. */
char *locale_label(const struct locale *locale, const char *key, int n, const char *const *args);

/* An integer ("1,000" style grouping by language) and a plain decimal with all its digits. */
char *locale_integer(const struct locale *locale, gint64 number);
char *locale_decimal(const struct locale *locale, struct decimal number);
/* Section numbers I, II, III … as meta.section-numbering says (roman | decimal). */
char *locale_section_number(const struct locale *locale, int number);

/*
 * An amount.  FORM_FULL: qualifier, number, unit ("about $281 million", "około 281 mln dolarów amerykańskich"); FORM_BARE: without
 * qualifier; FORM_NUMBER: the number alone as it stands in the full form ("281 million"); FORM_SHORT: for tables and
 * charts (abbreviated qualifier, money.usd.short).  An amount without bound is its label in every form.
 */
char *locale_amount(const struct locale *locale, const struct amount *amount, enum amount_form form);
/* A value on an axis or in a bar: compact, unit left out ("300M" → by language: "300 mln"). */
char *locale_compact(const struct locale *locale, struct decimal value);
/* The unit alone as an axis title ("US dollars", "visas"). */
char *locale_unit(const struct locale *locale, const char *unit);
/* A date at its own precision ("September 2020", "12 lutego 2021", "between December 2019 and November 2020"), nominative, standing alone. */
char *locale_date(const struct locale *locale, const struct edtf *date);
/* Tables and charts: shorter ("Sep 2020"). */
char *locale_date_short(const struct locale *locale, const struct edtf *date);
/* Does the tag begin with a language that there is?  Of three letters any is one: not all of them are known here. */
bool locale_is_language(const char *tag);
/*
 * A word that a publication adds to a vocabulary ("n.", "kind.") is wanted in each of its languages: label-missing where this
 * one has none.  words: const char *; NULL for none.  A language without any labels was told when it was opened.
 */
void locale_want_labels(const struct locale *locale, const char *group, const GPtrArray *words, struct diag_list *diags);
/* Is it one of ISO 4217's currencies, also of those that are no more? */
bool locale_is_currency(const char *code);
/* Has every language a label n.X of the counted noun ("tonne", "percent")? */
bool locale_is_noun(const char *noun);
/* All such nouns: const char *, static; the caller unrefs. */
GPtrArray *locale_nouns(void);
/* Name of another language in itself ("polski"), first letter as in running text of that language. */
char *locale_language_name(const char *tag);
/* Name of a language in this one ("angielski"), as in running text. */
char *locale_name_of_language(const struct locale *locale, const char *tag);
/* Names joined as a list ("a, b and c"). */
char *locale_list(const struct locale *locale, const char *const *items, int n);
/* Collation order of two strings: negative, 0, positive. */
int locale_collate(const struct locale *locale, const char *a, const char *b);

/* ---- reading what a translator wrote (locale/reading.c) ---- */
enum wording_verdict {
	WORDING_EQUAL,
	WORDING_NO_FIGURE,	/* no number could be read in it */
	WORDING_VALUE,		/* another number */
	WORDING_UNIT,		/* a known currency or noun of another unit */
	WORDING_QUALIFIER	/* another qualifier, or one too many, or none where there should be one */
};

/*
 * Compare a wording with the datum, by value, unit and qualifier (contract section 4: the datum is rounded to the last digit
 * place that the wording writes).  form says what is compared: FULL all, BARE not the qualifier, NUMBER the number only.
 * An amount without bound is WORDING_QUALIFIER with any figure, and EQUAL without one.
 * *found (may be NULL) receives what was read, as the language would print it ("about $282 million"), or NULL where it
 * cannot; the caller frees.
 */
enum wording_verdict locale_compare_amount(const struct locale *locale, const char *wording,
					   const struct amount *amount, enum amount_form form, char **found);
/* The same for a date: equal at the wording's own precision ("we wrześniu 2020 r.", "September 2020", "2020"). */
enum wording_verdict locale_compare_date(const struct locale *locale, const char *wording, const struct edtf *date, char **found);

/* ---- hyphenation (locale/hyphenation.c, the only user of libhyphen) ---- */
struct hyphenator;
/* NULL where the language has none or its dictionary is not installed. Loaded dictionaries are kept by the caller's table. */
struct hyphenator *hyphenator_open(const char *tag);
void hyphenator_free(struct hyphenator *hyphenator);
/*
 * Mark the places of a word (letters only, n_chars characters of UTF-8) where a hyphen may be put: breaks[i] is true where one may
 * stand after character i (0-based).  Minima of the language are kept. breaks has n_chars elements.
 */
void hyphenator_word(const struct hyphenator *hyphenator, const char *word, gsize bytes, gsize n_chars, bool *breaks);

#endif
