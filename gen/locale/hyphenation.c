/* hyphenation: libhyphen's patterns with the minima of each language. */
#include "locale/locale.h"

#include <hyphen.h>
#include <string.h>

#define FOLDER "/usr/share/hyphen/"

/* Longest word worth a dictionary's time, in characters. */
enum { WORD_LIMIT = 100 };

/*
 * Dictionaries by language, the best first.  Least characters before and after a break: what the
 * dictionary says, if it is more; those of Polish and Ukrainian say nothing.  The English of the
 * United Nations is British.
 */
static const struct language {
	const char *tag;
	const char *files[3];
	int left, right;
} languages[] = {
	{"de", {"hyph_de_DE.dic", "hyph_de.dic"}, 2, 2},
	{"en", {"hyph_en_GB.dic", "hyph_en_US.dic", "hyph_en.dic"}, 2, 3},
	{"en-US", {"hyph_en_US.dic"}, 2, 3},
	{"es", {"hyph_es.dic", "hyph_es_ES.dic"}, 2, 2},
	{"fr", {"hyph_fr.dic", "hyph_fr_FR.dic"}, 2, 3},
	{"pl", {"hyph_pl_PL.dic"}, 2, 2},
	{"ru", {"hyph_ru_RU.dic"}, 2, 2},
	{"uk", {"hyph_uk_UA.dic", "hyph_uk.dic"}, 2, 2},
};

struct hyphenator {
	HyphenDict *dictionary;
	GIConv convert; /* from UTF-8 to the dictionary's set; (GIConv)-1 where that is UTF-8 */
	int left, right;
};

static const struct language *
find_language(const char *tag)
{
	g_autofree char *shorter = g_strdup(tag);

	for (;;) {
		char *dash;

		for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
			if (strcmp(languages[i].tag, shorter) == 0)
				return &languages[i];
		dash = strrchr(shorter, '-');
		if (!dash)
			return NULL;
		*dash = '\0';
	}
}

static HyphenDict *
load_dictionary(const struct language *language)
{
	for (gsize i = 0; i < G_N_ELEMENTS(language->files) && language->files[i]; i++) {
		g_autofree char *path = g_strconcat(FOLDER, language->files[i], NULL);
		HyphenDict *dictionary = NULL;

		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			dictionary = hnj_hyphen_load(path);
		if (dictionary)
			return dictionary;
	}
	return NULL;
}

struct hyphenator *
hyphenator_open(const char *tag)
{
	const struct language *language = find_language(tag);
	HyphenDict *dictionary = language ? load_dictionary(language) : NULL;
	struct hyphenator *hyphenator;

	if (!dictionary)
		return NULL;
	hyphenator = g_new0(struct hyphenator, 1);
	hyphenator->dictionary = dictionary;
	hyphenator->left = MAX(language->left, dictionary->lhmin);
	hyphenator->right = MAX(language->right, dictionary->rhmin);
	hyphenator->convert = (GIConv)-1;
	if (!dictionary->utf8) {
		hyphenator->convert = g_iconv_open(dictionary->cset, "UTF-8");
		if (hyphenator->convert == (GIConv)-1) {
			hyphenator_free(hyphenator);
			return NULL;
		}
	}
	return hyphenator;
}

void
hyphenator_free(struct hyphenator *hyphenator)
{
	if (!hyphenator)
		return;
	hnj_hyphen_free(hyphenator->dictionary);
	if (hyphenator->convert != (GIConv)-1)
		g_iconv_close(hyphenator->convert);
	g_free(hyphenator);
}

/* The word in small letters and the dictionary's character set, or NULL where that cannot write it.
 */
static char *
prepare(const struct hyphenator *hyphenator, const char *word, gsize bytes)
{
	GString *lower = g_string_sized_new(bytes);
	char *converted;

	for (const char *p = word; p < word + bytes; p = g_utf8_next_char(p))
		g_string_append_unichar(lower, g_unichar_tolower(g_utf8_get_char(p)));
	if (hyphenator->convert == (GIConv)-1)
		return g_string_free(lower, FALSE);
	converted = g_convert_with_iconv(lower->str, (gssize)lower->len, hyphenator->convert, NULL,
					 NULL, NULL);
	g_string_free(lower, TRUE);
	return converted;
}

/* libhyphen's arrays of breaks that change the spelling ("Schiffahrt"); such breaks are not used.
 */
struct changes {
	char **rep;
	int *pos, *cut;
};

static void
changes_clear(struct changes *changes, gsize n)
{
	for (gsize i = 0; changes->rep && i < n; i++)
		free(changes->rep[i]);
	free(changes->rep);
	free(changes->pos);
	free(changes->cut);
}

void
hyphenator_word(const struct hyphenator *hyphenator, const char *word, gsize bytes, gsize n_chars,
		bool *breaks)
{
	g_autofree char *plain = NULL;
	g_autofree char *marks = NULL;
	struct changes changes = {0};
	gsize size;

	memset(breaks, 0, n_chars * sizeof *breaks);
	if (n_chars < (gsize)(hyphenator->left + hyphenator->right) || n_chars > WORD_LIMIT)
		return;
	plain = prepare(hyphenator, word, bytes);
	if (!plain)
		return;
	size = strlen(plain);
	marks = g_malloc0(size + 5);
	if (hnj_hyphen_hyphenate3(hyphenator->dictionary, plain, (int)size, marks, NULL,
				  &changes.rep, &changes.pos, &changes.cut, hyphenator->left,
				  hyphenator->right, hyphenator->left, hyphenator->right) == 0) {
		gsize first = (gsize)hyphenator->left - 1,
		      last = n_chars - (gsize)hyphenator->right - 1;

		for (gsize i = first; i <= last; i++)
			breaks[i] = (marks[i] & 1) && !(changes.rep && changes.rep[i]);
	}
	changes_clear(&changes, size);
}
