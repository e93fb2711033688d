/* query_run: select, order, group, order again, cut, and lend out the cells. */
#include <string.h>

#include "base/diag.h"
#include "data/query_private.h"
#include "data/series.h"

/* What rows_free takes apart: the cells that the rows point into. */
struct result {
	struct rows rows;
	GPtrArray *owned; /* g_free */
};

static struct rows *
rows_new(const GPtrArray *columns)
{
	struct result *result = g_new0(struct result, 1);

	result->owned = g_ptr_array_new_with_free_func(g_free);
	result->rows.columns = g_ptr_array_new_with_free_func(g_free);
	result->rows.titles = g_ptr_array_new();
	result->rows.rows = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < columns->len; i++)
		g_ptr_array_add(result->rows.columns, g_strdup(columns->pdata[i]));
	g_ptr_array_set_size(result->rows.titles, (int)columns->len);
	return &result->rows;
}

void
rows_free(struct rows *rows)
{
	struct result *result = (struct result *)rows;

	if (!rows)
		return;
	g_ptr_array_unref(rows->columns);
	g_ptr_array_unref(rows->titles);
	g_ptr_array_unref(rows->rows);
	g_ptr_array_unref(result->owned);
	g_free(result);
}

int
rows_column(const struct rows *rows, const char *name)
{
	for (guint i = 0; i < rows->columns->len; i++) {
		if (strcmp(rows->columns->pdata[i], name) == 0)
			return (int)i;
	}
	return -1;
}

static int
compare_ints(int a, int b)
{
	return (a > b) - (a < b);
}

/* By date, those without last, then id; a series keeps the order of its file. */
static int
compare_places(gconstpointer a, gconstpointer b, gpointer user)
{
	const struct row *x = a, *y = b;
	const struct relation *relation = user;
	const char *id = relation_id(relation, x->index);
	int order = y->has_date - x->has_date;

	if (order == 0 && x->has_date) {
		order = compare_ints(x->first, y->first);
		if (order == 0)
			order = compare_ints(x->last, y->last);
	}
	if (order == 0 && id)
		order = strcmp(id, relation_id(relation, y->index));
	return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static GArray *
select_rows(const struct query *query, const struct relation *relation)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct row));

	for (gsize i = 0; i < relation->n_rows; i++) {
		struct row row = {.index = i};

		if (!conditions_match(query->where, relation, i))
			continue;
		row.has_date = relation_date(relation, i, &row.date);
		if (row.has_date)
			edtf_bounds(&row.date, &row.first, &row.last);
		g_array_append_val(rows, row);
	}
	g_array_sort_with_data(rows, compare_places, (gpointer)relation);
	return rows;
}

static const char *
sort_text(const struct cell *cell)
{
	const struct source_at *source;

	switch (cell->kind) {
	case CELL_ENTITIES:
		return cell->ids->pdata[0];
	case CELL_SOURCES:
		source = cell->ids->pdata[0];
		return source->id;
	case CELL_INCIDENT:
		return cell->incident->id;
	default:
		return cell->text ? cell->text : cell->texts->entries[0].text;
	}
}

/* Numbers before dates before words, should a column mix them; never called for CELL_NONE. */
static int
rank(const struct cell *cell)
{
	if (cell->kind == CELL_AMOUNT || cell->kind == CELL_NUMBER)
		return 0;
	return cell->kind == CELL_DATE ? 1 : 2;
}

static int
compare_cells(const struct cell *a, const struct cell *b)
{
	int order = rank(a) - rank(b);

	if (order != 0)
		return order;
	if (rank(a) == 0)
		return decimal_compare(a->number, b->number);
	if (rank(a) == 1)
		return edtf_compare(&a->date, &b->date);
	return strcmp(sort_text(a), sort_text(b));
}

static bool
is_there(const struct cell *cell)
{
	return cell->kind != CELL_NONE && !(cell->kind == CELL_DATE && !cell->date.interval &&
					    cell->date.start.precision == EDTF_UNKNOWN);
}

static int
compare_keys(gconstpointer a, gconstpointer b, gpointer user)
{
	const struct row *x = a, *y = b;
	const struct query *query = user;

	for (guint i = 0; i < query->order->len; i++) {
		const struct order_key *key = query->order->pdata[i];
		bool there = is_there(&x->keys[i]);
		int order = is_there(&y->keys[i]) - there;

		if (order == 0 && there) {
			order = compare_cells(&x->keys[i], &y->keys[i]);
			order = key->descending ? -order : order;
		}
		if (order != 0)
			return order;
	}
	return 0;
}

/* The cell of a column of the result. */
static void
cell_of(const struct query *query, const struct relation *relation, const struct row *row,
	const char *name, struct cell *cell)
{
	if (!query->group)
		relation_cell(relation, relation_find(relation, name), row->index, cell);
	else
		*cell = row->cells[strcmp(name, "value") == 0 ? 1 : 0];
}

/* The sort is stable, so ties stay by date and id. */
static void
order_rows(const struct query *query, const struct relation *relation, GArray *rows)
{
	guint n = query->order->len;
	g_autofree struct cell *keys = NULL;

	if (n == 0 || rows->len == 0)
		return;
	keys = g_new(struct cell, (gsize)n * rows->len);
	for (guint i = 0; i < rows->len; i++) {
		struct row *row = &g_array_index(rows, struct row, i);

		row->keys = keys + (gsize)i * n;
		for (guint j = 0; j < n; j++) {
			const struct order_key *key = query->order->pdata[j];

			cell_of(query, relation, row, key->column, &row->keys[j]);
		}
	}
	g_array_sort_with_data(rows, compare_keys, (gpointer)query);
}

