/* Loading a publication: ids, references, series, bulletins, and what is no error. */
#include "test-data.h"

#define SOURCES "content/data/sources.yaml", "- {id: s, type: web, title: S}\n"
#define ENTITIES "content/data/entities.yaml", "- {id: e, type: body, name: E}\n"
#define INCIDENTS "content/data/incidents.yaml"
#define BULLETIN "content/bulletins/b/bulletin.yaml"

static void
assert_said(const struct publication_test *test, const char *said)
{
	g_assert_nonnull(test->data);
	g_assert_cmpstr(test->said, ==, said);
}

static void
test_no_data(void)
{
	g_autoptr(PublicationTest) test = LOAD(PUBLICATION, BULLETIN, "date: 2021-02-10\n");
	const struct publication *publication;
	const struct bulletin *bulletin;

	assert_said(test, "");
	publication = dataset_publication(test->data);
	g_assert_cmpstr(publication->source_language, ==, "en");
	g_assert_cmpstr(publication->base_url, ==, "");
	g_assert_cmpint((int)publication->missing_translations, ==, MISSING_BANNER);
	g_assert_cmpstr(publication->markings->pdata[0], ==, "TLP:CLEAR");
	bulletin = dataset_find_bulletin(test->data, "b");
	g_assert_cmpuint(bulletin->languages->len, ==, 2);
	g_assert_cmpuint(bulletin->figures->len, ==, 0);
	g_assert_cmpint(bulletin->date.start.day, ==, 10);
}

static void
test_no_publication(void)
{
	g_autoptr(PublicationTest) test = LOAD("content/data/sources.yaml", "");

	g_assert_null(test->data);
	g_assert_cmpstr(test->said, ==, "");
}

static void
test_broken_publication(void)
{
	g_autoptr(PublicationTest) broken = LOAD("content/publication.yaml", "title: [\n");
	g_autoptr(PublicationTest) empty = LOAD("content/publication.yaml", "");

	g_assert_nonnull(broken->data);
	g_assert_nonnull(strstr(broken->said, "[yaml-syntax]"));
	g_assert_cmpuint(diag_list_count(broken->diags, DIAG_ERROR), ==, 1);
	g_assert_cmpuint(dataset_publication(broken->data)->languages->len, ==, 1);
	assert_said(empty, "publication.yaml: error: the file is empty [schema-missing]\n");
}

static void
test_publication_values(void)
{
	g_autoptr(PublicationTest) test = LOAD(
		"content/publication.yaml", "title: T\nlanguages: [en, pl, en]\n"
					    "source-language: uk\nbase-url: https://x.org/a\n"
					    "diagnostics: {fact-uncitd: error, source-unused: off, "
					    "heading-skip: loud}\n");

	assert_said(test,
		    "publication.yaml:2:21: error: the language “en” is listed twice "
		    "[id-duplicate]\n"
		    "publication.yaml:3:18: error: “uk” is not one of the publication's "
		    "languages "
		    "[schema-value]\n"
		    "publication.yaml:5:15: error: there is no diagnostic “fact-uncitd” "
		    "[schema-unknown-key]\n"
		    "publication.yaml:5:69: error: “loud” is none of error, warning, note, off "
		    "[schema-value]\n");
	g_assert_cmpstr(dataset_publication(test->data)->base_url, ==, "https://x.org/a/");
	g_assert_cmpstr(g_hash_table_lookup(dataset_publication(test->data)->severities,
					    "source-unused"),
			==, "off");
}

static void
test_duplicates(void)
{
	g_autoptr(PublicationTest) test = LOAD(
		PUBLICATION, SOURCES, "content/data/entities.yaml",
		"- {id: s, type: body, name: E}\n", INCIDENTS,
		"- {id: s, kind: coal, title: A}\n- {id: s, kind: coal, title: B}\n",
		"content/data/derived.yaml",
		"- {id: d, count: {from: incidents}}\n- {id: d, count: {from: incidents}}\n",
		BULLETIN,
		"date: 2021-02-10\n"
		"charts: {x: {type: bar, data: {from: facts}}}\ntables: {x: {data: {from: "
		"facts}}}\n");

	assert_said(test,
		    "bulletins/b/bulletin.yaml:3:10: error: the id “x” is used twice in this "
		    "bulletin [id-duplicate]\n"
		    "data/derived.yaml:2:8: error: the id “d” is used twice [id-duplicate]\n"
		    "data/entities.yaml:1:8: error: the id “s” is used twice [id-duplicate]\n"
		    "data/incidents.yaml:2:8: error: the id “s” is used twice [id-duplicate]\n");
	g_assert_cmpuint(dataset_incidents(test->data)->len, ==, 1);
	g_assert_cmpuint(dataset_entities(test->data)->len, ==, 0);
}

