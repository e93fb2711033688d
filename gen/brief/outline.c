/* outline: what the checks want of a brief. */
#include "brief/outline.h"

#include <string.h>

#include "brief/brief.h"
#include "brief/tree.h"

struct reader {
	struct outline *outline;
	GHashTable *blocks; /* xmlNode * -> struct block *, lent */
};

static void
span_clear(gpointer data)
{
	struct span *span = data;

	g_free(span->text);
	g_free(span->path);
	g_free(span->fragment);
	g_free(span->claim);
	g_free(span->form);
}

static void
block_free(gpointer data)
{
	struct block *block = data;

	g_array_unref(block->spans);
	g_free(block->id);
	g_free(block);
}

void
outline_free(struct outline *outline)
{
	if (!outline)
		return;
	g_ptr_array_unref(outline->blocks);
	g_free(outline);
}

const struct block *
outline_block(const struct outline *outline, guint at)
{
	return g_ptr_array_index(outline->blocks, at);
}

const struct span *
block_span(const struct block *block, guint at)
{
	return &g_array_index(block->spans, struct span, at);
}

/* ---- blocks ---- */

static struct block *
add_block(struct reader *reader, const xmlNode *node, enum block_kind kind)
{
	struct block *block = g_new0(struct block, 1);

	block->kind = kind;
	block->spans = g_array_new(FALSE, TRUE, sizeof(struct span));
	g_array_set_clear_func(block->spans, span_clear);
	block->at = tree_loc(node, reader->outline->file);
	g_ptr_array_add(reader->outline->blocks, block);
	g_hash_table_insert(reader->blocks, (gpointer)node, block);
	return block;
}

static enum block_kind
kind_of_paragraph(const xmlNode *paragraph)
{
	if (tree_above(paragraph, TREE_B, "note"))
		return BLOCK_NOTE;
	if (tree_above(paragraph, TREE_CM, "block_quote"))
		return BLOCK_QUOTATION;
	return tree_above(paragraph, TREE_CM, "item") ? BLOCK_ITEM : BLOCK_PARAGRAPH;
}

static void
add_heading(struct reader *reader, const xmlNode *node)
{
	const char *level = tree_find(node, "level");

	add_block(reader, node, BLOCK_HEADING)->level =
		level ? (int)g_ascii_strtoll(level, NULL, 10) : 1;
}

static void
add_figure(struct reader *reader, const xmlNode *node)
{
	bool table = g_strcmp0(tree_find(node, "kind"), "table") == 0;

	add_block(reader, node, table ? BLOCK_TABLE : BLOCK_FIGURE)->id =
		g_strdup(tree_find(node, "path"));
}

static void
add_pipe_table(struct reader *reader, const xmlNode *node)
{
	struct block *block = add_block(reader, node, BLOCK_TABLE);

	block->id = g_strdup("");
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (tree_is(child, TREE_B, "columns"))
			block->columns = (int)xmlChildElementCount((xmlNode *)child);
	}
}

/* True where the node begins a block. */
static bool
open_block(struct reader *reader, const xmlNode *node)
{
	static const struct {
		const char *name;
		enum block_kind kind;
	} ours[] = {{"title", BLOCK_TITLE},
		    {"subtitle", BLOCK_SUBTITLE},
		    {"summary", BLOCK_SUMMARY},
		    {"th", BLOCK_CELL},
		    {"td", BLOCK_CELL}};

	if (tree_is(node, TREE_CM, "paragraph"))
		add_block(reader, node, kind_of_paragraph(node));
	else if (tree_is(node, TREE_CM, "heading"))
		add_heading(reader, node);
	else if (tree_is(node, TREE_B, "raw-figure"))
		add_figure(reader, node);
	else if (tree_is(node, TREE_B, "table"))
		add_pipe_table(reader, node);
	else {
		for (gsize i = 0; i < G_N_ELEMENTS(ours); i++) {
			if (tree_is(node, TREE_B, ours[i].name)) {
				add_block(reader, node, ours[i].kind);
				return true;
			}
		}
		return false;
	}
	return true;
}

