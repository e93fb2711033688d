/* Derived values: what follows from facts, how it is bounded, and what is refused. */
#include "test-data.h"

#include "data/bound.h"

static const char sources[] = "- {id: s, type: report, title: S}\n"
			      "- {id: t, type: report, title: T}\n";

static const char incidents[] =
	"- id: a\n"
	"  kind: coal\n"
	"  date: 2019-01/2019-08\n"
	"  title: A\n"
	"  facts:\n"
	"    money: {value: 370, scale: million, unit: USD, qualifier: estimated, source: s}\n"
	"    tonnes: {value: 3.7, scale: million, unit: tonne, source: s}\n"
	"    first: {value: 281.10, scale: million, unit: USD, hedge: likely, source: s}\n"
	"    second: {value: 23, scale: million, unit: USD, source: t}\n"
	"    least: {value: 1, scale: million, unit: tonne, qualifier: at-least, source: s}\n"
	"    more: {value: 22, scale: million, unit: USD, qualifier: over, source: s}\n"
	"    rough: {value: 5, unit: tonne, qualifier: about, source: s}\n"
	"    most: {value: 9, unit: tonne, qualifier: up-to, source: s}\n"
	"    range: {min: 4, max: 8, unit: tonne, source: s}\n"
	"    three: {value: 3, unit: tonne, source: s}\n"
	"    none: {value: 0, unit: tonne, source: s}\n"
	"    part: {value: 1, unit: tonne, part-of: a.three, source: s}\n"
	"    small: {value: 1, unit: tonne, part-of: a.part, source: s}\n"
	"    day: {date: 2019-01, source: s}\n"
	"- id: b\n"
	"  kind: sand\n"
	"  date: 2019-05/..\n"
	"  title: B\n"
	"  facts:\n"
	"    three: {value: 4.25, unit: tonne, source: t}\n"
	"    year: {value: 24, unit: launch, when: 2019~, source: t}\n";

static const char rows[] = "date,outcome,height\n2019-05-04,success,60\n2019-05-09,failure,\n"
			   "2020-03-02,success,35.5\n";
static const char sidecar[] = "title: R\nsource: t\ncolumns:\n  date: {type: date}\n"
			      "  outcome: {type: choice, values: [success, failure]}\n"
			      "  height: {type: number, unit: tonne}\n";

static struct publication_test *
load(const char *derived)
{
	return LOAD(PUBLICATION, "content/data/sources.yaml", sources,
		    "content/data/incidents.yaml", incidents, "content/data/tests.csv", rows,
		    "content/data/tests.yaml", sidecar, "content/data/derived.yaml", derived);
}

/* "at-least 1230 tonne", "between 4..8 tonne", "nothing". */
static char *
describe(const struct fact *fact)
{
	const struct amount *amount = &fact->preferred->amount;
	g_autofree char *min = NULL, *max = NULL;
	const char *unit;

	if (fact->preferred->kind != CLAIM_QUANTITY)
		return g_strdup("nothing");
	min = decimal_to_text(amount_value(amount));
	max = decimal_to_text(amount->max);
	unit = amount->unit ? amount->unit : "";
	if (decimal_compare(amount->min, amount->max) != 0)
		return g_strdup_printf("%s %s..%s %s", qualifier_name(amount->qualifier), min, max,
				       unit);
	return g_strdup_printf("%s %s %s", qualifier_name(amount->qualifier), min, unit);
}

/* One operation gives this value, without a word. */
static void
assert_value(const char *operation, const char *expected)
{
	g_autofree char *derived = g_strdup_printf("- {id: d, %s}\n", operation);
	g_autoptr(PublicationTest) test = load(derived);
	g_autofree char *found = NULL;

	g_assert_cmpstr(test->said, ==, "");
	found = describe(dataset_find_fact(test->data, "d"));
	g_assert_cmpstr(found, ==, expected);
}

/* These records give one diagnostic, in which this stands. */
static void
assert_refused(const char *derived, const char *expected)
{
	g_autoptr(PublicationTest) test = load(derived);

	if (!strstr(test->said, expected))
		g_test_message("%s", test->said);
	g_assert_nonnull(strstr(test->said, expected));
	g_assert_cmpuint(diag_list_count(test->diags, DIAG_ERROR), ==, 1);
}

