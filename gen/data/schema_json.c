/*
 * schema_json: the tables as JSON Schema, draft 2020-12, so that an editor with a YAML language
 * server completes and checks.
 *
 * What it refuses, the program refuses too; the program also checks what no schema can say (ids
 * that exist, dates that can be). Plain values that YAML takes for numbers (a year, an id of
 * digits) are allowed where the program reads them as text.
 */
#include <string.h>

#include "base/diag.h"
#include "base/json.h"
#include "data/schema_records.h"

#define ID "[a-z0-9]+(-[a-z0-9]+)*"
#define TAG "[a-z]{2,8}(-[A-Za-z0-9]{1,8})*"
#define EDTF_DATE \
	"(Y-?[1-9][0-9]{4,8}|[0-9]{2}XX|[0-9]{3}X|-?[0-9]{4}(-XX(-XX)?|-[0-9]{2}(-([0-9]{2}|XX))?)?)[~?%]?"
#define EDTF_SIDE "(" EDTF_DATE "|\\.\\.)?"
#define SIMPLE_UNIT "([A-Z]{3}|" ID ")"

const struct schema_file *
schema_files(void)
{
	static const struct schema_file files[] = {
		{"publication", &schema_publication, false}, {"sources", &schema_source, true},
		{"entities", &schema_entity, true},	     {"incidents", &schema_incident, true},
		{"series", &schema_series, false},	     {"derived", &schema_derived, true},
		{"bulletin", &schema_bulletin, false},	     {0},
	};

	return files;
}

/* ---- small schemas ---- */

static struct json *
of_type(const char *type)
{
	struct json *schema = json_new_object();

	json_put_text(schema, "type", type);
	return schema;
}

/* type: "string", or with other the two of them. */
static struct json *
of_types(const char *type, const char *other)
{
	struct json *schema = json_new_object(), *types = json_new_array();

	json_append_text(types, type);
	json_append_text(types, other);
	json_put(schema, "type", types);
	return schema;
}

/* A string that matches from end to end; other: what YAML may take it for, or NULL. */
static struct json *
matching(const char *pattern, const char *other)
{
	struct json *schema = other ? of_types("string", other) : of_type("string");
	g_autofree char *whole = g_strconcat("^(", pattern, ")$", NULL);

	json_put_text(schema, "pattern", whole);
	return schema;
}

static struct json *
filled_text(void)
{
	struct json *schema = of_types("string", "number");

	json_put_integer(schema, "minLength", 1);
	return schema;
}

/* Takes both. */
static struct json *
any_of(struct json *first, struct json *second)
{
	struct json *schema = json_new_object(), *list = json_new_array();

	json_append(list, first);
	json_append(list, second);
	json_put(schema, "anyOf", list);
	return schema;
}

static struct json *
list_of(struct json *items, bool filled)
{
	struct json *schema = filled ? of_type("array") : of_types("array", "null");

	json_put(schema, "items", items);
	if (filled)
		json_put_integer(schema, "minItems", 1);
	return schema;
}

static struct json *
enumeration(const char *const *values)
{
	struct json *schema = json_new_object(), *list = json_new_array();

	for (int i = 0; values[i]; i++)
		json_append_text(list, values[i]);
	json_put(schema, "enum", list);
	return schema;
}

/* One text, or a mapping from language tags to them (to lists as well, for the forms of a name). */
static struct json *
texts(bool forms)
{
	struct json *schema = of_type("object");
	struct json *languages = json_new_object();

	json_put(languages, "^" TAG "$",
		 forms ? any_of(filled_text(), list_of(filled_text(), false)) : filled_text());
	json_put(schema, "patternProperties", languages);
	json_put_boolean(schema, "additionalProperties", false);
	json_put_integer(schema, "minProperties", 1);
	return forms ? schema : any_of(filled_text(), schema);
}

static struct json *
imo_number(void)
{
	struct json *schema = matching("[0-9]{7}", "integer");

	json_put_integer(schema, "minimum", 1000000);
	json_put_integer(schema, "maximum", 9999999);
	return schema;
}