/* The block a node stands in, or NULL: blanks between blocks. */
static struct block *
block_of(const struct reader *reader, const xmlNode *node)
{
	struct block *block = NULL;

	for (; node && !block; node = node->parent)
		block = g_hash_table_lookup(reader->blocks, node);
	return block;
}

/* ---- spans ---- */

/* Does a link only show where it goes? */
static bool
shows_address(const xmlNode *link)
{
	g_autofree char *words = tree_plain(link);
	const char *address = tree_find(link, "destination");

	return address && (strcmp(words, address) == 0 || g_str_has_suffix(address, words));
}

/* What the element is to the checks; TEXT where its children say it. */
static enum span_kind
kind_of_node(const xmlNode *node)
{
	static const struct {
		const char *name;
		enum span_kind kind;
	} ours[] = {{"raw-fact", SPAN_FACT},	 {"raw-cite", SPAN_CITE},
		    {"raw-entity", SPAN_ENTITY}, {"raw-ref", SPAN_QUIET},
		    {"raw-literal", SPAN_QUIET}, {"span", SPAN_QUIET}};

	for (gsize i = 0; i < G_N_ELEMENTS(ours); i++) {
		if (tree_is(node, TREE_B, ours[i].name))
			return ours[i].kind;
	}
	if (tree_is(node, TREE_CM, "code") ||
	    (tree_is(node, TREE_CM, "link") && shows_address(node)))
		return SPAN_QUIET;
	return SPAN_TEXT;
}

static void
add_span(struct reader *reader, const xmlNode *node, enum span_kind kind, char *text)
{
	struct block *block = block_of(reader, node);
	struct span span = {.kind = kind, .text = text};

	if (!block) {
		g_free(text);
		return;
	}
	span.at =
		tree_loc(node->type == XML_TEXT_NODE ? node->parent : node, reader->outline->file);
	if (kind != SPAN_TEXT) {
		span.path = g_strdup(tree_find(node, "path"));
		span.fragment = g_strdup(tree_find(node, "fragment"));
		span.claim = g_strdup(tree_find(node, "claim"));
		span.form = g_strdup(tree_find(node, "form"));
	}
	g_array_append_val(block->spans, span);
}

/* True where what is below the node has been read with it. */
static bool
read_inline(struct reader *reader, const xmlNode *node)
{
	enum span_kind kind;

	if (node->type == XML_TEXT_NODE) {
		add_span(reader, node, SPAN_TEXT, g_strdup((const char *)node->content));
		return false;
	}
	if (tree_is(node, TREE_CM, "softbreak") || tree_is(node, TREE_CM, "linebreak")) {
		add_span(reader, node, SPAN_TEXT, g_strdup(" "));
		return false;
	}
	kind = kind_of_node(node);
	if (kind != SPAN_TEXT)
		add_span(reader, node, kind, tree_plain(node));
	return kind != SPAN_TEXT || tree_is(node, TREE_CM, "code_block");
}

static void
read_tree(struct reader *reader, const xmlNode *tree)
{
	bool skip = false;

	for (const xmlNode *node = tree; node; node = tree_next(node, tree, skip))
		skip = !open_block(reader, node) && read_inline(reader, node);
}

struct outline *
outline_new(const struct brief *brief)
{
	g_autoptr(GHashTable) blocks = g_hash_table_new(NULL, NULL);
	struct reader reader = {.outline = g_new0(struct outline, 1), .blocks = blocks};
	const xmlNode *trees[] = {brief->title, brief->subtitle, brief->summary,
				  xmlDocGetRootElement(brief->doc)};

	reader.outline->file = brief->file;
	reader.outline->blocks = g_ptr_array_new_with_free_func(block_free);
	for (gsize i = 0; i < G_N_ELEMENTS(trees); i++) {
		if (trees[i])
			read_tree(&reader, trees[i]);
	}
	return reader.outline;
}
