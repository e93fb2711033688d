/* condition: `where`, read and matched. */
#include "data/condition.h"

#include <limits.h>
#include <string.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "data/condition_private.h"
#include "data/schema_value.h"

/* Three-valued, as a missing value demands; the order makes "and" the minimum. */
enum verdict { NO, UNKNOWN, YES };

static void
condition_free(gpointer data)
{
	struct condition *condition = data;

	g_free(condition->column);
	if (condition->negated)
		conditions_free(condition->negated);
	for (guint i = 0; i < condition->values->len; i++)
		g_free(g_array_index(condition->values, struct wanted, i).text);
	g_array_unref(condition->values);
	g_free(condition->min.text);
	g_free(condition->max.text);
	g_free(condition);
}

void
conditions_free(struct conditions *conditions)
{
	if (!conditions)
		return;
	g_ptr_array_unref(conditions->all);
	g_free(conditions);
}

static bool
read_wanted(const struct yaml_node *node, struct wanted *wanted, struct diag_list *diags)
{
	struct edtf date;

	if (node->type != YAML_SCALAR || schema_is_null(node))
		return schema_type_error(node, "a value", diags);
	wanted->text = g_strdup(node->text);
	wanted->at = node->at;
	wanted->has_number = decimal_parse(node->text, &wanted->number);
	wanted->has_date = edtf_parse(node->text, &date, NULL);
	wanted->first = INT_MIN;
	wanted->last = INT_MAX;
	if (wanted->has_date)
		edtf_bounds(&date, &wanted->first, &wanted->last);
	return true;
}

static void
read_range(struct condition *condition, const struct yaml_node *node, struct diag_list *diags)
{
	for (guint i = 0; i < node->items->len; i++) {
		const struct yaml_node *item = node->items->pdata[i];

		if (strcmp(item->key, "min") == 0)
			read_wanted(item, &condition->min, diags);
		else if (strcmp(item->key, "max") == 0)
			read_wanted(item, &condition->max, diags);
		else
			diag_help(diag_add(diags, DIAG_SCHEMA_UNKNOWN_KEY, item->key_at,
					   "a range has no key “%s”", item->key),
				  "the keys are min and max");
	}
	if (node->items->len == 0)
		diag_add(diags, DIAG_SCHEMA_MISSING, node->at,
			 "a range (“%s”) lacks “min” and “max”", node->key);
}

static void
read_values(struct condition *condition, const struct yaml_node *node, struct diag_list *diags)
{
	guint n = node->type == YAML_SEQUENCE ? node->items->len : 1;

	if (n == 0)
		schema_type_error(node, "a list that is not empty", diags);
	for (guint i = 0; i < n; i++) {
		struct wanted wanted = {0};

		if (read_wanted(node->type == YAML_SEQUENCE ? node->items->pdata[i] : node, &wanted,
				diags))
			g_array_append_val(condition->values, wanted);
	}
}

static struct condition *
read_condition(const struct yaml_node *node, struct diag_list *diags)
{
	struct condition *condition = g_new0(struct condition, 1);

	condition->column = g_strdup(node->key);
	condition->at = node->key_at;
	condition->values = g_array_new(FALSE, FALSE, sizeof(struct wanted));
	if (strcmp(node->key, "not") == 0)
		condition->negated = conditions_read(node, diags);
	else if (node->type == YAML_MAPPING)
		read_range(condition, node, diags);
	else
		read_values(condition, node, diags);
	return condition;
}

struct conditions *
conditions_read(const struct yaml_node *node, struct diag_list *diags)
{
	struct conditions *conditions = g_new0(struct conditions, 1);

	conditions->all = g_ptr_array_new_with_free_func(condition_free);
	if (!node || schema_is_null(node))
		return conditions;
	if (node->type != YAML_MAPPING) {
		schema_type_error(node, "a mapping from columns to values", diags);
		return conditions;
	}
	for (guint i = 0; i < node->items->len; i++)
		g_ptr_array_add(conditions->all, read_condition(node->items->pdata[i], diags));
	return conditions;
}

void
conditions_wanted(const struct conditions *conditions, const char *column, GPtrArray *values)
{
	for (guint i = 0; i < conditions->all->len; i++) {
		const struct condition *condition = conditions->all->pdata[i];

		for (guint k = 0; !condition->negated && strcmp(condition->column, column) == 0 &&
				  k < condition->values->len;
		     k++)
			g_ptr_array_add(values,
					g_array_index(condition->values, struct wanted, k).text);
	}
}

static bool
is_one_of(const struct cell *cell, const char *word)
{
	for (guint i = 0; i < cell->ids->len; i++) {
		const char *id = cell->ids->pdata[i];

		if (cell->kind == CELL_SOURCES)
			id = ((const struct source_at *)cell->ids->pdata[i])->id;
		if (strcmp(id, word) == 0)
			return true;
	}
	return false;
}

