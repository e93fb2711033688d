/* The label files: nothing missing, every pattern good, one laid over another. */
#include "test-locale.h"

static const char *const tags[] = {"en", "fr", "es", "ru", "ar", "zh", "ko",
				   "ja", "pl", "uk", "de", "he", "fa"};

static const struct {
	const char *key;
	int arguments;
} required[] = {
#define LABEL(key, arguments) {key, arguments},
#include "locale/label_keys.def"
#undef LABEL
};

/* A folder with a label file of its own, and the program's. */
struct fixture {
	char *dir;
	struct places *places;
	struct diag_list *diags;
};

static void
fixture_set_up(struct fixture *fixture, gconstpointer user)
{
	g_autofree char *labels = NULL;

	(void)user;
	fixture->dir = g_dir_make_tmp("chancery-labels-XXXXXX", NULL);
	labels = g_build_filename(fixture->dir, "templates", "labels", NULL);
	g_assert_cmpint(g_mkdir_with_parents(labels, 0777), ==, 0);
	fixture->places = places_new(fixture->dir);
	fixture->diags = diag_list_new();
}

static void
write_labels(const struct fixture *fixture, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(fixture->dir, "templates", "labels", name, NULL);

	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
fixture_tear_down(struct fixture *fixture, gconstpointer user)
{
	g_autofree char *quoted = g_shell_quote(fixture->dir);
	g_autofree char *command = g_strconcat("rm -r ", quoted, NULL);

	(void)user;
	g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
	diag_list_free(fixture->diags);
	places_free(fixture->places);
	g_free(fixture->dir);
}

static void
test_all_there(void)
{
	static const char *const mirrored[] = {"ar", "he", "fa", NULL};

	for (gsize i = 0; i < G_N_ELEMENTS(tags); i++) {
		g_autoptr(Locale) locale = test_locale_open(tags[i]);

		g_assert_cmpstr(locale_tag(locale), ==, tags[i]);
		g_assert_true(locale_is_rtl(locale) == g_strv_contains(mirrored, tags[i]));
		g_assert_nonnull(locale_find(locale, "doc.summary"));
	}
}

/* Every required pattern is one that ICU accepts and prints its arguments; plain ones have none. */
static void
test_patterns(void)
{
	static const char *const args[] = {"other", "<1>", "<2>", "<3>"};
	unsigned wrong = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(tags) * G_N_ELEMENTS(required); i++) {
		const char *tag = tags[i / G_N_ELEMENTS(required)];
		const char *key = required[i % G_N_ELEMENTS(required)].key;
		int arguments = required[i % G_N_ELEMENTS(required)].arguments;
		g_autoptr(Locale) locale = test_locale_open(tag);
		g_autofree char *text = locale_label(locale, key, arguments, args);
		bool plain = strchr(locale_find(locale, key), '{') == NULL;
		bool noun = g_str_has_prefix(key, "n.") || g_str_has_prefix(key, "money.");

		if (strcmp(text, key) != 0 && !strchr(text, '{') && plain == (arguments == 0) &&
		    (!noun || strstr(text, "<1>")))
			continue;
		g_test_message("%s: %s prints “%s”", tag, key, text);
		wrong++;
	}
	g_assert_cmpuint(wrong, ==, 0);
}

/* No plural category is without its form. */
static void
test_counts(void)
{
	static const char *const nouns[] = {"launch",	"incident", "vessel",  "person", "tonne",
					    "shipment", "source",   "finding", "visa",	 "worker",
					    "vehicle",	"month",    "year",    "state",	 "day",
					    "test",	"percent",  "times"};
	static const char *const numbers[] = {"0",  "1",  "2",	 "3",	"5",	   "11",     "21",
					      "22", "25", "100", "1.5", "1000000", "1000001"};

	for (gsize i = 0; i < G_N_ELEMENTS(tags) * G_N_ELEMENTS(nouns); i++) {
		g_autoptr(Locale) locale = test_locale_open(tags[i / G_N_ELEMENTS(nouns)]);

		for (gsize j = 0; j < G_N_ELEMENTS(numbers); j++) {
			g_autofree char *spec = g_strdup_printf("exact %s one %s", numbers[j],
								nouns[i % G_N_ELEMENTS(nouns)]);
			struct amount amount = test_amount(spec);
			g_autofree char *text = locale_amount(locale, &amount, FORM_FULL);

			g_assert_cmpstr(text, !=, "");
			g_assert_null(strstr(text, "{"));
		}
	}
}

