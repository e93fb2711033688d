/* translations: what the locks say of the editions of a run. */
#include "build/translations.h"

#include <string.h>

#include "base/diag.h"
#include "base/place.h"
#include "brief/brief.h"
#include "brief/tree.h"
#include "build/plan.h"
#include "data/dataset.h"
#include "translation/lock.h"
#include "translation/translation.h"

/* What all languages of a bulletin share. */
struct original {
	struct lock *lock;
	GPtrArray *units; /* struct unit *; NULL where there is no brief in the source language */
};

struct translations {
	const struct places *places;
	const struct publication *publication;
	GHashTable *originals; /* bulletin id -> struct original * */
	GHashTable
		*sources; /* bulletin id -> GPtrArray of struct unit *, of those read in this run */
};

static void
original_free(gpointer data)
{
	struct original *original = data;

	g_clear_pointer(&original->units, g_ptr_array_unref);
	lock_free(original->lock);
	g_free(original);
}

static void
units_unref(gpointer units)
{
	g_ptr_array_unref(units);
}

struct translations *
translations_new(const struct places *places, const struct publication *publication)
{
	struct translations *translations = g_new0(struct translations, 1);

	translations->places = places;
	translations->publication = publication;
	translations->originals =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, original_free);
	translations->sources = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, units_unref);
	return translations;
}

void
translations_free(struct translations *translations)
{
	if (!translations)
		return;
	g_hash_table_unref(translations->originals);
	g_hash_table_unref(translations->sources);
	g_free(translations);
}

/* The units of the source, as they were when it was made, or read now. */
static GPtrArray *
source_units(struct translations *translations, const char *id, GError **error)
{
	GPtrArray *units = g_hash_table_lookup(translations->sources, id);

	if (units)
		return g_ptr_array_ref(units);
	return translation_units(translations->places, id,
				 translations->publication->source_language, error);
}

static struct original *
find_original(struct translations *translations, const char *id, struct diag_list *diags,
	      GError **error)
{
	struct original *original = g_hash_table_lookup(translations->originals, id);
	GError *problem = NULL;

	if (original)
		return original;
	original = g_new0(struct original, 1);
	original->units = source_units(translations, id, &problem);
	if (!problem)
		original->lock =
			lock_read(translations->places, id, original->units, diags, &problem);
	if (problem) {
		g_propagate_error(error, problem);
		original_free(original);
		return NULL;
	}
	g_hash_table_insert(translations->originals, g_strdup(id), original);
	return original;
}

/* The usual case, known without reading the translation: every unit of the source is stamped. */
static bool
is_current(const struct original *original, const char *lang)
{
	const GPtrArray *entries = lock_entries(original->lock, lang);
	g_autoptr(GHashTable) stamped = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < entries->len; i++) {
		const struct lock_entry *entry = g_ptr_array_index(entries, i);

		g_hash_table_add(stamped, entry->unit);
	}
	for (guint i = 0; i < original->units->len; i++) {
		const struct unit *unit = g_ptr_array_index(original->units, i);

		if (!g_hash_table_contains(stamped, unit->name))
			return false;
	}
	return entries->len == original->units->len;
}

/* ---- blocks of the brief ---- */

static bool
is_text_block(const xmlNode *node)
{
	return tree_is(node, TREE_CM, "paragraph") || tree_is(node, TREE_CM, "heading") ||
	       tree_is(node, TREE_CM, "code_block") || tree_is(node, TREE_B, "table") ||
	       tree_is(node, TREE_B, "raw-figure");
}

/* "12:1"; the caller frees. */
static char *
place_text(struct loc at)
{
	return g_strdup_printf("%d:%d", at.line, at.column);
}

/* The blocks that units are, by where they were written. */
static GHashTable *
blocks_by_place(const xmlNode *root)
{
	GHashTable *blocks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	bool skip = false;

	for (const xmlNode *node = root; node; node = tree_next(node, root, skip)) {
		skip = is_text_block(node);
		if (skip && tree_has_loc(node))
			g_hash_table_insert(blocks, place_text(tree_loc(node, NULL)),
					    (gpointer)node);
	}
	return blocks;
}

