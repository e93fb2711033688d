/* value: scalars, ids and dates out of validated nodes. */
#include "data/value.h"

#include <string.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "data/schema.h"
#include "data/schema_value.h"
#include "data/store.h"

static const char *
string_of(const struct yaml_node *node)
{
	if (!node || node->type != YAML_SCALAR || !*node->text || schema_is_null(node))
		return NULL;
	return node->text;
}

const char *
value_string(const struct yaml_node *node, const char *key)
{
	return string_of(yaml_find(node, key));
}

const char *
value_word(const struct yaml_node *node, const struct schema_record *record, const char *key,
	   const char *otherwise)
{
	const char *word = value_string(node, key);
	const struct schema_field *field = word ? schema_find(record, key) : NULL;

	g_assert(!word || (field && field->values));
	return word && g_strv_contains(field->values, word) ? word : otherwise;
}

bool
value_true(const struct yaml_node *node, const char *key)
{
	return g_strcmp0(value_string(node, key), "true") == 0;
}

int
value_integer(const struct yaml_node *node, const char *key)
{
	struct decimal number;

	if (!value_decimal(node, key, &number) || number.exponent != 0 || number.mantissa < 0 ||
	    number.mantissa > G_MAXINT)
		return 0;
	return (int)number.mantissa;
}

bool
value_decimal(const struct yaml_node *node, const char *key, struct decimal *out)
{
	const char *text = value_string(node, key);

	return text && decimal_parse(text, out);
}

bool
value_check_bounds(const struct yaml_node *node, struct diag_list *diags)
{
	const struct yaml_node *max = yaml_find(node, "max");
	struct decimal low, high;

	if (!value_decimal(node, "min", &low) || !value_decimal(node, "max", &high) ||
	    decimal_compare(low, high) <= 0)
		return true;
	diag_add(diags, DIAG_SCHEMA_VALUE, max->at, "the maximum %s is below the minimum %s",
		 max->text, value_string(node, "min"));
	return false;
}

bool
value_date(const struct yaml_node *node, const char *key, struct edtf *out)
{
	const char *text = value_string(node, key);

	return text && edtf_parse(text, out, NULL);
}

struct loc
value_at(const struct yaml_node *node, const char *key)
{
	const struct yaml_node *item = yaml_find(node, key);

	return item ? item->at : node->at;
}

enum hedge
value_hedge(const struct yaml_node *node)
{
	enum hedge hedge = HEDGE_NONE;
	const char *text = value_string(node, "hedge");

	if (text)
		hedge_of_name(text, &hedge);
	return hedge;
}

GPtrArray *
value_strings(struct store *store, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *list = yaml_find(node, key);
	GPtrArray *strings = NULL;
	guint n = list && list->type == YAML_SEQUENCE ? list->items->len : 1;

	for (guint i = 0; i < n; i++) {
		const char *text = list && list->type == YAML_SEQUENCE
					   ? string_of(list->items->pdata[i])
					   : string_of(list);

		if (!text)
			continue;
		if (!strings)
			strings = store_array(store);
		g_ptr_array_add(strings, (gpointer)text);
	}
	return strings ? strings : store_empty(store);
}

static bool
source_of(const struct yaml_node *node, struct source_at *out)
{
	if (!node)
		return false;
	out->id = node->type == YAML_MAPPING ? value_string(node, "id") : string_of(node);
	out->at = value_string(node, "at");
	out->hedge = value_hedge(node);
	out->loc = node->at;
	return out->id != NULL;
}

bool
value_source(const struct yaml_node *node, const char *key, struct source_at *out)
{
	return source_of(yaml_find(node, key), out);
}

GPtrArray *
value_sources(struct store *store, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *list = yaml_find(node, key);
	GPtrArray *sources;

	if (!list || list->type != YAML_SEQUENCE || list->items->len == 0)
		return store_empty(store);
	sources = store_array(store);
	for (guint i = 0; i < list->items->len; i++) {
		struct source_at *source = store_new_record(store, struct source_at);

		if (source_of(list->items->pdata[i], source))
			g_ptr_array_add(sources, source);
	}
	return sources;
}
