/* derive: from records to facts, each computed once. */
#include "data/derive_private.h"

#include <string.h>

#include "data/store.h"
#include "data/value.h"

enum { USUAL_DIGITS = 3, MOST_DIGITS = 18 };

static const struct {
	const char *key;
	derive_operation *run;
} operations[] = {
	{"sum", derive_sum},	     {"count", derive_count}, {"minimum", derive_minimum},
	{"maximum", derive_maximum}, {"ratio", derive_ratio}, {"share", derive_share},
	{"change", derive_change},   {"rate", derive_rate},
};

static void
set_source(struct claim *claim, const struct source_at *source, struct store *store)
{
	claim->source = *source;
	claim->has_source = true;
	claim->sources = store_array(store);
	g_ptr_array_add(claim->sources, &claim->source);
}

struct derivation *
derivation_new(const struct yaml_node *node, struct store *store)
{
	struct derivation *derivation = store_new_record(store, struct derivation);
	struct fact *fact = store_new_record(store, struct fact);
	struct claim *claim = store_new_record(store, struct claim);
	struct source_at source;

	claim->kind = CLAIM_TEXT;
	claim->text = text_of_string(store, "?", node->at);
	claim->sources = claim->chain = store_empty(store);
	claim->at = claim->value_at = node->at;
	if (value_source(node, "source", &source))
		set_source(claim, &source, store);
	fact->id = fact->path = value_string(node, "id");
	fact->title = value_text(store, node, "title");
	fact->note = value_text(store, node, "note");
	fact->claims = store_array(store);
	g_ptr_array_add(fact->claims, claim);
	fact->preferred = claim;
	fact->parts = store_array(store);
	fact->at = yaml_find(node, "id")->at;
	derivation->node = node;
	derivation->fact = fact;
	derivation->claim = claim;
	return derivation;
}

const struct fact *
derivation_fact(const struct derivation *derivation)
{
	return derivation->fact;
}

void
derivation_add_part(struct derivation *derivation, const struct fact *fact)
{
	GPtrArray *parts = derivation->fact->parts;

	g_ptr_array_add(parts, (gpointer)fact);
	for (guint i = 0; fact->parts && i < fact->parts->len; i++)
		g_ptr_array_add(parts, fact->parts->pdata[i]);
	if (derivation->claim->hedge == HEDGE_NONE)
		derivation->claim->hedge = fact->preferred->hedge;
}

const struct derivation *
derive_find(const struct deriver *deriver, const struct fact *fact)
{
	return fact->incident ? NULL : g_hash_table_lookup(deriver->by_id, fact->id);
}

bool
derive_overflow(const struct deriver *deriver, const struct yaml_node *node)
{
	diag_add(deriver->diags, DIAG_SCHEMA_VALUE, node->key_at,
		 "the result of “%s” has too many digits to be exact", node->key);
	return false;
}

/* What the author says, against what follows from the facts; *unit becomes the one that holds. */
static bool
settle_unit(const struct deriver *deriver, const struct yaml_node *node, const char **unit)
{
	const struct yaml_node *said = yaml_find(node, "unit");
	const char *word = value_string(node, "unit");

	if (!word || g_strcmp0(word, *unit) == 0)
		return true;
	if (!*unit) {
		*unit = g_intern_string(word);
		return true;
	}
	diag_help(diag_add(deriver->diags, DIAG_SCHEMA_VALUE, said->at,
			   "the facts give another unit than %s", word),
		  "write “unit: %s”", *unit);
	return false;
}

/* How many significant digits, 0 for all; false for a number that makes no sense. */
static bool
read_digits(const struct deriver *deriver, const struct yaml_node *node, bool whole, int *digits)
{
	const struct yaml_node *said = yaml_find(node, "digits");

	*digits = whole ? 0 : USUAL_DIGITS;
	if (!said)
		return true;
	*digits = value_integer(node, "digits");
	/* What is no number was told as such. */
	if (!value_decimal(node, "digits", &(struct decimal){0}))
		return false;
	if (*digits >= 1 && *digits <= MOST_DIGITS)
		return true;
	diag_add(deriver->diags, DIAG_SCHEMA_VALUE, said->at,
		 "the significant digits are 1 to %d in number", MOST_DIGITS);
	return false;
}

/* The end of the declared range that the result is certainly beyond; NULL if it may lie within. */
static const struct yaml_node *
end_exceeded(const struct yaml_node *range, const struct bound *bound)
{
	struct rational end;
	struct decimal number;

	if (bound->high.known && value_decimal(range, "min", &number) &&
	    rational_of_decimal(number, &end) && rational_compare(bound->high.value, end) < 0)
		return yaml_find(range, "min");
	if (bound->low.known && value_decimal(range, "max", &number) &&
	    rational_of_decimal(number, &end) && rational_compare(bound->low.value, end) > 0)
		return yaml_find(range, "max");
	return NULL;
}

