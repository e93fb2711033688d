/* source_note: sources, in the notes that cite them and in the list at the end. */
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"
#include "data/dataset.h"
#include "locale/locale.h"

/* Text in its own language; titles of sources are exempt from unit-missing (contract section 3). */
static void
add_words(struct assembly *a, const struct text *text, const char *own_lang, const char *name,
	  xmlNode *into)
{
	const char *foreign = NULL;
	const char *here = text_here(a, text, &foreign);

	if (!foreign && own_lang && text->n == 1 && !text->entries[0].lang &&
	    strcmp(own_lang, a->lang) != 0)
		foreign = own_lang;
	page_words(a, into, name, here, foreign);
}

static void
add_date(struct assembly *a, bool known, const struct edtf *date, const char *name, xmlNode *into)
{
	g_autofree char *text = NULL, *iso = NULL;
	xmlNode *node;

	if (!known)
		return;
	text = locale_date(a->env->locale, date);
	if (!page_wanted(a)) {
		glyphs_check_words(a, into, NULL, text);
		return;
	}
	iso = edtf_to_text(date);
	node = tree_add_text(into, TREE_B, name, text);
	tree_set(node, "iso", iso);
}

/* Prefixes of `at` and their labels; one with a range has a label of its own. */
static const struct pinpoint {
	const char *prefix, *label, *range_label;
} pinpoints[] = {
	{"para", "cite.para", "cite.paras"},
	{"annex", "cite.annex", "cite.annex"},
	{"table", "cite.table", "cite.table"},
	{"p", "cite.page", "cite.pages"},
};

/* "p59-61" to "pp. 59–61"; NULL for what is no pinpoint. */
static char *
pinpoint_text(const struct locale *locale, const char *at)
{
	if (strcmp(at, "headline") == 0)
		return g_strdup(locale_find(locale, "cite.headline"));
	for (gsize i = 0; i < G_N_ELEMENTS(pinpoints); i++) {
		const char *rest = at + strlen(pinpoints[i].prefix);
		g_auto(GStrv) parts = NULL;
		g_autofree char *number = NULL;

		if (!g_str_has_prefix(at, pinpoints[i].prefix) || !*rest ||
		    strspn(rest, "0123456789-") != strlen(rest))
			continue;
		parts = g_strsplit(rest, "-", 0);
		number = g_strjoinv("–", parts);
		return locale_label(locale,
				    parts[1] ? pinpoints[i].range_label : pinpoints[i].label, 1,
				    (const char *const[]){number});
	}
	return NULL;
}

static void
add_pinpoint(struct assembly *a, const char *at, xmlNode *into, struct loc loc)
{
	g_autofree char *text = pinpoint_text(a->env->locale, at);

	if (!text)
		diag_help(diag_add(a->env->diags, DIAG_SCHEMA_VALUE, loc,
				   "“%s” says no place in a source", at),
			  "write p59, p59-61, para12, annex3, table2 or headline");
	page_words(a, into, "pinpoint", text ? text : at, NULL);
}

/* The children of a b:source or b:citation. */
static void
describe(struct assembly *a, const struct source *source, const char *at, xmlNode *into,
	 struct loc loc)
{
	const struct source *via =
		source->via ? dataset_find_source(a->env->data, source->via) : NULL;

	if (source->author_text)
		add_words(a, source->author_text, NULL, "author", into);
	else
		page_words(a, into, "author", source->author, NULL);
	add_words(a, source->title, source->lang, "title", into);
	page_words(a, into, "symbol", source->symbol, NULL);
	add_date(a, source->has_published, &source->published, "date", into);
	add_date(a, source->has_covers, &source->covers, "covers", into);
	if (at)
		add_pinpoint(a, at, into, loc);
	if (via)
		add_words(a, via->title, via->lang, "via", into);
	add_date(a, source->has_accessed, &source->accessed, "accessed", into);
	page_words(a, into, "url", source->url, NULL);
}

void
source_count(struct assembly *a, const struct source *source)
{
	if (g_hash_table_add(a->used, (gpointer)source))
		g_ptr_array_add(a->cited, (gpointer)source);
}

