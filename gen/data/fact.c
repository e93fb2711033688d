/* fact: a quantity, a date, or claims that disagree (contract section 3). */
#include <string.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "data/record.h"
#include "data/schema_records.h"
#include "data/schema_value.h"
#include "data/store.h"
#include "data/value.h"

struct claim_reader {
	struct store *store;
	struct diag_list *diags;
	const struct incident *incident;
};

/*
 * Keys that each say what a claim is, so that only one of them may stand there; min and max are
 * one.
 */
static const char *const forms[] = {"value", "min", "date", "text", "claims"};

/* Reports a second form beside the first, and a missing one; gives the form's key or NULL. */
static const char *
form_of(const struct yaml_node *node, const struct schema_record *record, const char *expected,
	struct diag_list *diags)
{
	const char *id = node->key ? node->key : value_string(node, "id");
	const char *form = NULL;
	bool unknown = false;

	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
		const struct yaml_node *item = yaml_find(node, forms[i]);

		if (!item && strcmp(forms[i], "min") == 0)
			item = yaml_find(node, "max");
		if (!item)
			continue;
		/* A key that cannot stand there at all was told as such. */
		if (!schema_find(record, item->key)) {
			unknown = true;
			continue;
		}
		if (form)
			diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, item->key_at,
					   "“%s” cannot stand beside “%s”", item->key, form),
				  "%s is one of %s", record->name, expected);
		else
			form = forms[i];
	}
	if (!form && !unknown)
		diag_add(diags, DIAG_SCHEMA_MISSING, node->at, "%s (“%s”) lacks %s", record->name,
			 id ? id : "?", expected);
	return form;
}

static void
check_bounds(const struct yaml_node *node, struct diag_list *diags)
{
	const struct yaml_node *max = yaml_find(node, "max");
	const char *missing = !max ? "max" : !yaml_find(node, "min") ? "min" : NULL;

	if (missing)
		diag_add(diags, DIAG_SCHEMA_MISSING, node->at,
			 "“%s” is missing: “min” and “max” stand together", missing);
	else
		value_check_bounds(node, diags);
}

/* The number of a quantity; false if it cannot be read. */
static bool
read_amount(const struct yaml_node *node, bool range, struct amount *amount,
	    struct diag_list *diags)
{
	const char *unit = value_string(node, "unit");
	const char *qualifier = value_string(node, "qualifier");
	const char *scale = value_string(node, "scale");

	if (!yaml_find(node, "unit"))
		diag_help(diag_add(diags, DIAG_SCHEMA_MISSING, node->at,
				   "a number lacks the key “unit”"),
			  "a currency code (USD), percent, times, or a counted noun (tonne)");
	amount->unit = unit ? g_intern_string(unit) : NULL;
	if (qualifier)
		qualifier_of_name(qualifier, &amount->qualifier);
	if (scale)
		scale_of_name(scale, &amount->scale);
	if (range) {
		check_bounds(node, diags);
		return value_decimal(node, "min", &amount->min) &&
		       value_decimal(node, "max", &amount->max);
	}
	if (amount->qualifier == QUALIFIER_BETWEEN)
		diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, value_at(node, "qualifier"),
				   "“between” wants two numbers, and there is one"),
			  "write “min” and “max” instead of “value”");
	if (!value_decimal(node, "value", &amount->min))
		return false;
	amount->max = amount->min;
	return true;
}

/* What makes sense of a number only. */
static void
check_no_number(const struct yaml_node *node, const char *form, struct diag_list *diags)
{
	static const char *const keys[] = {"unit", "scale"};

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		const struct yaml_node *item = yaml_find(node, keys[i]);

		if (item)
			diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, item->key_at,
					   "“%s” belongs to a number and cannot stand beside “%s”",
					   item->key, form),
				  "delete it, or give the number under “value”");
	}
}

/*
 * What the claim is; a broken one becomes a text, so that no later check reads a number that is not
 * there.
 */
static void
read_form(struct claim *claim, const struct yaml_node *node, const char *form,
	  const struct claim_reader *reader)
{
	claim->kind = CLAIM_TEXT;
	if (g_strcmp0(form, "date") == 0 || g_strcmp0(form, "text") == 0)
		check_no_number(node, form, reader->diags);
	if (g_strcmp0(form, "value") == 0 || g_strcmp0(form, "min") == 0) {
		if (read_amount(node, strcmp(form, "min") == 0, &claim->amount, reader->diags))
			claim->kind = CLAIM_QUANTITY;
	} else if (g_strcmp0(form, "date") == 0) {
		if (value_date(node, "date", &claim->date))
			claim->kind = CLAIM_DATE;
	} else if (g_strcmp0(form, "text") == 0) {
		claim->text = value_text(reader->store, node, "text");
	}
	if (claim->kind == CLAIM_TEXT && !claim->text)
		claim->text = text_of_string(reader->store, "?", node->at);
}

/* What is said of the incident as a whole holds for a claim that says nothing else. */
static void
take_over(struct claim *claim, const struct incident *incident)
{
	if (claim->hedge == HEDGE_NONE)
		claim->hedge = incident->hedge;
	if (claim->chain->len == 0)
		claim->chain = incident->chain;
	if (!claim->confidence)
		claim->confidence = incident->confidence;
	if (!claim->likelihood)
		claim->likelihood = incident->likelihood;
}

