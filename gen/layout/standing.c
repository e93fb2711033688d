/* standing: see standing.h. */
#include "layout/standing.h"

#include <string.h>
#include "layout/inline.h"

/* In bytes; longer texts seldom recur. */
#define LONGEST_TEXT 160

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

struct paragraph *
standing_paragraph(struct formatter *formatter, const struct fo_node *block, double measure)
{
	const struct fo_node *text = block->first;
	struct key key = {block->style, measure, NULL};
	struct paragraph *paragraph;

	if (!text || text->kind != FO_TEXT || text->next || strlen(text->text) > LONGEST_TEXT)
		return NULL;
	key.text = text->text;
	paragraph = g_hash_table_lookup(formatter->standing, &key);
	if (paragraph)
		return paragraph;
	paragraph = inline_paragraph(formatter, block, text, NULL, measure);
	paragraph_break(paragraph, measure);
	paragraph_settle(paragraph);
	area_tree_keep(formatter->areas, paragraph, (GDestroyNotify)paragraph_free);
	g_hash_table_insert(formatter->standing, g_memdup2(&key, sizeof key), paragraph);
	return paragraph;
}
