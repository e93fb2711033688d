/*
 * schema_bulletin: the tables of publication.yaml, bulletin.yaml, queries, series and derived
 * values.
 */
#include "data/schema_records.h"

#define END {0}

const char *const vocabulary_severity[] = {"error", "warning", "note", "off", NULL};
const char *const vocabulary_diagnostic[] = {
#define DIAG(id, severity, name, summary) name,
#include "base/diag.def"
#undef DIAG
	NULL};

static const char *const policies[] = {"block", "banner", "fallback", NULL};
static const char *const papers[] = {"a4", "letter", NULL};
static const char *const pdf_standards[] = {"ua1-a3a", "ua2-a4f", NULL};
static const char *const registers[] = {"used", "all", NULL};
static const char *const orientations[] = {"portrait", "landscape", NULL};
static const char *const bulletin_statuses[] = {"published", "draft", "withdrawn", NULL};
static const char *const chart_types[] = {"bar", "line", "timeline", NULL};
static const char *const scales[] = {"linear", "log", NULL};
static const char *const sizes[] = {"column", "page", NULL};
static const char *const column_types[] = {"date", "text", "number", "choice", "imo", NULL};

static const struct schema_field publication_fields[] = {
	{.key = "title", .type = SCHEMA_TEXT, .required = true, .doc = "the name of the site"},
	{.key = "publisher", .type = SCHEMA_TEXT, .doc = "who publishes it"},
	{.key = "base-url", .type = SCHEMA_URL, .doc = "where the site will stand"},
	{.key = "languages", .type = SCHEMA_LANGUAGE, .shape = SHAPE_LIST, .required = true,
	 .doc = "in order; the first is where the site starts"},
	{.key = "source-language", .type = SCHEMA_LANGUAGE,
	 .doc = "the language written first; the first of `languages` if absent"},
	{.key = "missing-translations", .type = SCHEMA_ENUM, .values = policies,
	 .doc = "what happens without a translation; `banner` if absent"},
	{.key = "paper", .type = SCHEMA_ENUM, .values = papers, .doc = "`a4` if absent"},
	{.key = "pdf-standard", .type = SCHEMA_ENUM, .values = pdf_standards,
	 .doc = "`ua1-a3a` if absent"},
	{.key = "markings", .type = SCHEMA_STRING, .shape = SHAPE_LIST,
	 .doc = "what may be published at all; `[TLP:CLEAR]` if absent"},
	{.key = "register", .type = SCHEMA_ENUM, .values = registers,
	 .doc = "which incidents register and data files show; `used` if absent"},
	{.key = "licence", .type = SCHEMA_STRING, .doc = "SPDX name of the licence"},
	{.key = "diagnostics", .type = SCHEMA_FREE, .values = vocabulary_severity,
	 .names = vocabulary_diagnostic,
	 .doc = "severity (error, warning, note, off) by name of the diagnostic"},
	END};
const struct schema_record schema_publication = {"a publication", "publication.yaml", NULL,
						 publication_fields};

static const struct schema_field group_value_fields[] = {
	{.key = "sum", .type = SCHEMA_STRING, .choice = true,
	 .doc = "the column that is summed"},
	{.key = "min", .type = SCHEMA_STRING, .choice = true,
	 .doc = "the column whose smallest value counts"},
	{.key = "max", .type = SCHEMA_STRING, .choice = true,
	 .doc = "the column whose largest value counts"},
	{.key = "count", .type = SCHEMA_BOOLEAN, .choice = true,
	 .doc = "`true`: the number of rows"},
	END};
static const struct schema_record schema_group_value = {
	"the value of a group", NULL, NULL, group_value_fields};

static const struct schema_field query_fields[] = {
	{.key = "from", .type = SCHEMA_STRING, .required = true,
	 .doc = "`incidents`, `facts`, or `series/ID`"},
	{.key = "where", .type = SCHEMA_FREE,
	 .doc = "column to value: a list is any of, a date means overlap, `{min, max}` is "
		"inclusive, `not: {…}` negates; no value never matches"},
	{.key = "group", .type = SCHEMA_STRING,
	 .doc = "a column, or `year` or `month` of the date; rows without one are left out"},
	{.key = "value", .type = SCHEMA_FREE, .record = &schema_group_value, .needs = "group",
	 .doc = "with `group`: `{sum: c}`, `{min: c}`, `{max: c}` or `{count: true}` (if absent); "
		"the column of the result is called `value`"},
	{.key = "order", .type = SCHEMA_STRING, .shape = SHAPE_ONE_OR_LIST,
	 .doc = "columns, `-` before one that descends; ties by date, then id; missing last"},
	{.key = "limit", .type = SCHEMA_INTEGER, .doc = "at most so many rows"},
	END};
const struct schema_record schema_query = {"a query", NULL, NULL, query_fields};