/* What stands at the incident holds for a fact that says nothing else, and for no other. */
static void
test_reliance(void)
{
	g_autoptr(PublicationTest) test = LOAD(
		PUBLICATION, SOURCES, ENTITIES, INCIDENTS,
		"- id: a\n  kind: coal\n  title: A\n  hedge: reportedly\n  confidence: low\n"
		"  chain: [{id: e, hedge: likely}, s]\n"
		"  legs:\n    - {from: e, mode: sea, status: ais-off, date: 2019}\n"
		"    - {from: e, to: e, mode: land}\n"
		"  facts:\n    plain: {value: 1, unit: USD, source: s}\n"
		"    own: {value: 1, unit: USD, source: s, hedge: suspected, chain: [s]}\n");
	const struct incident *incident;
	const struct claim *plain, *own;
	const struct source_at *link;
	const struct leg *leg;

	assert_said(test, "");
	incident = dataset_find_incident(test->data, "a");
	plain = dataset_find_fact(test->data, "a.plain")->preferred;
	own = dataset_find_fact(test->data, "a.own")->preferred;
	g_assert_cmpint((int)plain->hedge, ==, HEDGE_REPORTEDLY);
	g_assert_cmpint((int)own->hedge, ==, HEDGE_SUSPECTED);
	g_assert_true(plain->chain == incident->chain);
	g_assert_cmpuint(own->chain->len, ==, 1);
	g_assert_cmpstr(own->confidence, ==, "low");
	link = incident->chain->pdata[0];
	g_assert_cmpint((int)link->hedge, ==, HEDGE_LIKELY);
	g_assert_cmpuint(incident->legs->len, ==, 2);
	leg = incident->legs->pdata[0];
	g_assert_cmpstr(leg->status, ==, "ais-off");
	g_assert_null(leg->to);
	g_assert_true(leg->has_date);
	leg = incident->legs->pdata[1];
	g_assert_cmpstr(leg->status, ==, "known");
	g_assert_cmpstr(leg->mode, ==, "land");
}

static void
test_references(void)
{
	g_autoptr(PublicationTest) test = LOAD(
		PUBLICATION, "content/data/sources.yaml",
		"- {id: panel-2020, type: web, title: S, via: pannel-2020}\n", ENTITIES, INCIDENTS,
		"- id: a\n  kind: coal\n  title: A\n  actors: [dprk]\n  related: [b]\n"
		"  sources: [nobody, {id: panel-2021, at: p5}]\n"
		"  chain: [e, panel-2020, {id: who, hedge: likely}]\n"
		"  facts:\n    f: {value: 1, unit: USD, source: panel-2022, part-of: a.g}\n"
		"  replies: [{by: x, text: t, source: panel-2020}]\n"
		"  legs: [{from: e, to: busan, mode: sea}]\n",
		"content/data/derived.yaml", "- {id: d, ratio: {of: a.f, to: a.x}}\n");

	assert_said(test,
		    "data/derived.yaml:1:32: error: there is no fact “a.x” [fact-unknown]\n"
		    "data/incidents.yaml:4:12: error: there is no entity “dprk” "
		    "[entity-unknown]\n"
		    "data/incidents.yaml:5:13: error: there is no incident “b” [schema-value]\n"
		    "data/incidents.yaml:6:13: error: there is no source “nobody” "
		    "[cite-unknown]\n"
		    "data/incidents.yaml:6:26: error: there is no source “panel-2021” "
		    "[cite-unknown]\n"
		    "data/incidents.yaml:7:31: error: there is no source or entity “who” "
		    "[entity-unknown]\n"
		    "data/incidents.yaml:9:38: error: there is no source “panel-2022” "
		    "[cite-unknown]\n"
		    "data/incidents.yaml:9:59: error: there is no fact “a.g” [fact-unknown]\n"
		    "data/incidents.yaml:10:18: error: there is no source or entity “x” "
		    "[entity-unknown]\n"
		    "data/incidents.yaml:11:24: error: there is no entity “busan” "
		    "[entity-unknown]\n"
		    "data/sources.yaml:1:46: error: there is no source “pannel-2020” "
		    "[cite-unknown]\n");
}

static void
test_many_files(void)
{
	g_autoptr(PublicationTest) test =
		LOAD(PUBLICATION, "content/data/incidents/b.yaml",
		     "- {id: b, kind: coal, title: B}\n", "content/data/incidents/a/z.yaml",
		     "- {id: z, kind: coal, title: Z}\n", "content/data/incidents/c.txt", "no data",
		     INCIDENTS, "- {id: y, kind: coal, title: Y}\n", "content/data/README.md", "-");
	const GPtrArray *incidents;

	assert_said(test, "");
	incidents = dataset_incidents(test->data);
	g_assert_cmpuint(incidents->len, ==, 3);
	g_assert_cmpstr(((struct incident *)incidents->pdata[0])->id, ==, "y");
	g_assert_cmpstr(((struct incident *)incidents->pdata[1])->id, ==, "z");
	g_assert_cmpstr(((struct incident *)incidents->pdata[2])->id, ==, "b");
}

