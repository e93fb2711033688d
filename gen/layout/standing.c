/* standing: see standing.h. */
#include "layout/standing.h"

#include <string.h>
#include "layout/inline.h"

/* In bytes; longer texts seldom recur. */
#define LONGEST_TEXT 160
/* In points: room for any page number. */
#define LONG_LINE 1000

struct key {
	const struct text_style *style; /* there is one of each */
	double measure;
	const char *text;
};

static guint
key_hash(gconstpointer data)
{
	const struct key *key = data;

	return g_str_hash(key->text) ^ g_direct_hash(key->style) ^ g_double_hash(&key->measure);
}

static gboolean
key_equal(gconstpointer a, gconstpointer b)
{
	const struct key *one = a, *other = b;

	return one->style == other->style && !(one->measure < other->measure) &&
	       !(one->measure > other->measure) && strcmp(one->text, other->text) == 0;
}

GHashTable *
standing_new(void)
{
	return g_hash_table_new_full(key_hash, key_equal, g_free, NULL);
}

/* The text that is all there is in the block, if it is short and no title; else NULL. */
static const char *
short_text(const struct fo_node *block)
{
	const struct fo_node *text = block->first;

	if (!text || block->box->balance || text->kind != FO_TEXT || text->next ||
	    strlen(text->text) > LONGEST_TEXT)
		return NULL;
	return text->text;
}

struct text_widths *
standing_widths(struct formatter *formatter, const struct fo_node *block)
{
	struct key key = {block->style, 0, short_text(block)};
	struct text_widths *widths;

	if (!key.text)
		return NULL;
	widths = g_hash_table_lookup(formatter->widths, &key);
	if (widths)
		return widths;
	widths = g_new0(struct text_widths, 1);
	g_hash_table_insert(formatter->widths, g_memdup2(&key, sizeof key), widths);
	return widths;
}

GHashTable *
standing_widths_new(void)
{
	return g_hash_table_new_full(key_hash, key_equal, g_free, g_free);
}

const struct line *
standing_line(struct formatter *formatter, const struct fo_node *node, const char *text)
{
	struct key key = {node->style, 0, text};
	struct span span = {
		.kind = SPAN_TEXT,
		.text = text,
		.style = span_style_of(node->style),
		.at = node->at,
	};
	struct paragraph_style style = {
		.line_height = node->style->size,
		.lang = node->style->lang,
	};
	struct paragraph *paragraph = g_hash_table_lookup(formatter->lines, &key);

	if (paragraph)
		return paragraph_line(paragraph, 0);
	paragraph = paragraph_new(formatter->typesetter, &span, 1, &style, formatter->env->diags);
	paragraph_break(paragraph, LONG_LINE);
	paragraph_settle(paragraph);
	area_tree_keep(formatter->areas, paragraph, (GDestroyNotify)paragraph_free);
	g_hash_table_insert(formatter->lines, g_memdup2(&key, sizeof key), paragraph);
	return paragraph_line(paragraph, 0);
}

struct paragraph *
standing_paragraph(struct formatter *formatter, const struct fo_node *block, double measure)
{
	const struct fo_node *text = block->first;
	struct key key = {block->style, measure, short_text(block)};
	struct paragraph *paragraph;

	if (!key.text)
		return NULL;
	paragraph = g_hash_table_lookup(formatter->standing, &key);
	if (paragraph) {
		/* What it was measured with, if it was, is not wanted any more. */
		g_hash_table_remove(formatter->measured, text);
		return paragraph;
	}
	paragraph = inline_paragraph(formatter, block, text, NULL, measure);
	paragraph_break(paragraph, measure);
	paragraph_settle(paragraph);
	area_tree_keep(formatter->areas, paragraph, (GDestroyNotify)paragraph_free);
	g_hash_table_insert(formatter->standing, g_memdup2(&key, sizeof key), paragraph);
	return paragraph;
}
