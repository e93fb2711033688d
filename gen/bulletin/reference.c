/* reference: ref: links, "Figure 2", "paragraph 12", after everything has its number. */
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"
#include "data/dataset.h"
#include "locale/locale.h"

/* What is said of a block, and which kind of thing that is. */
struct naming {
	const char *kind;
	char *label;
	const xmlNode *block;	/* the one whose words they are */
};

static char *
label_of(const struct assembly *a, const char *key, const char *number)
{
	return locale_label(a->env->locale, key, 1, (const char *const[]){number});
}

/* What stands before a node in reading order, itself not counted, among blocks of the body. */
static const xmlNode *
block_before(const struct assembly *a, const xmlNode *node)
{
	while (node && node != a->document) {
		if (node->prev)
			return node->prev;
		node = node->parent;
	}
	return NULL;
}

/* Names a block by its own number or words; false where it has neither. */
static bool
name_itself(const struct assembly *a, const xmlNode *block, struct naming *naming)
{
	const char *number = tree_find(block, "number");

	naming->block = block;
	if (tree_is(block, TREE_B, "figure") || (tree_is(block, TREE_B, "table") && number)) {
		naming->kind = tree_is(block, TREE_B, "figure") ? "figure" : "table";
		naming->label = g_strdup(tree_find(block, "label"));
	} else if (tree_is(block, TREE_CM, "heading")) {
		naming->kind = "section";
		naming->label = number ? label_of(a, "doc.section-n", number) : tree_plain(block);
	} else if (tree_is(block, TREE_CM, "paragraph") && number) {
		naming->kind = "paragraph";
		naming->label = label_of(a, "doc.paragraph-n", number);
	} else {
		return false;
	}
	return true;
}

/* A block without a number goes by the numbered paragraph or the heading before it. */
static void
name_block(const struct assembly *a, const xmlNode *block, struct naming *naming)
{
	const xmlNode *at = block;

	if (name_itself(a, block, naming))
		return;
	while ((at = block_before(a, at))) {
		if ((tree_is(at, TREE_CM, "paragraph") || tree_is(at, TREE_CM, "heading")) &&
		    name_itself(a, at, naming))
			break;
	}
	naming->kind = "anchor";
	naming->block = block;
}

static void
refuse_unknown(struct assembly *a, xmlNode *raw)
{
	const char *id = tree_find(raw, "path");
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	struct diag *diag;
	GHashTableIter iter;
	gpointer key;

	if (bulletin_find_figure(a->env->bulletin, id)) {
		diag_help(diag_add(a->env->diags, DIAG_REF_UNKNOWN, tree_loc(raw, a->file),
				   "“%s” is in bulletin.yaml but not placed in this brief", id),
			  "place it: ![caption](chart:%s) or ![caption](table:%s)", id, id);
		raw_abandon(raw, id);
		return;
	}
	diag = diag_add(a->env->diags, DIAG_REF_UNKNOWN, tree_loc(raw, a->file),
			"nothing in this brief has the id “%s”", id);
	/* diag_nearest settles ties by byte order, so the table's order does not show */
	g_hash_table_iter_init(&iter, a->targets);
	while (g_hash_table_iter_next(&iter, &key, NULL))
		g_ptr_array_add(known, key);
	if (!help_nearest(diag, id, known))
		diag_help(diag, "name a block by [](anchor:%s)", id);
	raw_abandon(raw, id);
}

/* Of a bulletin that is held back not even the symbol may be printed. */
static bool
is_closed(const struct assembly *a, const struct bulletin *bulletin)
{
	const GPtrArray *closed = a->env->closed;

	for (guint i = 0; closed && i < closed->len; i++) {
		if (closed->pdata[i] == bulletin)
			return true;
	}
	return false;
}

static bool
is_published_in(const struct assembly *a, const struct bulletin *bulletin, const char *lang)
{
	const struct publication *publication = dataset_publication(a->env->data);

	return g_ptr_array_find_with_equal_func(publication->languages, lang, g_str_equal, NULL) &&
	       g_ptr_array_find_with_equal_func(bulletin->languages, lang, g_str_equal, NULL);
}