static bool
is_text(const struct cell *cell, const char *word)
{
	if (cell->text)
		return strcmp(cell->text, word) == 0;
	for (gsize i = 0; cell->texts && i < cell->texts->n; i++) {
		if (strcmp(cell->texts->entries[i].text, word) == 0)
			return true;
	}
	return false;
}

/* Does any day of the date lie from first to last? */
static bool
meets(const struct edtf *date, int first, int last)
{
	int begins, ends;

	edtf_bounds(date, &begins, &ends);
	return begins <= last && ends >= first;
}

static bool
is_wanted(const struct cell *cell, const struct wanted *wanted)
{
	switch (cell->kind) {
	case CELL_AMOUNT:
	case CELL_NUMBER:
		return wanted->has_number && decimal_compare(cell->number, wanted->number) == 0;
	case CELL_DATE:
		return wanted->has_date && meets(&cell->date, wanted->first, wanted->last);
	case CELL_ENTITIES:
	case CELL_SOURCES:
		return is_one_of(cell, wanted->text);
	case CELL_INCIDENT:
		return strcmp(cell->incident->id, wanted->text) == 0;
	case CELL_VOCABULARY:
		return cell->ids ? is_one_of(cell, wanted->text)
				 : strcmp(strchr(cell->text, '.') + 1, wanted->text) == 0;
	default:
		return is_text(cell, wanted->text);
	}
}

/* From the first day of min to the last of max. */
static bool
is_date_in_range(const struct edtf *date, const struct condition *condition)
{
	return meets(date, condition->min.text ? condition->min.first : INT_MIN,
		     condition->max.text ? condition->max.last : INT_MAX);
}

static bool
is_in_range(const struct cell *cell, const struct condition *condition)
{
	if (cell->kind == CELL_DATE)
		return is_date_in_range(&cell->date, condition);
	if (cell->kind != CELL_AMOUNT && cell->kind != CELL_NUMBER)
		return false;
	if (condition->min.text && decimal_compare(cell->number, condition->min.number) < 0)
		return false;
	return !condition->max.text || decimal_compare(cell->number, condition->max.number) <= 0;
}

static bool
is_missing(const struct column *column, const struct cell *cell)
{
	/* The value of a fact may be a date or words: then it has no number. */
	if (column_is_number(column))
		return cell->kind != CELL_AMOUNT && cell->kind != CELL_NUMBER;
	return cell->kind == CELL_NONE || (cell->kind == CELL_DATE && !cell->date.interval &&
					   cell->date.start.precision == EDTF_UNKNOWN);
}

static enum verdict judge_row(const struct condition *condition, const struct relation *relation,
			      const struct column *column, gsize row);

/* What all the conditions of a `not` say together. */
static enum verdict
judge_all(const struct conditions *conditions, const struct relation *relation, gsize row)
{
	enum verdict verdict = YES;

	for (guint i = 0; i < conditions->all->len && verdict != NO; i++) {
		const struct condition *condition = conditions->all->pdata[i];
		enum verdict one = judge_row(condition, relation,
					     relation_find(relation, condition->column), row);

		verdict = MIN(verdict, one);
	}
	return verdict;
}

/* column is the condition's own; of a `not` there is none. */
static enum verdict
judge_row(const struct condition *condition, const struct relation *relation,
	  const struct column *column, gsize row)
{
	struct cell cell;

	if (condition->negated)
		return (enum verdict)(YES - judge_all(condition->negated, relation, row));
	relation_cell(relation, column, row, &cell);
	if (is_missing(column, &cell))
		return UNKNOWN;
	if (condition->min.text || condition->max.text)
		return is_in_range(&cell, condition) ? YES : NO;
	for (guint i = 0; i < condition->values->len; i++) {
		if (is_wanted(&cell, &g_array_index(condition->values, struct wanted, i)))
			return YES;
	}
	return NO;
}

/* Keep of the rows those of which the condition is true. */
static void
sift(GArray *rows, const struct condition *condition, const struct relation *relation)
{
	const struct column *column = relation_find(relation, condition->column);
	guint kept = 0;

	g_assert(column || condition->negated);
	for (guint i = 0; i < rows->len; i++) {
		gsize row = g_array_index(rows, gsize, i);

		if (judge_row(condition, relation, column, row) == YES)
			g_array_index(rows, gsize, kept++) = row;
	}
	g_array_set_size(rows, kept);
}

GArray *
conditions_select(const struct conditions *conditions, const struct relation *relation)
{
	GArray *rows = g_array_sized_new(FALSE, FALSE, sizeof(gsize), (guint)relation->n_rows);

	g_array_set_size(rows, (guint)relation->n_rows);
	for (guint i = 0; i < rows->len; i++)
		g_array_index(rows, gsize, i) = i;
	for (guint i = 0; i < conditions->all->len; i++)
		sift(rows, conditions->all->pdata[i], relation);
	return rows;
}
