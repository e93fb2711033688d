/* anchor: the author's own names for blocks. */
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"

bool
target_add(struct assembly *a, const char *id, xmlNode *block, struct loc at)
{
	const struct target *earlier = g_hash_table_lookup(a->targets, id);
	struct target *target;

	if (earlier) {
		diag_relate(diag_add(a->env->diags, DIAG_ID_DUPLICATE, at,
				     "the id “%s” is used twice in this brief", id),
			    earlier->at, "first here");
		return false;
	}
	target = g_new0(struct target, 1);
	target->block = block;
	target->at = at;
	g_hash_table_insert(a->targets, g_strdup(id), target);
	return true;
}

static bool
is_block(const xmlNode *node)
{
	return tree_is(node, TREE_CM, "paragraph") || tree_is(node, TREE_CM, "heading") ||
	       tree_is(node, TREE_B, "raw-figure") || tree_is(node, TREE_B, "table");
}

/* Nothing in it but anchors, blanks and line ends. */
static bool
is_bare(const xmlNode *block)
{
	for (const xmlNode *child = block->children; child; child = child->next) {
		bool blank = tree_is(child, TREE_CM, "text") &&
			     (!child->children ||
			      strspn((const char *)child->children->content, " \t") ==
				      strlen((const char *)child->children->content));

		if (!blank && !tree_is(child, TREE_B, "raw-anchor") &&
		    !tree_is(child, TREE_CM, "softbreak"))
			return false;
	}
	return tree_is(block, TREE_CM, "paragraph");
}

/* The block an anchor stands in; one alone in a paragraph names what comes next. */
static xmlNode *
block_of(xmlNode *anchor)
{
	xmlNode *block = anchor->parent;

	while (block && !is_block(block))
		block = block->type == XML_ELEMENT_NODE ? block->parent : NULL;
	while (block && is_bare(block) && block->next)
		block = block->next;
	return block;
}

static void
take_anchor(struct assembly *a, xmlNode *anchor)
{
	xmlNode *block = block_of(anchor);
	const char *id = tree_find(anchor, "path");

	if (!block)
		return;
	if (!tree_find(block, "anchor") && !g_hash_table_contains(a->targets, id))
		tree_set(block, "anchor", id);
	target_add(a, id, block, tree_loc(anchor, a->file));
}

void
anchor_collect(struct assembly *a)
{
	g_autoptr(GPtrArray) anchors = g_ptr_array_new();

	for (xmlNode *node = a->document; node; node = tree_next(node, a->document, false)) {
		if (!tree_is(node, TREE_B, "raw-anchor"))
			continue;
		take_anchor(a, node);
		g_ptr_array_add(anchors, node);
	}
	for (guint i = 0; i < anchors->len; i++) {
		xmlNode *anchor = g_ptr_array_index(anchors, i), *parent = anchor->parent;
		bool bare = parent && is_bare(parent) && parent->next;

		tree_drop(anchor);
		if (bare && !parent->children)
			tree_drop(parent);
	}
}
