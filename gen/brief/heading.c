/* heading: levels of headings as the author wrote them to levels below the title. */
#include "brief/heading.h"

#include <stdlib.h>

#include "base/diag.h"
#include "brief/tree.h"

enum { DEEPEST = 5 }; /* HTML has six levels and the title is the first */

static int
level_of(const xmlNode *heading)
{
	return atoi(tree_find(heading, "level"));
}

xmlNode *
heading_take_title(xmlNode *document)
{
	xmlNode *first = document->children;

	if (!tree_is(first, TREE_CM, "heading") || level_of(first) != 1)
		return NULL;
	xmlUnlinkNode(first);
	return first;
}

/* xmlNode *: they stand among blocks, never within a paragraph or table. */
static GPtrArray *
headings_of(xmlNode *document)
{
	GPtrArray *headings = g_ptr_array_new();
	bool skip = false;

	for (xmlNode *node = document; node; node = tree_next(node, document, skip)) {
		bool heading = tree_is(node, TREE_CM, "heading");

		skip = heading || tree_is(node, TREE_CM, "paragraph") ||
		       tree_is(node, TREE_B, "table");
		if (heading)
			g_ptr_array_add(headings, node);
	}
	return headings;
}

static int
highest_level(const GPtrArray *headings)
{
	int highest = 6;

	for (guint i = 0; i < headings->len; i++)
		highest = MIN(highest, level_of(g_ptr_array_index(headings, i)));
	return highest;
}

/* The levels as written of the headings that are open, from the first. */
struct open {
	int levels[DEEPEST + 1];
	int depth;
};

/* A level left out is told, but not published: PDF/UA has none.  What stood side by side does so
 * still. */
static int
nest(struct open *open, int level)
{
	while (open->depth > 0 && open->levels[open->depth - 1] >= level)
		open->depth--;
	open->levels[open->depth++] = level;
	return open->depth;
}

void
heading_normalise(xmlNode *document, const char *file, struct diag_list *diags)
{
	g_autoptr(GPtrArray) headings = headings_of(document);
	int highest = highest_level(headings), before = 0;
	struct open open = {0};

	for (guint i = 0; i < headings->len; i++) {
		xmlNode *node = g_ptr_array_index(headings, i);
		int level = level_of(node) - highest + 1;

		if (level > before + 1)
			diag_help(diag_add(diags, DIAG_HEADING_SKIP, tree_loc(node, file),
					   "a heading %d levels below the one before",
					   level - before),
				  "write %.*s", before + highest, "######");
		before = level;
		tree_set_int(node, "level", MIN(nest(&open, level), DEEPEST));
	}
}
