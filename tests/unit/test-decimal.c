/* Exact decimal numbers and the vocabularies of amounts. */
#include <glib.h>

#include "base/amount.h"
#include "base/decimal.h"

static struct decimal
number(const char *text)
{
	struct decimal value;

	g_assert_true(decimal_parse(text, &value));
	return value;
}

static void
assert_text(struct decimal value, const char *expected)
{
	g_autofree char *text = decimal_to_text(value);

	g_assert_cmpstr(text, ==, expected);
}

static void
test_round_trip(void)
{
	static const char *const texts[] = {"0", "0.00", "281.10", "-0.5", "281000000",
					    "999999999999999999", "0.000000000000000001"};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
		assert_text(number(texts[i]), texts[i]);
	assert_text(number("+007"), "7");
	assert_text(decimal_scale(number("281.1"), 6), "281100000");
	assert_text(decimal_scale(number("0"), 6), "0");
	assert_text(decimal_scale(number("-5"), -2), "-0.05");
}

static void
test_refuses(void)
{
	static const char *const texts[] = {"", "-", ".5", "5.", "1e3", "1,000", " 1", "1 ",
					    "0x10", "1.2.3", "1000000000000000000", "--1", "nan"};
	struct decimal value;

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
		g_assert_false(decimal_parse(texts[i], &value));
}

static void
test_compare(void)
{
	g_assert_cmpint(decimal_compare(number("281.10"), number("281.1")), ==, 0);
	g_assert_cmpint(decimal_compare(number("-2"), number("1")), <, 0);
	g_assert_cmpint(decimal_compare(number("0.00"), decimal_scale(number("0"), 9)), ==, 0);
	g_assert_cmpint(decimal_compare(decimal_scale(number("1"), 40), number("5")), >, 0);
	g_assert_cmpint(decimal_compare(decimal_scale(number("-1"), 40), number("5")), <, 0);
	g_assert_cmpint(decimal_compare(number("999999999999999999"),
					decimal_scale(number("1"), 18)), <, 0);
}

static void
test_add(void)
{
	struct decimal sum;

	g_assert_true(decimal_add(number("0.1"), number("0.2"), &sum));
	assert_text(sum, "0.3");
	g_assert_true(decimal_add(decimal_scale(number("281"), 6), number("-0.5"), &sum));
	assert_text(sum, "280999999.5");
	g_assert_false(decimal_add(number("999999999999999999"), number("1"), &sum));
	g_assert_false(decimal_add(decimal_scale(number("1"), 30), number("1"), &sum));
}

static void
test_round(void)
{
	assert_text(decimal_round(number("316.4"), 0), "316");
	assert_text(decimal_round(number("2.5"), 0), "3");
	assert_text(decimal_round(number("-2.5"), 0), "-3");
	assert_text(decimal_round(number("2.4999"), 0), "2");
	assert_text(decimal_round(number("281000000"), 8), "300000000");
	assert_text(decimal_round(number("1.5"), 3), "0");
	assert_text(decimal_round(number("281"), -2), "281.00");
	assert_text(decimal_round(number("999999999999999999"), 19), "0");
	g_assert_cmpfloat(decimal_to_double(number("281.1")), ==, 281.1);
}

static void
test_names(void)
{
	enum qualifier qualifier;
	enum hedge hedge;
	enum amount_scale scale;
	struct amount amount = {.min = number("281"), .scale = SCALE_MILLION};

	for (int i = 0; i < QUALIFIER_COUNT; i++) {
		g_assert_true(qualifier_of_name(qualifier_name((enum qualifier)i), &qualifier));
		g_assert_cmpint((int)qualifier, ==, i);
	}
	for (int i = 1; i < HEDGE_COUNT; i++) {
		g_assert_true(hedge_of_name(hedge_name((enum hedge)i), &hedge));
		g_assert_cmpint((int)hedge, ==, i);
	}
	g_assert_null(hedge_name(HEDGE_NONE));
	g_assert_false(qualifier_of_name("circa", &qualifier));
	g_assert_false(hedge_of_name("", &hedge));
	g_assert_true(scale_of_name("billion", &scale));
	g_assert_cmpint((int)scale, ==, 9);
	g_assert_false(scale_of_name("Million", &scale));
	assert_text(amount_value(&amount), "281000000");
	g_assert_true(unit_is_currency("USD"));
	g_assert_false(unit_is_currency("USD/tonne"));
	g_assert_false(unit_is_currency("usd"));
	g_assert_false(unit_is_currency(NULL));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/decimal/round-trip", test_round_trip);
	g_test_add_func("/decimal/refuses", test_refuses);
	g_test_add_func("/decimal/compare", test_compare);
	g_test_add_func("/decimal/add", test_add);
	g_test_add_func("/decimal/round", test_round);
	g_test_add_func("/amount/names", test_names);
	return g_test_run();
}
