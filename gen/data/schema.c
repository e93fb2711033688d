/* schema: the walk of a YAML tree along the tables. */
#include "data/schema.h"

#include <string.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "data/schema_value.h"

static bool check_record(const struct yaml_node *node, const struct schema_record *record,
			 const struct schema_context *context);

const char *
schema_type_name(enum schema_type type)
{
	static const char *const names[] = {
		[SCHEMA_STRING] = "a text",
		[SCHEMA_TEXT] = "a text, or one for each language",
		[SCHEMA_FORMS] = "texts for each language",
		[SCHEMA_ID] = "an id",
		[SCHEMA_LANGUAGE] = "a language tag",
		[SCHEMA_COUNTRY] = "a country code",
		[SCHEMA_URL] = "a web address",
		[SCHEMA_DATE] = "a date (EDTF)",
		[SCHEMA_DAY] = "a day",
		[SCHEMA_TIME] = "a time with its zone",
		[SCHEMA_DECIMAL] = "a number",
		[SCHEMA_INTEGER] = "a whole number",
		[SCHEMA_BOOLEAN] = "true or false",
		[SCHEMA_ENUM] = "a word",
		[SCHEMA_KIND] = "a kind of incident",
		[SCHEMA_UNIT] = "a unit",
		[SCHEMA_PINPOINT] = "a place in a source",
		[SCHEMA_IMO] = "an IMO number",
		[SCHEMA_SOURCE] = "the id of a source",
		[SCHEMA_ENTITY] = "the id of an entity",
		[SCHEMA_ORIGIN] = "the id of a source or an entity",
		[SCHEMA_INCIDENT] = "the id of an incident",
		[SCHEMA_FACT] = "a fact (INCIDENT.FACT, or the id of a derived value)",
		[SCHEMA_RECORD] = "a mapping",
		[SCHEMA_QUERY] = "a query",
		[SCHEMA_FREE] = "a value",
	};

	return names[type];
}

const struct schema_field *
schema_find(const struct schema_record *record, const char *key)
{
	for (const struct schema_field *field = record->fields; field->key; field++) {
		if (*field->key == *key && strcmp(field->key, key) == 0)
			return field;
	}
	return NULL;
}

static bool
report_unknown_key(const struct yaml_node *item, const struct schema_record *record,
		   struct diag_list *diags)
{
	g_autoptr(GPtrArray) keys = g_ptr_array_new();
	g_autoptr(GString) list = g_string_new(NULL);
	struct diag *diag;
	const char *near;

	for (const struct schema_field *field = record->fields; field->key; field++) {
		g_ptr_array_add(keys, (gpointer)field->key);
		g_string_append_printf(list, "%s%s", keys->len > 1 ? ", " : "", field->key);
	}
	diag = diag_add(diags, DIAG_SCHEMA_UNKNOWN_KEY, item->key_at, "%s has no key “%s”",
			record->name, item->key);
	near = diag_nearest(item->key, keys);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	else
		diag_help(diag, "the keys are %s", list->str);
	return false;
}

static bool
check_one(const struct yaml_node *node, const struct schema_field *field,
	  const struct schema_context *context)
{
	switch (field->type) {
	case SCHEMA_RECORD:
		return check_record(node, field->record, context);
	case SCHEMA_QUERY:
	case SCHEMA_FREE:
		return true;
	default:
		return schema_check_value(node, field, context);
	}
}

static bool
check_items(const struct yaml_node *node, const struct schema_field *field,
	    const struct schema_context *context)
{
	static const struct schema_field id = {.key = "id", .type = SCHEMA_ID};
	bool good = true;

	for (guint i = 0; i < node->items->len; i++) {
		const struct yaml_node *item = node->items->pdata[i];

		if (field->shape == SHAPE_MAP) {
			struct yaml_node key = {.at = item->key_at, .text = item->key};

			good &= schema_check_value(&key, &id, context);
		}
		good &= check_one(item, field, context);
	}
	return good;
}

static bool
list_may_stand(const struct schema_field *field)
{
	return field->shape == SHAPE_LIST || field->shape == SHAPE_ONE_OR_LIST;
}

static bool
map_may_stand(const struct schema_field *field)
{
	return field->shape == SHAPE_MAP || field->shape == SHAPE_NAMES;
}

