/* outline: what the checks want of a brief. */
#include "brief/outline.h"

#include <string.h>

#include "brief/brief.h"
#include "brief/tree.h"

/* Of a brief of some pages. */
enum { SPANS_USUAL = 256 };

struct reader {
	struct outline *outline;
	GHashTable *blocks; /* xmlNode * -> struct block *, lent */
	GPtrArray *notes;   /* const xmlNode *: of the block being read, to be read behind it */
	/* What the last span stood in, and the block of that: mostly they are the next one's too.
	 */
	const xmlNode *holder;
	struct block *block;
};

void
outline_free(struct outline *outline)
{
	if (!outline)
		return;
	g_ptr_array_unref(outline->blocks);
	g_array_unref(outline->spans);
	g_string_chunk_free(outline->texts);
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
	return &g_array_index(block->all, struct span, block->first + at);
}

/* A text that lives as long as the outline; NULL for NULL. */
static const char *
keep(struct reader *reader, const char *text)
{
	if (!text || !*text)
		return text ? "" : NULL;
	return g_string_chunk_insert(reader->outline->texts, text);
}

/* ---- blocks ---- */

static void read_tree(struct reader *reader, const xmlNode *tree);

/* The notes of a block come behind it; they hold none themselves. */
static void
read_notes(struct reader *reader)
{
	g_autoptr(GPtrArray) notes = g_steal_pointer(&reader->notes);

	reader->notes = g_ptr_array_new();
	for (guint i = 0; i < notes->len; i++)
		read_tree(reader, notes->pdata[i]);
}

static struct block *
add_block(struct reader *reader, const xmlNode *node, enum block_kind kind)
{
	struct block *block = g_new0(struct block, 1);

	if (reader->notes->len > 0)
		read_notes(reader);
	block->kind = kind;
	block->all = reader->outline->spans;
	block->first = block->all->len;
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
		keep(reader, tree_find(node, "path"));
}

static void
add_pipe_table(struct reader *reader, const xmlNode *node)
{
	struct block *block = add_block(reader, node, BLOCK_TABLE);

	block->id = "";
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
block_of(struct reader *reader, const xmlNode *node)
{
	const xmlNode *holder = node->type == XML_TEXT_NODE ? node->parent->parent : node->parent;

	if (holder && holder == reader->holder)
		return reader->block;
	reader->holder = holder;
	reader->block = NULL;
	for (; node && !reader->block; node = node->parent)
		reader->block = g_hash_table_lookup(reader->blocks, node);
	return reader->block;
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
add_span(struct reader *reader, const xmlNode *node, enum span_kind kind, const char *text)
{
	struct block *block = block_of(reader, node);
	struct span span = {.kind = kind};

	if (!block)
		return;
	span.text = keep(reader, text);
	span.at =
		tree_loc(node->type == XML_TEXT_NODE ? node->parent : node, reader->outline->file);
	if (kind != SPAN_TEXT) {
		span.path = keep(reader, tree_find(node, "path"));
		span.fragment = keep(reader, tree_find(node, "fragment"));
		span.claim = keep(reader, tree_find(node, "claim"));
		span.form = keep(reader, tree_find(node, "form"));
	}
	/* words behind a picture that stands in their paragraph are read with its caption */
	if (block->first + block->n_spans != block->all->len)
		block = g_ptr_array_index(reader->outline->blocks,
					  reader->outline->blocks->len - 1);
	g_array_append_val(reader->outline->spans, span);
	block->n_spans++;
}

/* True where what is below the node has been read with it. */
static bool
read_inline(struct reader *reader, const xmlNode *node)
{
	enum span_kind kind;

	if (node->type == XML_TEXT_NODE) {
		add_span(reader, node, SPAN_TEXT, (const char *)node->content);
		return false;
	}
	if (tree_is(node, TREE_CM, "softbreak") || tree_is(node, TREE_CM, "linebreak")) {
		add_span(reader, node, SPAN_TEXT, " ");
		return false;
	}
	kind = kind_of_node(node);
	if (kind != SPAN_TEXT) {
		/* most citations and figures are without */
		g_autofree char *words = node->children ? tree_plain(node) : NULL;

		add_span(reader, node, kind, words ? words : "");
	}
	return kind != SPAN_TEXT || tree_is(node, TREE_CM, "code_block");
}

static void
read_tree(struct reader *reader, const xmlNode *tree)
{
	bool skip = false;

	for (const xmlNode *node = tree; node; node = tree_next(node, tree, skip)) {
		skip = false;
		/* every run of text stands in an element of this name, which is nothing by itself
		 */
		if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "text") == 0)
			continue;
		if (node != tree && tree_is(node, TREE_B, "note")) {
			g_ptr_array_add(reader->notes, (gpointer)node);
			skip = true;
		} else if (node->type == XML_TEXT_NODE || !open_block(reader, node)) {
			skip = read_inline(reader, node);
		}
	}
}

struct outline *
outline_new(const struct brief *brief)
{
	g_autoptr(GHashTable) blocks = g_hash_table_new(NULL, NULL);
	struct reader reader = {
		.outline = g_new0(struct outline, 1), .blocks = blocks, .notes = g_ptr_array_new()};
	const xmlNode *trees[] = {brief->title, brief->subtitle, brief->summary,
				  xmlDocGetRootElement(brief->doc)};

	reader.outline->file = brief->file;
	reader.outline->spans = g_array_sized_new(FALSE, FALSE, sizeof(struct span), SPANS_USUAL);
	reader.outline->texts = g_string_chunk_new(4096);
	reader.outline->blocks = g_ptr_array_new_with_free_func(g_free);
	for (gsize i = 0; i < G_N_ELEMENTS(trees); i++) {
		if (trees[i])
			read_tree(&reader, trees[i]);
		read_notes(&reader);
	}
	g_ptr_array_unref(reader.notes);
	return reader.outline;
}

bool
span_is_note(const struct span *span)
{
	return g_strcmp0(span->form, "claims") == 0;
}
