/* Facts, claims and texts: what is read, what keys exclude or need each other. */
#include "test-data.h"

#define INCIDENTS "content/data/incidents.yaml"
#define SOURCES "content/data/sources.yaml", "- {id: s, type: web, title: S}\n"

struct wrong {
	const char *name;
	const char *fact;	/* what stands after "f: ", which is in column 5 of line 5 */
	const char *said;
};

static const struct wrong wrongs[] = {
	{"none", "{unit: USD}",
	 "5:8: error: a fact (“f”) lacks a value, a date or claims [schema-missing]\n"},
	{"value-and-date", "{value: 1, unit: USD, date: 2019}",
	 "5:30: error: “date” cannot stand beside “value” [schema-value]\n"},
	{"value-and-max", "{value: 1, max: 2, unit: USD}",
	 "5:19: error: “max” cannot stand beside “value” [schema-value]\n"},
	{"min-alone", "{min: 1, unit: USD}",
	 "5:8: error: “max” is missing: “min” and “max” stand together [schema-missing]\n"},
	{"max-alone", "{max: 1, unit: USD}",
	 "5:8: error: “min” is missing: “min” and “max” stand together [schema-missing]\n"},
	{"bounds", "{min: 3, max: 2.5, unit: USD}",
	 "5:22: error: the maximum 2.5 is below the minimum 3 [schema-value]\n"},
	{"unit", "{value: 1}", "5:8: error: a number lacks the key “unit” [schema-missing]\n"},
	{"text", "{text: much}",
	 "5:9: error: a fact has no key “text” [schema-unknown-key]\n"},
	{"qualifier", "{value: 1, unit: USD, qualifier: abuot}",
	 "5:41: error: “abuot” is none of exact, about, at-least, over, under, up-to, between, "
	 "estimated [schema-value]\n"},
	{"date", "{date: 2019-02-30}",
	 "5:15: error: “2019-02-30” cannot be: that month has no such day "
	 "[date-impossible]\n"},
	{"not-preferred", "{claims: [{id: a, date: 2019}, {id: b, date: 2020}]}",
	 "5:9: error: no claim of “f” is preferred [claim-conflict]\n"},
	{"no-claims", "{claims: []}",
	 "5:9: error: no claim of “f” is preferred [claim-conflict]\n"},
	{"twice-preferred",
	 "{claims: [{id: a, date: 2019, preferred: true, reason: r}, {id: b, date: 2020, "
	 "preferred: true, reason: r}]}",
	 "5:87: error: a second claim of “f” is preferred [claim-conflict]\n"},
	{"no-reason", "{claims: [{id: a, date: 2019, preferred: true}]}",
	 "5:38: error: the preferred claim of “f” has no reason [claim-conflict]\n"},
	{"claim-twice", "{claims: [{id: a, date: 2019, preferred: true, reason: r}, {id: a, text: "
	 "t}]}",
	 "5:72: error: the claim “a” occurs twice [id-duplicate]\n"},
	{"claim-empty", "{claims: [{id: a, preferred: true, reason: r}]}",
	 "5:18: error: a claim (“a”) lacks a value, a date or a text [schema-missing]\n"},
	{"beside-claims", "{unit: USD, claims: [{id: a, date: 2019, preferred: true, reason: r}]}",
	 "5:9: error: “unit” stands in each claim, not beside “claims” [schema-value]\n"},
	{"value-beside-claims",
	 "{value: 1, unit: USD, claims: [{id: a, date: 2019, preferred: true, reason: r}]}",
	 "5:30: error: “claims” cannot stand beside “value” [schema-value]\n"},
	{"statement", "{date: 2019}\n  statements: [{source: s}]",
	 "6:16: error: a statement lacks “quote” or “text” [schema-missing]\n"},
	{"quote-and-text", "{date: 2019}\n  replies: [{text: t, quote: {lang: en, text: q}}]",
	 "6:14: error: “text” cannot stand beside “quote” [schema-value]\n"},
	{"reserved", "{date: 2019}\n    date: {date: 2020}",
	 "6:5: error: “date” is the incident's own and cannot name a fact [schema-value]\n"},
};

static struct publication_test *
load_fact(const char *fact)
{
	g_autofree char *text = g_strconcat(
		"- id: i\n  kind: coal\n  title: I\n  facts:\n    f: ", fact, "\n", NULL);

	return LOAD(PUBLICATION, SOURCES, INCIDENTS, text);
}

