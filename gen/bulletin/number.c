/*
 * number: ids of headings, paragraphs, figures, tables, lists, quotations and code, and numbers of
 * the first four; the same in every language of a bulletin.
 */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"
#include "data/dataset.h"
#include "locale/locale.h"

enum { LEVELS = 5 };

struct counts {
	int headings[LEVELS + 1];
	const xmlNode *open[LEVELS + 1]; /* by level: of the body */
	int paragraphs, figures, tables, pipe_tables;
	int others[3];
};

/* Blocks that have an id and no number. */
static const struct other {
	const char *name, *id;
} others[] = {{"list", "list"}, {"block_quote", "quote"}, {"code_block", "code"}};

/*
 * Kinds of figures: the link's word, what it must be in bulletin.yaml, what an unknown one is
 * called.
 */
struct sort {
	const char *word;
	enum figure_kind kind;
	enum diag_id unknown;
};

static const struct sort sorts[] = {
	{"chart", FIGURE_CHART, DIAG_CHART_UNKNOWN},
	{"table", FIGURE_TABLE, DIAG_TABLE_UNKNOWN},
	{"map", FIGURE_MAP, DIAG_MAP_UNKNOWN},
};

static void
set_id(xmlNode *block, const char *standard)
{
	const char *anchor = tree_find(block, "anchor");
	g_autofree char *id = anchor ? g_strconcat("a-", anchor, NULL) : g_strdup(standard);

	tree_set(block, "id", id);
	tree_unset(block, "anchor");
}

/*
 * The heading that this one stands below, so that a contents need not look back over all blocks for
 * each of its entries.  Headings inside quotations and items are in no contents.
 */
static void
place_heading(struct counts *counts, xmlNode *heading, int level)
{
	int above = level - 1;

	if (!tree_is(heading->parent, TREE_CM, "document"))
		return;
	while (above > 0 && !counts->open[above])
		above--;
	if (above > 0)
		tree_set(heading, "below", tree_find(counts->open[above], "id"));
	counts->open[level] = heading;
	for (int deeper = level + 1; deeper <= LEVELS; deeper++)
		counts->open[deeper] = NULL;
}

static void
identify_heading(struct counts *counts, xmlNode *heading, int level)
{
	g_autoptr(GString) id = g_string_new("section");

	for (int i = 1; i <= level; i++)
		g_string_append_printf(id, "-%d", counts->headings[i]);
	set_id(heading, id->str);
	place_heading(counts, heading, level);
}

static void
number_heading(struct assembly *a, struct counts *counts, xmlNode *heading)
{
	int level = CLAMP(atoi(tree_find(heading, "level")), 1, LEVELS);

	counts->headings[level]++;
	for (int deeper = level + 1; deeper <= LEVELS; deeper++)
		counts->headings[deeper] = 0;
	if (page_wanted(a))
		identify_heading(counts, heading, level);
	if (level == 1 && a->env->bulletin->numbered_paragraphs) {
		g_autofree char *number =
			locale_section_number(a->env->locale, counts->headings[1]);

		tree_set(heading, "number", number);
	}
}

static void
identify_paragraph(const struct counts *counts, xmlNode *paragraph)
{
	g_autofree char *id = g_strdup_printf("para-%d", counts->paragraphs);

	set_id(paragraph, id);
}

static void
number_paragraph(struct assembly *a, struct counts *counts, xmlNode *paragraph)
{
	if (paragraph->parent != a->document) {
		if (tree_find(paragraph, "anchor"))
			set_id(paragraph, NULL);
		return;
	}
	counts->paragraphs++;
	if (page_wanted(a))
		identify_paragraph(counts, paragraph);
	if (a->env->bulletin->numbered_paragraphs)
		tree_set_int(paragraph, "number", counts->paragraphs);
}

/* An id that names nothing, or another kind of thing. */
static void
refuse_figure(struct assembly *a, const struct sort *sort, const struct figure_spec *spec,
	      xmlNode *raw)
{
	const char *id = tree_find(raw, "path");
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	const GPtrArray *all = a->env->bulletin->figures;
	struct diag *diag = diag_add(a->env->diags, sort->unknown, tree_loc(raw, a->file),
				     "bulletin.yaml has no %s of the id “%s”", sort->word, id);

	for (guint i = 0; all && i < all->len; i++) {
		const struct figure_spec *other = g_ptr_array_index(all, i);

		if (other->kind == sort->kind)
			g_ptr_array_add(known, (gpointer)other->id);
	}
	if (spec)
		diag_help(diag, "it is a %s: write %s:%s", sorts[spec->kind].word,
			  sorts[spec->kind].word, id);
	else if (!help_nearest(diag, id, known))
		diag_help(diag, "declare it under %ss: in bulletin.yaml", sort->word);
}