/* One unit in the values of facts; false, with a diagnostic, if there are two. */
static bool
same_unit(const struct query *query, const struct column *column, const struct cell *cell,
	  struct rows *rows, struct diag_list *diags)
{
	const char *unit = cell->amount.unit;

	if (cell->kind != CELL_AMOUNT || !column_is_number(column) || !unit)
		return true;
	if (!rows->unit)
		rows->unit = unit;
	if (column->kind == COLUMN_SERIES_NUMBER || strcmp(rows->unit, unit) == 0)
		return true;
	diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, query->at,
			   "the values have different units: %s and %s", rows->unit, unit),
		  "ask for one of them under “where”, such as unit: %s", rows->unit);
	return false;
}

static bool
give_row(const struct query *query, const struct relation *relation, const struct row *row,
	 struct rows *rows, struct diag_list *diags)
{
	struct cell *cells = g_new0(struct cell, MAX(rows->columns->len, 1));

	g_ptr_array_add(rows->rows, cells);
	for (guint i = 0; i < rows->columns->len; i++) {
		const char *name = rows->columns->pdata[i];

		cell_of(query, relation, row, name, &cells[i]);
		if (!query->group &&
		    !same_unit(query, relation_find(relation, name), &cells[i], rows, diags))
			return false;
	}
	return true;
}

static void
give_rows(const struct query *query, const struct relation *relation, const GArray *selected,
	  struct rows *rows, struct diag_list *diags)
{
	guint n = selected->len;

	if (query->limit >= 0 && n > (guint)query->limit)
		n = (guint)query->limit;
	for (guint i = 0; i < n; i++) {
		const struct row *row = &g_array_index(selected, struct row, i);

		if (!give_row(query, relation, row, rows, diags)) {
			g_ptr_array_set_size(rows->rows, 0);
			return;
		}
	}
}

static void
take_titles(struct rows *rows, const struct relation *relation)
{
	for (guint i = 0; relation->from == FROM_SERIES && i < rows->columns->len; i++) {
		const struct column *column = relation_find(relation, rows->columns->pdata[i]);

		if (column)
			rows->titles->pdata[i] =
				series_column(relation->series, column->index)->title;
	}
}

struct rows *
query_run(const struct query *query, const struct dataset *data, const GPtrArray *columns,
	  struct diag_list *diags)
{
	g_autoptr(Relation) relation = relation_new(data, query->from, query->series);
	g_autoptr(GPtrArray) names = query_columns(query, data);
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	g_autoptr(GArray) selected = NULL;
	struct rows *rows = rows_new(columns ? columns : names ? names : none);
	struct result *result = (struct result *)rows;

	if (!query_check(query, data, columns, diags))
		return rows;
	take_titles(rows, relation);
	selected = select_rows(query, relation);
	if (query->group &&
	    !group_rows(query, relation, selected, result->owned, &rows->unit, diags))
		return rows;
	order_rows(query, relation, selected);
	give_rows(query, relation, selected, rows, diags);
	return rows;
}

/* Adds what is not there; rows of one incident stand side by side mostly. */
static void
add_once(GPtrArray *list, GHashTable *known, gconstpointer record)
{
	if (record && g_hash_table_add(known, (gpointer)record))
		g_ptr_array_add(list, (gpointer)record);
}

void
query_reach(const struct query *query, const struct dataset *data, GPtrArray *facts,
	    GPtrArray *incidents)
{
	g_autoptr(Relation) relation = relation_new(data, query->from, query->series);
	g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
	g_autoptr(DiagList) told = diag_list_new();	/* they were when the query was read */
	g_autoptr(GArray) selected = NULL;
	guint n;

	if (!relation || query->from == FROM_SERIES || !query_check(query, data, NULL, told))
		return;
	selected = select_rows(query, relation);
	n = selected->len;
	if (!query->group && query->limit >= 0) {
		order_rows(query, relation, selected);
		n = MIN(n, (guint)query->limit);
	}
	for (guint i = 0; i < n; i++) {
		gsize row = g_array_index(selected, struct row, i).index;

		add_once(facts, known, relation_fact(relation, row));
		add_once(incidents, known, relation_incident(relation, row));
	}
}

bool
query_latest(const struct query *query, const struct dataset *data, struct edtf *out)
{
	g_autoptr(Relation) relation = relation_new(data, query->from, query->series);
	g_autoptr(DiagList) ignored = diag_list_new();
	int latest = 0, first, last;
	bool found = false;

	if (query->from != FROM_SERIES || !query_check(query, data, NULL, ignored))
		return false;
	for (gsize i = 0; i < relation->n_rows; i++) {
		struct edtf date;

		if (!conditions_match(query->where, relation, i) ||
		    !relation_date(relation, i, &date))
			continue;
		edtf_bounds(&date, &first, &last);
		if (!found || first > latest) {
			latest = first;
			*out = date;
		}
		found = true;
	}
	return found;
}