static struct json *
whole_number(void)
{
	struct json *schema = of_type("integer");

	json_put_integer(schema, "minimum", 0);
	return schema;
}

/* A mapping from names that are known: what each means, one of the values. */
static struct json *
settings(const struct schema_field *field)
{
	struct json *schema = of_types("object", "null"), *names = json_new_object();

	for (int i = 0; field->names[i]; i++) {
		struct json *value = enumeration(field->values);
		enum diag_id id = diag_find(field->names[i]);

		if (id < DIAG_COUNT)
			json_put_text(value, "description", diag_summary(id));
		json_put(names, field->names[i], value);
	}
	json_put(schema, "properties", names);
	json_put_boolean(schema, "additionalProperties", false);
	return schema;
}

/* ---- values by type ---- */

static struct json *
text_by_type(enum schema_type type)
{
	switch (type) {
	case SCHEMA_TEXT:
		return texts(false);
	case SCHEMA_FORMS:
		return texts(true);
	case SCHEMA_LANGUAGE:
		return matching(TAG, NULL);
	case SCHEMA_COUNTRY:
		return matching("[A-Z]{2}", NULL);
	case SCHEMA_URL:
		return matching("https?://.*", NULL);
	case SCHEMA_DATE:
		return matching(EDTF_DATE "|" EDTF_SIDE "/" EDTF_SIDE, "integer");
	case SCHEMA_DAY:
		return matching("[0-9]{4}-[0-9]{2}-[0-9]{2}", NULL);
	case SCHEMA_TIME:
		return matching("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9:.,]+([Zz]|[+-][0-9:]+)", NULL);
	case SCHEMA_UNIT:
		return matching(SIMPLE_UNIT "(/" SIMPLE_UNIT ")?", NULL);
	case SCHEMA_PINPOINT:
		return matching("headline|(p|para|annex|table)[0-9]+(-[0-9]+)?", NULL);
	case SCHEMA_FACT:
		return matching(ID "(\\." ID ")?", "integer");
	case SCHEMA_ID:
	case SCHEMA_SOURCE:
	case SCHEMA_ENTITY:
	case SCHEMA_ORIGIN:
	case SCHEMA_INCIDENT:
		return matching(ID, "integer");
	default:
		return filled_text();
	}
}

/* "a source with its place": "source-with-its-place"; the caller frees. */
static char *
definition_name(const struct schema_record *record)
{
	const char *blank = strchr(record->name, ' ');
	bool article = g_str_has_prefix(record->name, "a ") ||
		       g_str_has_prefix(record->name, "an ") ||
		       g_str_has_prefix(record->name, "the ");

	return g_strdelimit(g_strdup(article ? blank + 1 : record->name), " ", '-');
}

static struct json *
reference(const struct schema_record *record)
{
	g_autofree char *name = definition_name(record);
	g_autofree char *path = g_strconcat("#/$defs/", name, NULL);
	struct json *schema = json_new_object();

	json_put_text(schema, "$ref", path);
	return schema;
}

static struct json *
value_schema(const struct schema_field *field)
{
	const struct schema_record *record = field->record;

	if (field->names)
		return settings(field);
	if (record && record->shorthand)
		return any_of(text_by_type(schema_find(record, record->shorthand)->type),
			      reference(record));
	if (record)
		return reference(record);
	switch (field->type) {
	case SCHEMA_FREE:
		return json_new_object();
	case SCHEMA_DECIMAL:
		return of_type("number");
	case SCHEMA_INTEGER:
		return whole_number();
	case SCHEMA_BOOLEAN:
		return of_type("boolean");
	case SCHEMA_ENUM:
		return enumeration(field->values);
	case SCHEMA_KIND:
		return any_of(enumeration(field->values), matching(ID, NULL));
	case SCHEMA_IMO:
		return imo_number();
	default:
		return text_by_type(field->type);
	}
}

