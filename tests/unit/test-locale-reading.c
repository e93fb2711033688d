/* Wordings that translators write, and what is to be said of each. */
#include "locale/vocabulary.h"
#include "test-locale.h"

#define EQUAL WORDING_EQUAL
#define NONE WORDING_NO_FIGURE

static const char *const verdicts[] = {"equal", "no-figure", "value", "unit", "qualifier"};

/* The locale of tag out of table, opened at its first use. */
static const struct locale *
locale_of(GHashTable *table, const char *tag)
{
	struct locale *locale = g_hash_table_lookup(table, tag);

	if (!locale) {
		locale = test_locale_open(tag);
		g_hash_table_insert(table, g_strdup(tag), locale);
	}
	return locale;
}

static GHashTable *
new_table(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)locale_free);
}

static enum wording_verdict
verdict_of_name(const char *name)
{
	gsize i = 0;

	while (i < G_N_ELEMENTS(verdicts) && strcmp(verdicts[i], name) != 0)
		i++;
	g_assert_cmpuint(i, <, G_N_ELEMENTS(verdicts));
	return (enum wording_verdict)i;
}

static enum amount_form
form_of_name(const char *name)
{
	if (strcmp(name, "full") == 0)
		return FORM_FULL;
	if (strcmp(name, "bare") == 0)
		return FORM_BARE;
	g_assert_cmpstr(name, ==, "number");
	return FORM_NUMBER;
}

/* One row of wordings.tsv: language, verdict, form, datum, wording. */
static bool
is_decided_right(GHashTable *locales, char **cells)
{
	struct amount amount = test_amount(cells[3]);
	g_autofree char *found = NULL;
	enum wording_verdict verdict = locale_compare_amount(
		locale_of(locales, cells[0]), cells[4], &amount, form_of_name(cells[2]), &found);

	if (verdict == verdict_of_name(cells[1]))
		return true;
	g_test_message("%s: “%s” for %s: %s, not %s (read: %s)", cells[0], cells[4], cells[3],
		       verdicts[verdict], cells[1], found ? found : "nothing");
	return false;
}

/* One row of datings.tsv: language, verdict, date, wording. */
static bool
is_dated_right(GHashTable *locales, char **cells)
{
	g_autofree char *found = NULL;
	enum wording_verdict verdict;
	struct edtf date;

	g_assert_true(edtf_parse(cells[2], &date, NULL));
	verdict = locale_compare_date(locale_of(locales, cells[0]), cells[3], &date, &found);
	if (verdict == verdict_of_name(cells[1]))
		return true;
	g_test_message("%s: “%s” for %s: %s, not %s (read: %s)", cells[0], cells[3], cells[2],
		       verdicts[verdict], cells[1], found ? found : "nothing");
	return false;
}

/* Reports every row of the table that is decided wrong, then fails; least: rows there must be. */
static void
test_table(const char *name, guint columns, guint least,
	   bool (*is_right)(GHashTable *locales, char **cells))
{
	g_autofree char *path = g_build_filename(CHANCERY_SOURCE, "tests/unit", name, NULL);
	g_autoptr(GHashTable) locales = new_table();
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;
	unsigned decided = 0, wrong = 0;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	for (gsize i = 0; lines[i]; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);

		if (lines[i][0] == '#' || lines[i][0] == '\0')
			continue;
		g_assert_cmpuint(g_strv_length(cells), ==, columns);
		decided++;
		wrong += !is_right(locales, cells);
	}
	g_assert_cmpuint(decided, >=, least);
	g_assert_cmpuint(wrong, ==, 0);
}

/* Issue 5 asks for at least 300 wordings. */
static void
test_amounts(void)
{
	test_table("wordings.tsv", 5, 2500, is_decided_right);
}

static void
test_dates(void)
{
	test_table("datings.tsv", 4, 300, is_dated_right);
}

/* What the program prints it must read as equal, in every language. */
static void
test_own_words(void)
{
	static const char *const tags[] = {"en", "fr", "es", "ru", "ar", "zh",
					   "ko", "ja", "pl", "uk", "de"};
	static const char *const amounts[] = {
		"about 281 million USD",   "exact 23 million USD",	"over 20 million USD",
		"at-least 22 million USD", "estimated 370 million USD", "under 5 million EUR",
		"up-to 3 one vessel",	   "over 1000 one person",	"about 13000 one visa",
		"exact 3.7 million tonne", "exact 12 one month",	"between 10..20 one vessel",
		"about 21 one vessel",	   "exact 17.5 one percent",	"exact 10 one times",
		"exact 100 one USD/tonne", "exact 2 one vehicle",	"exact 281.10 million USD"};
	unsigned wrong = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(tags) * G_N_ELEMENTS(amounts) * 2; i++) {
		const char *tag = tags[i / 2 / G_N_ELEMENTS(amounts)];
		struct amount amount = test_amount(amounts[i / 2 % G_N_ELEMENTS(amounts)]);
		g_autoptr(Locale) locale = test_locale_open(tag);
		g_autofree char *text =
			locale_amount(locale, &amount, i % 2 ? FORM_SHORT : FORM_FULL);
		g_autofree char *found = NULL;
		enum wording_verdict verdict =
			locale_compare_amount(locale, text, &amount, FORM_FULL, &found);

		if (verdict == EQUAL)
			continue;
		g_test_message("%s: our own “%s”: %s (read: %s)", tag, text, verdicts[verdict],
			       found ? found : "nothing");
		wrong++;
	}
	g_assert_cmpuint(wrong, ==, 0);
}

