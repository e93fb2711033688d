/* test-layout-column: widths of table columns, with numbers alone.  Tables are 300 wide. */
#include <glib.h>
#include "layout/column.h"

#define EXACT 0.001

static void
assert_widths(const struct column *columns, guint n, const double *expected)
{
	g_autofree double *widths = g_new0(double, n);

	column_widths(columns, n, 300, widths);
	for (guint i = 0; i < n; i++)
		g_assert_cmpfloat_with_epsilon(widths[i], expected[i], EXACT);
}

static void
test_fixed(void)
{
	const struct column columns[] = {
		{{LENGTH_POINTS, 60}, 0, 0},
		{{LENGTH_PERCENT, 20}, 0, 0},
		{{LENGTH_PROPORTION, 1}, 0, 0},
		{{LENGTH_PROPORTION, 2}, 0, 0},
	};
	const double expected[] = {60, 60, 60, 120};

	assert_widths(columns, 4, expected);
}

/* Everything fits on one line: the rest is spread. */
static void
test_automatic_wide(void)
{
	const struct column columns[] = {{{LENGTH_AUTO, 0}, 20, 50}, {{LENGTH_AUTO, 0}, 20, 100}};
	const double expected[] = {100, 200};

	assert_widths(columns, 2, expected);
}

/* Columns of a few words keep their line, the long one wraps. */
static void
test_automatic_level(void)
{
	const struct column columns[] = {
		{{LENGTH_AUTO, 0}, 20, 50},
		{{LENGTH_AUTO, 0}, 20, 60},
		{{LENGTH_AUTO, 0}, 30, 900},
	};
	const double expected[] = {50, 60, 190};

	assert_widths(columns, 3, expected);
}

/* Long columns are as wide as the roots of their lengths. */
static void
test_automatic_roots(void)
{
	const struct column columns[] = {
		{{LENGTH_AUTO, 0}, 20, 60},
		{{LENGTH_AUTO, 0}, 20, 225},
		{{LENGTH_AUTO, 0}, 30, 900},
	};
	const double expected[] = {60, 80, 160};

	assert_widths(columns, 3, expected);
}

/* A long word is not broken. */
static void
test_automatic_words(void)
{
	const struct column columns[] = {{{LENGTH_AUTO, 0}, 180, 500}, {{LENGTH_AUTO, 0}, 30, 900}};
	const double expected[] = {180, 120};

	assert_widths(columns, 2, expected);
}

static void
test_automatic_narrow(void)
{
	const struct column columns[] = {{{LENGTH_AUTO, 0}, 200, 500},
					 {{LENGTH_AUTO, 0}, 400, 900}};
	const double expected[] = {100, 200};

	assert_widths(columns, 2, expected);
}

static void
test_automatic_and_proportion(void)
{
	const struct column columns[] = {{{LENGTH_AUTO, 0}, 20, 50},
					 {{LENGTH_PROPORTION, 1}, 0, 0}};
	const double expected[] = {50, 250};

	assert_widths(columns, 2, expected);
}

/* A spanning cell widens the automatic columns only. */
static void
test_span(void)
{
	struct column columns[] = {
		{{LENGTH_AUTO, 0}, 10, 30},
		{{LENGTH_POINTS, 40}, 40, 40},
		{{LENGTH_AUTO, 0}, 30, 30},
	};

	column_span_need(columns, 0, 3, 120, 80);
	g_assert_cmpfloat_with_epsilon(columns[0].min, 20, EXACT);
	g_assert_cmpfloat_with_epsilon(columns[1].min, 40, EXACT);
	g_assert_cmpfloat_with_epsilon(columns[2].min, 60, EXACT);
	g_assert_cmpfloat_with_epsilon(columns[0].max, 30, EXACT);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/column/fixed", test_fixed);
	g_test_add_func("/layout/column/automatic-wide", test_automatic_wide);
	g_test_add_func("/layout/column/automatic-level", test_automatic_level);
	g_test_add_func("/layout/column/automatic-roots", test_automatic_roots);
	g_test_add_func("/layout/column/automatic-words", test_automatic_words);
	g_test_add_func("/layout/column/automatic-narrow", test_automatic_narrow);
	g_test_add_func("/layout/column/automatic-and-proportion", test_automatic_and_proportion);
	g_test_add_func("/layout/column/span", test_span);
	return g_test_run();
}