static const struct schema_field chart_fields[] = {
	{.key = "type", .type = SCHEMA_ENUM, .required = true, .values = chart_types,
	 .doc = "what is drawn (`timeline`: not yet)"},
	{.key = "data", .type = SCHEMA_QUERY, .required = true, .record = &schema_query,
	 .doc = "what it draws, in that order"},
	{.key = "x", .type = SCHEMA_STRING,
	 .doc = "column along the page; of bars, which lie, either may have the numbers"},
	{.key = "y", .type = SCHEMA_STRING, .doc = "column up the page"},
	{.key = "series", .type = SCHEMA_STRING, 
	 .doc = "column that tells lines or bars apart (not drawn yet)"},
	{.key = "scale", .type = SCHEMA_ENUM, .values = scales,
	 .doc = "`linear` if absent (`log`: not drawn yet)"},
	{.key = "annotations", .type = SCHEMA_FREE,
	 .doc = "remarks at dates or values (not drawn yet)"},
	{.key = "size", .type = SCHEMA_ENUM, .values = sizes, .doc = "how wide it is"},
	{.key = "title", .type = SCHEMA_TEXT, .doc = "heading of the chart"},
	{.key = "note", .type = SCHEMA_TEXT, .doc = "printed below"},
	END};
const struct schema_record schema_chart = {"a chart", NULL, NULL, chart_fields};

static const struct schema_field table_fields[] = {
	{.key = "data", .type = SCHEMA_QUERY, .required = true, .record = &schema_query,
	 .doc = "the rows, in that order"},
	{.key = "columns", .type = SCHEMA_STRING, .shape = SHAPE_LIST,
	 .doc = "columns in order; all of the query if absent"},
	{.key = "size", .type = SCHEMA_ENUM, .values = sizes, .doc = "how wide it is"},
	{.key = "orientation", .type = SCHEMA_ENUM, .values = orientations,
	 .doc = "of its page in print; if absent, `landscape` where its columns need that"},
	{.key = "title", .type = SCHEMA_TEXT, .doc = "heading of the table"},
	{.key = "note", .type = SCHEMA_TEXT, .doc = "printed below"},
	END};
static const struct schema_record schema_table = {"a table", NULL, NULL, table_fields};

static const struct schema_field map_fields[] = {
	{.key = "data", .type = SCHEMA_QUERY, .record = &schema_query, .doc = "what is shown"},
	{.key = "region", .type = SCHEMA_STRING, .doc = "the part of the world"},
	{.key = "layers", .type = SCHEMA_FREE, .doc = "what is drawn over the coastlines"},
	{.key = "size", .type = SCHEMA_ENUM, .values = sizes, .doc = "how wide it is"},
	{.key = "title", .type = SCHEMA_TEXT, .doc = "heading of the map"},
	{.key = "note", .type = SCHEMA_TEXT, .doc = "printed below"},
	END};
static const struct schema_record schema_map = {"a map", NULL, NULL, map_fields};

static const struct schema_field bulletin_fields[] = {
	{.key = "date", .type = SCHEMA_DAY, .required = true, .doc = "day of publication"},
	{.key = "edition", .type = SCHEMA_INTEGER, .doc = "1 and up"},
	{.key = "symbol", .type = SCHEMA_STRING, .doc = "document symbol"},
	{.key = "marking", .type = SCHEMA_STRING, .doc = "published only if in `markings`"},
	{.key = "status", .type = SCHEMA_ENUM, .values = bulletin_statuses,
	 .doc = "`published` if absent"},
	{.key = "embargo", .type = SCHEMA_TIME, .doc = "not published before"},
	{.key = "numbered-paragraphs", .type = SCHEMA_BOOLEAN, .doc = "`false` if absent"},
	{.key = "languages", .type = SCHEMA_LANGUAGE, .shape = SHAPE_LIST,
	 .doc = "those it is published in; the publication's if absent"},
	{.key = "key-figures", .type = SCHEMA_FACT, .shape = SHAPE_LIST,
	 .doc = "set large below the summary, in that order; three or four"},
	{.key = "charts", .type = SCHEMA_RECORD, .shape = SHAPE_MAP, .record = &schema_chart,
	 .doc = "by id; one name space with tables and maps"},
	{.key = "tables", .type = SCHEMA_RECORD, .shape = SHAPE_MAP, .record = &schema_table,
	 .doc = "by id"},
	{.key = "maps", .type = SCHEMA_RECORD, .shape = SHAPE_MAP, .record = &schema_map,
	 .doc = "by id; not drawn yet"},
	END};
const struct schema_record schema_bulletin = {"a bulletin", "bulletins/ID/bulletin.yaml", NULL,
					      bulletin_fields};

static const struct schema_field range_fields[] = {
	{.key = "min", .type = SCHEMA_DECIMAL, .doc = "nothing below it is plausible"},
	{.key = "max", .type = SCHEMA_DECIMAL, .doc = "nothing above it is plausible"},
	END};
static const struct schema_record schema_range = {"a range", NULL, NULL, range_fields};

static const struct schema_field column_fields[] = {
	{.key = "type", .type = SCHEMA_ENUM, .values = column_types, .doc = "`text` if absent; `imo`: a text whose check digit is verified"},
	{.key = "values", .type = SCHEMA_STRING, .shape = SHAPE_LIST,
	 .doc = "of a choice: what may stand there"},
	{.key = "labels", .type = SCHEMA_FREE,
	 .doc = "of a choice: a text, or one per language, by value"},
	{.key = "unit", .type = SCHEMA_UNIT, .doc = "of a number"},
	{.key = "range", .type = SCHEMA_RECORD, .record = &schema_range,
	 .doc = "of a number: what is plausible; beyond it is `value-range`"},
	{.key = "title", .type = SCHEMA_TEXT, .doc = "heading of the column"},
	END};
