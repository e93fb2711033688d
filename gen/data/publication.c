/* publication: what publication.yaml says. */
#include <string.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "data/record.h"
#include "data/schema_records.h"
#include "data/schema_value.h"
#include "data/store.h"
#include "data/value.h"

static bool
check_diagnostic_name(const struct yaml_node *item, struct diag_list *diags)
{
	g_autoptr(GPtrArray) names = NULL;
	const char *near;
	struct diag *diag;

	if (diag_find(item->key) != DIAG_COUNT)
		return true;
	names = g_ptr_array_new();
	for (enum diag_id id = 0; id < DIAG_COUNT; id++)
		g_ptr_array_add(names, (gpointer)diag_name(id));
	diag = diag_add(diags, DIAG_SCHEMA_UNKNOWN_KEY, item->key_at, "there is no diagnostic “%s”",
			item->key);
	near = diag_nearest(item->key, names);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	return false;
}

static GHashTable *
read_severities(const struct yaml_node *map, struct diag_list *diags)
{
	static const struct schema_field severity = {.type = SCHEMA_ENUM,
						     .values = vocabulary_severity};
	const struct schema_context context = {.diags = diags};
	GHashTable *severities = g_hash_table_new(g_str_hash, g_str_equal);

	if (!map || schema_is_null(map))
		return severities;
	if (map->type != YAML_MAPPING) {
		schema_type_error(map, "a mapping", diags);
		return severities;
	}
	for (guint i = 0; i < map->items->len; i++) {
		const struct yaml_node *item = map->items->pdata[i];
		bool known = check_diagnostic_name(item, diags);

		if (schema_check_value(item, &severity, &context) && known)
			g_hash_table_insert(severities, (gpointer)item->key, (gpointer)item->text);
	}
	return severities;
}

/* The languages that could be tags at all, each once. */
static GPtrArray *
read_languages(const struct yaml_node *root, struct store *store, struct diag_list *diags)
{
	const struct yaml_node *list = yaml_find(root, "languages");
	GPtrArray *languages = store_array(store);

	for (guint i = 0; list && list->type == YAML_SEQUENCE && i < list->items->len; i++) {
		const struct yaml_node *item = list->items->pdata[i];

		if (item->type != YAML_SCALAR || schema_is_null(item))
			continue;
		if (g_ptr_array_find_with_equal_func(languages, item->text, g_str_equal, NULL))
			diag_add(diags, DIAG_ID_DUPLICATE, item->at,
				 "the language “%s” is listed twice", item->text);
		else
			g_ptr_array_add(languages, (gpointer)item->text);
	}
	return languages;
}

static const char *
read_source_language(const struct yaml_node *root, const GPtrArray *languages,
		     struct diag_list *diags)
{
	const struct yaml_node *node = yaml_find(root, "source-language");
	const char *first = languages->len > 0 ? languages->pdata[0] : "en";

	if (!value_string(root, "source-language"))
		return first;
	for (guint i = 0; i < languages->len; i++) {
		if (strcmp(languages->pdata[i], node->text) == 0)
			return node->text;
	}
	if (languages->len > 0)
		schema_value_error(node, languages, diags,
				   "“%s” is not one of the publication's languages", node->text);
	return first;
}

static const char *
read_base_url(const struct yaml_node *root, struct store *store)
{
	const char *url = value_string(root, "base-url");
	g_autofree char *whole = NULL;

	if (!url)
		return "";
	whole = g_strconcat(url, g_str_has_suffix(url, "/") ? "" : "/", NULL);
	return store_string(store, whole);
}

static enum missing_policy
read_policy(const struct yaml_node *root)
{
	const char *word = value_string(root, "missing-translations");

	if (g_strcmp0(word, "block") == 0)
		return MISSING_BLOCK;
	return g_strcmp0(word, "fallback") == 0 ? MISSING_FALLBACK : MISSING_BANNER;
}

struct publication *
publication_read(const struct yaml_node *root, struct store *store, struct diag_list *diags)
{
	struct publication *publication = store_new_record(store, struct publication);
	const struct schema_record *record = &schema_publication;

	publication->title = value_text(store, root, "title");
	if (!publication->title)
		publication->title = text_of_string(store, "", LOC_NONE);
	publication->publisher = value_text(store, root, "publisher");
	publication->base_url = read_base_url(root, store);
	publication->languages = read_languages(root, store, diags);
	publication->source_language = read_source_language(root, publication->languages, diags);
	publication->missing_translations = read_policy(root);
	publication->paper = value_word(root, record, "paper", "a4");
	publication->pdf_standard = value_word(root, record, "pdf-standard", "ua1-a3a");
	publication->markings = value_strings(store, root, "markings");
	if (publication->markings->len == 0 && !yaml_find(root, "markings")) {
		publication->markings = store_array(store);
		g_ptr_array_add(publication->markings, (gpointer) "TLP:CLEAR");
	}
	publication->register_all =
		strcmp(value_word(root, record, "register", "used"), "all") == 0;
	publication->licence = value_string(root, "licence");
	publication->severities = read_severities(yaml_find(root, "diagnostics"), diags);
	return publication;
}