static const struct sort *
sort_of(const xmlNode *raw)
{
	const char *word = tree_find(raw, "kind");

	for (gsize i = 0; i < G_N_ELEMENTS(sorts); i++) {
		if (strcmp(sorts[i].word, word) == 0)
			return &sorts[i];
	}
	g_assert_not_reached();
}

/* Is the figure declared and of the kind that the link says? */
static bool
figure_is_known(struct assembly *a, const struct sort *sort, xmlNode *raw)
{
	const struct figure_spec *spec =
		bulletin_find_figure(a->env->bulletin, tree_find(raw, "path"));

	if (spec && spec->kind == sort->kind && sort->kind != FIGURE_MAP)
		return true;
	if (spec && spec->kind == sort->kind)
		diag_add(a->env->diags, DIAG_IMAGE_INVALID, tree_loc(raw, a->file),
			 "maps cannot be drawn yet");
	else
		refuse_figure(a, sort, spec, raw);
	return false;
}

static bool
figure_is_usable(struct assembly *a, xmlNode *raw)
{
	if (strcmp(tree_find(raw, "kind"), "image") == 0)
		return image_load(a, raw);
	return figure_is_known(a, sort_of(raw), raw);
}

static void
number_figure(struct assembly *a, struct counts *counts, xmlNode *raw)
{
	bool table = strcmp(tree_find(raw, "kind"), "table") == 0;
	const char *name;
	int n;
	g_autofree char *id = NULL, *number = NULL, *label = NULL;

	if (!figure_is_usable(a, raw)) {
		raw_become(raw, TREE_CM, "paragraph");
		number_paragraph(a, counts, raw);
		return;
	}
	name = tree_find(raw, "path");
	id = g_strconcat(table ? "table-" : "figure-", name, NULL);
	n = table ? ++counts->tables : ++counts->figures;
	number = locale_integer(a->env->locale, n);
	label = locale_label(a->env->locale, table ? "doc.table-n" : "doc.figure-n", 1,
			     (const char *const[]){number});
	tree_unset(raw, "anchor");
	tree_set_int(raw, "number", n);
	tree_set(raw, "label", label);
	if (!target_add(a, name, raw, tree_loc(raw, a->file))) {
		g_free(id);
		id = g_strdup_printf("%s-again-%d", table ? "table" : "figure", n);
	}
	tree_set(raw, "id", id);
}

static void
number_pipe_table(struct counts *counts, xmlNode *table)
{
	g_autofree char *id = g_strdup_printf("pipe-table-%d", ++counts->pipe_tables);

	set_id(table, id);
}

/* Those of the body; one within another only where its author names it. */
static void
number_other(const struct assembly *a, struct counts *counts, xmlNode *block)
{
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
		g_autofree char *id = NULL;

		if (!tree_is(block, TREE_CM, others[i].name))
			continue;
		if (block->parent == a->document)
			id = g_strdup_printf("%s-%d", others[i].id, ++counts->others[i]);
		if (id || tree_find(block, "anchor"))
			set_id(block, id);
	}
}

static void
number_block(struct assembly *a, struct counts *counts, xmlNode *node)
{
	if (tree_is(node, TREE_CM, "heading"))
		number_heading(a, counts, node);
	else if (tree_is(node, TREE_CM, "paragraph") && !tree_above(node, TREE_B, "note"))
		number_paragraph(a, counts, node);
	else if (tree_is(node, TREE_B, "raw-figure"))
		number_figure(a, counts, node);
	else if (tree_is(node, TREE_B, "table"))
		number_pipe_table(counts, node);
	else if (page_wanted(a))
		number_other(a, counts, node);
}

void
number_blocks(struct assembly *a)
{
	struct counts counts = {0};

	for (xmlNode *node = a->document; node; node = tree_next(node, a->document, false)) {
		if (node->type == XML_ELEMENT_NODE)
			number_block(a, &counts, node);
	}
}
