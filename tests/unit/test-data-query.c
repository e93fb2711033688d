/* Queries: conditions, groups, order, limits, units, and what is wrong with them. */
#include "test-data.h"

#include "base/yaml.h"
#include "data/query.h"

static const char sources[] = "- {id: s1, type: web, title: S}\n- {id: s2, type: web, title: S}\n";
static const char entities[] = "- {id: e1, type: body, name: E}\n- {id: e2, type: body, name: F}\n";
static const char incidents[] =
	"- {id: a, kind: coal, date: 2019-05, status: alleged, title: A, actors: [e1], sources: "
	"[s1],\n"
	"   facts: {sold: {value: 3.7, scale: million, unit: tonne, source: s1},\n"
	"           price: {value: 370, scale: million, unit: USD, qualifier: estimated}}}\n"
	"- {id: b, kind: [sand, coal], date: 2018-11/2019-02, title: B, actors: [e1, e2],\n"
	"   facts: {price: {value: 22, scale: million, unit: USD, when: 2020, hedge: likely}}}\n"
	"- {id: c, kind: visas, title: {en: C}, date-text: undated,\n"
	"   facts: {price: {min: 5, max: 6, unit: USD}, until: {date: 2019-12-22}}}\n"
	"- {id: d, kind: visas, date: 2020, status: refuted, title: D, sources: [s1, s2]}\n";
static const char sidecar[] = "title: T\ncolumns: {date: {type: date}, range: {type: number}, "
			      "outcome: {type: choice, values: [good, bad]}}\n";
static const char csv[] = "date,range,outcome,site\n2019-05-02,10,good,x\n2019-05,2.5,bad,y\n"
			  "2018,100,good,\n,7,,x\n../2017,1,good,x\n";

static struct publication_test *
load(void)
{
	return LOAD(PUBLICATION, "content/data/sources.yaml", sources, "content/data/entities.yaml",
		    entities, "content/data/incidents.yaml", incidents, "content/data/tests.yaml",
		    sidecar, "content/data/tests.csv", csv);
}

static void
add_cell(GString *out, const struct cell *cell)
{
	g_autofree char *text = NULL;

	switch (cell->kind) {
	case CELL_TEXT:
		text = g_strdup(cell->texts ? cell->texts->entries[0].text : cell->text);
		break;
	case CELL_AMOUNT:
	case CELL_NUMBER:
		text = decimal_to_text(cell->number);
		break;
	case CELL_DATE:
		text = cell->texts ? g_strdup(cell->texts->entries[0].text)
				   : edtf_to_text(&cell->date);
		break;
	case CELL_ENTITIES:
		text = g_strdup(cell->ids->pdata[0]);
		break;
	case CELL_SOURCES:
		text = g_strdup(((struct source_at *)cell->ids->pdata[0])->id);
		break;
	case CELL_INCIDENT:
		text = g_strdup(cell->incident->id);
		break;
	case CELL_VOCABULARY:
		text = g_strdup(cell->text);
		break;
	default:
		text = g_strdup("-");
		break;
	}
	g_string_append(out, text);
}

/* Runs the query (YAML) and gives its rows as "a b;c d;"; what was said is added after them. */
static char *
run(const struct publication_test *test, const char *yaml, const char *columns)
{
	g_auto(GStrv) names = g_strsplit(columns, " ", -1);
	g_autoptr(GPtrArray) wanted = g_ptr_array_new();
	struct diag_list *diags = diag_list_new();
	struct yaml_tree *tree = yaml_read(yaml, "content/q", 0, diags);
	struct query *query = query_read(yaml_root(tree), diags);
	struct rows *rows;
	g_autofree char *said = NULL;
	GString *out = g_string_new(NULL);

	yaml_free(tree);
	for (int i = 0; names[i]; i++)
		g_ptr_array_add(wanted, names[i]);
	rows = query ? query_run(query, test->data, *columns ? wanted : NULL, diags) : NULL;
	for (guint i = 0; rows && i < rows->rows->len; i++) {
		const struct cell *cells = rows->rows->pdata[i];

		for (guint j = 0; j < rows->columns->len; j++) {
			g_string_append(out, j > 0 ? " " : "");
			add_cell(out, &cells[j]);
		}
		g_string_append_c(out, ';');
	}
	said = said_lines(diags);
	g_string_append(out, said);
	rows_free(rows);
	query_free(query);
	diag_list_free(diags);
	return g_string_free(out, FALSE);
}

struct question {
	const char *name, *yaml, *columns, *answer;
};

