/*
 * locale_private: the inside of a locale, for the files of gen/locale only.
 *
 * What ICU makes is opened when first wanted and kept in the cache; a locale is const to its users
 * all the same, since what it answers never changes.
 */
#ifndef CHANCERY_LOCALE_LOCALE_PRIVATE_H
#define CHANCERY_LOCALE_LOCALE_PRIVATE_H

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/ulistformatter.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include "base/yaml.h"
#include "locale/locale.h"

struct vocabulary;

struct locale_cache {
	GHashTable *messages;	/* key of a label -> UMessageFormat * */
	GHashTable *formatters; /* skeleton -> UNumberFormatter * */
	GHashTable *numbers;	/* see number_cache_new */
	GHashTable *dates;	/* see date_cache_new */
	GHashTable *patterns;	/* skeleton of a date -> ICU's pattern for it */
	UDateFormat *date;
	UPluralRules *plurals;
	UFormattedNumber *number;
	UListFormatter *list;
	UCollator *collator;
	struct vocabulary *vocabulary;
};

struct locale {
	char *tag;
	char *icu;	     /* ICU's name for it, with numbering system */
	GArray *labels;	     /* struct yaml_pair, in byte order of their keys */
	GPtrArray *files;    /* char *: what the labels are lent from */
	GStringChunk *texts; /* or from here, where a file is not lent from as it is */
	struct locale_cache *cache;
};

static inline const struct yaml_pair *
label_at(const struct locale *locale, guint at)
{
	return &g_array_index(locale->labels, struct yaml_pair, at);
}

/* ---- labels.c ---- */
/* Fill labels from the label files; problems of the files are diagnostics.  False with error: the
 * machine. */
bool labels_load(struct locale *locale, const struct places *places, struct diag_list *diags,
		 GError **error);

/* ---- message.c ---- */
/* Format the pattern of a key that exists with up to MESSAGE_ARGUMENTS arguments. */
enum { MESSAGE_ARGUMENTS = 4 };
char *message_format(const struct locale *locale, const char *key, int n, const char *const *args);
void message_cache_free(gpointer format);
/* Does the text of a label have arguments? */
bool label_has_arguments(const char *text);

/* ---- number.c ---- */
enum number_style {
	NUMBER_PLAIN, /* all digits, grouped */
	NUMBER_PROSE, /* large ones compact as prose writes them ("281 million", "281 mln") */
	NUMBER_SHORT  /* large ones compact and abbreviated ("281M") */
};

struct number {
	char *text;
	char category[12]; /* plural category of the number as printed: "one", "few", … */
};

/*
 * digits is the number as written and power what it is multiplied by (10^power); a compact number
 * shows at least the digits that were written ("281.10" million keeps its zero).
 */
void number_format(const struct locale *locale, struct decimal digits, int power,
		   enum number_style style, struct number *out);
void number_clear(struct number *number);
/* For what was written before. */
GHashTable *number_cache_new(void);
typedef struct number LocaleNumber; /* for g_auto(LocaleNumber) only */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(LocaleNumber, number_clear)

/* ---- date.c ---- */
/* For what was written before. */
GHashTable *date_cache_new(void);

#endif
