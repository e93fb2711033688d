/* yaml_tree: nodes put below one another, and found again. */
#include <string.h>

#include "base/yaml_private.h"

enum {
	NODES_OF_BLOCK = 32,
	/* Among so many keys a new one is looked for one by one. */
	FEW_KEYS = 12
};

struct yaml_tree {
	struct yaml_node *root;
	GStringChunk *texts; /* keys and scalars of all nodes */
	GPtrArray *blocks;   /* NODES_OF_BLOCK nodes each */
	guint used;	     /* nodes of the last block */
};

static struct yaml_node *
node_new(struct yaml_tree *tree, enum yaml_type type, struct loc at)
{
	struct yaml_node *node;

	if (tree->used == NODES_OF_BLOCK) {
		g_ptr_array_add(tree->blocks, g_new0(struct yaml_node, NODES_OF_BLOCK));
		tree->used = 0;
	}
	node = (struct yaml_node *)tree->blocks->pdata[tree->blocks->len - 1] + tree->used++;
	node->type = type;
	node->at = at;
	return node;
}

static void
block_free(gpointer data)
{
	struct yaml_node *nodes = data;

	for (gsize i = 0; i < NODES_OF_BLOCK; i++) {
		if (nodes[i].items)
			g_ptr_array_unref(nodes[i].items);
	}
	g_free(nodes);
}

static void
frame_clear(gpointer data)
{
	struct yaml_frame *frame = data;

	if (frame->keys)
		g_hash_table_unref(frame->keys);
}

void
yaml_build(struct yaml_builder *builder)
{
	struct yaml_tree *tree = g_new0(struct yaml_tree, 1);

	tree->texts = g_string_chunk_new(4096);
	tree->blocks = g_ptr_array_new_with_free_func(block_free);
	tree->used = NODES_OF_BLOCK;
	builder->tree = tree;
	builder->frames = g_array_new(FALSE, FALSE, sizeof(struct yaml_frame));
	g_array_set_clear_func(builder->frames, frame_clear);
}

struct yaml_tree *
yaml_build_end(struct yaml_builder *builder, bool whole)
{
	g_array_unref(builder->frames);
	if (!whole)
		builder->tree->root = NULL;
	return builder->tree;
}

struct yaml_frame *
yaml_innermost(const struct yaml_builder *builder)
{
	if (builder->frames->len == 0)
		return NULL;
	return &g_array_index(builder->frames, struct yaml_frame, builder->frames->len - 1);
}

bool
yaml_wants_key(const struct yaml_builder *builder)
{
	const struct yaml_frame *frame = yaml_innermost(builder);

	return frame && frame->node->type == YAML_MAPPING && !frame->key;
}

const char *
yaml_keep(struct yaml_builder *builder, const char *text, gsize size)
{
	return g_string_chunk_insert_len(builder->tree->texts, text, (gssize)size);
}

/* Puts a new node below the open mapping or sequence, or as the root. */
static void
place_node(struct yaml_builder *builder, struct yaml_node *node)
{
	struct yaml_frame *frame = yaml_innermost(builder);

	if (!frame) {
		builder->tree->root = node;
		return;
	}
	if (frame->node->type == YAML_MAPPING) {
		node->key = frame->key;
		node->key_at = frame->key_at;
		frame->key = NULL;
		if (frame->keys)
			g_hash_table_insert(frame->keys, (gpointer)node->key, node);
	}
	/* An empty value has no mark of its own. */
	if (node->at.line == 0)
		node->at = node->key ? node->key_at : frame->node->at;
	g_ptr_array_add(frame->node->items, node);
}

/* The value of a key in the open mapping; NULL where it has none yet. */
static const struct yaml_node *
find_earlier(struct yaml_frame *frame, const char *key)
{
	GPtrArray *items = frame->node->items;

	if (items->len < FEW_KEYS)
		return yaml_find(frame->node, key);
	if (!frame->keys) {
		frame->keys = g_hash_table_new(g_str_hash, g_str_equal);
		for (guint i = 0; i < items->len; i++) {
			struct yaml_node *item = items->pdata[i];

			g_hash_table_insert(frame->keys, (gpointer)item->key, item);
		}
	}
	return g_hash_table_lookup(frame->keys, key);
}

const struct yaml_node *
yaml_put_key(struct yaml_builder *builder, const char *key, struct loc at)
{
	struct yaml_frame *frame = yaml_innermost(builder);
	const struct yaml_node *earlier = find_earlier(frame, key);

	if (earlier)
		return earlier;
	frame->key = key;
	frame->key_at = at;
	return NULL;
}

void
yaml_put_scalar(struct yaml_builder *builder, const char *text, struct loc at, bool quoted)
{
	struct yaml_node *node = node_new(builder->tree, YAML_SCALAR, at);

	node->text = text;
	node->quoted = quoted;
	place_node(builder, node);
}

bool
yaml_open(struct yaml_builder *builder, enum yaml_type type, struct loc at)
{
	struct yaml_frame frame = {0};

	if (builder->frames->len >= YAML_DEPTH_LIMIT)
		return false;
	frame.node = node_new(builder->tree, type, at);
	frame.node->items = g_ptr_array_new();
	place_node(builder, frame.node);
	g_array_append_val(builder->frames, frame);
	return true;
}

void
yaml_close(struct yaml_builder *builder)
{
	g_array_set_size(builder->frames, builder->frames->len - 1);
}

const struct yaml_node *
yaml_root(const struct yaml_tree *tree)
{
	return tree->root;
}

void
yaml_free(struct yaml_tree *tree)
{
	if (!tree)
		return;
	g_ptr_array_unref(tree->blocks);
	g_string_chunk_free(tree->texts);
	g_free(tree);
}

const struct yaml_node *
yaml_find(const struct yaml_node *node, const char *key)
{
	if (!node || node->type != YAML_MAPPING)
		return NULL;
	for (guint i = 0; i < node->items->len; i++) {
		const struct yaml_node *item = node->items->pdata[i];

		/* Most keys differ in their first letter. */
		if (*item->key == *key && strcmp(item->key, key) == 0)
			return item;
	}
	return NULL;
}
