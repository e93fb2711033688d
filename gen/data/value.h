/*
 * value: the values of a mapping as the model wants them.
 *
 * For nodes that schema_check has seen: what it complained of is read as absent here, without a
 * second word.  Strings are lent from the tree, which the store keeps.  node may be NULL or no
 * mapping: then nothing is there.
 */
#ifndef CHANCERY_DATA_VALUE_H
#define CHANCERY_DATA_VALUE_H

#include "data/model.h"

struct schema_record;
struct store;
struct diag_list;
struct yaml_node;

/* The text of a scalar that is not null or empty, else NULL. */
const char *value_string(const struct yaml_node *node, const char *key);
/*
 * The same if it is one of the words the record's table allows for the key, else otherwise (may be
 * NULL).
 */
const char *value_word(const struct yaml_node *node, const struct schema_record *record,
		       const char *key, const char *otherwise);
bool value_true(const struct yaml_node *node, const char *key);
/* 0 if absent. */
int value_integer(const struct yaml_node *node, const char *key);
bool value_decimal(const struct yaml_node *node, const char *key, struct decimal *out);
/* False, with schema-value at its max, where node has a min and a max that lies below it. */
bool value_check_bounds(const struct yaml_node *node, struct diag_list *diags);
bool value_date(const struct yaml_node *node, const char *key, struct edtf *out);
/* Where the value of a key stands; where node does without the key. */
struct loc value_at(const struct yaml_node *node, const char *key);
enum hedge value_hedge(const struct yaml_node *node);

/* One string or a list of them, as const char *; never NULL, empty if there are none. */
GPtrArray *value_strings(struct store *store, const struct yaml_node *node, const char *key);
/* An id, or a mapping with `id` and `at` or `hedge`; false if absent. */
bool value_source(const struct yaml_node *node, const char *key, struct source_at *out);
/* A list of such, as struct source_at *; never NULL. */
GPtrArray *value_sources(struct store *store, const struct yaml_node *node, const char *key);

/* A text, or NULL if absent. */
struct text *value_text(struct store *store, const struct yaml_node *node, const char *key);
/* A text of a node; NULL for a node without any. */
struct text *text_of_node(struct store *store, const struct yaml_node *node);
/* One plain text for all languages; string is not copied. */
struct text *text_of_string(struct store *store, const char *string, struct loc at);
/* Per language one form or several, as struct text_entry *; never NULL. */
GPtrArray *value_forms(struct store *store, const struct yaml_node *node, const char *key);

#endif
