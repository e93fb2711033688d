/*
 * derive_aggregate: sums, counts and extremes, over facts that are named or over the rows of a
 * query.
 */
#include <string.h>

#include "data/derive_private.h"
#include "data/query_private.h"
#include "data/series.h"
#include "data/store.h"
#include "data/value.h"

struct total {
	struct deriver *deriver;
	struct derivation *derivation;
	const struct yaml_node *node; /* the value of the operation's key */
	enum aggregate aggregate;
	struct outcome *out;
	guint count;
	GArray *addends; /* struct addend; NULL for all but a sum */
};

/* A fact that a sum counts, and where it says so. */
struct addend {
	const struct fact *fact;
	struct loc at;
};

/* ---- a part beside its whole ---- */

static void
add_addend(struct total *total, const struct fact *fact, struct loc at)
{
	const struct derivation *inner = derive_find(total->deriver, fact);
	struct addend addend = {fact, at};

	if (!total->addends)
		return;
	if (!inner || !inner->addends) {
		g_array_append_val(total->addends, addend);
		return;
	}
	for (guint i = 0; i < inner->addends->len; i++) {
		addend.fact = inner->addends->pdata[i];
		g_array_append_val(total->addends, addend);
	}
}

/* The nearest of the facts that contain this one and are counted too, or NULL. */
static const struct addend *
find_whole(const struct dataset *data, GHashTable *counted, const struct fact *fact)
{
	/* A chain of parts that closes in itself has at most as many links as there are facts. */
	for (guint steps = 0; fact && fact->part_of && steps <= data->facts->len; steps++) {
		const struct addend *whole = g_hash_table_lookup(counted, fact->part_of);

		if (whole)
			return whole;
		fact = dataset_find_fact(data, fact->part_of);
	}
	return NULL;
}

static void
check_part(const struct total *total, GHashTable *counted, const struct addend *part)
{
	const struct addend *whole = find_whole(total->deriver->data, counted, part->fact);
	struct diag *diag;

	if (!whole || whole->fact == part->fact)
		return;
	diag = diag_add(total->deriver->diags, DIAG_FACT_PART_TWICE, part->at,
			"“%s” is part of “%s”, and both are counted", part->fact->path,
			whole->fact->path);
	diag_relate(diag, part->fact->at, "said to be a part here");
	diag_help(diag, "leave one of them out");
}

static void
check_parts(const struct total *total)
{
	g_autoptr(GHashTable) counted = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *facts = store_array(total->deriver->data->store);

	for (guint i = 0; i < total->addends->len; i++) {
		struct addend *addend = &g_array_index(total->addends, struct addend, i);
		const char *path = addend->fact->path;

		g_ptr_array_add(facts, (gpointer)addend->fact);
		if (g_hash_table_contains(counted, path))
			diag_add(total->deriver->diags, DIAG_FACT_PART_TWICE, addend->at,
				 "“%s” is counted twice", path);
		else
			g_hash_table_insert(counted, (gpointer)path, addend);
	}
	for (guint i = 0; i < total->addends->len; i++)
		check_part(total, counted, &g_array_index(total->addends, struct addend, i));
	total->derivation->addends = facts;
}

/* ---- numbers ---- */

static bool
add_bound(struct total *total, const struct bound *bound, const char *unit, struct loc at)
{
	struct outcome *out = total->out;
	bool first = total->count++ == 0;

	if (total->aggregate == AGGREGATE_COUNT)
		return true;
	/* A sum is not known to the last digit if its parts are not; one of several figures is. */
	out->whole = total->aggregate != AGGREGATE_SUM ||
		     ((first || out->whole) && bound_is_exact(bound));
	if (first) {
		out->bound = *bound;
		out->unit = unit;
		return true;
	}
	if (g_strcmp0(out->unit, unit) != 0) {
		diag_add(total->deriver->diags, DIAG_SCHEMA_VALUE, at,
			 "the values have different units: %s and %s",
			 out->unit ? out->unit : "none", unit ? unit : "none");
		return false;
	}
	if (total->aggregate == AGGREGATE_MIN)
		bound_minimum(&out->bound, bound, &out->bound);
	else if (total->aggregate == AGGREGATE_MAX)
		bound_maximum(&out->bound, bound, &out->bound);
	else if (!bound_add(&out->bound, bound, &out->bound))
		return derive_overflow(total->deriver, total->node);
	return true;
}

static bool
add_facts(struct total *total, const struct yaml_node *list)
{
	bool good = true;

	for (guint i = 0; i < list->items->len; i++) {
		const struct yaml_node *item = list->items->pdata[i];
		struct operand operand;

		if (!derive_operand(total->deriver, total->derivation, item, &operand)) {
			good = false;
			continue;
		}
		add_addend(total, operand.fact, item->at);
		good &= add_bound(total, &operand.bound, operand.unit, item->at);
	}
	return good;
}

/* ---- queries ---- */

/*
 * The rows that node selects: "from" and "where" are those of a query, "value" is not.  NULL after
 * a diagnostic.
 */
static struct query *
read_query(const struct deriver *deriver, const struct yaml_node *node)
{
	static const char *const keys[] = {"from", "where"};
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	struct yaml_node bare = *node;
	struct query *query;

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		const struct yaml_node *item = yaml_find(node, keys[i]);

		if (item)
			g_ptr_array_add(items, (gpointer)item);
	}
	bare.items = items;
	query = query_read(&bare, deriver->diags);
	if (query && !query_check(query, deriver->data, NULL, deriver->diags))
		g_clear_pointer(&query, query_free);
	return query;
}

