/* What each language prints: tests/unit/formatted.tsv.  Issue 6 asks for at least 40 rows a
 * language. */
#include "test-locale.h"

enum { LANGUAGES = 11, ROWS_EACH = 40 };

static char *
amount_of(const struct locale *locale, const char *datum, const char *form)
{
	static const char *const forms[] = {
		[FORM_FULL] = "full",
		[FORM_SHORT] = "short",
		[FORM_BARE] = "bare",
		[FORM_NUMBER] = "number",
	};
	struct amount amount = test_amount(datum);
	guint i = 0;

	while (i < G_N_ELEMENTS(forms) && strcmp(form, forms[i]) != 0)
		i++;
	g_assert_cmpuint(i, <, G_N_ELEMENTS(forms));
	return locale_amount(locale, &amount, (enum amount_form)i);
}

static char *
date_of(const struct locale *locale, const char *datum, const char *form)
{
	struct edtf date;

	g_assert_true(edtf_parse(datum, &date, NULL));
	if (strcmp(form, "short") == 0)
		return locale_date_short(locale, &date);
	g_assert_cmpstr(form, ==, "full");
	return locale_date(locale, &date);
}

static char *
list_of(const struct locale *locale, const char *datum)
{
	g_auto(GStrv) items = g_strsplit(datum, "|", -1);

	return locale_list(locale, (const char *const *)items, (int)g_strv_length(items));
}

/* Cells: language, kind, datum, form. */
static char *
printed(const struct locale *locale, char **cells)
{
	const char *kind = cells[1], *datum = cells[2];
	struct decimal number;

	if (strcmp(kind, "amount") == 0)
		return amount_of(locale, datum, cells[3]);
	if (strcmp(kind, "date") == 0)
		return date_of(locale, datum, cells[3]);
	if (strcmp(kind, "list") == 0)
		return list_of(locale, datum);
	if (strcmp(kind, "integer") == 0)
		return locale_integer(locale, g_ascii_strtoll(datum, NULL, 10));
	g_assert_cmpstr(kind, ==, "compact");
	g_assert_true(decimal_parse(datum, &number));
	return locale_compact(locale, number);
}

static bool
is_as_expected(const struct locale *locale, char **cells)
{
	g_autofree char *text = printed(locale, cells);
	g_autofree char *shown = test_show_spaces(text);

	if (strcmp(shown, cells[4]) == 0)
		return true;
	g_test_message("%s, %s %s, %s: “%s”, not “%s”", cells[0], cells[1], cells[2], cells[3],
		       shown, cells[4]);
	return false;
}

/* Reports every difference, then fails: one run shows all.  The rows of a language stand together.
 */
static void
test_formatted(void)
{
	g_autofree char *path = g_build_filename(CHANCERY_SOURCE, "tests/unit/formatted.tsv", NULL);
	g_autoptr(Locale) locale = NULL;
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;
	unsigned languages = 0, rows = ROWS_EACH, wrong = 0;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	for (gsize i = 0; lines[i]; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);

		if (lines[i][0] == '#' || lines[i][0] == '\0')
			continue;
		g_assert_cmpuint(g_strv_length(cells), ==, 5);
		if (!locale || strcmp(locale_tag(locale), cells[0]) != 0) {
			g_assert_cmpuint(rows, >=, ROWS_EACH);
			g_clear_pointer(&locale, locale_free);
			locale = test_locale_open(cells[0]);
			languages++;
			rows = 0;
		}
		rows++;
		wrong += !is_as_expected(locale, cells);
	}
	g_assert_cmpuint(rows, >=, ROWS_EACH);
	g_assert_cmpuint(languages, >=, LANGUAGES);
	g_assert_cmpuint(wrong, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/formatted", test_formatted);
	return g_test_run();
}
