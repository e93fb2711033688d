/* group: rows with the same key made one, with a count, sum, minimum or maximum. */
#include <string.h>

#include "base/diag.h"
#include "data/query_private.h"

enum { KEY, VALUE, N_CELLS };

struct grouper {
	const struct query *query;
	const struct relation *relation;
	enum grouping grouping;
	const struct column *by;	/* GROUP_COLUMN */
	const struct column *of;	/* NULL for a count */
	GHashTable *groups;		/* key as text -> index into rows, plus one */
	GArray *rows;			/* struct row: the result */
	GPtrArray *owned;
	const char *unit;
	struct diag_list *diags;
};

/*
 * The year or month in which the date begins; false if it is not that precise, or has no beginning.
 */
static bool
period_of(const struct edtf *date, enum grouping grouping, struct edtf *period)
{
	const struct edtf_date *start = &date->start;
	bool precise = start->precision >= EDTF_YEAR;

	if (grouping == GROUP_MONTH)
		precise = start->precision == EDTF_MONTH || start->precision == EDTF_DAY;
	if (!precise)
		return false;
	*period = (struct edtf){0};
	period->start.precision = grouping == GROUP_MONTH ? EDTF_MONTH : EDTF_YEAR;
	period->start.year = start->year;
	period->start.month = grouping == GROUP_MONTH ? start->month : 0;
	return true;
}

static bool
is_same_period(const struct edtf *a, const struct edtf *b)
{
	return a->start.year == b->start.year && a->start.month == b->start.month;
}

/* One id as a list, for a cell that wants a list; read only. */
struct single {
	GPtrArray list;
	gpointer id;
};

/* What tells groups apart; NULL where there is nothing. The caller frees. */
static char *
key_text(const struct cell *cell)
{
	switch (cell->kind) {
	case CELL_NONE:
		return NULL;
	case CELL_AMOUNT:
	case CELL_NUMBER:
		return decimal_to_text(cell->number);
	case CELL_DATE:
		if (!cell->date.interval && cell->date.start.precision == EDTF_UNKNOWN)
			return NULL;
		return edtf_to_text(&cell->date);
	case CELL_INCIDENT:
		return g_strdup(cell->incident->id);
	default:
		return g_strdup(cell->text ? cell->text : cell->texts->entries[0].text);
	}
}

static bool
report_units(const struct grouper *grouper, const char *unit)
{
	diag_help(diag_add(grouper->diags, DIAG_SCHEMA_VALUE, grouper->query->at,
			   "the values have different units: %s and %s", grouper->unit, unit),
		  "ask for one of them under “where”, such as unit: %s", grouper->unit);
	return false;
}

/* Takes one more number into a group's value. */
static bool
take_number(const struct grouper *grouper, struct cell *value, struct decimal number)
{
	int order;

	if (value->kind == CELL_NONE) {
		value->kind = CELL_NUMBER;
		value->number = number;
		return true;
	}
	if (grouper->query->aggregate == AGGREGATE_SUM) {
		if (decimal_add(value->number, number, &value->number))
			return true;
		diag_add(grouper->diags, DIAG_SCHEMA_VALUE, grouper->query->at,
			 "the sum has more than 18 digits");
		return false;
	}
	order = decimal_compare(number, value->number);
	if (grouper->query->aggregate == AGGREGATE_MIN ? order < 0 : order > 0)
		value->number = number;
	return true;
}

static bool
take_value(struct grouper *grouper, struct cell *value, gsize index)
{
	const struct decimal one = {1, 0};
	struct cell cell;

	if (!grouper->of) {
		if (value->kind == CELL_NUMBER)
			return decimal_add(value->number, one, &value->number);
		value->kind = CELL_NUMBER;
		value->number = one;
		return true;
	}
	relation_cell(grouper->relation, grouper->of, index, &cell);
	if (cell.kind == CELL_AMOUNT) {
		const char *unit = cell.amount.unit ? cell.amount.unit : "";

		if (grouper->unit && strcmp(grouper->unit, unit) != 0)
			return report_units(grouper, unit);
		grouper->unit = unit;
	} else if (cell.kind != CELL_NUMBER) {
		return true;
	}
	return take_number(grouper, value, cell.number);
}