/*
 * Where another bulletin is read: in this language, else in the source language, else in the first
 * that both it and the publication have.  NULL if there is none.
 */
static const char *
language_of_bulletin(const struct assembly *a, const struct bulletin *bulletin)
{
	const char *source = dataset_publication(a->env->data)->source_language;

	if (is_published_in(a, bulletin, locale_tag(a->env->locale)))
		return locale_tag(a->env->locale);
	if (is_published_in(a, bulletin, source))
		return source;
	for (guint i = 0; i < bulletin->languages->len; i++) {
		if (is_published_in(a, bulletin, bulletin->languages->pdata[i]))
			return bulletin->languages->pdata[i];
	}
	return NULL;
}

static void
set_address(const struct assembly *a, xmlNode *raw, const struct bulletin *other)
{
	const char *lang = language_of_bulletin(a, other);
	g_autofree char *href = NULL;

	if (!lang || strcmp(lang, locale_tag(a->env->locale)) == 0) {
		href = g_strdup_printf("../%s/index.html", other->id);
	} else {
		href = g_strdup_printf("../../%s/%s/index.html", lang, other->id);
		tree_set(raw, "hreflang", lang);
	}
	tree_set(raw, "href", href);
}

static void
resolve_bulletin(struct assembly *a, xmlNode *raw, const char *id)
{
	const struct bulletin *other = dataset_find_bulletin(a->env->data, id);
	const GPtrArray *all = dataset_bulletins(a->env->data);
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	struct diag *diag;

	if (!other) {
		diag = diag_add(a->env->diags, DIAG_REF_UNKNOWN, tree_loc(raw, a->file),
				"there is no bulletin “%s”", id);
		for (guint i = 0; i < all->len; i++) {
			const struct bulletin *one = g_ptr_array_index(all, i);

			g_ptr_array_add(known, (gpointer)one->id);
		}
		help_nearest(diag, id, known);
		raw_abandon(raw, id);
		return;
	}
	if (is_closed(a, other)) {
		diag_help(diag_add(a->env->diags, DIAG_REF_UNKNOWN, tree_loc(raw, a->file),
				   "the bulletin “%s” is held back: readers would find nothing there",
				   id),
			  "refer to it once it is published");
		raw_abandon(raw, "…");
		return;
	}
	raw_become(raw, TREE_B, "ref");
	page_set(a, raw, "kind", "bulletin");
	page_set(a, raw, "target", other->id);
	if (page_wanted(a))
		set_address(a, raw, other);
	if (!raw->children)
		tree_add_run(raw, other->symbol ? other->symbol : other->id);
}

static void
resolve_target(struct assembly *a, xmlNode *raw, const struct target *target)
{
	struct naming naming = {0};

	name_block(a, target->block, &naming);
	if (!naming.label)
		naming.label = g_strdup(tree_find(raw, "path"));
	raw_become(raw, TREE_B, "ref");
	page_set(a, raw, "kind", naming.kind);
	page_set(a, raw, "target", tree_find(target->block, "id"));
	if (!raw->children)
		tree_add_run(raw, naming.label);
	g_free(naming.label);
}

static void
resolve(struct assembly *a, xmlNode *raw)
{
	g_autofree char *path = g_strdup(tree_find(raw, "path"));
	const struct target *target = g_hash_table_lookup(a->targets, path);

	if (g_str_has_prefix(path, "bulletin/"))
		resolve_bulletin(a, raw, path + strlen("bulletin/"));
	else if (!target)
		refuse_unknown(a, raw);
	else
		resolve_target(a, raw, target);
}

void
reference_resolve_all(struct assembly *a, xmlNode *tree)
{
	for (xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		if (tree_is(node, TREE_B, "raw-ref"))
			resolve(a, node);
	}
}