static void
test_series_alone(void)
{
	g_autoptr(PublicationTest) test =
		LOAD(PUBLICATION, "content/data/a.csv", "x\n1\n", "content/data/source.yaml", "[]");

	assert_said(test, "data/a.csv: error: there is no a.yaml beside this file "
			  "[schema-missing]\n"
			  "data/source.yaml: error: there is no source.csv beside this file "
			  "[schema-missing]\n");
}

static void
test_bulletins(void)
{
	g_autoptr(PublicationTest) test =
		LOAD(PUBLICATION, "content/bulletins/old/bulletin.yaml", "date: 2019-01-01\n",
		     "content/bulletins/none/en.md", "# A\n", "content/bulletins/Not-An-Id/en.md",
		     "# A\n", "content/bulletins/new/bulletin.yaml",
		     "date: 2021-01-01\nlanguages: [pl, uk, pl]\nstatus: draft\n",
		     "content/bulletins/empty/bulletin.yaml", "");
	const GPtrArray *bulletins;

	assert_said(test,
		    "bulletins/Not-An-Id: error: the name “Not-An-Id” is not an id "
		    "[schema-value]\n"
		    "bulletins/Not-An-Id/bulletin.yaml: error: the bulletin “Not-An-Id” has no "
		    "bulletin.yaml [schema-missing]\n"
		    "bulletins/empty/bulletin.yaml: error: a bulletin lacks the key “date” "
		    "[schema-missing]\n"
		    "bulletins/new/bulletin.yaml:2:17: error: “uk” is not one of the "
		    "publication's languages [schema-value]\n"
		    "bulletins/new/bulletin.yaml:2:21: error: the language “pl” is listed twice "
		    "[id-duplicate]\n"
		    "bulletins/none/bulletin.yaml: error: the bulletin “none” has no "
		    "bulletin.yaml "
		    "[schema-missing]\n");
	bulletins = dataset_bulletins(test->data);
	g_assert_cmpuint(bulletins->len, ==, 5);
	g_assert_cmpstr(((struct bulletin *)bulletins->pdata[0])->id, ==, "new");
	g_assert_cmpint(((struct bulletin *)bulletins->pdata[0])->status, ==, BULLETIN_DRAFT);
	g_assert_cmpuint(((struct bulletin *)bulletins->pdata[0])->languages->len, ==, 1);
	g_assert_cmpstr(((struct bulletin *)bulletins->pdata[1])->id, ==, "old");
}

static void
test_figures(void)
{
	g_autoptr(PublicationTest) test =
		LOAD(PUBLICATION, BULLETIN,
		     "date: 2021-01-01\n"
		     "charts:\n  c: {type: pie, data: {from: facts}, x: valu, y: incident}\n"
		     "  d: {type: bar, data: text}\n"
		     "tables:\n  t: {data: {from: incidents}, columns: [date, fact]}\n"
		     "  u: {columns: []}\n"
		     "maps:\n  m: {title: M, colour: red}\n");
	const struct bulletin *bulletin = dataset_find_bulletin(test->data, "b");

	assert_said(test,
		    "bulletins/b/bulletin.yaml:3:13: error: “pie” is none of bar, line, timeline "
		    "[schema-value]\n"
		    "bulletins/b/bulletin.yaml:3:42: error: there is no column “valu” "
		    "[schema-value]\n"
		    "bulletins/b/bulletin.yaml:4:24: error: “data” wants a query (a mapping), "
		    "this "
		    "is a plain value [schema-type]\n"
		    "bulletins/b/bulletin.yaml:6:48: error: there is no column “fact” "
		    "[schema-value]\n"
		    "bulletins/b/bulletin.yaml:7:6: error: a table (“u”) lacks the key “data” "
		    "[schema-missing]\n"
		    "bulletins/b/bulletin.yaml:9:17: error: a map has no key “colour” "
		    "[schema-unknown-key]\n");
	g_assert_cmpuint(bulletin->figures->len, ==, 5);
	g_assert_cmpint(bulletin_find_figure(bulletin, "m")->kind, ==, FIGURE_MAP);
	g_assert_null(bulletin_find_figure(bulletin, "x"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/load/no-data", test_no_data);
	g_test_add_func("/load/no-publication", test_no_publication);
	g_test_add_func("/load/broken-publication", test_broken_publication);
	g_test_add_func("/load/publication-values", test_publication_values);
	g_test_add_func("/load/duplicates", test_duplicates);
	g_test_add_func("/load/reliance", test_reliance);
	g_test_add_func("/load/references", test_references);
	g_test_add_func("/load/many-files", test_many_files);
	g_test_add_func("/load/series-alone", test_series_alone);
	g_test_add_func("/load/bulletins", test_bulletins);
	g_test_add_func("/load/figures", test_figures);
	return g_test_run();
}
