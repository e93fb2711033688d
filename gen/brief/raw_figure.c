/* raw_figure: an image of a figure alone in its paragraph is a block. */
#include "brief/raw_figure.h"

#include <stdbool.h>
#include <string.h>

#include "base/diag.h"
#include "brief/tree.h"

/* A line end, or blanks at one. */
static bool
is_nothing(const xmlNode *node)
{
	const xmlNode *text = node->children;

	if (tree_is(node, TREE_CM, "softbreak") || tree_is(node, TREE_CM, "linebreak"))
		return true;
	return tree_is(node, TREE_CM, "text") &&
	       (!text ||
		strspn((const char *)text->content, " \t") == strlen((const char *)text->content));
}

static bool
holds_only_figures(const xmlNode *paragraph)
{
	bool found = false;

	for (const xmlNode *child = paragraph->children; child; child = child->next) {
		if (tree_is(child, TREE_B, "raw-figure"))
			found = true;
		else if (!is_nothing(child) && !tree_is(child, TREE_B, "raw-anchor"))
			return false;
	}
	return found;
}

int
raw_figure_lift(xmlNode *paragraph)
{
	xmlNode *child, *next;
	int lifted = 0;

	if (!holds_only_figures(paragraph))
		return 0;
	for (child = paragraph->children; child; child = next) {
		next = child->next;
		if (!tree_is(child, TREE_B, "raw-figure"))
			continue;
		xmlAddPrevSibling(paragraph, child);
		lifted++;
	}
	for (child = paragraph->children; child; child = next) {
		next = child->next;
		if (!tree_is(child, TREE_B, "raw-anchor"))
			continue;
		xmlUnlinkNode(child);
		xmlAddChild(paragraph->prev, child);
	}
	tree_drop(paragraph);
	return lifted;
}

static bool
is_block(const xmlNode *figure)
{
	return tree_is(figure->parent, TREE_CM, "document") ||
	       tree_is(figure->parent, TREE_CM, "item") ||
	       tree_is(figure->parent, TREE_CM, "block_quote");
}

void
raw_figure_refuse(xmlNode *tree, const char *file, struct diag_list *diags)
{
	xmlNode *node = tree, *next;

	for (; node; node = next) {
		next = tree_next(node, tree, false);
		if (!tree_is(node, TREE_B, "raw-figure") || is_block(node))
			continue;
		diag_help(diag_add(diags, DIAG_IMAGE_INVALID, tree_loc(node, file),
				   "a figure among other text"),
			  "put it in a paragraph of its own, with a blank line before and after");
		tree_unwrap(node);
	}
}
