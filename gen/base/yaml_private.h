/*
 * yaml_private: how a YAML text becomes a tree, whoever reads it.
 *
 * A builder puts keys, scalars, mappings and sequences where they come: below the innermost that is open.  It owns the tree
 * until yaml_build_end; texts that are given to it must live as long as the tree (yaml_keep).
 */
#ifndef CHANCERY_BASE_YAML_PRIVATE_H
#define CHANCERY_BASE_YAML_PRIVATE_H

#include "base/yaml.h"

/* libfyaml promises no more than 64 levels; beyond them it reports an error of its own. */
enum { YAML_DEPTH_LIMIT = 60 };

struct yaml_builder {
	struct yaml_tree *tree;
	GArray *frames;		/* struct yaml_frame, innermost last */
};

/* A mapping or sequence that is still open. */
struct yaml_frame {
	struct yaml_node *node;
	GHashTable *keys;	/* mapping of many: key to the node of its value, for duplicates; else NULL */
	const char *key;	/* mapping: read, its value still to come; NULL otherwise */
	struct loc key_at;
};

void yaml_build(struct yaml_builder *builder);
/* The tree, without its root if that is not to stand. */
struct yaml_tree *yaml_build_end(struct yaml_builder *builder, bool whole);

/* NULL outside of all. */
struct yaml_frame *yaml_innermost(const struct yaml_builder *builder);
/* Must what comes next be a key? */
bool yaml_wants_key(const struct yaml_builder *builder);

/* A copy of a text, of the tree. */
const char *yaml_keep(struct yaml_builder *builder, const char *text, gsize size);
/* NULL, or the value that the key already has: then it is not put. */
const struct yaml_node *yaml_put_key(struct yaml_builder *builder, const char *key, struct loc at);
void yaml_put_scalar(struct yaml_builder *builder, const char *text, struct loc at, bool quoted);
/* False beyond YAML_DEPTH_LIMIT. */
bool yaml_open(struct yaml_builder *builder, enum yaml_type type, struct loc at);
void yaml_close(struct yaml_builder *builder);

/* yaml_read by libfyaml; and for texts of the plain kind only: NULL for any other, which may be right or wrong. */
struct yaml_tree *yaml_read_any(const char *text, const char *file, int line_offset, struct diag_list *diags);
struct yaml_tree *yaml_read_plain(const char *text, const char *file, int line_offset);

#endif
