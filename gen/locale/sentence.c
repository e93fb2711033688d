/* sentence: where one begins and ends, and whether it is hedged. */
#include "locale/sentence.h"

#include <string.h>

#include "base/utf8.h"
#include "locale/locale_private.h"
#include "locale/prose.h"
#include "locale/vocabulary.h"

/* No sentence is longer than this on either side, in bytes. */
enum { REACH = 4096 };

/* A full stop, or its like, that ends a sentence: behind a letter, bracket or link, before a blank.
 */
static bool
ends_sentence(const char *p, const char *text)
{
	gunichar c = g_utf8_get_char(p);
	const char *next = g_utf8_next_char(p);
	gsize letters = 0;

	if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F)
		return true;
	if ((c != '.' && c != '!' && c != '?' && c != 0x2026) ||
	    (*next != ' ' && *next != PROSE_BARRIER))
		return false;
	/* an abbreviation has few letters: "mln. ", "p. ", "r. " */
	while (p > text) {
		p = g_utf8_prev_char(p);
		if (!g_unichar_isalpha(g_utf8_get_char(p)))
			break;
		letters++;
	}
	return letters == 0 || letters > 4;
}

void
sentence_bounds(const char *text, gsize at, gsize *start, gsize *end)
{
	gsize first = at > REACH ? at - REACH : 0;

	while (utf8_continues(text[first]))
		first++;
	*start = first;
	for (const char *p = text + first; *p; p = g_utf8_next_char(p)) {
		gsize behind = (gsize)(g_utf8_next_char(p) - text);

		*end = behind;
		if (behind > at + REACH)
			return;
		if (!ends_sentence(p, text))
			continue;
		if (behind > at)
			return;
		*start = behind;
	}
	*end = strlen(text);
}

/* May a word begin at p: behind no letter, or only behind a particle written together with it? */
static bool
begins_word(const struct vocabulary *vocabulary, const char *p, const char *text)
{
	return p == text || !g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(p))) ||
	       vocabulary_ends_inside(vocabulary) ||
	       vocabulary_is_particle(vocabulary, text, (gsize)(p - text));
}

static bool
ends_word(const struct vocabulary *vocabulary, const char *p)
{
	return vocabulary_ends_inside(vocabulary) || !g_unichar_isalpha(g_utf8_get_char(p));
}

/* Is one of the words, "a|b*", in the text? */
static bool
has_any(const struct vocabulary *vocabulary, const char *list, const char *folded)
{
	g_auto(GStrv) words = g_strsplit(list, "|", -1);

	for (char **word = words; *word; word++) {
		g_autofree char *wanted = vocabulary_fold(*word);
		bool open = g_str_has_suffix(wanted, "*");
		const char *found = folded;

		if (open)
			wanted[strlen(wanted) - 1] = '\0';
		while (*wanted && (found = strstr(found, wanted))) {
			const char *end = found + strlen(wanted);

			if (begins_word(vocabulary, found, folded) &&
			    (open || ends_word(vocabulary, end)))
				return true;
			found = end;
		}
	}
	return false;
}

bool
sentence_has_hedge(const struct locale *locale, const char *text)
{
	g_autofree char *folded = vocabulary_fold(text);
	const struct vocabulary *vocabulary = vocabulary_of(locale);
	const char *more = locale_find(locale, "read.hedge");

	if (more && has_any(vocabulary, more, folded))
		return true;
	for (int hedge = HEDGE_NONE + 1; hedge < HEDGE_COUNT; hedge++) {
		g_autofree char *key = g_strconcat("hedge.", hedge_name((enum hedge)hedge), NULL);
		const char *label = locale_find(locale, key);

		if (label && has_any(vocabulary, label, folded))
			return true;
	}
	return false;
}
