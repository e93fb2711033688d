/*
 * yaml: a YAML file as a light tree with a place for every node.  The only user of libfyaml.
 *
 * One document a file; anchors, aliases and tags are yaml-syntax errors; keys are plain scalars; a key that occurs twice in a
 * mapping is yaml-syntax at the second.  Every scalar is text: what it means is the schema's affair ("281.10" stays so).
 * The tree owns its nodes; text is NUL-terminated UTF-8.
 */
#ifndef CHANCERY_BASE_YAML_H
#define CHANCERY_BASE_YAML_H

#include <glib.h>
#include <stdbool.h>
#include "base/diag.h"

enum yaml_type { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING };

struct yaml_node {
	enum yaml_type type;
	struct loc at;		/* of the value, inside its quotes; of the key when it is empty */
	const char *text;	/* scalar: its text, never NULL */
	bool quoted;		/* scalar: written with quotes or as a block, so never null, true or a number */
	const char *key;	/* in a mapping: the key this node is the value of, else NULL */
	struct loc key_at;
	GPtrArray *items;	/* sequence and mapping: struct yaml_node *, in order; NULL for a scalar */
};

struct yaml_tree;

/*
 * Read the text of a file (already through text_read).  Returns the tree; its root is NULL for an empty file or after
 * yaml-syntax (one a file, added to diags).  file is interned by the callee; line_offset is added to every line (front matter).
 */
struct yaml_tree *yaml_read(const char *text, const char *file, int line_offset, struct diag_list *diags);
const struct yaml_node *yaml_root(const struct yaml_tree *tree);
void yaml_free(struct yaml_tree *tree);
typedef struct yaml_tree YamlTree;	/* for g_autoptr(YamlTree) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(YamlTree, yaml_free)

/* The value of key in a mapping, or NULL (also when node is NULL or no mapping). */
const struct yaml_node *yaml_find(const struct yaml_node *node, const char *key);

/* text_read and yaml_read of a file; NULL with error set when it cannot be read, else a tree. */
struct yaml_tree *yaml_load(const char *path, const char *file, struct diag_list *diags, GError **error);

/* One line `key: "text"`. */
struct yaml_pair {
	const char *key, *text;
};

/*
 * The pairs of a text that has nothing but such lines, their keys in byte order, comments and blanks, as label files have:
 * a hundredth of what the library costs, for hundreds of lines in each of a dozen languages.  struct yaml_pair, lent from
 * text, which is cut where they end; the caller unrefs.  NULL, with text as it was, for any other: yaml_read reads that,
 * and tells its errors.
 */
GArray *yaml_flat(char *text);

#endif
