/* store: blocks, arrays, strings and trees that die together. */
#include "data/store.h"

#include <stddef.h>

#include "base/yaml.h"

enum { BLOCK_SIZE = 64 << 10 };

struct store {
	GPtrArray *blocks;	/* the last one is being filled */
	gsize used;		/* bytes of the last block */
	GPtrArray *arrays;
	GPtrArray *empty;
	GPtrArray *trees;
	GStringChunk *strings;
};

static void
unref_array(gpointer array)
{
	g_ptr_array_unref(array);
}

static void
free_tree(gpointer tree)
{
	yaml_free(tree);
}

struct store *
store_new(void)
{
	struct store *store = g_new0(struct store, 1);

	store->blocks = g_ptr_array_new_with_free_func(g_free);
	store->used = BLOCK_SIZE;
	store->arrays = g_ptr_array_new_with_free_func(unref_array);
	store->empty = g_ptr_array_new();
	store->trees = g_ptr_array_new_with_free_func(free_tree);
	store->strings = g_string_chunk_new(BLOCK_SIZE);
	return store;
}

void
store_free(struct store *store)
{
	if (!store)
		return;
	g_ptr_array_unref(store->blocks);
	g_ptr_array_unref(store->arrays);
	g_ptr_array_unref(store->empty);
	g_ptr_array_unref(store->trees);
	g_string_chunk_free(store->strings);
	g_free(store);
}

void *
store_alloc(struct store *store, gsize size)
{
	gsize align = _Alignof(max_align_t);
	char *block;

	size = (size + align - 1) / align * align;
	if (size > BLOCK_SIZE / 4) {
		/* Large ones stand alone, before the block that is being filled. */
		block = g_malloc0(size);
		g_ptr_array_insert(store->blocks, 0, block);
		return block;
	}
	if (store->used + size > BLOCK_SIZE) {
		g_ptr_array_add(store->blocks, g_malloc0(BLOCK_SIZE));
		store->used = 0;
	}
	block = store->blocks->pdata[store->blocks->len - 1];
	block += store->used;
	store->used += size;
	return block;
}

GPtrArray *
store_array(struct store *store)
{
	GPtrArray *array = g_ptr_array_new();

	g_ptr_array_add(store->arrays, array);
	return array;
}

GPtrArray *
store_empty(struct store *store)
{
	return store->empty;
}

const char *
store_string(struct store *store, const char *text)
{
	return g_string_chunk_insert(store->strings, text);
}

void
store_tree(struct store *store, struct yaml_tree *tree)
{
	g_ptr_array_add(store->trees, tree);
}