static const struct question questions[] = {
	/* by date, then id, without a date last */
	{"incidents", "{from: incidents}", "id", "b;a;d;c;"},
	{"facts", "{from: facts}", "id", "a.price;a.sold;b.price;c.price;c.until;"},
	{"series", "{from: series/tests}", "range", "1;100;2.5;10;7;"},
	{"kind-any", "{from: incidents, where: {kind: coal}}", "id kind",
	 "b kind.sand;a "
	 "kind.coal;"},
	{"any-of", "{from: incidents, where: {kind: [sand, visas]}}", "id", "b;d;c;"},
	{"not", "{from: incidents, where: {not: {kind: [sand, visas]}}}", "id", "a;"},
	{"not-missing", "{from: incidents, where: {not: {status: alleged}}}", "id", "d;"},
	{"not-both", "{from: incidents, where: {not: {kind: visas, status: refuted}}}", "id",
	 "b;a;"},
	{"overlap", "{from: incidents, where: {date: 2019}}", "id", "b;a;"},
	{"overlap-month", "{from: incidents, where: {date: 2020-03}}", "id", "d;"},
	{"date-range", "{from: incidents, where: {date: {min: 2019-03, max: 2019-12}}}", "id",
	 "a;"},
	{"date-from", "{from: incidents, where: {date: {min: 2019-03}}}", "id", "a;d;"},
	{"fact-date", "{from: facts, where: {date: 2020}}", "id date", "b.price 2020;"},
	{"number", "{from: facts, where: {value: 370000000}}", "id", "a.price;"},
	{"number-of-dates", "{from: facts, where: {value: {min: 1}}}", "id",
	 "a.price;a.sold;b.price;c.price;"},
	{"number-not-of-dates", "{from: facts, where: {not: {value: 370000000}}}", "id",
	 "a.sold;b.price;c.price;"},
	{"number-range", "{from: facts, where: {unit: USD, value: {min: 6, max: 22000000}}}", "id",
	 "b.price;"},
	{"entities", "{from: incidents, where: {actors: e2}}", "id actors", "b e1;"},
	{"sources", "{from: incidents, where: {sources: [s2]}}", "id", "d;"},
	{"source", "{from: facts, where: {source: s1}}", "id source", "a.sold s1;"},
	{"incident", "{from: facts, where: {incident: c, fact: price}}", "incident min max",
	 "c 5 6;"},
	{"fact", "{from: facts, where: {fact: until}}", "fact value", "until 2019-12-22;"},
	{"words", "{from: facts, where: {hedge: likely, qualifier: exact}}", "hedge qualifier unit",
	 "hedge.likely exact USD;"},
	{"date-text", "{from: incidents, where: {id: c}}", "date title", "undated C;"},
	{"choice", "{from: series/tests, where: {outcome: good, site: x}}", "range", "1;10;"},
	{"not-choice", "{from: series/tests, where: {not: {outcome: good}}}", "range", "2.5;"},
	{"order", "{from: incidents, order: title}", "id", "a;b;c;d;"},
	{"order-down", "{from: incidents, order: -title}", "id", "d;c;b;a;"},
	{"order-missing", "{from: incidents, order: -status}", "id", "d;a;b;c;"},
	{"order-two", "{from: facts, where: {unit: USD}, order: [kind, -value]}", "id",
	 "a.price;b.price;c.price;"},
	{"order-value", "{from: facts, where: {unit: USD}, order: value}", "value",
	 "5;22000000;370000000;"},
	{"limit", "{from: incidents, limit: 2}", "id", "b;a;"},
	{"limit-none", "{from: incidents, limit: 0}", "id", ""},
	{"count", "{from: incidents, group: kind}", "", "kind.sand 1;kind.coal 1;kind.visas 2;"},
	{"count-true", "{from: incidents, group: status, value: {count: true}}", "value status",
	 "1 status.alleged;1 status.refuted;"},
	{"year", "{from: incidents, group: year}", "", "2018 1;2019 1;2020 1;"},
	{"month", "{from: series/tests, group: month, value: {sum: range}}", "", "2019-05 12.5;"},
	{"series-year", "{from: series/tests, group: year, value: {max: range}, order: -date}", "",
	 "2019 10;2018 100;"},
	{"min", "{from: series/tests, group: outcome, value: {min: range}, order: value}", "",
	 "good 1;bad 2.5;"},
	{"each-actor", "{from: incidents, group: actors, order: -value}", "", "e1 2;e2 1;"},
	{"each-source", "{from: incidents, group: sources}", "", "s1 2;s2 1;"},
	{"sum", "{from: facts, where: {unit: USD}, group: fact, value: {sum: value}}", "",
	 "price 392000005;"},
	/* what is wrong */
	{"no-from", "{where: {kind: coal}}", "",
	 "q:1:1: error: a query lacks the key “from” [schema-missing]\n"},
	{"from", "{from: incident}", "",
	 "q:1:8: error: “incident” is none of incidents, facts, series/ID [schema-value]\n"},
	{"no-series", "{from: series/test}", "",
	 "q:1:8: error: there is no series “test” [schema-value]\n"},
	{"key", "{from: facts, were: {}}", "fact limit",
	 "q:1:15: error: a query has no key “were” [schema-unknown-key]\n"},
	{"where-column", "{from: incidents, where: {fact: x}}", "id",
	 "q:1:27: error: “fact” is not a column [schema-unknown-key]\n"},
	{"where-kind", "{from: incidents, where: {kind: [coal, sandd]}}", "id",
	 "q:1:40: error: “sandd” is not a kind [schema-value]\n"},
	{"where-date", "{from: incidents, where: {date: May}}", "id",
	 "q:1:33: error: “May” is not a date: a date starts with a year of four "
	 "digits [date-invalid]\n"},
	{"where-number", "{from: facts, where: {value: {min: x}}}", "id",
	 "q:1:36: error: “x” is not a number [schema-type]\n"},
	{"where-range", "{from: facts, where: {kind: {min: x}}}", "id",
	 "q:1:23: error: “kind” is neither a number nor a date and has no range "
	 "[schema-type]\n"},
	{"where-range-key", "{from: facts, where: {value: {mni: 1}}}", "id limit",
	 "q:1:31: error: a range has no key “mni” [schema-unknown-key]\n"},
	{"where-range-empty", "{from: facts, where: {value: {}}, limit: 0}", "",
	 "q:1:30: error: a range (“value”) lacks “min” and “max” [schema-missing]\n"},
	{"where-range-reversed", "{from: facts, where: {value: {min: 7, max: 2}}}", "id",
	 "q:1:44: error: the maximum 2 is below the minimum 7 [schema-value]\n"},
	{"where-dates-reversed", "{from: facts, where: {date: {min: 2020, max: 2019-12}}}", "id",
	 "q:1:46: error: the maximum 2019-12 is below the minimum 2020 [schema-value]\n"},
	{"where-dates-touch", "{from: incidents, where: {date: {min: 2020-06, max: 2020}}}", "id",
	 "d;"},
	{"where-none", "{from: facts, where: {fact: []}, limit: 0}", "",
	 "q:1:29: error: “fact” wants a list that is not empty, this is a list [schema-type]\n"},
	{"where-nothing", "{from: incidents, where: {kind: }}", "",
	 "q:1:27: error: “kind” wants a value, this is nothing [schema-type]\n"},
	{"where-list", "{from: incidents, where: [kind], limit: 0}", "",
	 "q:1:26: error: “where” wants a mapping from columns to values, this is a list "
	 "[schema-type]\n"},
	{"where-entity", "{from: incidents, where: {not: {actors: e3}}}", "id",
	 "q:1:41: error: “e3” is not an entity [entity-unknown]\n"},
	{"where-source", "{from: incidents, where: {sources: s}}", "id",
	 "q:1:36: error: “s” is not a source [cite-unknown]\n"},
	{"where-incident", "{from: facts, where: {incident: z}}", "id",
	 "q:1:33: error: “z” is not an incident [schema-value]\n"},
	{"where-fact", "{from: facts, where: {fact: prize}}", "id",
	 "q:1:29: error: “prize” is not the name of a fact [schema-value]\n"},
	{"where-fact-id", "{from: facts, where: {id: a.prize}}", "id",
	 "q:1:27: error: “a.prize” is not a fact [fact-unknown]\n"},
	{"where-status", "{from: facts, where: {status: a, qualifier: b, hedge: c}}", "id",
	 "q:1:31: error: “a” is not a status [schema-value]\n"
	 "q:1:45: error: “b” is not a qualifier [schema-value]\n"
	 "q:1:55: error: “c” is not a hedge [schema-value]\n"},
	{"where-choice", "{from: series/tests, where: {outcome: god}}", "date",
	 "q:1:39: error: “god” is not one of the column's values [schema-value]\n"},
	{"order-column", "{from: incidents, order: [date, -titel]}", "id",
	 "q:1:33: error: there is no column “titel” [schema-value]\n"},
	{"order-grouped", "{from: incidents, group: kind, order: date}", "",
	 "q:1:39: error: there is no column “date” [schema-value]\n"},
	{"group-column", "{from: incidents, group: years}", "",
	 "q:1:26: error: there is no column “years” [schema-value]\n"},
	{"sum-column", "{from: facts, group: kind, value: {sum: valu}}", "",
	 "q:1:41: error: there is no column “valu” [schema-value]\n"},
	{"sum-words", "{from: facts, group: kind, value: {sum: kind}}", "",
	 "q:1:41: error: the column “kind” has no numbers [schema-type]\n"},
	{"value-alone", "{from: incidents, value: {count: true}, limit: 0}", "",
	 "q:1:1: error: “value” without “group” [schema-missing]\n"},
	{"value-key", "{from: incidents, group: kind, value: {summ: x}, limit: 0}", "",
	 "q:1:40: error: the value of a group has no key “summ” [schema-unknown-key]\n"},
	{"value-text", "{from: incidents, group: kind, value: count, limit: 0}", "",
	 "q:1:39: error: “value” wants one of {sum: …}, {count: true}, {min: …}, {max: …}, this "
	 "is a plain value [schema-type]\n"},
	{"count-false", "{from: incidents, group: kind, value: {count: no}, limit: 0}", "",
	 "q:1:47: error: “count” wants true, this is a plain value [schema-type]\n"},
	{"units", "{from: facts}", "id value",
	 "q:1:1: error: the values have different units: USD and tonne [schema-value]\n"},
	/* a column that does not exist was told where it stands; what else is wrong is told too */
	{"units-and-column", "{from: facts}", "id value none",
	 "q:1:1: error: the values have different units: USD and tonne [schema-value]\n"},
	{"no-column", "{from: facts}", "id none", ""},
	{"units-sum", "{from: facts, group: kind, value: {sum: value}}", "",
	 "q:1:1: error: the values have different units: USD and tonne [schema-value]\n"},
};

