/* tidy: the tree as docs/bulletin-xml.md has it, without what only the way there needed. */
#include "bulletin/assembly.h"

/* Elements whose place is of use to readers of the XML: blocks, and inlines of ours. */
static bool
keeps_place(const xmlNode *node)
{
	static const char *const blocks[] = {"paragraph", "heading", "block_quote", "list", "item",
					     "code_block", "thematic_break", "link"};
	static const char *const ours[] = {"figure", "table", "fact", "entity", "ref", "span",
					   "note", "noteref"};

	for (gsize i = 0; i < G_N_ELEMENTS(blocks); i++) {
		if (tree_is(node, TREE_CM, blocks[i]))
			return true;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(ours); i++) {
		if (tree_is(node, TREE_B, ours[i]))
			return true;
	}
	return false;
}

/* A run takes in the runs that follow it. */
static void
join_runs(xmlNode *run)
{
	while (tree_is(run->next, TREE_CM, "text")) {
		xmlNode *next = run->next;

		if (next->children)
			xmlNodeAddContent(run, next->children->content);
		tree_drop(next);
	}
}

static void
unwrap_abandoned(xmlNode *tree)
{
	xmlNode *node = tree, *next;

	for (; node; node = next) {
		next = tree_next(node, tree, false);
		if (tree_is(node, TREE_B, "abandoned"))
			tree_unwrap(node);
	}
}

void
tidy_tree(xmlNode *tree)
{
	unwrap_abandoned(tree);
	for (xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		tree_unset(node, "end");
		tree_unset(node, "anchor");
		if (!keeps_place(node))
			tree_unset(node, "sourcepos");
		if (tree_is(node, TREE_CM, "text"))
			join_runs(node);
	}
}
