/* query_run: select, order, group, order again, cut, and lend out the cells. */
#include <string.h>

#include "base/diag.h"
#include "data/query_private.h"
#include "data/series.h"

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
	g_autoptr(GArray) selected = conditions_select(query->where, relation);
	GArray *rows = g_array_sized_new(FALSE, FALSE, sizeof(struct row), selected->len);

	for (guint i = 0; i < selected->len; i++) {
		struct row row = {.index = g_array_index(selected, gsize, i)};

		row.has_date = relation_date(relation, row.index, &row.date);
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

/* What a name asks of every row: a column of the relation, or one of the two cells of a group. */
struct asked {
	const struct column *column; /* NULL where rows are groups */
	int cell; /* of a group: its key 0, its value 1; -1: there is no such column */
};

static struct asked
ask(const struct query *query, const struct relation *relation, const char *name)
{
	if (!query->group)
		return (struct asked){.column = relation_find(relation, name), .cell = -1};
	return (struct asked){.cell = strcmp(name, "value") == 0 ? 1
				      : strcmp(name, query->group) == 0 || strcmp(name, "date") == 0
					      ? 0
					      : -1};
}

static void
cell_of(const struct relation *relation, const struct row *row, struct asked asked,
	struct cell *cell)
{
	if (asked.column)
		relation_cell(relation, asked.column, row->index, cell);
	else if (asked.cell >= 0)
		*cell = row->cells[asked.cell];
	else
		cell->kind = CELL_NONE;
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
	for (guint j = 0; j < n; j++) {
		const struct order_key *key = query->order->pdata[j];
		struct asked asked = ask(query, relation, key->column);

		for (guint i = 0; i < rows->len; i++) {
			struct row *row = &g_array_index(rows, struct row, i);

			row->keys = keys + (gsize)i * n;
			cell_of(relation, row, asked, &row->keys[j]);
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

/* asked: one a column of the result. */
static bool
give_row(const struct query *query, const struct relation *relation, const struct row *row,
	 const struct asked *asked, struct rows *rows, struct diag_list *diags)
{
	struct cell *cells = g_new0(struct cell, MAX(rows->columns->len, 1));

	g_ptr_array_add(rows->rows, cells);
	for (guint i = 0; i < rows->columns->len; i++) {
		cell_of(relation, row, asked[i], &cells[i]);
		if (asked[i].column && !same_unit(query, asked[i].column, &cells[i], rows, diags))
			return false;
	}
	return true;
}

/* So many of them are given. */
static guint
limited(const struct query *query, const GArray *rows)
{
	return query->limit >= 0 ? MIN(rows->len, (guint)query->limit) : rows->len;
}

static void
give_rows(const struct query *query, const struct relation *relation, const GArray *selected,
	  struct rows *rows, struct diag_list *diags)
{
	guint n = limited(query, selected);
	g_autofree struct asked *asked = g_new(struct asked, rows->columns->len);

	for (guint i = 0; i < rows->columns->len; i++)
		asked[i] = ask(query, relation, rows->columns->pdata[i]);
	for (guint i = 0; i < n; i++) {
		const struct row *row = &g_array_index(selected, struct row, i);

		if (!give_row(query, relation, row, asked, rows, diags)) {
			g_ptr_array_set_size(rows->rows, 0);
			rows->refused = true;
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

/* ---- what the rows tell of ---- */

/* Adds what is not there; rows of one incident stand side by side mostly. */
static void
add_once(GPtrArray *list, GHashTable *known, gconstpointer record)
{
	if (record && g_hash_table_add(known, (gpointer)record))
		g_ptr_array_add(list, (gpointer)record);
}

/* facts may be NULL. */
static void
reach(const struct relation *relation, const GArray *selected, guint n, GPtrArray *facts,
      GPtrArray *incidents)
{
	g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < n && relation->from != FROM_SERIES; i++) {
		gsize row = g_array_index(selected, struct row, i).index;

		if (facts)
			add_once(facts, known, relation_fact(relation, row));
		add_once(incidents, known, relation_incident(relation, row));
	}
}

/* By the first day; of one day, the first in the file. */
static void
take_latest(struct rows *rows, const struct relation *relation, const GArray *selected)
{
	const struct row *latest = NULL;

	for (guint i = 0; i < selected->len; i++) {
		const struct row *row = &g_array_index(selected, struct row, i);

		if (row->has_date && (!latest || row->first > latest->first ||
				      (row->first == latest->first && row->index < latest->index)))
			latest = row;
	}
	if (!latest || relation->from != FROM_SERIES)
		return;
	rows->has_latest = true;
	rows->latest = latest->date;
}

/* The column that says where a row is from: its fact's sources, or else its incident's. */
static const char *
source_column(const struct query *query, const struct relation *relation)
{
	if (query->group)
		return strcmp(query->group, "source") == 0 || strcmp(query->group, "sources") == 0
			       ? query->group
			       : NULL;
	return relation_find(relation, "source") ? "source" : "sources";
}

static void
add_id(GPtrArray *ids, const char *id)
{
	if (!g_ptr_array_find_with_equal_func(ids, id, g_str_equal, NULL))
		g_ptr_array_add(ids, (gpointer)id);
}

static void
take_series_source(struct rows *rows, const struct relation *relation)
{
	const struct source_at *source =
		relation && relation->series ? series_source(relation->series) : NULL;

	if (source)
		add_id(rows->sources, source->id);
}

static void
take_sources(struct rows *rows, const struct query *query, const struct relation *relation,
	     const GArray *selected)
{
	const char *name = source_column(query, relation);
	guint n = limited(query, selected);
	struct asked asked;

	if (!name || relation->from == FROM_SERIES)
		return;
	asked = ask(query, relation, name);
	for (guint i = 0; i < n; i++) {
		struct cell cell;

		cell_of(relation, &g_array_index(selected, struct row, i), asked, &cell);
		for (guint k = 0; cell.kind == CELL_SOURCES && k < cell.ids->len; k++)
			add_id(rows->sources, ((const struct source_at *)cell.ids->pdata[k])->id);
	}
}

/* Incidents come in the order in which limit cuts the rows, those of groups in that of the rows. */
static void
take_incidents(struct rows *rows, const struct query *query, const struct relation *relation,
	       GArray *selected)
{
	guint n = selected->len;

	if (!query->group && query->limit >= 0) {
		order_rows(query, relation, selected);
		n = limited(query, selected);
	}
	reach(relation, selected, n, NULL, rows->incidents);
}

/* The rows in their order, groups made of them; false, with a diagnostic, where units differ. */
static bool
arrange(const struct query *query, const struct relation *relation, GArray *selected,
	struct rows *rows, struct diag_list *diags)
{
	struct result *result = (struct result *)rows;

	if (query->group &&
	    !group_rows(query, relation, selected, result->owned, &rows->unit, diags))
		return false;
	order_rows(query, relation, selected);
	return true;
}

static struct rows *
run(const struct query *query, const struct dataset *data, const GPtrArray *columns,
    struct diag_list *diags)
{
	g_autoptr(Relation) relation = relation_new(data, query->from, query->series);
	g_autoptr(GPtrArray) names = query_columns(query, data);
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	g_autoptr(DiagList) told = diag_list_new();
	g_autoptr(GArray) selected = NULL;
	struct rows *rows = rows_new(columns ? columns : names ? names : none);
	bool good = query_check(query, data, NULL, diags);
	/* who named a wrong column was told so; it is nothing to what the rows tell of */
	bool given = good && query_check(query, data, columns, told);

	take_series_source(rows, relation);
	rows->refused = !given;
	if (!good)
		return rows;
	take_titles(rows, relation);
	selected = select_rows(query, relation);
	take_latest(rows, relation, selected);
	take_incidents(rows, query, relation, selected);
	if (!arrange(query, relation, selected, rows, diags)) {
		rows->refused = true;
		return rows;
	}
	take_sources(rows, query, relation, selected);
	/* What is wrong with the columns that there are is told all the same. */
	give_rows(query, relation, selected, rows, diags);
	if (!given)
		g_ptr_array_set_size(rows->rows, 0);
	if (!rows->refused)
		rows_keep(rows, query, data, !columns);
	return rows;
}

struct rows *
query_run(const struct query *query, const struct dataset *data, const GPtrArray *columns,
	  struct diag_list *diags)
{
	struct rows *kept = rows_find_kept(query, data, columns);

	return kept ? kept : run(query, data, columns, diags);
}

void
query_reach(const struct query *query, const struct dataset *data, GPtrArray *facts,
	    GPtrArray *incidents)
{
	g_autoptr(Relation) relation = relation_new(data, query->from, query->series);
	g_autoptr(DiagList) told = diag_list_new(); /* they were when the query was read */
	g_autoptr(GArray) selected = NULL;

	if (!relation || query->from == FROM_SERIES || !query_check(query, data, NULL, told))
		return;
	selected = select_rows(query, relation);
	if (query->group || query->limit < 0) {
		reach(relation, selected, selected->len, facts, incidents);
		return;
	}
	order_rows(query, relation, selected);
	reach(relation, selected, limited(query, selected), facts, incidents);
}
