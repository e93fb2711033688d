/* The schema: each type, shape and rule of the tables says what is wrong, and where. */
#include "test-data.h"

#include "data/schema.h"

/* One record of a collection, and the one line it must give ("" for none). */
struct wrong {
	const char *name;
	const char *file;
	const char *text;
	const char *said;
};

#define SOURCES "content/data/sources.yaml"
#define ENTITIES "content/data/entities.yaml"
#define INCIDENTS "content/data/incidents.yaml"
#define DERIVED "content/data/derived.yaml"
#define BULLETIN "content/bulletins/b/bulletin.yaml"
#define SOURCE(more) "- {id: a, type: web, title: A, " more "}\n"
#define ENTITY(more) "- {id: a, type: body, name: A, " more "}\n"
#define INCIDENT(more) "- {id: a, kind: coal, title: A, " more "}\n"

static const struct wrong wrongs[] = {
	{"unknown-key", SOURCES, SOURCE("covrs: 2020"),
	 "data/sources.yaml:1:32: error: a source has no key “covrs” [schema-unknown-key]\n"},
	{"missing", SOURCES, "- id: a\n  type: web\n",
	 "data/sources.yaml:1:3: error: a source (“a”) lacks the key “title” "
	 "[schema-missing]\n"},
	{"id", SOURCES, "- {id: A.b, type: web, title: A}\n",
	 "data/sources.yaml:1:8: error: “A.b” is not an id [schema-value]\n"},
	{"id-hyphens", SOURCES, "- {id: a--b, type: web, title: A}\n",
	 "data/sources.yaml:1:8: error: “a--b” is not an id [schema-value]\n"},
	{"enum", SOURCES, "- {id: a, type: artcle, title: A}\n",
	 "data/sources.yaml:1:17: error: “artcle” is none of report, article, statement, "
	 "dataset, "
	 "letter, web [schema-value]\n"},
	{"date", SOURCES, SOURCE("published: 2020-13"),
	 "data/sources.yaml:1:43: error: “2020-13” cannot be: a year has the months 01 to 12 "
	 "(and seasons 21 to 24) [date-impossible]\n"},
	{"url", SOURCES, SOURCE("url: 'javascript:alert(1)'"),
	 "data/sources.yaml:1:38: error: “javascript:alert(1)” is not an http or https address "
	 "[link-scheme]\n"},
	{"tag", SOURCES, SOURCE("lang: zh-hans"),
	 "data/sources.yaml:1:38: error: “zh-hans” is not a language tag [schema-value]\n"},
	{"tag-in-text", SOURCES, "- {id: a, type: web, title: {english: A}}\n", ""},
	{"tag-in-text-wrong", SOURCES, "- {id: a, type: web, title: {PL: A}}\n",
	 "data/sources.yaml:1:30: error: “PL” is not a language tag [schema-value]\n"},
	{"text-list", SOURCES, "- {id: a, type: web, title: [A]}\n",
	 "data/sources.yaml:1:29: error: “title” wants a text, or one for each language, this is "
	 "a list [schema-type]\n"},
	{"text-empty", SOURCES, "- {id: a, type: web, title: }\n",
	 "data/sources.yaml:1:22: error: “title” wants a text, or one for each language, this is "
	 "nothing [schema-type]\n"},
	{"text-no-language", SOURCES, "- {id: a, type: web, title: {}}\n",
	 "data/sources.yaml:1:29: error: “title” wants a text, or one for each language, this is "
	 "a mapping [schema-type]\n"},
	{"record", SOURCES, "- only text\n",
	 "data/sources.yaml:1:3: error: a source (a mapping) is wanted here, this is a plain value "
	 "[schema-type]\n"},
	{"records", SOURCES, "a: {}\n",
	 "data/sources.yaml:1:1: error: a list of records is wanted here, this is a mapping "
	 "[schema-type]\n"},
	{"empty-file", SOURCES, "# nothing yet\n", ""},
	{"country", ENTITIES, ENTITY("country: kp"),
	 "data/entities.yaml:1:41: error: “kp” is not a country code of ISO 3166-1 (two "
	 "capitals) "
	 "[schema-value]\n"},
	{"forms", ENTITIES, ENTITY("forms: Bs"),
	 "data/entities.yaml:1:39: error: “forms” wants texts for each language, this is a plain "
	 "value [schema-type]\n"},
	{"forms-good", ENTITIES, ENTITY("forms: {pl: [B, C], en: D}"), ""},
	{"number", ENTITIES, ENTITY("lat: '35.1', lon: 1"),
	 "data/entities.yaml:1:38: error: “35.1” is not a number [schema-type]\n"},
	{"number-grouped", INCIDENTS, INCIDENT("facts: {f: {value: 1_000, unit: USD}}"),
	 "data/incidents.yaml:1:52: error: “1_000” is not a number [schema-type]\n"},
	{"kind", INCIDENTS, "- {id: a, kind: [coal, sandd], title: A}\n",
	 "data/incidents.yaml:1:24: error: “sandd” is none of missile-launch, missile-programme, "
	 "nuclear-test, nuclear-programme, cyberattack, crypto-theft, laundering, it-workers, "
	 "labour, remittance, visas, coal, sand, petroleum, ship-to-ship, luxury, vehicles, "
	 "designation, measure, statement, event, disclosure [schema-value]\n"},
	{"kind-empty", INCIDENTS, "- {id: a, kind: [], title: A}\n",
	 "data/incidents.yaml:1:17: error: “kind” wants a list that is not empty, this is a list "
	 "[schema-type]\n"},
	{"list", INCIDENTS, INCIDENT("actors: dprk"),
	 "data/incidents.yaml:1:41: error: “actors” wants a list, this is a plain value "
	 "[schema-type]\n"},
	{"list-nothing", INCIDENTS, INCIDENT("actors: , sources: []"), ""},
	{"map", INCIDENTS, INCIDENT("facts: [1]"),
	 "data/incidents.yaml:1:40: error: “facts” wants a mapping, this is a list "
	 "[schema-type]\n"},
	{"map-key", INCIDENTS, INCIDENT("facts: {F_1: {value: 1, unit: USD}}"),
	 "data/incidents.yaml:1:41: error: “F_1” is not an id [schema-value]\n"},
	{"unit", INCIDENTS, INCIDENT("facts: {f: {value: 1, unit: US$}}"),
	 "data/incidents.yaml:1:61: error: “US$” is not a unit [schema-value]\n"},
	{"unit-ratio", INCIDENTS, INCIDENT("facts: {f: {value: 1, unit: USD/tonne}}"), ""},
	{"boolean", INCIDENTS,
	 INCIDENT("facts: {f: {claims: [{id: c, value: 1, unit: USD, preferred: yes, reason: r}, "
		  "{id: d, text: t, preferred: true, reason: r}]}}"),
	 "data/incidents.yaml:1:94: error: “yes” is neither true nor false [schema-type]\n"},
	{"day", BULLETIN, "date: 2021-02\n",
	 "bulletins/b/bulletin.yaml:1:7: error: “2021-02” is not one day [date-invalid]\n"},
	{"day-about", BULLETIN, "date: 2021-02-10~\n",
	 "bulletins/b/bulletin.yaml:1:7: error: “2021-02-10~” is not one day [date-invalid]\n"},
	{"integer", BULLETIN, "date: 2021-02-10\nedition: 1.5\n",
	 "bulletins/b/bulletin.yaml:2:10: error: “1.5” is not a whole number [schema-type]\n"},
	{"integer-quoted", BULLETIN, "date: 2021-02-10\nedition: \"1\"\n",
	 "bulletins/b/bulletin.yaml:2:11: error: “1” is not a whole number [schema-type]\n"},
	{"time", BULLETIN, "date: 2021-02-10\nembargo: 2021-02-10T06:00:00\n",
	 "bulletins/b/bulletin.yaml:2:10: error: “2021-02-10T06:00:00” is not a time with its "
	 "zone "
	 "[date-invalid]\n"},
	{"time-good", BULLETIN, "date: 2021-02-10\nembargo: 2021-02-10T06:00:00Z\n", ""},
	{"maps-nothing", BULLETIN, "date: 2021-02-10\nmaps:\ncharts: {}\n", ""},
	{"bulletin-list", BULLETIN, "- date\n",
	 "bulletins/b/bulletin.yaml:1:1: error: a bulletin (a mapping) is wanted here, this is a "
	 "list [schema-type]\n"},
};

