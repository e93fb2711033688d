/* query: reading one from YAML. */
#include "data/query.h"

#include <string.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "data/dataset_private.h"
#include "data/query_private.h"
#include "data/schema_records.h"
#include "data/schema_value.h"
#include "data/value.h"

static void
order_key_free(gpointer data)
{
	struct order_key *key = data;

	g_free(key->column);
	g_free(key);
}

static bool
read_from(struct query *query, const struct yaml_node *node, struct diag_list *diags)
{
	const struct yaml_node *from = yaml_find(node, "from");
	g_autoptr(GPtrArray) words = NULL;

	if (!value_string(node, "from"))
		return false;
	query->from_at = from->at;
	if (strcmp(from->text, "incidents") == 0) {
		query->from = FROM_INCIDENTS;
	} else if (strcmp(from->text, "facts") == 0) {
		query->from = FROM_FACTS;
	} else if (g_str_has_prefix(from->text, "series/")) {
		query->from = FROM_SERIES;
		query->series = g_strdup(from->text + strlen("series/"));
	} else {
		words = g_ptr_array_new();
		g_ptr_array_add(words, (gpointer) "incidents");
		g_ptr_array_add(words, (gpointer) "facts");
		return schema_value_error(from, words, diags,
					  "“%s” is none of incidents, facts, series/ID",
					  from->text);
	}
	return true;
}

static void
add_order(struct query *query, const struct yaml_node *node)
{
	struct order_key *key;

	if (node->type != YAML_SCALAR || schema_is_null(node) || !*node->text)
		return;
	key = g_new0(struct order_key, 1);
	key->descending = *node->text == '-';
	key->column = g_strdup(node->text + (key->descending ? 1 : 0));
	key->at = node->at;
	g_ptr_array_add(query->order, key);
}

static void
read_order(struct query *query, const struct yaml_node *node)
{
	const struct yaml_node *order = yaml_find(node, "order");

	if (!order)
		return;
	if (order->type == YAML_SCALAR)
		add_order(query, order);
	for (guint i = 0; order->type == YAML_SEQUENCE && i < order->items->len; i++)
		add_order(query, order->items->pdata[i]);
}

static bool
read_aggregate_key(struct query *query, const struct yaml_node *item, struct diag_list *diags)
{
	static const char *const names[] = {"count", "sum", "min", "max", NULL};
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	struct diag *diag;
	const char *near;

	for (int i = 0; names[i]; i++) {
		if (strcmp(names[i], item->key) == 0) {
			query->aggregate = (enum aggregate)i;
			return true;
		}
		g_ptr_array_add(words, (gpointer)names[i]);
	}
	diag = diag_add(diags, DIAG_SCHEMA_UNKNOWN_KEY, item->key_at,
			"the value of a group has no key “%s”", item->key);
	near = diag_nearest(item->key, words);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	else
		diag_help(diag, "the keys are sum, count, min, max");
	return false;
}

static void
read_aggregate(struct query *query, const struct yaml_node *node, struct diag_list *diags)
{
	const struct yaml_node *value = yaml_find(node, "value");
	const struct yaml_node *item;

	if (!value)
		return;
	if (!query->group)
		diag_add(diags, DIAG_SCHEMA_MISSING, node->at, "“value” without “group”");
	if (value->type != YAML_MAPPING || value->items->len != 1) {
		schema_type_error(value, "one of {sum: …}, {count: true}, {min: …}, {max: …}",
				  diags);
		return;
	}
	item = value->items->pdata[0];
	if (!read_aggregate_key(query, item, diags))
		return;
	if (query->aggregate == AGGREGATE_COUNT) {
		if (!value_true(value, "count"))
			schema_type_error(item, "true", diags);
	} else if (value_string(value, item->key)) {
		query->of = g_strdup(item->text);
		query->of_at = item->at;
	} else {
		schema_type_error(item, "the name of a column", diags);
		query->aggregate = AGGREGATE_COUNT;
	}
}

struct query *
query_read(const struct yaml_node *node, struct diag_list *diags)
{
	const struct schema_context context = {.diags = diags};
	const struct yaml_node *group = yaml_find(node, "group");
	struct query *query;

	schema_check(node, &schema_query, &context);
	if (!node || node->type != YAML_MAPPING)
		return NULL;
	query = g_new0(struct query, 1);
	query->kept = g_new0(struct kept, 1);
	query->at = node->at;
	query->order = g_ptr_array_new_with_free_func(order_key_free);
	query->where = conditions_read(yaml_find(node, "where"), diags);
	query->group = g_strdup(value_string(node, "group"));
	query->group_at = group ? group->at : LOC_NONE;
	query->limit = yaml_find(node, "limit") ? value_integer(node, "limit") : -1;
	read_aggregate(query, node, diags);
	read_order(query, node);
	if (!read_from(query, node, diags))
		g_clear_pointer(&query, query_free);
	return query;
}

void
query_free(struct query *query)
{
	if (!query)
		return;
	g_free(query->series);
	g_free(query->group);
	g_free(query->of);
	conditions_free(query->where);
	g_ptr_array_unref(query->order);
	rows_free(query->kept->rows);
	g_free(query->kept);
	g_free(query);
}
