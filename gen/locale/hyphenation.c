/* hyphenation: the patterns of Debian's dictionaries with the minima of each language. */
#include "locale/locale.h"

#include <string.h>
#include "locale/patterns.h"

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
	struct patterns *patterns;
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

static struct patterns *
load_patterns(const struct language *language)
{
	for (gsize i = 0; i < G_N_ELEMENTS(language->files) && language->files[i]; i++) {
		g_autofree char *path = g_strconcat(FOLDER, language->files[i], NULL);
		struct patterns *patterns = patterns_load(path);

		if (patterns)
			return patterns;
	}
	return NULL;
}

struct hyphenator *
hyphenator_open(const char *tag)
{
	const struct language *language = find_language(tag);
	struct patterns *patterns = language ? load_patterns(language) : NULL;
	struct hyphenator *hyphenator;

	if (!patterns)
		return NULL;
	hyphenator = g_new0(struct hyphenator, 1);
	hyphenator->patterns = patterns;
	hyphenator->left = MAX(language->left, patterns_left(patterns));
	hyphenator->right = MAX(language->right, patterns_right(patterns));
	hyphenator->convert = (GIConv)-1;
	if (strcmp(patterns_charset(patterns), "UTF-8") != 0) {
		hyphenator->convert = g_iconv_open(patterns_charset(patterns), "UTF-8");
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
	patterns_free(hyphenator->patterns);
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

void
hyphenator_word(const struct hyphenator *hyphenator, const char *word, gsize bytes, gsize n_chars,
		bool *breaks)
{
	g_autofree char *plain = NULL;
	g_autofree bool *after = NULL;
	bool utf8 = hyphenator->convert == (GIConv)-1;
	gsize size, i = 0, first = (gsize)hyphenator->left - 1;

	memset(breaks, 0, n_chars * sizeof *breaks);
	if (n_chars < (gsize)(hyphenator->left + hyphenator->right) || n_chars > WORD_LIMIT)
		return;
	plain = prepare(hyphenator, word, bytes);
	if (!plain)
		return;
	size = strlen(plain);
	after = g_new(bool, size);
	patterns_word(hyphenator->patterns, plain, size, hyphenator->left, hyphenator->right,
		      after);
	/* The break after a character is the one after its last byte. */
	for (gsize byte = 0; byte < size && i < n_chars; byte++) {
		if (utf8 && ((guint8)plain[byte + 1] & 0xC0) == 0x80)
			continue;
		breaks[i] = after[byte] && i >= first && i + (gsize)hyphenator->right < n_chars;
		i++;
	}
}