static void
count_printed(const char *key, const char *text, void *user)
{
	GPtrArray *keys = user;

	g_assert_null(strchr(text, '{'));
	g_assert_false(g_str_has_prefix(key, "read.") || g_str_has_prefix(key, "kind."));
	if (keys->len > 0)
		g_assert_cmpint(strcmp(g_ptr_array_index(keys, keys->len - 1), key), <, 0);
	g_ptr_array_add(keys, (gpointer)key);
}

static void
test_each_printed(void)
{
	g_autoptr(Locale) locale = test_locale_open("pl");
	g_autoptr(GPtrArray) keys = g_ptr_array_new();

	locale_each_printed(locale, count_printed, keys);
	g_assert_cmpuint(keys->len, >, 80);
	g_assert_true(g_ptr_array_find_with_equal_func(keys, "doc.contents", g_str_equal, NULL));
	g_assert_false(g_ptr_array_find_with_equal_func(keys, "doc.figure-n", g_str_equal, NULL));
}

static void
test_label(void)
{
	static const char *const args[] = {"2", "9"};
	g_autoptr(Locale) locale = test_locale_open("pl");
	g_autofree char *figure = locale_label(locale, "doc.figure-n", 1, args);
	g_autofree char *page = locale_label(locale, "doc.page-n-of-m", 2, args);
	g_autofree char *plain = locale_label(locale, "doc.summary", 0, NULL);
	g_autofree char *unknown = locale_label(locale, "doc.nothing", 1, args);

	g_assert_cmpstr(figure, ==, "Rysunek\u00a02");
	g_assert_cmpstr(page, ==, "Strona 2 z 9");
	g_assert_cmpstr(plain, ==, "Streszczenie");
	g_assert_cmpstr(unknown, ==, "doc.nothing");
	g_assert_true(locale_has(locale, "kind.coal"));
	g_assert_false(locale_has(locale, "kind.gold"));
}

static void
test_overlay(struct fixture *fixture, gconstpointer user)
{
	static const char *const args[] = {"one", "1", ""};
	g_autoptr(Locale) locale = NULL;
	g_autofree char *text = NULL;

	(void)user;
	write_labels(fixture, "pl.yaml",
		     "doc.summary: W skrócie\nn.barge: \"{0, select, one {{1} barka} few {{1} "
		     "barki} other {{1} barek}}\"\n");
	locale = locale_open(fixture->places, "pl-PL", fixture->diags, NULL);
	g_assert_cmpstr(locale_find(locale, "doc.summary"), ==, "W skrócie");
	g_assert_cmpstr(locale_find(locale, "doc.findings"), ==, "Ustalenia");
	text = locale_label(locale, "n.barge", 3, args);
	g_assert_cmpstr(text, ==, "1 barka");
	g_assert_cmpuint(diag_list_count(fixture->diags, DIAG_ERROR), ==, 0);
}

/* Labels are in normal form C, also those of a plain file, which is lent from else. */
static void
test_composed(struct fixture *fixture, gconstpointer user)
{
	g_autoptr(Locale) locale = NULL;

	(void)user;
	write_labels(fixture, "pl.yaml", "doc.summary: \"W skro\u0301cie\"\n");
	locale = locale_open(fixture->places, "pl", fixture->diags, NULL);
	g_assert_cmpstr(locale_find(locale, "doc.summary"), ==, "W skr\u00f3cie");
}

