/* query_check: do the names in a query exist in what it asks? */
#include <string.h>

#include "base/diag.h"
#include "data/dataset_private.h"
#include "data/query_private.h"

enum grouping
query_grouping(const struct query *query, const struct relation *relation)
{
	if (!query->group)
		return GROUP_NONE;
	if (relation_find(relation, query->group))
		return GROUP_COLUMN;
	if (strcmp(query->group, "year") == 0)
		return GROUP_YEAR;
	return strcmp(query->group, "month") == 0 ? GROUP_MONTH : GROUP_COLUMN;
}

GPtrArray *
query_names(const struct query *query, const struct relation *relation)
{
	GPtrArray *names;

	if (!query->group)
		return relation_names(relation);
	names = g_ptr_array_new();
	g_ptr_array_add(names, query->group);
	g_ptr_array_add(names, (gpointer) "value");
	return names;
}

bool
query_report_column(const char *name, struct loc at, GPtrArray *names, struct diag_list *diags)
{
	struct diag *diag = diag_add(diags, DIAG_SCHEMA_VALUE, at, "there is no column “%s”", name);
	const char *near = diag_nearest(name, names);
	g_autoptr(GString) list = g_string_new(NULL);

	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(list, "%s%s", i > 0 ? ", " : "",
				       (const char *)names->pdata[i]);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	else
		diag_help(diag, "the columns are %s", list->str);
	return false;
}

static bool
has_name(GPtrArray *names, const char *name)
{
	return g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL);
}

static bool
check_group(const struct query *query, const struct relation *relation, struct diag_list *diags)
{
	g_autoptr(GPtrArray) names = relation_names(relation);
	const struct column *of;

	if (!query->group)
		return true;
	if (query_grouping(query, relation) == GROUP_COLUMN &&
	    !relation_find(relation, query->group)) {
		g_ptr_array_add(names, (gpointer) "year");
		g_ptr_array_add(names, (gpointer) "month");
		return query_report_column(query->group, query->group_at, names, diags);
	}
	if (!query->of)
		return true;
	of = relation_find(relation, query->of);
	if (!of)
		return query_report_column(query->of, query->of_at, names, diags);
	if (column_is_number(of))
		return true;
	diag_add(diags, DIAG_SCHEMA_TYPE, query->of_at, "the column “%s” has no numbers",
		 query->of);
	return false;
}

static bool
check_order(const struct query *query, const struct relation *relation, GPtrArray *names,
	    struct diag_list *diags)
{
	enum grouping grouping = query_grouping(query, relation);
	bool dated = grouping == GROUP_YEAR || grouping == GROUP_MONTH;
	bool good = true;

	for (guint i = 0; i < query->order->len; i++) {
		const struct order_key *key = query->order->pdata[i];

		/* Groups of a year or month keep their date, and may be asked for by it. */
		if (!has_name(names, key->column) && !(dated && strcmp(key->column, "date") == 0))
			good = query_report_column(key->column, key->at, names, diags);
	}
	return good;
}

bool
query_check(const struct query *query, const struct dataset *data, const GPtrArray *columns,
	    struct diag_list *diags)
{
	g_autoptr(Relation) relation = relation_new(data, query->from, query->series);
	g_autoptr(GPtrArray) names = NULL;
	bool good;

	if (!relation) {
		struct diag *diag = diag_add(diags, DIAG_SCHEMA_VALUE, query->from_at,
					     "there is no series “%s”", query->series);
		const char *near;

		names = dataset_series_ids(data);
		near = diag_nearest(query->series, names);
		if (near)
			diag_help(diag, "did you mean “series/%s”?", near);
		return false;
	}
	names = query_names(query, relation);
	good = conditions_check(query->where, relation, diags);
	if (!check_group(query, relation, diags))
		return false;
	good &= check_order(query, relation, names, diags);
	for (guint i = 0; columns && i < columns->len; i++) {
		if (!has_name(names, columns->pdata[i]))
			good = query_report_column(columns->pdata[i], query->at, names, diags);
	}
	return good;
}

GPtrArray *
query_named(const struct query *query)
{
	GPtrArray *ids = g_ptr_array_new();

	if (query->from == FROM_SERIES)
		return ids;
	conditions_wanted(query->where, "id", ids);
	conditions_wanted(query->where, "incident", ids);
	return ids;
}

GPtrArray *
query_columns(const struct query *query, const struct dataset *data)
{
	g_autoptr(Relation) relation = relation_new(data, query->from, query->series);

	return relation ? query_names(query, relation) : NULL;
}