static void
test_question(gconstpointer data)
{
	const struct question *question = data;
	g_autoptr(PublicationTest) test = load();
	g_autofree char *answer = run(test, question->yaml, question->columns);

	g_assert_cmpstr(test->said, ==, "");
	g_assert_cmpstr(answer, ==, question->answer);
}

static void
test_unit(void)
{
	g_autoptr(PublicationTest) test = load();
	struct diag_list *diags = diag_list_new();
	struct yaml_tree *tree = yaml_read("{from: facts, where: {fact: sold}}", "q", 0, diags);
	struct query *query = query_read(yaml_root(tree), diags);
	struct rows *rows = query_run(query, test->data, NULL, diags);
	const struct cell *cells = rows->rows->pdata[0];

	g_assert_cmpstr(rows->unit, ==, "tonne");
	g_assert_cmpint(rows_column(rows, "none"), ==, -1);
	g_assert_cmpint((int)cells[rows_column(rows, "value")].kind, ==, CELL_AMOUNT);
	g_assert_cmpint((int)cells[rows_column(rows, "value")].amount.scale, ==, SCALE_MILLION);
	rows_free(rows);
	query_free(query);
	yaml_free(tree);
	diag_list_free(diags);
}

static struct query *
query_of(const char *yaml)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(YamlTree) tree = yaml_read(yaml, "q", 0, diags);

	return query_read(yaml_root(tree), diags);
}