const struct schema_record schema_column = {"a column", NULL, NULL, column_fields};

static const struct schema_field series_fields[] = {
	{.key = "title", .type = SCHEMA_TEXT, .required = true, .doc = "what the series is"},
	{.key = "source", .type = SCHEMA_RECORD, .record = &schema_source_at,
	 .doc = "where it comes from"},
	{.key = "licence", .type = SCHEMA_STRING, .doc = "SPDX name of the licence"},
	{.key = "note", .type = SCHEMA_TEXT, .doc = "a remark"},
	{.key = "columns", .type = SCHEMA_RECORD, .shape = SHAPE_NAMES, .record = &schema_column,
	 .doc = "by the names of the header line; those not named are text"},
	END};
const struct schema_record schema_series = {"a series", "data/ID.yaml beside data/ID.csv", NULL,
					    series_fields};

static const struct schema_field aggregate_fields[] = {
	{.key = "of", .type = SCHEMA_FACT, .shape = SHAPE_LIST, .choice = true,
	 .doc = "facts, instead of a query"},
	{.key = "from", .type = SCHEMA_STRING, .choice = true, .doc = "as in a query"},
	{.key = "where", .type = SCHEMA_FREE, .doc = "as in a query"},
	{.key = "value", .type = SCHEMA_STRING, .doc = "the column that is summed or compared"},
	END};
const struct schema_record schema_aggregate = {"facts or a query", NULL, NULL, aggregate_fields};

static const struct schema_field pair_fields[] = {
	{.key = "of", .type = SCHEMA_FACT, .required = true, .doc = "what is divided"},
	{.key = "to", .type = SCHEMA_FACT, .required = true, .doc = "what it is divided by"},
	END};
static const struct schema_record schema_pair = {"a pair of facts", NULL, NULL, pair_fields};

static const struct schema_field change_fields[] = {
	{.key = "from", .type = SCHEMA_FACT, .required = true, .doc = "the earlier fact"},
	{.key = "to", .type = SCHEMA_FACT, .required = true, .doc = "the later fact"},
	END};
static const struct schema_record schema_change = {"a change", NULL, NULL, change_fields};

static const struct schema_field rate_fields[] = {
	{.key = "of", .type = SCHEMA_FACT, .required = true, .doc = "the fact"},
	{.key = "per", .type = SCHEMA_UNIT, .required = true, .doc = "`day`, `month` or `year`"},
	END};
static const struct schema_record schema_rate = {"a rate", NULL, NULL, rate_fields};

static const struct schema_field derived_fields[] = {
	{.key = "id", .type = SCHEMA_ID, .required = true, .doc = "unique among derived values"},
	{.key = "title", .type = SCHEMA_TEXT, .doc = "what it is"},
	{.key = "unit", .type = SCHEMA_UNIT,
	 .doc = "of the result: what is counted; else it follows from the facts and is checked"},
	{.key = "digits", .type = SCHEMA_INTEGER,
	 .doc = "significant digits, 1 to 18; if absent all for a count, `minimum`, `maximum` and "
		"a sum of exact numbers, else 3"},
	{.key = "range", .type = SCHEMA_RECORD, .record = &schema_range,
	 .doc = "what is plausible, in the unit of the result: beyond it is `value-range`"},
	{.key = "source", .type = SCHEMA_RECORD, .record = &schema_source_at,
	 .doc = "what is cited for it"},
	{.key = "note", .type = SCHEMA_TEXT, .doc = "a remark"},
	{.key = "sum", .type = SCHEMA_RECORD, .record = &schema_aggregate, .choice = true,
	 .doc = "of numbers"},
	{.key = "count", .type = SCHEMA_RECORD, .record = &schema_aggregate, .choice = true,
	 .doc = "of rows"},
	{.key = "minimum", .type = SCHEMA_RECORD, .record = &schema_aggregate, .choice = true,
	 .doc = "smallest"},
	{.key = "maximum", .type = SCHEMA_RECORD, .record = &schema_aggregate, .choice = true,
	 .doc = "largest"},
	{.key = "ratio", .type = SCHEMA_RECORD, .record = &schema_pair, .choice = true,
	 .doc = "`of` over `to`"},
	{.key = "share", .type = SCHEMA_RECORD, .record = &schema_pair, .choice = true,
	 .doc = "`of` over `to`, in per cent"},
	{.key = "change", .type = SCHEMA_RECORD, .record = &schema_change, .choice = true,
	 .doc = "from one fact to another, in per cent"},
	{.key = "rate", .type = SCHEMA_RECORD, .record = &schema_rate, .choice = true,
	 .doc = "by unit of time"},
	END};
const struct schema_record schema_derived = {"a derived value", "data/derived.yaml: a list", NULL,
					     derived_fields};
