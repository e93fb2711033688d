/* series: CSV rows as typed columns. */
#include "data/series.h"

#include <string.h>

#include "base/diag.h"
#include "base/imo.h"
#include "base/yaml.h"
#include "data/csv.h"
#include "data/schema_value.h"
#include "data/sidecar.h"
#include "data/store.h"
#include "data/value.h"

struct number {
	bool there;
	struct decimal value;
};

struct date {
	bool there;
	struct edtf value;
};

/* An end of what is plausible. */
struct limit {
	const struct yaml_node *node; /* NULL: none */
	struct decimal value;
};

struct stored_column {
	struct series_column column;
	GArray *cells;	       /* const char *, struct number or struct date, by type */
	struct limit min, max; /* of a number */
	bool is_imo;	       /* of a text: the number of a ship, to be verified */
	GHashTable *texts;     /* of a choice: value to struct text *; NULL if none */
};

struct series {
	const char *id;
	bool has_source;
	struct source_at source;
	GPtrArray *columns; /* struct stored_column *; none until the header is read */
	bool foreign;	    /* not separated by commas: its rows say nothing */
	int date_column;
	gsize n_rows;
	GStringChunk *strings;
};

struct series_reader {
	struct series *series;
	const struct yaml_node *root;
	struct store *store;
	struct diag_list *diags;
};

static void
column_free(gpointer data)
{
	struct stored_column *stored = data;

	g_array_unref(stored->cells);
	if (stored->texts)
		g_hash_table_unref(stored->texts);
	g_free(stored);
}

static enum series_type
type_of(const struct yaml_node *node)
{
	const char *word = value_string(node, "type");

	if (g_strcmp0(word, "date") == 0)
		return SERIES_DATE;
	if (g_strcmp0(word, "number") == 0)
		return SERIES_NUMBER;
	return g_strcmp0(word, "choice") == 0 ? SERIES_CHOICE : SERIES_TEXT;
}

/* Labels stand under the values, which a table cannot know. */
static GHashTable *
read_labels(const struct yaml_node *labels, const GPtrArray *values,
	    const struct series_reader *reader)
{
	static const struct schema_field field = {.type = SCHEMA_TEXT};
	const struct schema_context context = {.diags = reader->diags};
	GHashTable *texts;

	if (!labels || schema_is_null(labels))
		return NULL;
	if (labels->type != YAML_MAPPING) {
		schema_type_error(labels, "a mapping", reader->diags);
		return NULL;
	}
	texts = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < labels->items->len; i++) {
		const struct yaml_node *item = labels->items->pdata[i];
		struct yaml_node key = {.at = item->key_at, .text = item->key};

		if (!g_ptr_array_find_with_equal_func((GPtrArray *)values, item->key, g_str_equal,
						      NULL))
			schema_value_error(&key, values, reader->diags,
					   "“%s” is not one of the column's values", item->key);
		if (schema_check_value(item, &field, &context))
			g_hash_table_insert(texts, (gpointer)item->key,
					    text_of_node(reader->store, item));
	}
	return texts;
}

static struct limit
read_limit(const struct yaml_node *range, const char *end)
{
	struct limit limit = {0};

	if (value_decimal(range, end, &limit.value))
		limit.node = yaml_find(range, end);
	return limit;
}

static struct stored_column *
column_new(const char *name, const struct series_reader *reader)
{
	const struct yaml_node *node = yaml_find(yaml_find(reader->root, "columns"), name);
	const struct yaml_node *range = yaml_find(node, "range");
	struct stored_column *stored = g_new0(struct stored_column, 1);
	struct series_column *column = &stored->column;
	const char *unit = value_string(node, "unit");
	gsize size = sizeof(const char *);

	column->name = g_string_chunk_insert_const(reader->series->strings, name);
	column->type = type_of(node);
	if (range && value_check_bounds(range, reader->diags)) {
		stored->min = read_limit(range, "min");
		stored->max = read_limit(range, "max");
	}
	stored->is_imo = g_strcmp0(value_string(node, "type"), "imo") == 0;
	column->values = value_strings(reader->store, node, "values");
	column->labels = yaml_find(node, "labels");
	column->unit = unit ? g_intern_string(unit) : NULL;
	column->title = value_text(reader->store, node, "title");
	if (node && node->type == YAML_MAPPING)
		sidecar_check_column(node, column, reader->diags);
	if (column->type == SERIES_CHOICE)
		stored->texts = read_labels(column->labels, column->values, reader);
	if (column->type == SERIES_NUMBER)
		size = sizeof(struct number);
	if (column->type == SERIES_DATE)
		size = sizeof(struct date);
	stored->cells = g_array_new(FALSE, TRUE, (guint)size);
	return stored;
}