static xmlNode *
block_of(GHashTable *blocks, const struct unit *unit)
{
	g_autofree char *place = place_text(unit->at);

	return g_hash_table_lookup(blocks, place);
}

/* ---- putting in what is missing ---- */

struct lending {
	const char *lang;    /* of the source */
	xmlNode *body;	     /* of the translation */
	xmlNode *last;	     /* the block behind which the next one goes; NULL: none yet */
	const xmlNode *lent; /* the source's node that was copied last */
};

static guint
depth_of(const xmlNode *node)
{
	guint depth = 0;

	for (; node->parent && node->parent->type == XML_ELEMENT_NODE; node = node->parent)
		depth++;
	return depth;
}

static xmlNode *
climb(xmlNode *node, guint depth)
{
	while (depth_of(node) > depth)
		node = node->parent;
	return node;
}

static bool
is_below(const xmlNode *node, const xmlNode *root)
{
	while (node && node != root)
		node = node->parent;
	return node != NULL;
}

/*
 * The largest part of the source around a block of which nothing has been translated: a whole list,
 * or one item of it.
 */
static xmlNode *
untranslated_part(xmlNode *block, GHashTable *missing)
{
	while (block->parent && block->parent->parent &&
	       block->parent->parent->type == XML_ELEMENT_NODE) {
		const xmlNode *parent = block->parent;
		bool skip = false;

		for (const xmlNode *node = parent; node; node = tree_next(node, parent, skip)) {
			skip = is_text_block(node);
			if (skip && !g_hash_table_contains(missing, node))
				return block;
		}
		block = block->parent;
	}
	return block;
}

/* Notes are known by label within a brief: those that come along must not meet the others. */
static void
set_apart(xmlNode *copy, const char *lang)
{
	for (xmlNode *node = copy; node; node = tree_next(node, copy, false)) {
		const char *label =
			node->type == XML_ELEMENT_NODE ? tree_find(node, "label") : NULL;
		g_autofree char *apart = label ? g_strdup_printf("%s@%s", label, lang) : NULL;

		if (apart) {
			tree_unset(node, "label");
			tree_set(node, "label", apart);
		}
	}
	tree_set_lang(copy, lang);
	tree_set(copy, "state", "missing");
}

static bool
lend(struct lending *lending, xmlNode *block, GHashTable *missing)
{
	xmlNode *part = untranslated_part(block, missing), *copy;

	if (lending->lent && is_below(part, lending->lent))
		return false;
	lending->lent = part;
	copy = xmlDocCopyNode(part, lending->body->doc, 1);
	/* As in the other file; what is inside has no places. */
	tree_set_loc(copy, tree_loc(part, NULL));
	set_apart(copy, lending->lang);
	if (lending->last)
		xmlAddNextSibling(climb(lending->last, depth_of(part)), copy);
	else if (lending->body->children)
		xmlAddPrevSibling(lending->body->children, copy);
	else
		xmlAddChild(lending->body, copy);
	lending->last = copy;
	return true;
}

static guint
lend_missing(const struct pairing *pairing, struct brief *brief, const struct brief *source,
	     const char *lang)
{
	g_autoptr(GHashTable) from = blocks_by_place(xmlDocGetRootElement(source->doc));
	g_autoptr(GHashTable) to = blocks_by_place(xmlDocGetRootElement(brief->doc));
	g_autoptr(GHashTable) missing = g_hash_table_new(NULL, NULL);
	struct lending lending = {.lang = lang, .body = xmlDocGetRootElement(brief->doc)};
	guint lent = 0;

	for (guint i = 0; i < pairing->pairs->len; i++) {
		const struct pair *pair = &g_array_index(pairing->pairs, struct pair, i);
		xmlNode *block = pair->state == PAIR_MISSING ? block_of(from, pair->source) : NULL;

		if (block)
			g_hash_table_add(missing, block);
	}
	for (guint i = 0; i < pairing->pairs->len; i++) {
		const struct pair *pair = &g_array_index(pairing->pairs, struct pair, i);
		xmlNode *block = block_of(from, pair->source), *here = NULL;

		if (pair->translation)
			here = block_of(to, pair->translation);
		if (here)
			lending.last = here;
		else if (block && g_hash_table_contains(missing, block))
			lent += lend(&lending, block, missing);
	}
	return lent;
}

