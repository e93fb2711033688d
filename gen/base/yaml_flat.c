/* yaml_flat: the plainest YAML there is, read without the library. */
#include <string.h>

#include "base/yaml_private.h"

/* One `key: "value"`. */
struct pair {
	const char *key, *value;
	gsize key_length, value_length;
};

static bool
is_key(char c)
{
	return g_ascii_isalnum(c) || c == '.' || c == '-' || c == '_';
}

/* Keys begin with a letter, so that no sign of YAML's is taken for one; values hold neither quotes
 * nor escapes. */
static bool
read_pair(const char *line, gsize length, struct pair *out)
{
	gsize n = 0;

	while (n < length && is_key(line[n]))
		n++;
	if (!g_ascii_isalpha(line[0]) || length < n + strlen(": \"\"") || n > 128 ||
	    memcmp(line + n, ": \"", 3) != 0 || line[length - 1] != '"')
		return false;
	*out = (struct pair){line, line + n + 3, n, length - n - 4};
	return !memchr(out->value, '"', out->value_length) &&
	       !memchr(out->value, '\\', out->value_length) &&
	       !memchr(out->value, '\t', out->value_length);
}

static struct yaml_node *
pair_node(struct yaml_tree *tree, const struct pair *pair, struct loc line)
{
	struct yaml_node *node = g_new0(struct yaml_node, 1);

	node->type = YAML_SCALAR;
	node->quoted = true;
	node->key = g_string_chunk_insert_len(tree->texts, pair->key, (gssize)pair->key_length);
	node->text =
		g_string_chunk_insert_len(tree->texts, pair->value, (gssize)pair->value_length);
	node->key_at = node->at = line;
	node->key_at.column = 1;
	node->key_at.end_column = 1 + (int)pair->key_length;
	node->at.column = (int)pair->key_length + 4;
	if (pair->value_length > 0)
		node->at.end_column = node->at.column +
				      (int)g_utf8_strlen(node->text, (gssize)pair->value_length);
	return node;
}

static bool
read_lines(struct yaml_tree *tree, struct yaml_node *root, const char *text, struct loc at)
{
	g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);

	for (const char *line = text; *line; at.line++) {
		const char *end = strchrnul(line, '\n');
		struct pair pair;

		if (line != end && *line != '#') {
			struct yaml_node *node;

			if (!read_pair(line, (gsize)(end - line), &pair))
				return false;
			node = pair_node(tree, &pair, at);
			g_ptr_array_add(root->items, node);
			if (root->items->len == 1)
				root->at = (struct loc){at.file, at.line, 1, 0};
			if (!g_hash_table_add(keys, (gpointer)node->key))
				return false;
		}
		line = *end ? end + 1 : end;
	}
	return root->items->len > 0;
}

bool
yaml_read_flat(struct yaml_tree *tree, const char *text, const char *file, int line_offset)
{
	struct yaml_node *root = g_new0(struct yaml_node, 1);

	root->type = YAML_MAPPING;
	root->items = g_ptr_array_new_with_free_func(yaml_node_free);
	if (!read_lines(tree, root, text,
			(struct loc){.file = g_intern_string(file), .line = 1 + line_offset})) {
		yaml_node_free(root);
		return false;
	}
	tree->root = root;
	return true;
}