/* The group of a key, made if it is new. */
static struct row *
find_group(struct grouper *grouper, char *text, const struct cell *key, const struct row *row)
{
	guint index = GPOINTER_TO_UINT(g_hash_table_lookup(grouper->groups, text));
	struct row group = *row;

	if (index > 0) {
		g_free(text);
		return &g_array_index(grouper->rows, struct row, index - 1);
	}
	group.cells = g_new0(struct cell, N_CELLS);
	group.cells[KEY] = *key;
	g_ptr_array_add(grouper->owned, group.cells);
	g_array_append_val(grouper->rows, group);
	g_hash_table_insert(grouper->groups, text, GUINT_TO_POINTER(grouper->rows->len));
	return &g_array_index(grouper->rows, struct row, grouper->rows->len - 1);
}

static bool
take_key(struct grouper *grouper, const struct cell *key, const struct row *row)
{
	char *text = key_text(key);
	struct row *group;

	if (!text)
		return true;
	group = find_group(grouper, text, key, row);
	return take_value(grouper, &group->cells[VALUE], row->index);
}

/* An incident with three actors counts for each of them. */
static bool
take_each_id(struct grouper *grouper, const struct cell *cell, const struct row *row)
{
	for (guint i = 0; i < cell->ids->len; i++) {
		gpointer member = cell->ids->pdata[i];
		const char *id = cell->kind == CELL_SOURCES ? ((struct source_at *)member)->id
							    : member;
		struct row *group = find_group(grouper, g_strdup(id), cell, row);

		/* A group that was just made still lends the list of the row: it wants its own. */
		if (group->cells[KEY].ids == cell->ids) {
			struct single *own = g_new0(struct single, 1);

			own->id = member;
			own->list.pdata = &own->id;
			own->list.len = 1;
			g_ptr_array_add(grouper->owned, own);
			group->cells[KEY].ids = &own->list;
		}
		if (!take_value(grouper, &group->cells[VALUE], row->index))
			return false;
	}
	return true;
}

/* Rows come by date: most are of the period that the one before them made. */
static bool
take_period(struct grouper *grouper, const struct row *row)
{
	struct row *newest = grouper->rows->len > 0 ? &g_array_index(grouper->rows, struct row,
								     grouper->rows->len - 1)
						    : NULL;
	struct cell key = {0};

	if (row->has_date && period_of(&row->date, grouper->grouping, &key.date))
		key.kind = CELL_DATE;
	if (newest && key.kind == CELL_DATE && is_same_period(&newest->cells[KEY].date, &key.date))
		return take_value(grouper, &newest->cells[VALUE], row->index);
	return take_key(grouper, &key, row);
}

static bool
take_row(struct grouper *grouper, const struct row *row)
{
	struct cell key = {0};

	if (grouper->grouping != GROUP_COLUMN)
		return take_period(grouper, row);
	relation_cell(grouper->relation, grouper->by, row->index, &key);
	if (key.kind == CELL_ENTITIES || key.kind == CELL_SOURCES)
		return take_each_id(grouper, &key, row);
	return take_key(grouper, &key, row);
}

bool
group_rows(const struct query *query, const struct relation *relation, GArray *rows,
	   GPtrArray *owned, const char **unit, struct diag_list *diags)
{
	struct grouper grouper = {
		.query = query,
		.relation = relation,
		.grouping = query_grouping(query, relation),
		.by = relation_find(relation, query->group),
		.of = query->of ? relation_find(relation, query->of) : NULL,
		.groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		.rows = g_array_new(FALSE, FALSE, sizeof(struct row)),
		.owned = owned,
		.diags = diags,
	};
	bool good = true;

	for (guint i = 0; i < rows->len && good; i++)
		good = take_row(&grouper, &g_array_index(rows, struct row, i));
	g_array_set_size(rows, 0);
	if (grouper.rows->len > 0)
		g_array_append_vals(rows, grouper.rows->data, grouper.rows->len);
	g_array_unref(grouper.rows);
	g_hash_table_unref(grouper.groups);
	if (grouper.unit && *grouper.unit)
		*unit = grouper.unit;
	return good;
}
