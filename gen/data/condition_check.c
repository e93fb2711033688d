/* condition_check: are the columns and values of a `where` such as can match at all? */
#include <string.h>

#include "base/diag.h"
#include "data/coined.h"
#include "data/condition_private.h"
#include "data/dataset_private.h"
#include "data/schema_records.h"
#include "data/schema_value.h"
#include "data/series.h"
#include "data/units.h"

static bool
report(enum diag_id id, const struct wanted *wanted, const char *what, GPtrArray *candidates,
       struct diag_list *diags)
{
	struct diag *diag = diag_add(diags, id, wanted->at, "“%s” is not %s", wanted->text, what);
	const char *near = candidates ? diag_nearest(wanted->text, candidates) : NULL;

	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	return false;
}

static bool
check_word(const struct wanted *wanted, const char *const *words, const GPtrArray *more,
	   const char *what, struct diag_list *diags)
{
	g_autoptr(GPtrArray) candidates = NULL;

	if (words && g_strv_contains(words, wanted->text))
		return true;
	candidates = g_ptr_array_new();
	for (int i = 0; words && words[i]; i++)
		g_ptr_array_add(candidates, (gpointer)words[i]);
	for (guint i = 0; more && i < more->len; i++) {
		if (strcmp(more->pdata[i], wanted->text) == 0)
			return true;
		g_ptr_array_add(candidates, more->pdata[i]);
	}
	return report(DIAG_SCHEMA_VALUE, wanted, what, candidates, diags);
}

static bool
check_entity(const struct wanted *wanted, const struct dataset *data, struct diag_list *diags)
{
	g_autoptr(GPtrArray) ids = NULL;

	if (dataset_find_entity(data, wanted->text))
		return true;
	ids = dataset_entity_ids(data);
	return report(DIAG_ENTITY_UNKNOWN, wanted, "an entity", ids, diags);
}

static bool
check_source(const struct wanted *wanted, const struct dataset *data, struct diag_list *diags)
{
	g_autoptr(GPtrArray) ids = NULL;

	if (dataset_find_source(data, wanted->text))
		return true;
	ids = dataset_source_ids(data);
	return report(DIAG_CITE_UNKNOWN, wanted, "a source", ids, diags);
}

static bool
check_incident(const struct wanted *wanted, const struct dataset *data, struct diag_list *diags)
{
	g_autoptr(GPtrArray) ids = NULL;

	if (dataset_find_incident(data, wanted->text))
		return true;
	ids = dataset_incident_ids(data);
	return report(DIAG_SCHEMA_VALUE, wanted, "an incident", ids, diags);
}

static bool
check_fact_name(const struct wanted *wanted, const struct dataset *data, struct diag_list *diags)
{
	g_autoptr(GPtrArray) names = NULL;

	if (g_hash_table_contains(data->fact_names, wanted->text))
		return true;
	names = g_ptr_array_new();
	for (guint i = 0; i < data->facts->len; i++) {
		const struct fact *fact = data->facts->pdata[i];

		g_ptr_array_add(names, (gpointer)fact->id);
	}
	return report(DIAG_SCHEMA_VALUE, wanted, "the name of a fact", names, diags);
}

static bool
check_row_id(const struct wanted *wanted, const struct relation *relation, struct diag_list *diags)
{
	g_autoptr(GPtrArray) paths = NULL;

	if (relation->from == FROM_INCIDENTS)
		return check_incident(wanted, relation->data, diags);
	if (dataset_find_fact(relation->data, wanted->text))
		return true;
	paths = dataset_fact_paths(relation->data);
	return report(DIAG_FACT_UNKNOWN, wanted, "a fact", paths, diags);
}

static bool
check_unit(const struct wanted *wanted, const struct dataset *data, struct diag_list *diags)
{
	g_autoptr(GPtrArray) near = NULL;
	g_autofree char *unit = NULL;

	if (units_has(wanted->text, data->coined))
		return true;
	near = g_ptr_array_new();
	unit = units_nearest(wanted->text, data->coined);
	if (unit)
		g_ptr_array_add(near, unit);
	return report(DIAG_SCHEMA_VALUE, wanted, "a unit", near, diags);
}

static bool
check_choice(const struct wanted *wanted, const struct column *column,
	     const struct relation *relation, struct diag_list *diags)
{
	const struct series_column *of = series_column(relation->series, column->index);

	return of->values->len == 0 ||
	       check_word(wanted, NULL, of->values, "one of the column's values", diags);
}

