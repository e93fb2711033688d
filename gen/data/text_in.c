/* text_in: texts in several languages. */
#include <string.h>

#include "base/yaml.h"
#include "data/schema_value.h"
#include "data/store.h"
#include "data/value.h"

struct text *
text_of_string(struct store *store, const char *string, struct loc at)
{
	struct text *text = store_new_record(store, struct text);

	text->entries = store_new_record(store, struct text_entry);
	text->entries[0] = (struct text_entry){NULL, string, at};
	text->n = 1;
	text->at = at;
	return text;
}

struct text *
text_of_node(struct store *store, const struct yaml_node *node)
{
	struct text *text;

	if (!node || node->type == YAML_SEQUENCE)
		return NULL;
	if (node->type == YAML_SCALAR)
		return schema_is_null(node) ? NULL : text_of_string(store, node->text, node->at);
	text = store_new_record(store, struct text);
	text->at = node->at;
	text->entries = store_alloc(store, MAX(node->items->len, 1) * sizeof(*text->entries));
	for (guint i = 0; i < node->items->len; i++) {
		const struct yaml_node *item = node->items->pdata[i];

		if (item->type == YAML_SCALAR && !schema_is_null(item))
			text->entries[text->n++] =
				(struct text_entry){item->key, item->text, item->at};
	}
	return text->n > 0 ? text : NULL;
}

struct text *
value_text(struct store *store, const struct yaml_node *node, const char *key)
{
	return text_of_node(store, yaml_find(node, key));
}

static void
add_form(struct store *store, GPtrArray *forms, const char *lang, const struct yaml_node *node)
{
	struct text_entry *entry;

	if (node->type != YAML_SCALAR || schema_is_null(node))
		return;
	entry = store_new_record(store, struct text_entry);
	*entry = (struct text_entry){lang, node->text, node->at};
	g_ptr_array_add(forms, entry);
}

GPtrArray *
value_forms(struct store *store, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *map = yaml_find(node, key);
	GPtrArray *forms;

	if (!map || map->type != YAML_MAPPING)
		return store_empty(store);
	forms = store_array(store);
	for (guint i = 0; i < map->items->len; i++) {
		const struct yaml_node *item = map->items->pdata[i];

		if (item->type != YAML_SEQUENCE)
			add_form(store, forms, item->key, item);
		for (guint j = 0; item->type == YAML_SEQUENCE && j < item->items->len; j++)
			add_form(store, forms, item->key, item->items->pdata[j]);
	}
	return forms;
}

/* The entry for the first length bytes of lang, or NULL. */
static const struct text_entry *
find_entry(const struct text *text, const char *lang, gsize length)
{
	for (gsize i = 0; i < text->n; i++) {
		const char *tag = text->entries[i].lang;

		if (tag && strlen(tag) == length && strncmp(tag, lang, length) == 0)
			return &text->entries[i];
	}
	return NULL;
}

static const struct text_entry *
find_by_truncation(const struct text *text, const char *lang)
{
	gsize length = lang ? strlen(lang) : 0;

	while (length > 0) {
		const struct text_entry *entry = find_entry(text, lang, length);

		if (entry)
			return entry;
		while (length > 0 && lang[length - 1] != '-')
			length--;
		if (length > 0)
			length--;
	}
	return NULL;
}

const char *
text_in(const struct text *text, const char *lang, const char *source_language,
	const char **actual)
{
	const struct text_entry *entry;

	if (!text || text->n == 0)
		return NULL;
	entry = find_by_truncation(text, lang);
	if (!entry)
		entry = find_by_truncation(text, source_language);
	if (!entry)
		entry = &text->entries[0];
	if (actual)
		*actual = entry->lang ? entry->lang : lang;
	return entry->text;
}
