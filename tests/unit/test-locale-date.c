/* What a date does not depend on; how each language writes dates is in test-locale-formatted.c. */
#include "test-locale.h"

/* The machine's time zone, on either side of UTC, changes no day. */
static void
test_zone(void)
{
	static const char *const zones[] = {"Pacific/Kiritimati", "Pacific/Pago_Pago"};
	struct edtf date;

	g_assert_true(edtf_parse("2020-01-01", &date, NULL));
	for (gsize i = 0; i < G_N_ELEMENTS(zones); i++) {
		g_autoptr(Locale) locale = test_locale_open("en");
		g_autofree char *text = NULL;

		g_setenv("TZ", zones[i], TRUE);
		text = locale_date(locale, &date);
		g_assert_cmpstr(text, ==, "1 January 2020");
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/date/zone", test_zone);
	return g_test_run();
}