static bool
check_field(const struct yaml_node *node, const struct schema_field *field,
	    const struct schema_context *context)
{
	bool list = list_may_stand(field);
	bool map = map_may_stand(field);

	/* "maps:" with nothing after it is an empty mapping, as every editor leaves it behind. */
	if (field->shape != SHAPE_ONE && !field->required && schema_is_null(node))
		return true;
	if (list && node->type == YAML_SEQUENCE) {
		if (node->items->len == 0 && field->required)
			return schema_type_error(node, "a list that is not empty", context->diags);
		return check_items(node, field, context);
	}
	if (map && node->type == YAML_MAPPING)
		return check_items(node, field, context);
	if (field->shape == SHAPE_LIST)
		return schema_type_error(node, "a list", context->diags);
	if (map)
		return schema_type_error(node, "a mapping", context->diags);
	return check_one(node, field, context);
}

/* "a source" or, where it has one, with its id: it helps to find the place in a long list. */
static char *
name_of(const struct yaml_node *node, const struct schema_record *record)
{
	const struct yaml_node *id = yaml_find(node, "id");

	if (node->key)
		return g_strdup_printf("%s (“%s”)", record->name, node->key);
	if (id && id->type == YAML_SCALAR && *id->text)
		return g_strdup_printf("%s (“%s”)", record->name, id->text);
	return g_strdup(record->name);
}

static bool
check_required(const struct yaml_node *node, const struct schema_record *record,
	       struct diag_list *diags)
{
	bool good = true;

	for (const struct schema_field *field = record->fields; field->key; field++) {
		g_autofree char *name = NULL;

		if (!field->required || yaml_find(node, field->key))
			continue;
		name = name_of(node, record);
		diag_add(diags, DIAG_SCHEMA_MISSING, node->at, "%s lacks the key “%s”", name,
			 field->key);
		good = false;
	}
	return good;
}

static bool
check_record(const struct yaml_node *node, const struct schema_record *record,
	     const struct schema_context *context)
{
	bool good = true;

	if (record->shorthand && node->type == YAML_SCALAR)
		return schema_check_value(node, schema_find(record, record->shorthand), context);
	if (node->type != YAML_MAPPING) {
		g_autofree char *expected = g_strdup_printf("%s (a mapping)", record->name);

		return schema_type_error(node, expected, context->diags);
	}
	for (guint i = 0; i < node->items->len; i++) {
		const struct yaml_node *item = node->items->pdata[i];
		const struct schema_field *field = schema_find(record, item->key);

		if (field)
			good &= check_field(item, field, context);
		else
			good = !schema_is_cut_off(node, i, context->diags) &&
			       report_unknown_key(item, record, context->diags);
	}
	return check_required(node, record, context->diags) && good;
}

bool
schema_check(const struct yaml_node *node, const struct schema_record *record,
	     const struct schema_context *context)
{
	return !node || check_record(node, record, context);
}

bool
schema_check_list(const struct yaml_node *root, const struct schema_record *record,
		  const struct schema_context *context)
{
	bool good = true;

	if (!root || schema_is_null(root))
		return true;
	if (root->type != YAML_SEQUENCE)
		return schema_type_error(root, "a list of records", context->diags);
	for (guint i = 0; i < root->items->len; i++)
		good &= check_record(root->items->pdata[i], record, context);
	return good;
}

static void
each_in_field(const struct yaml_node *node, const struct schema_field *field, schema_reference each,
	      void *user)
{
	if (node->type == YAML_SCALAR && field->type >= SCHEMA_SOURCE &&
	    field->type <= SCHEMA_FACT) {
		if (!schema_is_null(node))
			each(field->type, node, user);
	} else if (field->type == SCHEMA_RECORD &&
		   (node->type == YAML_MAPPING || field->record->shorthand)) {
		schema_each_reference(node, field->record, each, user);
	}
}

static void
each_in_items(const struct yaml_node *node, const struct schema_field *field, schema_reference each,
	      void *user)
{
	for (guint i = 0; i < node->items->len; i++)
		each_in_field(node->items->pdata[i], field, each, user);
}

void
schema_each_reference(const struct yaml_node *node, const struct schema_record *record,
		      schema_reference each, void *user)
{
	if (record->shorthand && node->type == YAML_SCALAR)
		each_in_field(node, schema_find(record, record->shorthand), each, user);
	if (node->type != YAML_MAPPING)
		return;
	for (guint i = 0; i < node->items->len; i++) {
		const struct yaml_node *item = node->items->pdata[i];
		const struct schema_field *field = schema_find(record, item->key);

		if (!field)
			continue;
		if (item->type == YAML_SEQUENCE
			    ? list_may_stand(field)
			    : item->type == YAML_MAPPING && map_may_stand(field))
			each_in_items(item, field, each, user);
		else if (field->shape == SHAPE_ONE || field->shape == SHAPE_ONE_OR_LIST)
			each_in_field(item, field, each, user);
	}
}