static void
test_pairs(void)
{
	assert_value("ratio: {of: a.money, to: a.tonnes}, unit: USD/tonne",
		     "estimated 100 USD/tonne");
	assert_value("ratio: {of: a.money, to: a.tonnes}", "estimated 100 USD/tonne");
	assert_value("ratio: {of: a.first, to: a.second}", "exact 12.2 times");
	assert_value("ratio: {of: a.first, to: a.second}, digits: 5", "exact 12.222 times");
	assert_value("share: {of: a.second, to: a.first}", "exact 8.18 percent");
	assert_value("change: {from: a.first, to: a.second}", "exact -91.8 percent");
	assert_value("change: {from: a.three, to: b.three}", "exact 41.7 percent");
	assert_value("rate: {of: a.tonnes, per: month}", "exact 463000 tonne/month");
	assert_value("rate: {of: a.tonnes, per: year}, digits: 2", "exact 5600000 tonne/year");
	assert_value("rate: {of: b.year, per: month}, unit: launch/month",
		     "about 2 launch/month");
	assert_value("rate: {of: b.year, per: day}", "about 0.0658 launch/day");
}

static void
test_aggregates(void)
{
	assert_value("sum: {of: [a.first, a.second]}", "exact 304100000 USD");
	assert_value("sum: {of: [a.first, a.money]}", "estimated 651000000 USD");
	assert_value("sum: {of: [a.three, b.three]}, digits: 2", "exact 7.3 tonne");
	assert_value("sum: {from: series/tests, where: {outcome: success}, value: height}",
		     "exact 95.5 tonne");
	assert_value("sum: {from: facts, where: {fact: three}}", "exact 7.25 tonne");
	assert_value("minimum: {from: series/tests, value: height}", "exact 35.5 tonne");
	assert_value("maximum: {of: [a.three, b.three]}", "exact 4.25 tonne");
	assert_value("count: {from: series/tests, where: {date: 2019}}, unit: launch",
		     "exact 2 launch");
	assert_value("count: {from: incidents, where: {kind: coal}}", "exact 1 ");
	assert_value("count: {from: incidents, where: {kind: luxury}}, unit: incident",
		     "exact 0 incident");
	assert_value("count: {of: [a.three, a.first]}", "exact 2 ");
}

static void
test_bounds(void)
{
	assert_value("ratio: {of: a.more, to: a.least}", "no-bound 0 USD/tonne");
	assert_value("ratio: {of: a.more, to: a.tonnes}", "over 5.94 USD/tonne");
	assert_value("ratio: {of: a.least, to: a.three}", "at-least 333000 times");
	assert_value("ratio: {of: a.first, to: a.least}", "up-to 282 USD/tonne");
	assert_value("ratio: {of: a.first, to: a.most}", "at-least 31200000 USD/tonne");
	assert_value("ratio: {of: a.money, to: a.rough}", "estimated 74000000 USD/tonne");
	assert_value("ratio: {of: a.money, to: a.least}", "no-bound 0 USD/tonne");
	assert_value("ratio: {of: a.range, to: a.three}", "between 1.33..2.67 times");
	assert_value("sum: {of: [a.least, a.three]}", "at-least 1000000 tonne");
	assert_value("sum: {of: [a.least, a.three]}, digits: 7", "at-least 1000003 tonne");
	assert_value("sum: {of: [a.least, a.most]}", "no-bound 0 tonne");
	assert_value("sum: {of: [a.range, a.three]}", "between 7..11 tonne");
	assert_value("minimum: {of: [a.least, a.three]}", "exact 3 tonne");
	assert_value("maximum: {of: [a.least, a.three]}", "at-least 1000000 tonne");
	assert_value("maximum: {of: [a.rough, a.three]}", "about 5 tonne");
	assert_value("maximum: {of: [a.most, a.three]}", "between 3..9 tonne");
	assert_value("sum: {of: [a.rough, a.most]}", "no-bound 0 tonne");
}

static void
test_record(void)
{
	g_autoptr(PublicationTest) test = load(
		"- {id: outer, ratio: {of: inner, to: a.three}, title: {en: Outer, pl: Na}, "
		"source: t}\n"
		"- {id: inner, sum: {of: [a.first, a.second]}, note: Ours}\n"
		"- {id: rows, count: {from: series/tests}}\n");
	const struct fact *fact, *outer, *count;
	g_autoptr(GPtrArray) paths = NULL;

	g_assert_cmpstr(test->said, ==, "");
	fact = dataset_find_fact(test->data, "inner");
	g_assert_null(fact->incident);
	g_assert_null(fact->title);
	g_assert_nonnull(fact->note);
	g_assert_cmpuint(fact->parts->len, ==, 2);
	g_assert_false(fact->preferred->has_source);
	g_assert_cmpint((int)fact->preferred->hedge, ==, (int)HEDGE_LIKELY);
	outer = dataset_find_fact(test->data, "outer");
	g_assert_cmpstr(text_in(outer->title, "en", "en", NULL), ==, "Outer");
	g_assert_cmpstr(outer->preferred->source.id, ==, "t");
	g_assert_cmpuint(outer->preferred->sources->len, ==, 1);
	g_assert_true(outer->parts->pdata[0] == fact);
	g_assert_cmpuint(outer->parts->len, ==, 4);
	g_assert_cmpint(outer->at.line, ==, 1);
	count = dataset_find_fact(test->data, "rows");
	g_assert_cmpstr(count->preferred->source.id, ==, "t");
	paths = dataset_fact_paths(test->data);
	g_assert_true(g_ptr_array_find_with_equal_func(paths, "outer", g_str_equal, NULL));
}

