/* convert: cmark's tree of a brief to bulletin XML. */
#include "brief/convert.h"

#include <cmark.h>
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "brief/inlines.h"
#include "brief/limits.h"
#include "brief/note.h"
#include "brief/pipe_table.h"
#include "brief/raw_figure.h"
#include "brief/tree.h"

/* Where the walk over cmark's blocks stands. */
struct walk {
	struct conversion *cv;
	cmark_iter *iter;
	GPtrArray *open;	 /* xmlNode *: the open containers, innermost last */
	struct passage *passage; /* the block being read */
	int quotes;		 /* open block quotations */
};

void
convert_too_deep(struct conversion *cv, struct loc at)
{
	if (!cv->too_deep)
		diag_help(diag_add(cv->diags, DIAG_INPUT_TOO_LARGE, at, "nested more than %d deep",
				   LIMIT_DEPTH),
			  "what is inside is left out");
	cv->too_deep = true;
}

static struct loc
loc_of_block(const struct conversion *cv, cmark_node *node)
{
	struct loc at = {.file = cv->text.file, .line = cmark_node_get_start_line(node)};
	gsize length = 0;
	const char *line = brief_text_line(&cv->text, at.line, &length);
	gsize byte = (gsize)MAX(cmark_node_get_start_column(node) - 1, 0);

	at.column = line ? text_column(line, MIN(byte, length)) : 1;
	return at;
}

static xmlNode *
add_block_in(struct walk *walk, cmark_node *node, enum tree_space space, const char *name)
{
	xmlNode *parent = g_ptr_array_index(walk->open, walk->open->len - 1);
	xmlNode *block = tree_add(parent, space, name);

	tree_set_loc(block, loc_of_block(walk->cv, node));
	return block;
}

static xmlNode *
add_block(struct walk *walk, cmark_node *node, const char *name)
{
	return add_block_in(walk, node, TREE_CM, name);
}

static void
skip_children(struct walk *walk, cmark_node *node)
{
	cmark_iter_reset(walk->iter, node, CMARK_EVENT_EXIT);
}

static struct passage *
read_block(struct walk *walk, cmark_node *node)
{
	passage_read_block(walk->passage, &walk->cv->text, cmark_node_get_start_line(node),
			   cmark_node_get_start_column(node), cmark_node_get_end_line(node),
			   walk->quotes);
	return walk->passage;
}

static void
add_paragraph(struct walk *walk, cmark_node *node)
{
	struct passage *passage = read_block(walk, node);
	xmlNode *block;

	skip_children(walk, node);
	if (pipe_table_is(passage)) {
		block = add_block_in(walk, node, TREE_B, "table");
		pipe_table_convert(walk->cv, passage, block);
		return;
	}
	block = add_block(walk, node, "paragraph");
	inlines_convert(walk->cv, node, passage, block);
	if (note_split(walk->cv, block))
		walk->cv->loose_figures -= raw_figure_lift(block);
}

static void
add_heading(struct walk *walk, cmark_node *node)
{
	struct passage *passage = read_block(walk, node);
	xmlNode *block = add_block(walk, node, "heading");

	skip_children(walk, node);
	tree_set_int(block, "level", cmark_node_get_heading_level(node));
	inlines_convert(walk->cv, node, passage, block);
}

static void
add_code_block(struct walk *walk, cmark_node *node)
{
	xmlNode *block = add_block(walk, node, "code_block");
	const char *info = cmark_node_get_fence_info(node);
	const char *literal = cmark_node_get_literal(node);
	size_t length = strlen(literal);

	if (info && *info)
		tree_set(block, "info", info);
	if (length > 0 && literal[length - 1] == '\n')
		length--;
	xmlNodeAddContentLen(block, BAD_CAST literal, (int)length);
}

static void
add_list(struct walk *walk, cmark_node *node)
{
	xmlNode *block = add_block(walk, node, "list");
	bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;

	tree_set(block, "type", ordered ? "ordered" : "bullet");
	if (ordered)
		tree_set_int(block, "start", cmark_node_get_list_start(node));
	tree_set(block, "tight", cmark_node_get_list_tight(node) ? "true" : "false");
	g_ptr_array_add(walk->open, block);
}

static void
refuse_html(struct walk *walk, cmark_node *node)
{
	inlines_refuse_html(walk->cv, cmark_node_get_literal(node), loc_of_block(walk->cv, node));
}

static void
enter(struct walk *walk, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		walk->quotes++;
		g_ptr_array_add(walk->open, add_block(walk, node, "block_quote"));
		break;
	case CMARK_NODE_LIST:
		add_list(walk, node);
		break;
	case CMARK_NODE_ITEM:
		g_ptr_array_add(walk->open, add_block(walk, node, "item"));
		break;
	case CMARK_NODE_PARAGRAPH:
		add_paragraph(walk, node);
		break;
	case CMARK_NODE_HEADING:
		add_heading(walk, node);
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_code_block(walk, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		add_block(walk, node, "thematic_break");
		break;
	case CMARK_NODE_HTML_BLOCK:
		refuse_html(walk, node);
		break;
	default:
		break;
	}
}

static bool
is_container(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_LIST:
	case CMARK_NODE_ITEM:
		return true;
	default:
		return false;
	}
}

static void
step(struct walk *walk, cmark_node *node, cmark_event_type event)
{
	if (event == CMARK_EVENT_ENTER && is_container(node) && walk->open->len > LIMIT_DEPTH) {
		convert_too_deep(walk->cv, loc_of_block(walk->cv, node));
		skip_children(walk, node);
		return;
	}
	if (event == CMARK_EVENT_ENTER) {
		enter(walk, node);
	} else if (is_container(node)) {
		g_ptr_array_set_size(walk->open, (int)walk->open->len - 1);
		if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE)
			walk->quotes--;
	}
}

void
convert_body(struct conversion *cv, cmark_node *body)
{
	g_autoptr(GPtrArray) open = g_ptr_array_new();
	g_autoptr(Passage) passage = passage_new(cv->text.file);
	struct walk walk = {
		.cv = cv, .iter = cmark_iter_new(body), .open = open, .passage = passage};
	cmark_event_type event;

	g_ptr_array_add(open, xmlDocGetRootElement(cv->doc));
	while ((event = cmark_iter_next(walk.iter)) != CMARK_EVENT_DONE)
		step(&walk, cmark_iter_get_node(walk.iter), event);
	cmark_iter_free(walk.iter);
}

void
convert_fragment(struct conversion *cv, struct passage *passage, xmlNode *into)
{
	gsize start = strlen(FRAGMENT_START);
	cmark_node *tree, *block;

	if (inlines_add_plain(passage, start, passage->text->len, into))
		return;
	tree = cmark_parse_document(passage->text->str, passage->text->len, CMARK_OPT_SOURCEPOS);
	block = cmark_node_first_child(tree);
	if (block && cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH)
		inlines_convert(cv, block, passage, into);
	cmark_node_free(tree);
}
