/* yaml_private: the tree, for those who make one: yaml.c by libfyaml, yaml_flat.c by themselves. */
#ifndef CHANCERY_BASE_YAML_PRIVATE_H
#define CHANCERY_BASE_YAML_PRIVATE_H

#include "base/yaml.h"

struct yaml_tree {
	struct yaml_node *root;
	GStringChunk *texts; /* keys and scalars of all nodes */
};

void yaml_node_free(gpointer node);

/*
 * Read a text that has nothing but lines `key: "value"`, comments and blanks, as label files are: a
 * tenth of what the library costs, for hundreds of lines in each of a dozen languages.  False, with
 * tree as it was, for any other text, also one with a key that occurs twice: that is the library's,
 * and so are all errors.
 */
bool yaml_read_flat(struct yaml_tree *tree, const char *text, const char *file, int line_offset);

#endif
