/* layout: see layout.h. */
#include "layout/layout.h"

#include <string.h>
#include "base/diag.h"
#include "layout/citation.h"
#include "layout/formatter.h"
#include "layout/metadata.h"
#include "layout/sequence.h"
#include "layout/standing.h"
#include "layout/structure.h"

static void
sequence_free_item(void *sequence)
{
	sequence_free(sequence);
}

static void
paragraph_free_item(void *paragraph)
{
	paragraph_free(paragraph);
}

/* A link or bookmark to nowhere would be dead in the PDF without a word. */
static void
destination_check(struct formatter *formatter, const char *dest, const char *what)
{
	if (dest && !g_hash_table_contains(formatter->labels, dest))
		diag_add(formatter->env->diags, DIAG_REF_UNKNOWN, LOC_NONE,
			 "%s to %s, which is nowhere", what, dest);
}

static void
links_check(struct formatter *formatter, const struct fo_node *node)
{
	const char *dest =
		node->kind == FO_BASIC_LINK ? fo_attribute(node, "internal-destination") : NULL;

	if (dest && !g_hash_table_contains(formatter->labels, dest))
		diag_add(formatter->env->diags, DIAG_REF_UNKNOWN, node->at,
			 "link to %s, which is nowhere", dest);
	for (const struct fo_node *child = node->first; child; child = child->next)
		links_check(formatter, child);
}

static void
bookmarks_check(struct formatter *formatter, const GPtrArray *bookmarks)
{
	for (guint i = 0; i < bookmarks->len; i++) {
		const struct bookmark *bookmark = bookmarks->pdata[i];

		destination_check(formatter, bookmark->dest, "bookmark");
		bookmarks_check(formatter, bookmark->children);
	}
}

static void
root_format(struct formatter *formatter, const struct fo_node *root)
{
	g_autoptr(Masters) masters = masters_read(root->xml, formatter->env->diags);
	g_autoptr(GPtrArray) sequences = g_ptr_array_new_with_free_func(sequence_free_item);
	int number = 1;

	metadata_read(root->xml, &formatter->areas->metadata);
	bookmarks_read(root->xml, formatter->areas, formatter->env->diags);
	structure_build(formatter, root);
	for (const struct fo_node *fo = root->first; fo; fo = fo->next) {
		struct sequence *sequence;

		if (fo->kind != FO_PAGE_SEQUENCE) {
			formatter_complain(formatter, fo, "in fo:root");
			continue;
		}
		sequence = sequence_format(formatter, masters, fo, number);
		number = sequence->first_number + (int)sequence->n_pages;
		g_ptr_array_add(sequences, sequence);
	}
	for (guint i = 0; i < sequences->len; i++)
		sequence_furnish(sequences->pdata[i]);
	citation_fill(formatter);
	links_check(formatter, root);
	bookmarks_check(formatter, formatter->areas->bookmarks);
	structure_finish(formatter);
}

static void
strings_free(void *strings)
{
	g_string_chunk_free(strings);
}

/* *digits: how many page numbers are known to need; becomes more where they did not fit, else 0. */
static struct area_tree *
format_once(struct fo_tree *objects, GStringChunk *strings, const struct layout_env *env,
	    int *digits)
{
	struct formatter formatter = {
		.env = env,
		.areas = area_tree_new(),
		.objects = objects,
		.typesetter = env->typesetter,
		.strings = strings,
		.struts = g_hash_table_new_full(NULL, NULL, NULL, g_free),
		.fonts = g_ptr_array_new(),
		.measured = g_hash_table_new_full(NULL, NULL, NULL, paragraph_free_item),
		.standing = standing_new(),
		.widths = standing_widths_new(),
		.lines = standing_new(),
		.numbers = g_hash_table_new(NULL, NULL),
		.labels = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free),
		.digits_least = *digits,
	};
	const struct fo_node *root = fo_tree_root(objects);

	if (root)
		root_format(&formatter, root);
	/* Somebody must be able to draw it. */
	if (formatter.areas->pages->len == 0)
		page_new(formatter.areas, 595.28, 841.89);
	*digits = formatter.digits_needed;
	g_hash_table_unref(formatter.struts);
	g_ptr_array_unref(formatter.fonts);
	g_hash_table_unref(formatter.measured);
	g_hash_table_unref(formatter.standing);
	g_hash_table_unref(formatter.widths);
	g_hash_table_unref(formatter.lines);
	g_hash_table_unref(formatter.numbers);
	g_hash_table_unref(formatter.labels);
	return formatter.areas;
}

/*
 * Every try gives page numbers more digits than the one before, so there are few; nearly always
 * one.
 */
struct area_tree *
layout_format(xmlDoc *fo, const struct layout_env *env)
{
	GStringChunk *strings = g_string_chunk_new(4096);
	struct fo_tree *objects = fo_tree_new(fo, strings, env->diags);
	int digits = 0;
	struct area_tree *tree = format_once(objects, strings, env, &digits);

	while (digits > 0) {
		area_tree_free(tree);
		tree = format_once(objects, strings, env, &digits);
	}
	fo_tree_free(objects);
	/* Areas lend strings, and paragraphs what is behind their glyphs: freed after them. */
	area_tree_keep(tree, strings, strings_free);
	return tree;
}
