/* Exact fractions: no digit is lost, and what does not fit is refused. */
#include <glib.h>

#include "base/rational.h"

static struct rational
number(const char *text)
{
	struct decimal value;
	struct rational out;

	g_assert_true(decimal_parse(text, &value));
	g_assert_true(rational_of_decimal(value, &out));
	return out;
}

static struct rational
fraction(const char *a, const char *b)
{
	struct rational out;

	g_assert_true(rational_divide(number(a), number(b), &out));
	return out;
}

static void
assert_decimal(struct decimal value, const char *expected)
{
	g_autofree char *text = decimal_to_text(value);

	g_assert_cmpstr(text, ==, expected);
}

static void
assert_exact(struct rational value, const char *expected)
{
	struct decimal out;

	g_assert_true(rational_to_decimal(value, &out));
	assert_decimal(out, expected);
}

static void
assert_rounded(struct rational value, int digits, enum rounding rounding, const char *expected)
{
	struct decimal out;

	g_assert_true(rational_round(value, digits, rounding, &out));
	assert_decimal(out, expected);
}

static void
test_arithmetic(void)
{
	struct rational sum;

	g_assert_true(rational_add(fraction("1", "3"), fraction("1", "6"), &sum));
	assert_exact(sum, "0.5");
	g_assert_true(sum.numerator == 1 && sum.denominator == 2);
	g_assert_true(rational_subtract(number("281.10"), number("281.1"), &sum));
	assert_exact(sum, "0");
	g_assert_cmpint(rational_sign(sum), ==, 0);
	g_assert_true(rational_multiply(fraction("7", "3"), fraction("-3", "7"), &sum));
	assert_exact(sum, "-1");
	assert_exact(fraction("370000000", "3700000"), "100");
	assert_exact(fraction("1", "-8"), "-0.125");
	g_assert_true(fraction("1", "-8").denominator == 8);
	assert_exact(fraction("999999999999999999", "0.000000000000000001"),
		     "999999999999999999000000000000000000");
}

static void
test_refuses(void)
{
	const struct decimal huge = {1, 30}, tiny = {1, -30};
	struct rational big, small, out = number("5");
	struct decimal decimal;

	g_assert_true(rational_of_decimal(huge, &big));
	g_assert_true(rational_of_decimal(tiny, &small));
	g_assert_false(rational_multiply(big, big, &out));
	g_assert_false(rational_divide(big, small, &out));
	g_assert_false(rational_add(big, small, &out));
	g_assert_false(rational_divide(big, number("0.00"), &out));
	g_assert_false(rational_of_decimal((struct decimal){1, 37}, &out));
	g_assert_false(rational_of_decimal((struct decimal){1, -37}, &out));
	assert_exact(out, "5");
	g_assert_false(rational_to_decimal(fraction("1", "3"), &decimal));
	g_assert_true(rational_add(number("999999999999999999"), number("0.1"), &out));
	g_assert_false(rational_to_decimal(out, &decimal));
}

static void
test_compare(void)
{
	struct rational almost, half = fraction("1", "2");
	const struct decimal tiny = {1, -36};

	g_assert_cmpint(rational_compare(fraction("2", "3"), fraction("3", "4")), <, 0);
	g_assert_cmpint(rational_compare(fraction("-2", "3"), fraction("-3", "4")), >, 0);
	g_assert_cmpint(rational_compare(fraction("2", "6"), fraction("1", "3")), ==, 0);
	g_assert_cmpint(rational_compare(number("-1"), fraction("1", "1000")), <, 0);
	g_assert_true(rational_of_decimal(tiny, &almost));
	g_assert_true(rational_add(half, almost, &almost));
	g_assert_cmpint(rational_compare(almost, half), >, 0);
	g_assert_cmpint(rational_compare(half, almost), <, 0);
}

static void
test_round(void)
{
	assert_rounded(fraction("1", "3"), 3, ROUND_NEAREST, "0.333");
	assert_rounded(fraction("2", "3"), 3, ROUND_NEAREST, "0.667");
	assert_rounded(fraction("-2", "3"), 3, ROUND_NEAREST, "-0.667");
	assert_rounded(fraction("2", "3"), 3, ROUND_DOWN, "0.666");
	assert_rounded(fraction("-2", "3"), 3, ROUND_DOWN, "-0.667");
	assert_rounded(fraction("1", "3"), 3, ROUND_UP, "0.334");
	assert_rounded(number("1234567"), 3, ROUND_NEAREST, "1230000");
	assert_rounded(number("999.5"), 3, ROUND_NEAREST, "1000");
	assert_rounded(number("100"), 3, ROUND_UP, "100");
	assert_rounded(number("2.5"), 3, ROUND_NEAREST, "2.5");
	assert_rounded(number("2.4999"), 3, ROUND_NEAREST, "2.50");
	assert_rounded(number("2.5"), 1, ROUND_NEAREST, "3");
	assert_rounded(number("0.00"), 3, ROUND_UP, "0");
	assert_rounded(number("0.00012345"), 2, ROUND_NEAREST, "0.00012");
	assert_rounded(fraction("1", "7"), 18, ROUND_NEAREST, "0.142857142857142857");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rational/arithmetic", test_arithmetic);
	g_test_add_func("/rational/refuses", test_refuses);
	g_test_add_func("/rational/compare", test_compare);
	g_test_add_func("/rational/round", test_round);
	return g_test_run();
}
