/* Hyphenation: breaks at known places, in dictionaries of several character sets, within the
 * minima. */
#include "test-locale.h"

/* hnj_hyphen_load of libhyphen 2.8.8 loses the second of two equal patterns (182 of the German
 * ones). */
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:libhyphen";
}

/* The word with '-' at each break; NULL when the language has no dictionary here. */
static char *
hyphenate(const char *tag, const char *word)
{
	struct hyphenator *hyphenator = hyphenator_open(tag);
	gsize n = (gsize)g_utf8_strlen(word, -1);
	g_autofree bool *breaks = g_new(bool, n);
	GString *out;
	const char *p = word;

	if (!hyphenator)
		return NULL;
	out = g_string_new(NULL);
	hyphenator_word(hyphenator, word, strlen(word), n, breaks);
	for (gsize i = 0; i < n; i++, p = g_utf8_next_char(p)) {
		g_string_append_unichar(out, g_utf8_get_char(p));
		if (breaks[i])
			g_string_append_c(out, '-');
	}
	hyphenator_free(hyphenator);
	return g_string_free(out, FALSE);
}

static void
check(const char *tag, const char *word, const char *expected)
{
	g_autofree char *text = hyphenate(tag, word);

	if (text)
		g_assert_cmpstr(text, ==, expected);
	else
		g_test_message("no dictionary of %s here", tag);
}

static void
test_words(void)
{
	check("pl", "sankcje", "sank-cje");
	check("pl", "źródłosłów", "źró-dło-słów");
	check("pl", "KOREAŃSKIEJ", "KO-RE-AŃ-SKIEJ");
	check("uk", "санкції", "санк-ції");
	check("ru", "безопасности", "без-опас-но-сти");
	check("de", "Sanktionsmaßnahme", "Sank-ti-ons-maß-nah-me");
	check("fr", "contournement", "contour-ne-ment");
	check("es", "sanciones", "san-cio-nes");
	check("en", "international", "in-ter-na-tional");
}

/* Two letters at least on either side, three behind in English; nothing in short words or other
 * scripts. */
static void
test_minima(void)
{
	check("uk", "яма", "яма");
	check("uk", "Азія", "Азія");
	check("pl", "oko", "oko");
	check("pl", "Україна", "Україна");
	check("en", "only", "only");
	check("en-GB", "very", "very");
	g_assert_null(hyphenator_open("ja"));
	g_assert_null(hyphenator_open("ar"));
	g_assert_null(hyphenator_open("xx-Latn"));
	hyphenator_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/hyphenation/words", test_words);
	g_test_add_func("/locale/hyphenation/minima", test_minima);
	return g_test_run();
}