static void
test_wrong(gconstpointer data)
{
	const struct wrong *wrong = data;
	g_autoptr(PublicationTest) test = load_fact(wrong->fact);
	g_autofree char *said = g_strconcat("data/incidents.yaml:", wrong->said, NULL);

	g_assert_nonnull(test->data);
	g_assert_cmpstr(test->said, ==, said);
	/* What is wrong is reported once: the fact itself stays known. */
	g_assert_nonnull(dataset_find_fact(test->data, "i.f"));
	g_assert_nonnull(dataset_find_fact(test->data, "i.f")->preferred);
}

static void
test_quantity(void)
{
	g_autoptr(PublicationTest) test = load_fact(
		"{value: 281.10, scale: million, unit: USD, qualifier: about, hedge: likely, "
		"source: {id: s, at: p5}, confidence: low, when: 2019, part-of: i.f, complete: true}");
	const struct fact *fact = dataset_find_fact(test->data, "i.f");
	const struct claim *claim = fact->preferred;
	g_autofree char *number = decimal_to_text(claim->amount.min);

	g_assert_cmpstr(test->said, ==,
			"data/incidents.yaml:5:147: warning: “i.f” is part of itself [total-parts]\n");
	g_assert_true(fact->complete);
	g_assert_cmpint((int)claim->kind, ==, CLAIM_QUANTITY);
	g_assert_cmpstr(number, ==, "281.10");
	g_assert_cmpint(decimal_compare(claim->amount.min, claim->amount.max), ==, 0);
	g_assert_cmpint((int)claim->amount.scale, ==, SCALE_MILLION);
	g_assert_cmpint((int)claim->amount.qualifier, ==, QUALIFIER_ABOUT);
	g_assert_true(claim->amount.unit == g_intern_string("USD"));
	g_assert_cmpint((int)claim->hedge, ==, HEDGE_LIKELY);
	g_assert_cmpstr(claim->source.at, ==, "p5");
	g_assert_cmpuint(claim->sources->len, ==, 1);
	g_assert_cmpstr(claim->confidence, ==, "low");
	g_assert_true(fact->has_when);
	g_assert_cmpstr(fact->part_of, ==, "i.f");
	g_assert_cmpint(fact->at.line, ==, 5);
	g_assert_cmpint(fact->at.column, ==, 5);
	g_assert_null(claim->id);
}

static void
test_claims(void)
{
	g_autoptr(PublicationTest) test =
		load_fact("{claims: [{id: period, value: 12, unit: month, source: s}, "
			  "{id: day, date: ../2019-12-22, preferred: true, reason: {en: R}}, "
			  "{id: words, text: {en: soon, pl: wkrótce}}], note: N}");
	const struct fact *fact = dataset_find_fact(test->data, "i.f");

	g_assert_cmpstr(test->said, ==, "");
	g_assert_cmpuint(fact->claims->len, ==, 3);
	g_assert_cmpstr(fact->preferred->id, ==, "day");
	g_assert_cmpint((int)fact->preferred->kind, ==, CLAIM_DATE);
	g_assert_cmpint((int)fact_find_claim(fact, "words")->kind, ==, CLAIM_TEXT);
	g_assert_null(fact_find_claim(fact, "none"));
	g_assert_nonnull(fact->note);
}

static void
test_text_in(void)
{
	static struct text_entry entries[] = {{"en", "english", {0}},
					      {"zh-Hans", "simplified", {0}}};
	static struct text_entry plain[] = {{NULL, "plain", {0}}};
	const struct text text = {entries, 2, {0}}, one = {plain, 1, {0}}, none = {0};
	const char *actual = NULL;

	g_assert_cmpstr(text_in(&text, "zh-Hans-CN", "en", &actual), ==, "simplified");
	g_assert_cmpstr(actual, ==, "zh-Hans");
	g_assert_cmpstr(text_in(&text, "zh", "en", &actual), ==, "english");
	g_assert_cmpstr(actual, ==, "en");
	g_assert_cmpstr(text_in(&text, "pl", "zh-Hans", NULL), ==, "simplified");
	g_assert_cmpstr(text_in(&text, "pl", "uk", &actual), ==, "english");
	g_assert_cmpstr(text_in(&one, "pl", "en", &actual), ==, "plain");
	g_assert_cmpstr(actual, ==, "pl");
	g_assert_null(text_in(&none, "pl", "en", &actual));
	g_assert_null(text_in(NULL, "pl", "en", &actual));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(wrongs); i++) {
		g_autofree char *path = g_strconcat("/facts/wrong/", wrongs[i].name, NULL);

		g_test_add_data_func(path, &wrongs[i], test_wrong);
	}
	g_test_add_func("/facts/quantity", test_quantity);
	g_test_add_func("/facts/claims", test_claims);
	g_test_add_func("/facts/text-in", test_text_in);
	return g_test_run();
}