/* The same rows for the same question, even once the query is gone. */
static void
test_again(void)
{
	g_autoptr(PublicationTest) test = load(), other = load();
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(GPtrArray) columns = g_ptr_array_new();
	struct query *query = query_of("{from: facts, where: {fact: sold}}");
	struct rows *all = query_run(query, test->data, NULL, diags);
	struct rows *again = query_run(query, test->data, NULL, diags);
	struct rows *elsewhere = query_run(query, other->data, NULL, diags), *some;

	g_ptr_array_add(columns, (gpointer) "value");
	some = query_run(query, other->data, columns, diags);
	g_assert_true(all == again);
	g_assert_true(all != elsewhere);
	g_assert_cmpuint(some->columns->len, ==, 1);
	query_free(query);
	g_assert_cmpuint(all->rows->len, ==, 1);
	rows_free(all);
	rows_free(again);
	rows_free(elsewhere);
	rows_free(some);
}

/* And the same diagnostic. */
static void
test_told_again(void)
{
	g_autoptr(PublicationTest) test = load();
	struct query *query = query_of("{from: facts}");

	for (int i = 0; i < 2; i++) {
		g_autoptr(DiagList) diags = diag_list_new();

		rows_free(query_run(query, test->data, NULL, diags));
		g_assert_cmpuint(diag_list_count(diags, DIAG_ERROR), ==, 1);
	}
	query_free(query);
}

static void
test_overflow(void)
{
	g_autoptr(PublicationTest) test =
		LOAD(PUBLICATION, "content/data/incidents.yaml",
		     "- {id: a, kind: coal, title: A, facts: {\n"
		     "   x: {value: 999999999999999999, unit: USD}, y: {value: 1, unit: USD}}}\n");
	g_autofree char *answer = run(test, "{from: facts, group: kind, value: {sum: value}}", "");

	g_assert_cmpstr(answer, ==,
			"q:1:1: error: the sum has more than 18 digits [schema-value]\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(questions); i++) {
		g_autofree char *path = g_strconcat("/query/", questions[i].name, NULL);

		g_test_add_data_func(path, &questions[i], test_question);
	}
	g_test_add_func("/query/unit", test_unit);
	g_test_add_func("/query/again", test_again);
	g_test_add_func("/query/told-again", test_told_again);
	g_test_add_func("/query/overflow", test_overflow);
	return g_test_run();
}