/* And so it must the dates. */
static void
test_own_dates(void)
{
	static const char *const tags[] = {"en", "fr", "es", "ru", "ar", "zh",
					   "ko", "ja", "pl", "uk", "de"};
	static const char *const dates[] = {"2020-09",
					    "2020-09-25",
					    "2020",
					    "2019-12~/2020-11",
					    "2019-01/2019-08",
					    "2019-05/..",
					    "../2019-12-22",
					    "2019-12~",
					    "2020-09-25/2020-09-27",
					    "2019-12-25/2020-01-03",
					    "2019/2020"};
	unsigned wrong = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(tags) * G_N_ELEMENTS(dates); i++) {
		const char *tag = tags[i / G_N_ELEMENTS(dates)];
		g_autoptr(Locale) locale = test_locale_open(tag);
		g_autofree char *text = NULL, *found = NULL;
		enum wording_verdict verdict;
		struct edtf date;

		g_assert_true(edtf_parse(dates[i % G_N_ELEMENTS(dates)], &date, NULL));
		text = locale_date(locale, &date);
		verdict = locale_compare_date(locale, text, &date, &found);
		if (verdict == EQUAL)
			continue;
		g_test_message("%s: our own “%s”: %s (read: %s)", tag, text, verdicts[verdict],
			       found ? found : "nothing");
		wrong++;
	}
	g_assert_cmpuint(wrong, ==, 0);
}

static void
test_found(void)
{
	g_autoptr(Locale) locale = test_locale_open("pl");
	struct amount amount = test_amount("about 281 million USD");
	g_autofree char *found = NULL, *none = NULL;

	locale_compare_amount(locale, "ponad 282 mln euro", &amount, FORM_FULL, &found);
	g_assert_cmpstr(found, ==, "ponad 282\u00a0mln euro");
	g_assert_cmpint(locale_compare_amount(locale, "wiele", &amount, FORM_FULL, &none), ==,
			NONE);
	g_assert_null(none);
}

/* Dates as the language prints them; half a date has no form of its own. */
static void
test_found_date(void)
{
	g_autoptr(Locale) locale = test_locale_open("en");
	g_autofree char *range = NULL, *since = NULL, *half = NULL;
	struct edtf date;

	g_assert_true(edtf_parse("2020-09", &date, NULL));
	locale_compare_date(locale, "from January to August 2019", &date, &range);
	g_assert_cmpstr(range, ==, "from January to August 2019");
	locale_compare_date(locale, "since May 2019", &date, &since);
	g_assert_cmpstr(since, ==, "since May 2019");
	locale_compare_date(locale, "in October", &date, &half);
	g_assert_null(half);
}

/* Letters that Unicode neither folds nor composes stand for themselves, known at once or looked up.
 */
static void
test_letters(void)
{
	guint letters = 0;

	for (gunichar c = 0xa0; c < 0x10000; c++) {
		GUnicodeType type = g_unichar_type(c);
		char text[8] = {0};
		g_autofree char *folded = NULL, *composed = NULL, *small = NULL;

		if (type != G_UNICODE_OTHER_LETTER && type != G_UNICODE_LOWERCASE_LETTER)
			continue;
		g_unichar_to_utf8(c, text);
		small = g_utf8_casefold(text, -1);
		composed = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
		if (strcmp(small, text) != 0 || strcmp(composed, text) != 0)
			continue;
		folded = vocabulary_fold(text);
		g_assert_cmpstr(folded, ==, text);
		letters++;
	}
	g_assert_cmpuint(letters, >, 40000);
}

/* What stands among them and is none. */
static void
test_no_letters(void)
{
	static const struct {
		const char *text, *folded;
	} texts[] = {{"\xc3\x80\xc3\x97\xc3\xb7", "\xc3\xa0\xc3\x97\xc3\xb7"},
		     {"a\xd9\x80\xd9\x8b\xd9\xa1.", "a1."},
		     {"\xe3\x82\x9b\xe3\x83\xbb", "\xe3\x82\x9b\xe3\x83\xbb"}};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *folded = vocabulary_fold(texts[i].text);

		g_assert_cmpstr(folded, ==, texts[i].folded);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/reading/letters", test_letters);
	g_test_add_func("/locale/reading/no-letters", test_no_letters);
	g_test_add_func("/locale/reading/amounts", test_amounts);
	g_test_add_func("/locale/reading/dates", test_dates);
	g_test_add_func("/locale/reading/own-words", test_own_words);
	g_test_add_func("/locale/reading/own-dates", test_own_dates);
	g_test_add_func("/locale/reading/found", test_found);
	g_test_add_func("/locale/reading/found-date", test_found_date);
	return g_test_run();
}