static struct json *
field_schema(const struct schema_field *field)
{
	struct json *schema = value_schema(field);
	struct json *map;

	switch (field->shape) {
	case SHAPE_LIST:
		schema = list_of(schema, field->required);
		break;
	case SHAPE_ONE_OR_LIST:
		schema = any_of(schema, list_of(value_schema(field), field->required));
		break;
	case SHAPE_MAP:
	case SHAPE_NAMES:
		map = of_types("object", "null");
		if (field->shape == SHAPE_MAP)
			json_put(map, "propertyNames", matching(ID, NULL));
		json_put(map, "additionalProperties", schema);
		schema = map;
		break;
	default:
		break;
	}
	json_put_text(schema, "description", field->doc);
	return schema;
}

/* ---- records ---- */

static struct json *
required_keys(const struct schema_record *record)
{
	struct json *list = json_new_array();

	for (const struct schema_field *field = record->fields; field->key; field++) {
		if (field->required)
			json_append_text(list, field->key);
	}
	return list;
}

static struct json *
words(const char *text)
{
	g_auto(GStrv) all = g_strsplit(text, " ", -1);
	struct json *list = json_new_array();

	for (guint i = 0; all[i]; i++)
		json_append_text(list, all[i]);
	return list;
}

/* {"max": ["min", "unit"]}: what must stand beside a key. */
static void
put_needs(struct json *schema, const struct schema_record *record)
{
	struct json *needs = NULL;

	for (const struct schema_field *field = record->fields; field->key; field++) {
		if (!field->needs)
			continue;
		needs = needs ? needs : json_new_object();
		json_put(needs, field->key, words(field->needs));
	}
	if (needs)
		json_put(schema, "dependentRequired", needs);
}

static void
put_choices(struct json *schema, const struct schema_record *record)
{
	struct json *list = NULL;

	for (const struct schema_field *field = record->fields; field->key; field++) {
		struct json *choice;

		if (!field->choice)
			continue;
		list = list ? list : json_new_array();
		choice = json_new_object();
		json_put(choice, "required", words(field->key));
		json_append(list, choice);
	}
	if (list)
		json_put(schema, "oneOf", list);
}

static struct json *
record_schema(const struct schema_record *record)
{
	struct json *schema = of_type("object"), *properties = json_new_object();

	json_put_text(schema, "title", record->name);
	for (const struct schema_field *field = record->fields; field->key; field++)
		json_put(properties, field->key, field_schema(field));
	json_put(schema, "properties", properties);
	json_put(schema, "required", required_keys(record));
	json_put_boolean(schema, "additionalProperties", false);
	put_needs(schema, record);
	put_choices(schema, record);
	return schema;
}

/* The record, and those within it, each once. */
static void
define(struct json *definitions, const struct schema_record *record, GPtrArray *done)
{
	g_autofree char *name = definition_name(record);

	if (g_ptr_array_find(done, record, NULL))
		return;
	g_ptr_array_add(done, (gpointer)record);
	json_put(definitions, name, record_schema(record));
	for (const struct schema_field *field = record->fields; field->key; field++) {
		if (field->record)
			define(definitions, field->record, done);
	}
}

char *
schema_to_json(const struct schema_file *file)
{
	g_autoptr(GPtrArray) done = g_ptr_array_new();
	g_autofree char *id = g_strconcat("urn:chancery:schema:", file->name, NULL);
	g_autofree char *title = g_strconcat("content/", file->record->file, NULL);
	g_autoptr(Json) schema = json_new_object();
	struct json *definitions = json_new_object();
	struct json *root = json_new_array();

	json_put_text(schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
	json_put_text(schema, "$id", id);
	json_put_text(schema, "title", title);
	define(definitions, file->record, done);
	json_append(root,
		    file->list ? list_of(reference(file->record), false) : reference(file->record));
	json_put(schema, "allOf", root);
	json_put(schema, "$defs", definitions);
	return json_to_text(schema);
}
