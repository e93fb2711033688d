/* Numbers, units and lists by language; amounts are in test-locale-formatted.c.  '_' is U+00A0, '~' U+202F. */
#include "test-locale.h"

static void
check(char *text, const char *expected)
{
	g_autofree char *shown = test_show_spaces(text);

	g_assert_cmpstr(shown, ==, expected);
	g_free(text);
}

static void
test_numbers(void)
{
	g_autoptr(Locale) en = test_locale_open("en");
	g_autoptr(Locale) pl = test_locale_open("pl");
	g_autoptr(Locale) fr = test_locale_open("fr");
	g_autoptr(Locale) ar = test_locale_open("ar");

	check(locale_integer(en, 1234567), "1,234,567");
	check(locale_integer(pl, 1000), "1000");
	check(locale_integer(pl, -13000), "-13_000");
	check(locale_integer(fr, 13000), "13~000");
	check(locale_integer(ar, 13000), "13,000");
	check(locale_decimal(pl, (struct decimal){28110, -2}), "281,10");
	check(locale_decimal(en, (struct decimal){123456789012345678, -2}),
	      "1,234,567,890,123,456.78");
	check(locale_compact(en, (struct decimal){300000000, 0}), "300M");
	check(locale_compact(pl, (struct decimal){3, 8}), "300_mln");
	check(locale_compact(en, (struct decimal){300000, 0}), "300,000");
	check(locale_section_number(en, 14), "XIV");
	check(locale_section_number(ar, 14), "14");
}

static void
test_units(void)
{
	g_autoptr(Locale) en = test_locale_open("en");
	g_autoptr(Locale) pl = test_locale_open("pl");
	struct amount odd = test_amount("exact 5 one gizmo");

	check(locale_unit(en, "USD"), "US dollars");
	check(locale_unit(en, "visa"), "visas");
	check(locale_unit(pl, "USD/tonne"), "dolary amerykańskie za tonę");
	check(locale_unit(pl, "GBP"), "funt szterling");
	check(locale_unit(en, "gizmo"), "gizmo");
	check(locale_amount(en, &odd, FORM_FULL), "5_gizmo");
}

static void
test_lists(void)
{
	static const char *const items[] = {"a", "b", "c"};
	g_autoptr(Locale) en = test_locale_open("en");
	g_autoptr(Locale) pl = test_locale_open("pl");
	g_autoptr(Locale) ja = test_locale_open("ja");

	check(locale_list(en, items, 3), "a, b and c");
	check(locale_list(pl, items, 2), "a i b");
	check(locale_list(ja, items, 3), "a、b、c");
	check(locale_list(ja, items, 1), "a");
	check(locale_list(ja, items, 0), "");
	check(locale_language_name("pl"), "polski");
	check(locale_language_name("uk"), "українська");
	check(locale_language_name("zh-Hans"), "简体中文");
	g_assert_cmpint(locale_collate(pl, "łódź", "los"), >, 0);
	g_assert_cmpint(locale_collate(pl, "łódź", "mak"), <, 0);
	g_assert_cmpint(locale_collate(pl, "a", "a"), ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/amount/numbers", test_numbers);
	g_test_add_func("/locale/amount/units", test_units);
	g_test_add_func("/locale/amount/lists", test_lists);
	return g_test_run();
}