/* ---- diagnostics and marks ---- */

static void
report_stale(const struct plan_item *item, const struct pair *pair, struct diag_list *diags)
{
	struct diag *diag = diag_add(diags, DIAG_UNIT_STALE, pair->translation->at,
				     "the source has changed since this %s was translated",
				     unit_kind_name(pair->source->kind));

	diag_help(diag,
		  "chancery status %s %s shows the change; when this renders it: chancery stamp %s "
		  "%s %s",
		  item->bulletin->id, item->lang, item->bulletin->id, item->lang,
		  pair->source->name);
	diag_relate(diag, pair->source->at, "the source, as it is now");
}

static void
report_missing(const struct plan_item *item, const struct pair *pair, struct diag_list *diags)
{
	diag_help(diag_add(diags, DIAG_UNIT_MISSING, pair->source->at,
			   "this %s has no translation in %s", unit_kind_name(pair->source->kind),
			   item->lang),
		  "write it in content/bulletins/%s/%s.md, then chancery stamp %s %s %s",
		  item->bulletin->id, item->lang, item->bulletin->id, item->lang,
		  pair->source->name);
}

static void
mark_pairs(const struct plan_item *item, const struct pairing *pairing, struct brief *brief,
	   struct diag_list *diags)
{
	g_autoptr(GHashTable) blocks = blocks_by_place(xmlDocGetRootElement(brief->doc));

	for (guint i = 0; i < pairing->pairs->len; i++) {
		const struct pair *pair = &g_array_index(pairing->pairs, struct pair, i);
		xmlNode *block;

		if (pair->state == PAIR_MISSING)
			report_missing(item, pair, diags);
		if (pair->state != PAIR_STALE)
			continue;
		report_stale(item, pair, diags);
		block = block_of(blocks, pair->translation);
		if (block)
			tree_set(block, "state", "stale");
	}
}

static bool
lend_from_source(struct translations *translations, const struct plan_item *item,
		 const struct pairing *pairing, struct brief *brief,
		 struct translation_marks *marks, GError **error)
{
	const char *lang = translations->publication->source_language;
	g_autoptr(GString) text =
		translation_brief(translations->places, item->bulletin->id, lang, error);
	g_autofree char *file = plan_brief_file(item->bulletin, lang);
	g_autoptr(DiagList) said_already = diag_list_new();
	g_autoptr(GBytes) bytes = NULL;
	g_autoptr(Brief) source = NULL;

	if (!text)
		return false;
	bytes = g_bytes_new(text->str, text->len);
	source = brief_read(bytes, file, said_already);
	marks->lent = lend_missing(pairing, brief, source, lang);
	return true;
}

bool
translations_mark(struct translations *translations, const struct plan_item *item,
		  struct brief *brief, struct diag_list *diags, struct translation_marks *marks,
		  GError **error)
{
	const char *source_lang = translations->publication->source_language;
	const struct original *original;
	g_autoptr(Pairing) pairing = NULL;
	GError *problem = NULL;

	*marks = (struct translation_marks){0};
	if (brief->units)
		g_hash_table_replace(translations->sources, g_strdup(item->bulletin->id),
				     g_ptr_array_ref(brief->units));
	if (item->kind != PLAN_EDITION || strcmp(item->lang, source_lang) == 0)
		return true;
	original = find_original(translations, item->bulletin->id, diags, error);
	if (!original)
		return false;
	if (!original->units || !lock_entries(original->lock, item->lang) ||
	    is_current(original, item->lang))
		return true;
	pairing = translation_pair(translations->places, item->bulletin->id, source_lang,
				   item->lang, original->lock, &problem);
	if (problem) {
		g_propagate_error(error, problem);
		return false;
	}
	if (!pairing)
		return true;
	mark_pairs(item, pairing, brief, diags);
	marks->stale = pairing->counts[PAIR_STALE];
	marks->missing = pairing->counts[PAIR_MISSING];
	if (marks->missing == 0 ||
	    translations->publication->missing_translations != MISSING_FALLBACK)
		return true;
	return lend_from_source(translations, item, pairing, brief, marks, error);
}