static struct claim *
read_claim(const struct yaml_node *node, const char *form, const struct claim_reader *reader)
{
	struct store *store = reader->store;
	struct claim *claim = store_new_record(store, struct claim);

	read_form(claim, node, form, reader);
	claim->hedge = value_hedge(node);
	claim->has_source = value_source(node, "source", &claim->source);
	claim->sources = store_empty(store);
	if (claim->has_source) {
		claim->sources = store_array(store);
		g_ptr_array_add(claim->sources, &claim->source);
	}
	claim->chain = value_sources(store, node, "chain");
	claim->confidence = value_word(node, &schema_claim, "confidence", NULL);
	claim->likelihood = value_word(node, &schema_claim, "likelihood", NULL);
	take_over(claim, reader->incident);
	claim->reason = value_text(store, node, "reason");
	claim->note = value_text(store, node, "note");
	claim->at = node->at;
	claim->value_at = value_at(node, form ? form : "value");
	return claim;
}

/* One of the list `claims`; its id must be new there. */
static struct claim *
read_member(const struct yaml_node *node, GHashTable *ids, const struct claim_reader *reader)
{
	const struct yaml_node *id = yaml_find(node, "id");
	const struct yaml_node *first;
	const char *form = form_of(node, &schema_claim, "a value, a date or a text", reader->diags);
	struct claim *claim = read_claim(node, form, reader);

	claim->id = value_string(node, "id");
	claim->preferred = value_true(node, "preferred");
	if (!claim->id)
		return claim;
	first = g_hash_table_lookup(ids, claim->id);
	if (first)
		diag_relate(diag_add(reader->diags, DIAG_ID_DUPLICATE, id->at,
				     "the claim “%s” occurs twice", claim->id),
			    first->at, "first here");
	else
		g_hash_table_insert(ids, (gpointer)claim->id, (gpointer)id);
	return claim;
}

static void
prefer(struct fact *fact, const struct claim *claim, const struct yaml_node *node,
       struct diag_list *diags)
{
	const struct yaml_node *preferred = yaml_find(node, "preferred");

	if (!claim->preferred)
		return;
	if (fact->preferred) {
		diag_relate(diag_add(diags, DIAG_CLAIM_CONFLICT, preferred->key_at,
				     "a second claim of “%s” is preferred", fact->id),
			    fact->preferred->at, "the first is here");
		return;
	}
	fact->preferred = claim;
	if (!claim->reason)
		diag_help(diag_add(diags, DIAG_CLAIM_CONFLICT, preferred->key_at,
				   "the preferred claim of “%s” has no reason", fact->id),
			  "say under “reason” why it is preferred");
}

/* With claims, what belongs to a claim stands in it. */
static void
check_beside_claims(const struct yaml_node *node, struct diag_list *diags)
{
	static const char *const allowed[] = {"claims",	  "when", "when-text", "part-of",
					      "complete", "note", "value",     "min",
					      "max",	  "date", NULL};

	for (guint i = 0; i < node->items->len; i++) {
		const struct yaml_node *item = node->items->pdata[i];

		if (schema_find(&schema_fact, item->key) && !g_strv_contains(allowed, item->key))
			diag_add(diags, DIAG_SCHEMA_VALUE, item->key_at,
				 "“%s” stands in each claim, not beside “claims”", item->key);
	}
}

static void
read_claims(struct fact *fact, const struct yaml_node *node, const struct claim_reader *reader)
{
	const struct yaml_node *list = yaml_find(node, "claims");
	g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
	bool whole = true;

	check_beside_claims(node, reader->diags);
	for (guint i = 0; list->type == YAML_SEQUENCE && i < list->items->len; i++) {
		const struct yaml_node *item = list->items->pdata[i];
		struct claim *claim;

		if (item->type != YAML_MAPPING) {
			whole = false;
			continue;
		}
		claim = read_member(item, ids, reader);
		prefer(fact, claim, item, reader->diags);
		g_ptr_array_add(fact->claims, claim);
	}
	if (!fact->preferred && whole && (list->type == YAML_SEQUENCE || schema_is_null(list)))
		diag_help(diag_add(reader->diags, DIAG_CLAIM_CONFLICT, list->key_at,
				   "no claim of “%s” is preferred", fact->id),
			  "write “preferred: true” and a “reason” at one of them");
}

struct fact *
fact_read(const struct yaml_node *node, const struct incident *incident, struct store *store,
	  struct diag_list *diags)
{
	const struct claim_reader reader = {store, diags, incident};
	struct fact *fact = store_new_record(store, struct fact);
	g_autofree char *path = g_strconcat(incident->id, ".", node->key, NULL);
	const char *form = NULL;

	fact->id = node->key;
	fact->path = store_string(store, path);
	fact->incident = incident;
	fact->claims = store_array(store);
	if (node->type == YAML_MAPPING)
		form = form_of(node, &schema_fact, "a value, a date or claims", diags);
	if (g_strcmp0(form, "claims") == 0)
		read_claims(fact, node, &reader);
	if (fact->claims->len == 0)
		g_ptr_array_add(fact->claims, read_claim(node, form, &reader));
	if (!fact->preferred)
		fact->preferred = fact->claims->pdata[0];
	fact->has_when = value_date(node, "when", &fact->when);
	fact->when_at = value_at(node, "when");
	fact->when_text = value_text(store, node, "when-text");
	fact->part_of = value_string(node, "part-of");
	fact->part_of_at = value_at(node, "part-of");
	fact->complete = value_true(node, "complete");
	fact->note = value_text(store, node, "note");
	fact->at = node->key_at;
	return fact;
}
