/* CSV with places, and series typed by their sidecars. */
#include "test-data.h"

#include "data/csv.h"
#include "data/dataset_private.h"
#include "data/series.h"

struct result {
	GString *rows;	/* "line:cell|cell|\n" */
	guint cell;	/* whose place is noted */
	struct loc at;
};

static void
take_row(const struct csv_row *row, void *user)
{
	struct result *result = user;

	g_string_append_printf(result->rows, "%d:", row->line);
	for (guint i = 0; i < row->n; i++)
		g_string_append_printf(result->rows, "%s|", row->cells[i]);
	g_string_append_c(result->rows, '\n');
	result->at = csv_cell_at(row, result->cell);
}

static void
assert_csv(const char *text, const char *rows, const char *said)
{
	struct diag_list *diags = diag_list_new();
	struct result result = {.rows = g_string_new(NULL)};
	g_autofree char *lines = NULL;

	csv_read(text, "content/t.csv", take_row, &result, diags);
	lines = said_lines(diags);
	g_assert_cmpstr(result.rows->str, ==, rows);
	g_assert_cmpstr(lines, ==, said);
	g_string_free(result.rows, TRUE);
	diag_list_free(diags);
}

static void
test_rows(void)
{
	assert_csv("", "", "");
	assert_csv("a,b\n1,2\n", "1:a|b|\n2:1|2|\n", "");
	assert_csv("a,b\n1,2", "1:a|b|\n2:1|2|\n", "");
	assert_csv("a\n\n\nb\n", "1:a|\n4:b|\n", "");
	assert_csv(" a , b\n,\n", "1: a | b|\n2:||\n", "");
	assert_csv("\"x, y\",\"say \"\"no\"\"\"\n", "1:x, y|say \"no\"|\n", "");
	assert_csv("\"two\nlines\n\nmore\",b\nnext\n", "1:two\nlines\n\nmore|b|\n5:next|\n", "");
	assert_csv("\"\"\n", "1:|\n", "");
}

static void
test_broken(void)
{
	assert_csv("a,b\n1,x\"y\n2,z\n", "1:a|b|\n3:2|z|\n",
		   "t.csv:2:4: error: a quote in the wrong place [csv-row]\n");
	assert_csv("a\n\"b\" c\nd\n", "1:a|\n3:d|\n",
		   "t.csv:2:4: error: a quote in the wrong place [csv-row]\n");
	assert_csv("a\nb,\"never\nclosed\n", "1:a|\n",
		   "t.csv:2:1: error: a quoted cell of this row is never closed [csv-row]\n");
}

static void
test_places(void)
{
	struct diag_list *diags = diag_list_new();
	struct result result = {.rows = g_string_new(NULL), .cell = 2};

	csv_read("\"ż, ó\",\"one\ntwo\",x\n", "t.csv", take_row, &result, diags);
	g_assert_cmpint(result.at.line, ==, 2);
	g_assert_cmpint(result.at.column, ==, 6);
	result.cell = 1;
	csv_read("ż,b\n", "t.csv", take_row, &result, diags);
	g_assert_cmpint(result.at.line, ==, 1);
	g_assert_cmpint(result.at.column, ==, 3);
	g_string_free(result.rows, TRUE);
	diag_list_free(diags);
}

#define CSV "content/data/tests.csv"
#define SIDECAR "content/data/tests.yaml"
#define COLUMNS \
	"title: T\n" \
	"columns: {date: {type: date}, range: {type: number, unit: km}, " \
	"outcome: {type: choice, values: [good, bad], labels: {good: {en: Good, pl: Dobry}}}}\n"

static void
test_series(void)
{
	g_autoptr(PublicationTest) test =
		LOAD(PUBLICATION, SIDECAR, COLUMNS, CSV,
		     "\xef\xbb\xbf"
		     "id,date,range,outcome\r\na,2019-05,281.10,good\r\nb,,,\r\n");
	const struct series *series = dataset_find_series(test->data, "tests");
	g_autofree char *number = NULL;

	g_assert_cmpstr(test->said, ==, "");
	g_assert_nonnull(series);
	g_assert_cmpuint(series_n_rows(series), ==, 2);
	g_assert_cmpuint(series_n_columns(series), ==, 4);
	g_assert_cmpint(series_date_column(series), ==, 1);
	g_assert_cmpstr(series_column(series, 0)->name, ==, "id");
	g_assert_cmpstr(series_column(series, 2)->unit, ==, "km");
	g_assert_cmpstr(series_text(series, 0, 1), ==, "b");
	number = decimal_to_text(*series_number(series, 2, 0));
	g_assert_cmpstr(number, ==, "281.10");
	g_assert_cmpint(series_date(series, 1, 0)->start.month, ==, 5);
	g_assert_null(series_number(series, 2, 1));
	g_assert_null(series_date(series, 1, 1));
	g_assert_null(series_text(series, 3, 1));
	g_assert_cmpstr(text_in(series_label(series, 3, "good"), "pl", "en", NULL), ==, "Dobry");
	g_assert_null(series_label(series, 3, "bad"));
}