static int
find_column(const struct series *series, const char *name)
{
	for (guint i = 0; i < series->columns->len; i++) {
		const struct stored_column *stored = series->columns->pdata[i];

		if (strcmp(stored->column.name, name) == 0)
			return (int)i;
	}
	return -1;
}

/* Spreadsheets of many countries write semicolons or tabs.  False with csv-row. */
static bool
check_separator(const struct csv_row *row, const struct series_reader *reader)
{
	const char *header = row->cells[0];
	char other = strchr(header, ';') ? ';' : '\t';

	if (row->n > 1 || !strchr(header, other) || yaml_find(reader->root, header))
		return true;
	diag_help(diag_add(reader->diags, DIAG_CSV_ROW, csv_cell_at(row, 0),
			   "the header is one cell: %s stand between the names",
			   other == ';' ? "semicolons" : "tabs"),
		  "save the file with commas between the cells");
	return false;
}

static void
take_header(const struct csv_row *row, const struct series_reader *reader)
{
	struct series *series = reader->series;

	series->foreign = !check_separator(row, reader);
	for (guint i = 0; i < row->n; i++) {
		struct stored_column *stored;

		if (!*row->cells[i])
			diag_add(reader->diags, DIAG_CSV_ROW, csv_cell_at(row, i),
				 "a column without a name");
		else if (find_column(series, row->cells[i]) >= 0)
			diag_add(reader->diags, DIAG_CSV_ROW, csv_cell_at(row, i),
				 "the column “%s” occurs twice", row->cells[i]);
		stored = column_new(row->cells[i], reader);
		g_ptr_array_add(series->columns, stored);
		if (stored->column.type == SERIES_DATE && series->date_column < 0)
			series->date_column = (int)i;
	}
}

static void
help_values(struct diag *diag, const GPtrArray *values)
{
	g_autoptr(GString) list = g_string_new(NULL);

	for (guint i = 0; i < values->len; i++)
		g_string_append_printf(list, "%s%s", i > 0 ? ", " : "",
				       (const char *)values->pdata[i]);
	diag_help(diag, "the values are %s", list->str);
}

static void
check_choice(const struct series_column *column, const struct csv_row *row, guint cell,
	     struct diag_list *diags)
{
	const char *near;
	struct diag *diag;

	if (column->values->len == 0 ||
	    g_ptr_array_find_with_equal_func(column->values, row->cells[cell], g_str_equal, NULL))
		return;
	diag = diag_add(diags, DIAG_CSV_ROW, csv_cell_at(row, cell),
			"“%s” is not one of the values of “%s”", row->cells[cell], column->name);
	near = diag_nearest(row->cells[cell], column->values);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	else
		help_values(diag, column->values);
}

static void
take_date(struct stored_column *stored, const struct csv_row *row, guint cell,
	  struct diag_list *diags)
{
	struct date date = {0};

	if (*row->cells[cell])
		date.there = schema_read_date(row->cells[cell], csv_cell_at(row, cell), &date.value,
					      diags);
	g_array_append_val(stored->cells, date);
}

static void
check_range(const struct stored_column *stored, struct decimal number, const struct csv_row *row,
	    guint cell, struct diag_list *diags)
{
	const struct yaml_node *end = NULL;

	if (stored->min.node && decimal_compare(number, stored->min.value) < 0)
		end = stored->min.node;
	if (stored->max.node && decimal_compare(number, stored->max.value) > 0)
		end = stored->max.node;
	if (end)
		diag_relate(diag_add(diags, DIAG_VALUE_RANGE, csv_cell_at(row, cell),
				     "%s is %s the %s declared for “%s”", row->cells[cell],
				     strcmp(end->key, "min") == 0 ? "below" : "above", end->text,
				     stored->column.name),
			    end->at, "declared here");
}

static void
take_number(struct stored_column *stored, const struct csv_row *row, guint cell,
	    struct diag_list *diags)
{
	struct number number = {0};

	if (*row->cells[cell]) {
		number.there = decimal_parse(row->cells[cell], &number.value);
		if (!number.there)
			diag_add(diags, DIAG_CSV_ROW, csv_cell_at(row, cell),
				 "“%s” in the column “%s” is not a number", row->cells[cell],
				 stored->column.name);
		else
			check_range(stored, number.value, row, cell, diags);
	}
	g_array_append_val(stored->cells, number);
}

