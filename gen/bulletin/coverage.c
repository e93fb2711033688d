/* coverage: facts whose paragraph or list item cites none of their sources. */
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"
#include "data/dataset.h"

/* The innermost list item, else the outermost paragraph, else the table; NULL where a fact is exempt. */
static const xmlNode *
scope_of(const xmlNode *fact)
{
	const xmlNode *item = tree_above(fact, TREE_CM, "item");
	const xmlNode *paragraph = NULL, *at = fact;

	if (tree_above(fact, TREE_CM, "heading") || tree_above(fact, TREE_B, "caption"))
		return NULL;
	if (item)
		return item;
	while ((at = tree_above(at, TREE_CM, "paragraph")))
		paragraph = at;
	return paragraph ? paragraph : tree_above(fact, TREE_B, "table");
}

static bool
chain_has(const struct claim *claim, const char *id)
{
	for (guint i = 0; claim->chain && i < claim->chain->len; i++) {
		const struct source_at *link = g_ptr_array_index(claim->chain, i);

		if (strcmp(link->id, id) == 0)
			return true;
	}
	return false;
}

/* Does the source of this id vouch for the claim: its own, what that was read through, or a link of the chain? */
static bool
vouches(const struct assembly *a, const struct claim *claim, const char *id)
{
	const struct source *source =
		claim->has_source ? dataset_find_source(a->env->data, claim->source.id) : NULL;

	if (claim->has_source && strcmp(claim->source.id, id) == 0)
		return true;
	if (source && source->via && strcmp(source->via, id) == 0)
		return true;
	return chain_has(claim, id);
}

static bool
tree_cites(struct assembly *a, const struct claim *claim, const xmlNode *tree)
{
	for (const xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		const xmlNode *note;

		if (tree_is(node, TREE_B, "citation") &&
		    vouches(a, claim, tree_find(node, "source")))
			return true;
		if (!tree_is(node, TREE_B, "noteref"))
			continue;
		/* a second reference to a note cites what the note cites */
		note = g_hash_table_lookup(a->notes, tree_find(node, "target"));
		if (note && tree_cites(a, claim, note))
			return true;
	}
	return false;
}

static const struct claim *
claim_of(const struct assembly *a, const xmlNode *node)
{
	const struct fact *fact = dataset_find_fact(a->env->data, tree_find(node, "ref"));
	const char *id = tree_find(node, "claim");

	if (!fact)
		return NULL;
	return id ? fact_find_claim(fact, id) : fact->preferred;
}

static void
check_fact(struct assembly *a, const xmlNode *node)
{
	const xmlNode *scope = scope_of(node);
	const struct claim *claim = claim_of(a, node);
	struct diag *diag;

	if (!scope || !claim || (!claim->has_source && (!claim->chain || claim->chain->len == 0)))
		return;
	if (tree_cites(a, claim, scope))
		return;
	diag = diag_add(a->env->diags, DIAG_FACT_UNCITED, tree_loc(node, a->file),
			"%s stands without a citation of its source", tree_find(node, "ref"));
	if (claim->has_source)
		diag_help(diag, "write [](cite:%s%s%s) in the same paragraph", claim->source.id,
			  claim->source.at ? "#" : "", claim->source.at ? claim->source.at : "");
}

/* Notes by their id, for those referred to twice. */
static void
index_notes(struct assembly *a)
{
	for (xmlNode *node = a->document; node; node = tree_next(node, a->document, false)) {
		if (tree_is(node, TREE_B, "note") && tree_find(node, "id"))
			g_hash_table_insert(a->notes, g_strdup(tree_find(node, "id")), node);
	}
}

void
coverage_check(struct assembly *a)
{
	index_notes(a);
	for (xmlNode *node = a->document; node; node = tree_next(node, a->document, false)) {
		if (tree_is(node, TREE_B, "fact"))
			check_fact(a, node);
	}
}