static void
test_wrong_rows(void)
{
	g_autoptr(PublicationTest) test =
		LOAD(PUBLICATION, SIDECAR, COLUMNS, CSV,
		     "date,range,outcome\n2020-13,1,good\n2020,far,good\n2020,1\n"
		     "2020,1,god\n2020,1,good,\n2020,1,bad\n");

	g_assert_cmpstr(test->said, ==,
			"data/tests.csv:2:1: error: “2020-13” cannot be: a year has the "
			"months 01 to 12 (and seasons 21 to 24) [date-impossible]\n"
			"data/tests.csv:3:6: error: “far” in the column “range” is not a "
			"number "
			"[csv-row]\n"
			"data/tests.csv:4:7: error: this row has 2 cells, the header has 3 "
			"[csv-row]\n"
			"data/tests.csv:5:8: error: “god” is not one of the values of "
			"“outcome” [csv-row]\n"
			"data/tests.csv:6:13: error: this row has 4 cells, the header has 3 "
			"[csv-row]\n");
	g_assert_cmpuint(series_n_rows(dataset_find_series(test->data, "tests")), ==, 4);
}

static void
test_wrong_header(void)
{
	g_autoptr(PublicationTest) twice = LOAD(PUBLICATION, SIDECAR, "title: T\n", CSV, "a,a,\n");
	g_autoptr(PublicationTest) empty = LOAD(PUBLICATION, SIDECAR, "title: T\n", CSV, "\n");
	g_autoptr(PublicationTest) other =
		LOAD(PUBLICATION, SIDECAR, COLUMNS, CSV, "date,rang,outcome\n");

	g_assert_cmpstr(twice->said, ==,
			"data/tests.csv:1:3: error: the column “a” occurs twice [csv-row]\n"
			"data/tests.csv:1:5: error: a column without a name [csv-row]\n");
	g_assert_cmpstr(empty->said, ==,
			"data/tests.csv:1:1: error: the file has no header line [csv-row]\n");
	g_assert_cmpstr(other->said, ==,
			"data/tests.yaml:2:31: error: the CSV file has no column “range” "
			"[schema-value]\n");
}

static void
test_sidecar(void)
{
	g_autoptr(PublicationTest) test = LOAD(
		PUBLICATION, SIDECAR,
		"title: T\nsource: nobody\ncolumns: {a: {type: txt}, "
		"b: {type: choice, values: [x], labels: {y: Y, x: [Z]}}, c: {type: choice, values: [x], labels: no}}\n",
		CSV, "a,b,c\n1,x,x\n");

	g_assert_cmpstr(test->said, ==,
			"data/tests.yaml:2:9: error: there is no source “nobody” "
			"[cite-unknown]\n"
			"data/tests.yaml:3:21: error: “txt” is none of date, text, number, "
			"choice, imo [schema-value]\n"
			"data/tests.yaml:3:67: error: “y” is not one of the column's values "
			"[schema-value]\n"
			"data/tests.yaml:3:76: error: “x” wants a text, or one for each "
			"language, "
			"this is a list [schema-type]\n"
			"data/tests.yaml:3:122: error: “labels” wants a mapping, this is a plain "
			"value [schema-type]\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/csv/rows", test_rows);
	g_test_add_func("/csv/broken", test_broken);
	g_test_add_func("/csv/places", test_places);
	g_test_add_func("/series/good", test_series);
	g_test_add_func("/series/wrong-rows", test_wrong_rows);
	g_test_add_func("/series/wrong-header", test_wrong_header);
	g_test_add_func("/series/sidecar", test_sidecar);
	return g_test_run();
}