/* The column of numbers that node names; NULL after a diagnostic. */
static const struct column *
find_column(const struct total *total, const struct relation *relation)
{
	const struct yaml_node *said = yaml_find(total->node, "value");
	const char *name = said ? value_string(total->node, "value") : "value";
	const struct column *column = name ? relation_find(relation, name) : NULL;
	g_autoptr(GPtrArray) names = NULL;
	struct loc at = said ? said->at : total->node->at;
	const char *near;
	struct diag *diag;

	if (column && column_is_number(column))
		return column;
	if (!name)
		return NULL;
	if (column) {
		diag_add(total->deriver->diags, DIAG_SCHEMA_TYPE, at,
			 "the column “%s” has no numbers", name);
		return NULL;
	}
	diag = diag_add(total->deriver->diags, DIAG_SCHEMA_VALUE, at, "there is no column “%s”",
			name);
	names = relation_names(relation);
	near = diag_nearest(name, names);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	else if (!said)
		diag_help(diag, "say under “value” which column is meant");
	return NULL;
}

/* Remember whose row was counted. */
static void
add_selected(struct total *total, const struct relation *relation, gsize row)
{
	const struct incident *incident = relation_incident(relation, row);
	struct fact *value = total->derivation->fact;

	if (!incident)
		return;
	if (!value->selected)
		value->selected = store_array(total->deriver->data->store);
	if (value->selected->len == 0 ||
	    value->selected->pdata[value->selected->len - 1] != (gpointer)incident)
		g_ptr_array_add(value->selected, (gpointer)incident);
}

static bool
add_cell(struct total *total, const struct relation *relation, const struct column *column,
	 gsize row)
{
	const struct fact *fact = relation_fact(relation, row);
	struct amount amount;
	struct bound bound;
	struct cell cell;

	relation_cell(relation, column, row, &cell);
	if (cell.kind == CELL_AMOUNT)
		amount = cell.amount;
	else if (cell.kind == CELL_NUMBER)
		amount = (struct amount){.min = cell.number, .max = cell.number};
	else
		return true;
	if (fact) {
		derivation_add_part(total->derivation, fact);
		add_addend(total, fact, total->node->at);
	}
	if (!bound_of_amount(&amount, &bound))
		return derive_overflow(total->deriver, total->node);
	return add_bound(total, &bound, amount.unit, total->node->at);
}

/* Walk the rows: their numbers, or for a count only the rows. */
static bool
add_rows(struct total *total)
{
	struct deriver *deriver = total->deriver;
	struct query *query = read_query(deriver, total->node);
	g_autoptr(Relation) relation = NULL;
	g_autoptr(GArray) selected = NULL;
	const struct column *column = NULL;
	bool counted = total->aggregate == AGGREGATE_COUNT;
	bool good = query != NULL;
	bool named = false;

	if (query) {
		g_autoptr(GPtrArray) ids = query_named(query);

		named = ids->len > 0;
		relation = relation_new(deriver->data, query->from, query->series);
		column = counted ? NULL : find_column(total, relation);
		good = counted || column;
		total->out->source = relation->series ? series_source(relation->series) : NULL;
	}
	if (good)
		selected = conditions_select(query->where, relation);
	for (guint i = 0; good && i < selected->len; i++) {
		gsize row = g_array_index(selected, gsize, i);
		const struct fact *fact = relation_fact(relation, row);

		/* What is asked for by its id is named, as its parts tell. */
		if (!named || !fact)
			add_selected(total, relation, row);
		if (column) {
			good = add_cell(total, relation, column, row);
			continue;
		}
		total->count++;
		if (fact)
			derivation_add_part(total->derivation, fact);
	}
	query_free(query);
	return good;
}

/* ---- the operations ---- */

static bool
add_all(struct total *total)
{
	const struct yaml_node *list = yaml_find(total->node, "of");

	/* What is no list, or neither facts nor a query, was told when it was read. */
	if (list)
		return list->type == YAML_SEQUENCE && add_facts(total, list);
	return yaml_find(total->node, "from") && add_rows(total);
}

/* Nothing has no sum, since it has no unit. */
static bool
add_some(struct total *total)
{
	if (!add_all(total))
		return false;
	if (total->count > 0)
		return true;
	diag_add(total->deriver->diags, DIAG_SCHEMA_VALUE, total->node->at,
		 "there is no value to take the %s of", total->node->key);
	return false;
}

bool
derive_sum(struct deriver *deriver, struct derivation *derivation, const struct yaml_node *node,
	   struct outcome *out)
{
	g_autoptr(GArray) addends = g_array_new(FALSE, FALSE, sizeof(struct addend));
	struct total total = {deriver, derivation, node, AGGREGATE_SUM, out, 0, addends};
	bool good = add_some(&total);

	check_parts(&total);
	return good;
}

bool
derive_minimum(struct deriver *deriver, struct derivation *derivation, const struct yaml_node *node,
	       struct outcome *out)
{
	struct total total = {deriver, derivation, node, AGGREGATE_MIN, out, 0, NULL};

	return add_some(&total);
}

bool
derive_maximum(struct deriver *deriver, struct derivation *derivation, const struct yaml_node *node,
	       struct outcome *out)
{
	struct total total = {deriver, derivation, node, AGGREGATE_MAX, out, 0, NULL};

	return add_some(&total);
}

bool
derive_count(struct deriver *deriver, struct derivation *derivation, const struct yaml_node *node,
	     struct outcome *out)
{
	struct total total = {deriver, derivation, node, AGGREGATE_COUNT, out, 0, NULL};

	if (!add_all(&total))
		return false;
	out->bound = bound_exact(rational_of_integer(total.count));
	out->unit = NULL;
	out->whole = true;
	return true;
}