static void
test_missing(struct fixture *fixture, gconstpointer user)
{
	g_autoptr(Locale) locale = NULL;
	g_autofree char *text = NULL, *label = NULL;

	(void)user;
	write_labels(fixture, "eo.yaml", "doc.summary: תקציר\nmeta.direction: rtl\n");
	locale = locale_open(fixture->places, "eo", fixture->diags, NULL);
	g_assert_true(locale_is_rtl(locale));
	g_assert_cmpstr(locale_find(locale, "doc.summary"), ==, "תקציר");
	label = locale_label(locale, "doc.findings", 0, NULL);
	g_assert_cmpstr(label, ==, "doc.findings");
	g_assert_cmpuint(diag_list_count(fixture->diags, DIAG_ERROR), ==,
			 G_N_ELEMENTS(required) - 2);
	text = diag_list_to_text(fixture->diags, NULL, false);
	g_assert_nonnull(strstr(
		text, "templates/labels/eo.yaml: error: no label “doc.findings” [label-missing]"));
}

/* A language without labels still prints its numbers and dates. */
static void
test_no_file(struct fixture *fixture, gconstpointer user)
{
	struct amount amount = test_amount("about 281 million USD");
	g_autoptr(Locale) locale = NULL;
	g_autofree char *text = NULL, *day = NULL;
	struct edtf date;

	(void)user;
	locale = locale_open(fixture->places, "sv", fixture->diags, NULL);
	g_assert_cmpuint(diag_list_count(fixture->diags, DIAG_ERROR), ==, 1);
	text = locale_amount(locale, &amount, FORM_FULL);
	g_assert_cmpstr(text, ==, "281 miljoner\u00a0USD");
	g_assert_true(edtf_parse("2020-09-25", &date, NULL));
	day = locale_date(locale, &date);
	g_assert_cmpstr(day, ==, "25 september 2020");
}

static void
test_bad_pattern(struct fixture *fixture, gconstpointer user)
{
	static const char *const args[] = {"1", "2"};
	g_autoptr(Locale) locale = NULL;
	g_autofree char *bad = NULL, *many = NULL;

	(void)user;
	write_labels(fixture, "en.yaml",
		     "doc.figure-n: 'Figure {0'\ndoc.table-n: 'Table {0} of {7}'\nx: [a]\n");
	locale = locale_open(fixture->places, "en", fixture->diags, NULL);
	bad = locale_label(locale, "doc.figure-n", 1, args);
	many = locale_label(locale, "doc.table-n", 1, args);
	g_assert_cmpstr(bad, ==, "doc.figure-n");
	g_assert_cmpstr(many, ==, "doc.table-n");
	g_assert_cmpuint(diag_list_count(fixture->diags, DIAG_ERROR), ==, 1);
}

/* Tags that have been replaced name a language too; of three letters not all are known. */
static void
test_languages(void)
{
	static const char *const known[] = {"en", "zu", "aa",  "zh-Hans", "iw",
					    "sh", "mo", "tlh", "xxx",	  "pl-PL"};
	static const char *const unknown[] = {"xx", "qq-Latn", "zz", "uw"};

	for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
		g_assert_true(locale_is_language(known[i]));
	for (gsize i = 0; i < G_N_ELEMENTS(unknown); i++)
		g_assert_false(locale_is_language(unknown[i]));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/labels/all-there", test_all_there);
	g_test_add_func("/locale/labels/patterns", test_patterns);
	g_test_add_func("/locale/labels/counts", test_counts);
	g_test_add_func("/locale/labels/each-printed", test_each_printed);
	g_test_add_func("/locale/labels/label", test_label);
	g_test_add_func("/locale/labels/languages", test_languages);
	g_test_add("/locale/labels/overlay", struct fixture, NULL, fixture_set_up, test_overlay,
		   fixture_tear_down);
	g_test_add("/locale/labels/composed", struct fixture, NULL, fixture_set_up, test_composed,
		   fixture_tear_down);
	g_test_add("/locale/labels/missing", struct fixture, NULL, fixture_set_up, test_missing,
		   fixture_tear_down);
	g_test_add("/locale/labels/no-file", struct fixture, NULL, fixture_set_up, test_no_file,
		   fixture_tear_down);
	g_test_add("/locale/labels/bad-pattern", struct fixture, NULL, fixture_set_up,
		   test_bad_pattern, fixture_tear_down);
	return g_test_run();
}