static void
test_refuses(void)
{
	assert_refused("- {id: d, sum: {of: [a.first, a.three]}}\n",
		       "derived.yaml:1:31: error: the values have different units: USD and tonne");
	assert_refused("- {id: d, ratio: {of: a.frist, to: a.three}}\n",
		       "there is no fact “a.frist”");
	assert_refused("- {id: d, ratio: {of: a.day, to: a.three}}\n",
		       "“a.day” is not a quantity");
	assert_refused("- {id: d, ratio: {of: a.first, to: a.none}}\n", "“a.none” is 0");
	assert_refused("- {id: d, ratio: {of: a.first, to: a.three}, unit: USD}\n",
		       "the facts give another unit than USD");
	assert_refused("- {id: d, share: {of: a.first, to: a.three}}\n",
		       "a share of USD and tonne cannot be given");
	assert_refused("- {id: d, rate: {of: a.tonnes, per: launch}}\n",
		       "“launch” is not a unit of time");
	assert_refused("- {id: d, rate: {of: b.three, per: month}}\n",
		       "the date of “b.three”, 2019-05/.., is not a number of months");
	assert_refused("- {id: d, sum: {of: [a.three, d]}}\n", "“d” is derived from itself");
	assert_refused("- {id: d, sum: {of: [a.three, e]}}\n- {id: e, sum: {of: [d, a.three]}}\n",
		       "“d” is derived from itself");
	assert_refused("- {id: d, sum: {from: series/tests, value: hieght}}\n",
		       "there is no column “hieght”");
	assert_refused("- {id: d, sum: {from: series/tests, value: date}}\n",
		       "the column “date” has no numbers");
	assert_refused("- {id: d, sum: {from: series/none, value: date}}\n",
		       "there is no series “none”");
	assert_refused("- {id: d, maximum: {from: facts, where: {kind: luxury}}}\n",
		       "there is no value to take the maximum of");
	assert_refused("- {id: d, sum: {of: [a.three]}, digits: 19}\n",
		       "the significant digits are 1 to 18");
}

static void
test_parts(void)
{
	assert_refused("- {id: d, sum: {of: [a.three, a.part]}}\n",
		       "derived.yaml:1:31: error: “a.part” is part of “a.three”, and both are "
		       "counted [fact-part-twice]");
	assert_refused("- {id: d, sum: {of: [a.small, a.three]}}\n",
		       "“a.small” is part of “a.three”");
	assert_refused("- {id: d, sum: {of: [a.three, a.three]}}\n",
		       "“a.three” is counted twice");
	assert_refused("- {id: d, sum: {from: facts, where: {fact: [three, part], kind: coal}}}\n",
		       "“a.part” is part of “a.three”");
	assert_refused("- {id: d, sum: {of: [e, a.part]}}\n"
		       "- {id: e, sum: {of: [a.three, b.three]}}\n",
		       "“a.part” is part of “a.three”");
	assert_value("maximum: {of: [a.three, a.part]}", "exact 3 tonne");
}

static void
test_overflow(void)
{
	struct amount amount = {.min = {999999999999999999, 0}, .max = {999999999999999999, 0},
				.scale = SCALE_BILLION};
	struct bound bound, product;

	g_assert_true(bound_of_amount(&amount, &bound));
	g_assert_true(bound_to_amount(&bound, 0, NULL, &amount));
	g_assert_true(bound_scale(&bound, rational_of_integer(1000000000), &product));
	g_assert_false(bound_scale(&product, rational_of_integer(1000000000), &product));
	g_assert_true(bound_add(&bound, &bound, &product));
	g_assert_false(bound_to_amount(&product, 0, NULL, &amount));
	g_assert_true(bound_to_amount(&product, 3, NULL, &amount));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/derived/pairs", test_pairs);
	g_test_add_func("/derived/aggregates", test_aggregates);
	g_test_add_func("/derived/bounds", test_bounds);
	g_test_add_func("/derived/record", test_record);
	g_test_add_func("/derived/refuses", test_refuses);
	g_test_add_func("/derived/parts", test_parts);
	g_test_add_func("/derived/overflow", test_overflow);
	return g_test_run();
}
