/* coverage: facts whose paragraph or list item cites none of their sources. */
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"
#include "data/dataset.h"

/* What a b:fact prints. */
struct printed {
	const struct fact *fact;
	const struct claim *claim;
};

/*
 * The innermost list item, else the outermost paragraph, else the table; NULL where a fact is
 * exempt.
 */
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

/* Its own source, what that was read through, or a link of the chain? */
static bool
claim_has(const struct assembly *a, const struct claim *claim, const char *id)
{
	const struct source *source =
		claim->has_source ? dataset_find_source(a->env->data, claim->source.id) : NULL;

	if (claim->has_source && strcmp(claim->source.id, id) == 0)
		return true;
	if (source && source->via && strcmp(source->via, id) == 0)
		return true;
	return chain_has(claim, id);
}

/*
 * Does the source of this id vouch for what is printed, or for something that it was worked out
 * from?
 */
static bool
vouches(const struct assembly *a, const struct printed *printed, const char *id)
{
	const GPtrArray *parts = printed->fact->parts;

	if (claim_has(a, printed->claim, id))
		return true;
	for (guint i = 0; parts && i < parts->len; i++) {
		const struct fact *part = g_ptr_array_index(parts, i);

		if (claim_has(a, part->preferred, id))
			return true;
	}
	return false;
}

/*
 * The source to name in the help: its own or the first of its parts; NULL where there is none to
 * cite.
 */
static const struct source_at *
source_of(const struct printed *printed)
{
	const GPtrArray *parts = printed->fact->parts;

	if (printed->claim->has_source)
		return &printed->claim->source;
	for (guint i = 0; parts && i < parts->len; i++) {
		const struct fact *part = g_ptr_array_index(parts, i);

		if (part->preferred->has_source)
			return &part->preferred->source;
	}
	return NULL;
}

static bool
tree_cites(struct assembly *a, const struct printed *printed, const xmlNode *tree)
{
	for (const xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		const xmlNode *note;

		if (tree_is(node, TREE_B, "citation") &&
		    vouches(a, printed, tree_find(node, "source")))
			return true;
		if (!tree_is(node, TREE_B, "noteref"))
			continue;
		/* a second reference to a note cites what the note cites */
		note = g_hash_table_lookup(a->notes, tree_find(node, "target"));
		if (note && tree_cites(a, printed, note))
			return true;
	}
	return false;
}

static bool
find_printed(const struct assembly *a, const xmlNode *node, struct printed *printed)
{
	const char *id = tree_find(node, "claim");

	printed->fact = dataset_find_fact(a->env->data, tree_find(node, "ref"));
	if (!printed->fact)
		return false;
	printed->claim = id ? fact_find_claim(printed->fact, id) : printed->fact->preferred;
	return printed->claim != NULL;
}

static void
check_fact(struct assembly *a, const xmlNode *node)
{
	const xmlNode *scope = scope_of(node);
	const struct source_at *source;
	struct printed printed;
	struct diag *diag;

	if (!scope || !find_printed(a, node, &printed))
		return;
	source = source_of(&printed);
	if (!source || tree_cites(a, &printed, scope))
		return;
	diag = diag_add(a->env->diags, DIAG_FACT_UNCITED, tree_loc(node, a->file),
			"“%s” stands without a citation of its source", printed.fact->path);
	diag_help(diag, "write [](cite:%s%s%s) in the same paragraph", source->id,
		  source->at ? "#" : "", source->at ? source->at : "");
}

/* Notes by their id, for those referred to twice. */
static void
index_note(struct assembly *a, xmlNode *note)
{
	const char *id = tree_find(note, "id");

	if (id)
		g_hash_table_insert(a->notes, g_strdup(id), note);
}

void
coverage_check(struct assembly *a)
{
	g_autoptr(GPtrArray) facts = g_ptr_array_new();

	for (xmlNode *node = a->document; node; node = tree_next(node, a->document, false)) {
		if (tree_is(node, TREE_B, "fact"))
			g_ptr_array_add(facts, node);
		else if (tree_is(node, TREE_B, "note"))
			index_note(a, node);
	}
	for (guint i = 0; i < facts->len; i++)
		check_fact(a, facts->pdata[i]);
}