static void
test_wrong(gconstpointer data)
{
	const struct wrong *wrong = data;
	g_autoptr(PublicationTest) test = LOAD(PUBLICATION, wrong->file, wrong->text);

	g_assert_nonnull(test->data);
	g_assert_cmpstr(test->said, ==, wrong->said);
}

/* Computing may add what it stumbles over; the form is judged once. */
static const struct wrong wrong_forms[] = {
	{"derived-none", DERIVED, "- {id: a, unit: USD}\n",
	 "data/derived.yaml:1:3: error: a derived value (“a”) lacks an operation "
	 "[schema-missing]\n"},
	{"derived-two", DERIVED,
	 "- {id: a, count: {from: incidents}, sum: {from: facts, value: value}}\n",
	 "data/derived.yaml:1:11: error: “count” cannot stand beside “sum” [schema-value]\n"},
	{"derived-of-and-from", DERIVED, "- {id: a, count: {of: [], from: incidents}}\n",
	 "data/derived.yaml:1:27: error: “from” cannot stand beside “of” [schema-value]\n"},
	{"derived-nothing-of", DERIVED, "- {id: a, count: {value: x}}\n",
	 "data/derived.yaml:1:18: error: “count” lacks facts (“of”) or a query (“from”) "
	 "[schema-missing]\n"},
};

