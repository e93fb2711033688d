/* EDTF level 1: what is a date, what is none, and which days are meant. */
#include <glib.h>
#include <limits.h>

#include "base/edtf.h"

static struct edtf
date(const char *text)
{
	struct edtf out;
	struct edtf_fault fault;

	if (!edtf_parse(text, &out, &fault))
		g_error("%s: %s", text, fault.why);
	return out;
}

static void
test_round_trip(void)
{
	static const char *const texts[] = {"2020-09-25", "2020-09", "2020", "2019-12~", "2020?",
					    "2020%", "2019-12~/2020-11", "2019-05/..",
					    "../2019-12-22", "2020-21", "201X", "2020-02-29",
					    "20XX", "2020-XX", "2020-09-XX", "2020-XX-XX",
					    "2020-09-XX~/2020-XX?", "-0043", "-0043-03-15", "0000",
					    "Y17000", "Y-170000002", "Y170000002/..", "-0100/0100",
					    "/2020", "2020-11/", "2020-01-01/2020-01-01"};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct edtf parsed = date(texts[i]);
		g_autofree char *text = edtf_to_text(&parsed);

		g_assert_cmpstr(text, ==, texts[i]);
	}
}

static void
assert_refused(const char *text, bool impossible)
{
	struct edtf out;
	struct edtf_fault fault = {0};

	if (edtf_parse(text, &out, &fault))
		g_error("%s is no date", text);
	g_assert_nonnull(fault.why);
	if (fault.impossible != impossible)
		g_error("%s: %s", text, fault.why);
}

static void
test_refuses(void)
{
	static const char *const texts[] = {"", "20", "2020-9", "2020-21-01", "2020-09-25T10:00",
					    "../..", "/", "September 2020", "2020 ", " 2020",
					    "2020~~", "2020/2021/2022", "2020/x", "..", "2020-",
					    "2XXX", "XXXX", "2X20", "20XX-01", "-20XX", "-0000",
					    "2020-09-3", "2020-X9", "2020-0X", "2020-09-2X",
					    "2020-XX-09", "2020-21-XX", "Y2020", "Y02020",
					    "Y170000002-01", "Y1700000020", "20200", "2020-XX-XX-XX"};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
		assert_refused(texts[i], false);
}

/* Well written, and in no calendar. */
static void
test_impossible(void)
{
	static const char *const texts[] = {"2020-13", "2020-00", "2020-25", "2020-02-30",
					    "2019-02-29", "2020-09-31", "2020-09-00", "1900-02-29",
					    "2020/2019", "-0001/-0002", "Y170000003/Y170000002", "2020-05-02/2020-05-01", "2020/2021-13"};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
		assert_refused(texts[i], true);
}

static void
assert_bounds(const char *text, int first, int last)
{
	struct edtf parsed = date(text);
	int a, b;

	edtf_bounds(&parsed, &a, &b);
	g_assert_cmpint(a, ==, first);
	g_assert_cmpint(b, ==, last);
}

static void
test_bounds(void)
{
	assert_bounds("1970-01-01", 0, 0);
	assert_bounds("1969-12-31", -1, -1);
	assert_bounds("2000-02", 10988, 11016);
	assert_bounds("2020", 18262, 18627);
	assert_bounds("201X", 14610, 18261);
	assert_bounds("20XX", 10957, 47481);
	assert_bounds("2020-XX", 18262, 18627);
	assert_bounds("2000-02-XX", 10988, 11016);
	assert_bounds("2020-XX-XX", 18262, 18627);
	assert_bounds("-0001-01-01", -719893, -719893);
	assert_bounds("Y10000", 2932897, 2933262);
	assert_bounds("Y170000002", INT_MAX - 1, INT_MAX - 1);
	assert_bounds("1970-24", 334, 423);	/* 1 December to 28 February */
	assert_bounds("1970-01/..", 0, INT_MAX);
	assert_bounds("../1970-01-02", INT_MIN, 1);
	assert_bounds("1970-01-02/1970-02", 1, 58);
}

static void
test_order(void)
{
	struct edtf year = date("2020"), month = date("2020-01"), later = date("2020-09");
	struct edtf far = date("Y170000002"), farther = date("Y170000003"), before = date("-0043"),
		    farther_before = date("-0044");

	g_assert_cmpint(edtf_compare(&month, &year), <, 0);
	g_assert_cmpint(edtf_compare(&year, &later), <, 0);
	g_assert_cmpint(edtf_compare(&year, &year), ==, 0);
	g_assert_cmpint(edtf_compare(&far, &farther), <, 0);
	g_assert_cmpint(edtf_compare(&before, &year), <, 0);
	g_assert_cmpint(edtf_compare(&farther_before, &before), <, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/edtf/round-trip", test_round_trip);
	g_test_add_func("/edtf/refuses", test_refuses);
	g_test_add_func("/edtf/impossible", test_impossible);
	g_test_add_func("/edtf/bounds", test_bounds);
	g_test_add_func("/edtf/order", test_order);
	return g_test_run();
}