static void
take_text(struct stored_column *stored, const struct csv_row *row, guint cell,
	  const struct series_reader *reader)
{
	const char *text = NULL;

	if (*row->cells[cell]) {
		if (stored->is_imo)
			imo_check(row->cells[cell], csv_cell_at(row, cell), reader->diags);
		text = g_string_chunk_insert_const(reader->series->strings, row->cells[cell]);
		if (stored->column.type == SERIES_CHOICE)
			check_choice(&stored->column, row, cell, reader->diags);
	}
	g_array_append_val(stored->cells, text);
}

static void
take_row(const struct csv_row *row, void *user)
{
	const struct series_reader *reader = user;
	struct series *series = reader->series;

	if (series->columns->len == 0) {
		take_header(row, reader);
		return;
	}
	if (series->foreign)
		return;
	if (row->n != series->columns->len) {
		diag_add(reader->diags, DIAG_CSV_ROW,
			 csv_cell_at(row, MIN(row->n, series->columns->len)),
			 "this row has %u cells, the header has %u", row->n, series->columns->len);
		return;
	}
	for (guint i = 0; i < row->n; i++) {
		struct stored_column *stored = series->columns->pdata[i];

		if (stored->column.type == SERIES_DATE)
			take_date(stored, row, i, reader->diags);
		else if (stored->column.type == SERIES_NUMBER)
			take_number(stored, row, i, reader->diags);
		else
			take_text(stored, row, i, reader);
	}
	series->n_rows++;
}

/* A column that the sidecar types but the header does not have. */
static void
check_declared(const struct series_reader *reader)
{
	const struct yaml_node *columns = yaml_find(reader->root, "columns");
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	for (guint i = 0; i < reader->series->columns->len; i++) {
		const struct stored_column *stored = reader->series->columns->pdata[i];

		if (*stored->column.name)
			g_ptr_array_add(names, (gpointer)stored->column.name);
	}
	for (guint i = 0; columns && columns->type == YAML_MAPPING && i < columns->items->len;
	     i++) {
		const struct yaml_node *item = columns->items->pdata[i];
		struct yaml_node key = {.at = item->key_at, .text = item->key};

		if (find_column(reader->series, item->key) < 0)
			schema_value_error(&key, names, reader->diags,
					   "the CSV file has no column “%s”", item->key);
	}
}

struct series *
series_read(const char *id, const struct yaml_node *root, const char *text, const char *file,
	    struct store *store, struct diag_list *diags)
{
	struct series *series = g_new0(struct series, 1);
	struct series_reader reader = {series, root, store, diags};
	struct loc start = {.file = g_intern_string(file), .line = 1, .column = 1};

	series->id = id;
	series->has_source = value_source(root, "source", &series->source);
	series->columns = g_ptr_array_new_with_free_func(column_free);
	series->date_column = -1;
	series->strings = g_string_chunk_new(16 << 10);
	/* Of a file that is no text nothing more is known. */
	csv_read(text ? text : "id\n", file, take_row, &reader, diags);
	if (series->columns->len == 0)
		diag_help(diag_add(diags, DIAG_CSV_ROW, start, "the file has no header line"),
			  "its first line holds the names of the columns, with commas between");
	else if (text && !series->foreign)
		check_declared(&reader);
	return series;
}

void
series_free(struct series *series)
{
	if (!series)
		return;
	g_ptr_array_unref(series->columns);
	g_string_chunk_free(series->strings);
	g_free(series);
}

const char *
series_id(const struct series *series)
{
	return series->id;
}

const struct source_at *
series_source(const struct series *series)
{
	return series->has_source ? &series->source : NULL;
}

gsize
series_n_rows(const struct series *series)
{
	return series->n_rows;
}

guint
series_n_columns(const struct series *series)
{
	return series->columns->len;
}

const struct series_column *
series_column(const struct series *series, guint column)
{
	const struct stored_column *stored = series->columns->pdata[column];

	return &stored->column;
}

int
series_date_column(const struct series *series)
{
	return series->date_column;
}

const char *
series_text(const struct series *series, guint column, gsize row)
{
	const struct stored_column *stored = series->columns->pdata[column];

	return g_array_index(stored->cells, const char *, row);
}

const struct decimal *
series_number(const struct series *series, guint column, gsize row)
{
	const struct stored_column *stored = series->columns->pdata[column];
	const struct number *number = &g_array_index(stored->cells, struct number, row);

	return number->there ? &number->value : NULL;
}

const struct edtf *
series_date(const struct series *series, guint column, gsize row)
{
	const struct stored_column *stored = series->columns->pdata[column];
	const struct date *date = &g_array_index(stored->cells, struct date, row);

	return date->there ? &date->value : NULL;
}

const struct text *
series_label(const struct series *series, guint column, const char *value)
{
	const struct stored_column *stored = series->columns->pdata[column];

	return stored->texts && value ? g_hash_table_lookup(stored->texts, value) : NULL;
}