static void
test_wrong_form(gconstpointer data)
{
	const struct wrong *wrong = data;
	g_autoptr(PublicationTest) test = LOAD(PUBLICATION, wrong->file, wrong->text);

	g_assert_nonnull(strstr(test->said, wrong->said));
}

static void
test_nearest(void)
{
	g_autoptr(PublicationTest) test = LOAD(PUBLICATION, SOURCES, SOURCE("pubished: 2020"));
	g_autofree char *text = diag_list_to_text(test->diags, NULL, false);

	g_assert_nonnull(strstr(text, "did you mean “published”?"));
}

static void
test_pinpoint(void)
{
	static const struct {
		const char *at;
		bool good;
	} cases[] = {{"p59", true},      {"p59-61", true}, {"para12", true}, {"annex3", true},
		     {"table2", true},   {"headline", true}, {"p", false},    {"p59-", false},
		     {"page 5", false},  {"p5-6-7", false}, {"para", false}, {"para1-3", true}};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strdup_printf(
			"- {id: a, kind: coal, title: A, sources: [{id: s, at: %s}]}\n",
			cases[i].at);
		g_autoptr(PublicationTest) test =
			LOAD(PUBLICATION, SOURCES, "- {id: s, type: web, title: S}\n", INCIDENTS,
			     text);

		g_assert_cmpint(*test->said == '\0', ==, cases[i].good);
		g_assert_cmpint(strstr(test->said, "[schema-value]") != NULL, ==, !cases[i].good);
	}
}

static void
test_open_kind(void)
{
	g_autoptr(PublicationTest) test =
		LOAD(PUBLICATION, INCIDENTS, "- {id: a, kind: piracy, title: A}\n",
		     "templates/labels/en.yaml", "kind.piracy: Piracy\n");

	g_assert_cmpstr(test->said, ==, "");
}

static char *
page_path(void)
{
	return g_build_filename(CHANCERY_SOURCE, "docs", "data-model.md", NULL);
}

/* The page for people is the tables: --bless writes it. */
static void
test_page(void)
{
	g_autofree char *page = schema_to_markdown();
	g_autofree char *path = page_path();
	g_autofree char *written = NULL;

	g_assert_true(g_file_get_contents(path, &written, NULL, NULL));
	g_assert_cmpstr(written, ==, page);
}

int
main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--bless") == 0) {
		g_autofree char *page = schema_to_markdown();
		g_autofree char *path = page_path();

		return g_file_set_contents(path, page, -1, NULL) ? 0 : 3;
	}
	g_test_init(&argc, &argv, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(wrongs); i++) {
		g_autofree char *path = g_strconcat("/schema/wrong/", wrongs[i].name, NULL);

		g_test_add_data_func(path, &wrongs[i], test_wrong);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(wrong_forms); i++) {
		g_autofree char *path = g_strconcat("/schema/form/", wrong_forms[i].name, NULL);

		g_test_add_data_func(path, &wrong_forms[i], test_wrong_form);
	}
	g_test_add_func("/schema/nearest", test_nearest);
	g_test_add_func("/schema/pinpoint", test_pinpoint);
	g_test_add_func("/schema/open-kind", test_open_kind);
	g_test_add_func("/schema/page", test_page);
	return g_test_run();
}