/* A source is told of with each citation, but what has been found fine once is looked at no more.
 */
static void
check_description(struct assembly *a, const struct source *source, const char *at,
		  xmlNode *citation, struct loc loc)
{
	bool here = g_strcmp0(tree_lang(citation), a->lang) == 0;
	int missing = a->n_missing;

	if (here && g_hash_table_contains(a->shown, source)) {
		if (at)
			add_pinpoint(a, at, citation, loc);
		return;
	}
	describe(a, source, at, citation, loc);
	if (here && a->n_missing == missing)
		g_hash_table_add(a->shown, (gpointer)source);
}

void
source_cite(struct assembly *a, const struct source *source, const char *at, xmlNode *into,
	    struct loc loc)
{
	xmlNode *citation = tree_add(into, TREE_B, "citation");

	tree_set(citation, "source", source->id);
	if (!page_wanted(a)) {
		check_description(a, source, at, citation, loc);
	} else {
		if (!g_hash_table_add(a->described, (gpointer)source))
			tree_set(citation, "again", "true");
		describe(a, source, at, citation, loc);
	}
	source_count(a, source);
}

void
source_list(struct assembly *a, xmlNode *root)
{
	xmlNode *list = tree_add(root, TREE_B, "sources");

	for (guint i = 0; i < a->cited->len; i++) {
		const struct source *source = g_ptr_array_index(a->cited, i);
		g_autofree char *id = g_strconcat("source-", source->id, NULL);
		xmlNode *node = tree_add(list, TREE_B, "source");

		tree_set(node, "id", id);
		describe(a, source, NULL, node, source->at);
	}
}

static void
refuse_unknown(struct assembly *a, xmlNode *raw)
{
	const char *id = tree_find(raw, "path");
	g_autoptr(GPtrArray) ids = dataset_source_ids(a->env->data);
	struct diag *diag = diag_add(a->env->diags, DIAG_CITE_UNKNOWN, tree_loc(raw, a->file),
				     "there is no source “%s”", id);

	if (!help_nearest(diag, id, ids))
		diag_help(diag, "correct it, or add the source to content/data/sources.yaml");
	raw_become(raw, TREE_B, "abandoned");
}

/* The author's words follow the citation, with `between` before them. */
static void
fill(struct assembly *a, const struct source *source, const char *at, xmlNode *node, struct loc loc,
     const char *between)
{
	xmlNode *words;

	if (!node->children) {
		source_cite(a, source, at, node, loc);
		return;
	}
	words = tree_new(node->doc, TREE_B, "abandoned");
	tree_move_children(node, words);
	source_cite(a, source, at, node, loc);
	if (between)
		tree_add_run(node, between);
	tree_move_children(words, node);
	xmlFreeNode(words);
}

void
citation_resolve(struct assembly *a, xmlNode *raw)
{
	const struct source *source = dataset_find_source(a->env->data, tree_find(raw, "path"));
	struct loc loc = tree_loc(raw, a->file);
	g_autofree char *at = g_strdup(tree_find(raw, "fragment"));

	if (!source) {
		refuse_unknown(a, raw);
	} else if (tree_above(raw, TREE_B, "note")) {
		/* inside a note of the author the citation is one of its words */
		raw_become(raw, TREE_B, "abandoned");
		fill(a, source, at, raw, loc, " ");
	} else if (!note_allowed(raw)) {
		diag_help(diag_add(a->env->diags, DIAG_SCHEMA_VALUE, loc,
				   "a citation cannot stand in %s",
				   tree_above(raw, TREE_B, "alt") ? "the description of an image"
								  : "a title"),
			  "put it in the summary or the text");
		raw_become(raw, TREE_B, "abandoned");
	} else {
		raw_become(raw, TREE_B, "note");
		if (page_wanted(a))
			note_number(a, raw);
		page_set(a, raw, "kind", "cite");
		page_set(a, raw, "ref", source->id);
		fill(a, source, at, raw, loc, NULL);
	}
}
