/* incident: what happened, with its facts, statements and replies. */
#include <string.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "data/record.h"
#include "data/schema_records.h"
#include "data/store.h"
#include "data/value.h"

static struct quotation *
read_quotation(const struct yaml_node *node, struct store *store, struct diag_list *diags)
{
	struct quotation *quotation = store_new_record(store, struct quotation);
	const struct yaml_node *quote = yaml_find(node, "quote");
	const struct yaml_node *text = yaml_find(node, "text");

	if (quote && text)
		diag_add(diags, DIAG_SCHEMA_VALUE, text->key_at,
			 "“text” cannot stand beside “quote”");
	if (!quote && !text)
		diag_add(diags, DIAG_SCHEMA_MISSING, node->at,
			 "a statement lacks “quote” or “text”");
	quotation->by = value_string(node, "by");
	quotation->quote = value_string(quote, "text");
	quotation->quote_lang = value_string(quote, "lang");
	quotation->text = value_text(store, node, "text");
	if (!quotation->quote && !quotation->text)
		quotation->text = text_of_string(store, "?", node->at);
	quotation->has_source = value_source(node, "source", &quotation->source);
	quotation->hedge = value_hedge(node);
	quotation->note = value_text(store, node, "note");
	quotation->at = node->at;
	return quotation;
}

static GPtrArray *
read_quotations(const struct yaml_node *node, const char *key, struct store *store,
		struct diag_list *diags)
{
	const struct yaml_node *list = yaml_find(node, key);
	GPtrArray *quotations;

	if (!list || list->type != YAML_SEQUENCE || list->items->len == 0)
		return store_empty(store);
	quotations = store_array(store);
	for (guint i = 0; i < list->items->len; i++) {
		const struct yaml_node *item = list->items->pdata[i];

		if (item->type == YAML_MAPPING)
			g_ptr_array_add(quotations, read_quotation(item, store, diags));
	}
	return quotations;
}

static struct leg *
read_leg(const struct yaml_node *node, struct store *store)
{
	struct leg *leg = store_new_record(store, struct leg);

	leg->from = value_string(node, "from");
	leg->to = value_string(node, "to");
	leg->mode = value_word(node, &schema_leg, "mode", "unknown");
	leg->status = value_word(node, &schema_leg, "status", "known");
	leg->has_date = value_date(node, "date", &leg->date);
	leg->date_at = value_at(node, "date");
	leg->note = value_text(store, node, "note");
	leg->at = node->at;
	return leg;
}

/* A leg that does not say where it begins has been refused. */
static GPtrArray *
read_legs(const struct yaml_node *node, struct store *store)
{
	const struct yaml_node *list = yaml_find(node, "legs");
	GPtrArray *legs;

	if (!list || list->type != YAML_SEQUENCE || list->items->len == 0)
		return store_empty(store);
	legs = store_array(store);
	for (guint i = 0; i < list->items->len; i++) {
		if (value_string(list->items->pdata[i], "from"))
			g_ptr_array_add(legs, read_leg(list->items->pdata[i], store));
	}
	return legs;
}

static GPtrArray *
read_facts(const struct incident *incident, const struct yaml_node *node, struct store *store,
	   struct diag_list *diags)
{
	const struct yaml_node *map = yaml_find(node, "facts");
	GPtrArray *facts;

	if (!map || map->type != YAML_MAPPING || map->items->len == 0)
		return store_empty(store);
	facts = store_array(store);
	for (guint i = 0; i < map->items->len; i++) {
		const struct yaml_node *item = map->items->pdata[i];

		if (strcmp(item->key, "date") == 0 || strcmp(item->key, "title") == 0)
			diag_add(diags, DIAG_SCHEMA_VALUE, item->key_at,
				 "“%s” is the incident's own and cannot name a fact", item->key);
		else
			g_ptr_array_add(facts, fact_read(item, incident, store, diags));
	}
	return facts;
}

struct incident *
incident_read(const struct yaml_node *node, struct store *store, struct diag_list *diags)
{
	const char *id = value_string(node, "id");
	struct incident *incident;

	if (!id)
		return NULL;
	incident = store_new_record(store, struct incident);
	incident->id = id;
	incident->kinds = value_strings(store, node, "kind");
	incident->has_date = value_date(node, "date", &incident->date);
	incident->date_at = value_at(node, "date");
	incident->date_text = value_text(store, node, "date-text");
	incident->status = value_word(node, &schema_incident, "status", NULL);
	incident->title = value_text(store, node, "title");
	if (!incident->title)
		incident->title = text_of_string(store, id, node->at);
	incident->actors = value_strings(store, node, "actors");
	incident->subjects = value_strings(store, node, "subjects");
	incident->victims = value_strings(store, node, "victims");
	incident->places = value_strings(store, node, "places");
	incident->related = value_strings(store, node, "related");
	incident->sources = value_sources(store, node, "sources");
	incident->hedge = value_hedge(node);
	incident->chain = value_sources(store, node, "chain");
	incident->confidence = value_word(node, &schema_incident, "confidence", NULL);
	incident->likelihood = value_word(node, &schema_incident, "likelihood", NULL);
	/* After what its facts take over from it. */
	incident->facts = read_facts(incident, node, store, diags);
	incident->statements = read_quotations(node, "statements", store, diags);
	incident->replies = read_quotations(node, "replies", store, diags);
	incident->legs = read_legs(node, store);
	incident->note = value_text(store, node, "note");
	incident->at = node->at;
	return incident;
}