/* A price or rate that cannot be, by the author's own word, points at a slip in what it comes from.
 */
static void
check_range(const struct deriver *deriver, const struct derivation *derivation,
	    const struct outcome *outcome)
{
	const struct yaml_node *range = yaml_find(derivation->node, "range");
	const struct yaml_node *end = range && value_check_bounds(range, deriver->diags)
					      ? end_exceeded(range, &outcome->bound)
					      : NULL;
	const struct amount *amount = &derivation->claim->amount;
	const GPtrArray *parts = derivation->fact->parts;
	g_autofree char *number = decimal_to_text(amount_value(amount));
	struct diag *diag;

	if (!end)
		return;
	diag = diag_add(deriver->diags, DIAG_VALUE_RANGE, end->at,
			"“%s” is %s %s, %s the %s declared", derivation->fact->id, number,
			amount->unit ? amount->unit : "",
			strcmp(end->key, "min") == 0 ? "below" : "above", end->text);
	for (guint i = 0; i < parts->len; i++) {
		const struct fact *part = parts->pdata[i];

		diag_relate(diag, part->preferred->value_at, "it comes from “%s”", part->path);
	}
}

static bool
compute(struct deriver *deriver, struct derivation *derivation)
{
	const struct yaml_node *node = derivation->node, *operation = NULL;
	struct claim *claim = derivation->claim;
	struct outcome outcome = {.unit = NULL};
	int digits;

	for (size_t i = 0; i < G_N_ELEMENTS(operations) && !operation; i++) {
		operation = yaml_find(node, operations[i].key);
		if (operation && (operation->type != YAML_MAPPING ||
				  !operations[i].run(deriver, derivation, operation, &outcome)))
			return false;
	}
	if (!operation || !settle_unit(deriver, node, &outcome.unit) ||
	    !read_digits(deriver, node, outcome.whole, &digits))
		return false;
	if (!bound_to_amount(&outcome.bound, digits, outcome.unit, &claim->amount))
		return derive_overflow(deriver, operation);
	check_range(deriver, derivation, &outcome);
	claim->kind = CLAIM_QUANTITY;
	claim->text = NULL;
	if (!claim->has_source && outcome.source)
		set_source(claim, outcome.source, deriver->data->store);
	return true;
}

static void
resolve(struct deriver *deriver, struct derivation *derivation)
{
	if (derivation->state != DERIVATION_NEW)
		return;
	derivation->state = DERIVATION_BUSY;
	derivation->state = compute(deriver, derivation) ? DERIVATION_DONE : DERIVATION_FAILED;
}

/* Compute a derived fact that is needed now; false if it has no value. */
static bool
resolve_needed(struct deriver *deriver, const struct fact *fact, const struct yaml_node *node)
{
	struct derivation *derivation = g_hash_table_lookup(deriver->by_id, fact->id);

	if (derivation->state == DERIVATION_BUSY) {
		diag_relate(diag_add(deriver->diags, DIAG_SCHEMA_VALUE, node->at,
				     "“%s” is derived from itself", fact->id),
			    fact->at, "it stands here");
		return false;
	}
	resolve(deriver, derivation);
	return derivation->state == DERIVATION_DONE;
}

bool
derive_operand(struct deriver *deriver, struct derivation *derivation, const struct yaml_node *node,
	       struct operand *out)
{
	const struct fact *fact;

	if (!node || node->type != YAML_SCALAR)
		return false;
	fact = dataset_find_fact(deriver->data, node->text);
	if (!fact || (!fact->incident && !resolve_needed(deriver, fact, node)))
		return false;
	if (fact->preferred->kind != CLAIM_QUANTITY) {
		diag_add(deriver->diags, DIAG_SCHEMA_TYPE, node->at, "“%s” is not a quantity",
			 node->text);
		return false;
	}
	derivation_add_part(derivation, fact);
	out->fact = fact;
	out->unit = fact->preferred->amount.unit;
	if (bound_of_amount(&fact->preferred->amount, &out->bound))
		return true;
	diag_add(deriver->diags, DIAG_SCHEMA_VALUE, node->at,
		 "“%s” has too many digits to compute with", node->text);
	return false;
}

void
derive_all(struct dataset *data, struct diag_list *diags)
{
	g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
	struct deriver deriver = {data, diags, by_id};

	for (guint i = 0; i < data->derivations->len; i++) {
		struct derivation *derivation = data->derivations->pdata[i];

		g_hash_table_insert(by_id, (gpointer)derivation->fact->id, derivation);
	}
	for (guint i = 0; i < data->derivations->len; i++)
		resolve(&deriver, data->derivations->pdata[i]);
}