static bool
check_wanted(const struct wanted *wanted, const struct column *column,
	     const struct relation *relation, struct diag_list *diags)
{
	const struct dataset *data = relation->data;
	struct edtf date;

	if (column_is_number(column))
		return wanted->has_number ||
		       report(DIAG_SCHEMA_TYPE, wanted, "a number", NULL, diags);
	if (column_is_date(column))
		return schema_read_date(wanted->text, wanted->at, &date, diags);
	switch (column->kind) {
	case COLUMN_ID:
		return check_row_id(wanted, relation, diags);
	case COLUMN_KIND:
		return g_strv_contains(vocabulary_kind, wanted->text) ||
		       check_word(wanted, vocabulary_kind, coined_kinds(data->coined), "a kind",
				  diags);
	case COLUMN_STATUS:
		return check_word(wanted, vocabulary_status, NULL, "a status", diags);
	case COLUMN_QUALIFIER:
		return check_word(wanted, vocabulary_qualifier, NULL, "a qualifier", diags);
	case COLUMN_HEDGE:
		return check_word(wanted, vocabulary_hedge, NULL, "a hedge", diags);
	case COLUMN_CONFIDENCE:
		return check_word(wanted, vocabulary_confidence, NULL, "a confidence", diags);
	case COLUMN_LIKELIHOOD:
		return check_word(wanted, vocabulary_likelihood, NULL, "a likelihood", diags);
	case COLUMN_ATTRIBUTION:
		return dataset_find_entity(data, wanted->text) || check_source(wanted, data, diags);
	case COLUMN_ACTORS:
	case COLUMN_SUBJECTS:
	case COLUMN_VICTIMS:
	case COLUMN_PLACES:
		return check_entity(wanted, data, diags);
	case COLUMN_SOURCES:
	case COLUMN_SOURCE:
		return check_source(wanted, data, diags);
	case COLUMN_INCIDENT:
		return check_incident(wanted, data, diags);
	case COLUMN_UNIT:
		return check_unit(wanted, data, diags);
	case COLUMN_FACT:
		return check_fact_name(wanted, data, diags);
	case COLUMN_SERIES_CHOICE:
		return check_choice(wanted, column, relation, diags);
	default:
		return true;
	}
}

/* A range whose ends are such as the column can hold. */
static bool
check_range(const struct condition *condition, const struct column *column, struct diag_list *diags)
{
	const struct wanted *min = &condition->min, *max = &condition->max;
	bool reversed = column_is_number(column) ? decimal_compare(max->number, min->number) < 0
						 : max->last < min->first;

	if (!min->text || !max->text || !reversed)
		return true;
	diag_add(diags, DIAG_SCHEMA_VALUE, max->at, "the maximum %s is below the minimum %s",
		 max->text, min->text);
	return false;
}

static bool
check_condition(const struct condition *condition, const struct relation *relation,
		struct diag_list *diags)
{
	const struct column *column = relation_find(relation, condition->column);
	g_autoptr(GPtrArray) names = NULL;
	bool good = true;
	bool range = condition->min.text || condition->max.text;

	if (!column) {
		struct wanted name = {.text = condition->column, .at = condition->at};

		names = relation_names(relation);
		g_ptr_array_add(names, (gpointer) "not");
		return report(DIAG_SCHEMA_UNKNOWN_KEY, &name, "a column", names, diags);
	}
	if (range && !column_is_number(column) && !column_is_date(column)) {
		diag_add(diags, DIAG_SCHEMA_TYPE, condition->at,
			 "“%s” is neither a number nor a date and has no range", column->name);
		return false;
	}
	for (guint i = 0; i < condition->values->len; i++)
		good &= check_wanted(&g_array_index(condition->values, struct wanted, i), column,
				     relation, diags);
	if (condition->min.text)
		good &= check_wanted(&condition->min, column, relation, diags);
	if (condition->max.text)
		good &= check_wanted(&condition->max, column, relation, diags);
	return good && check_range(condition, column, diags);
}

bool
conditions_check(const struct conditions *conditions, const struct relation *relation,
		 struct diag_list *diags)
{
	bool good = true;

	for (guint i = 0; i < conditions->all->len; i++) {
		const struct condition *condition = conditions->all->pdata[i];

		good &= condition->negated ? conditions_check(condition->negated, relation, diags)
					   : check_condition(condition, relation, diags);
	}
	return good;
}
