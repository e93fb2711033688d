/*
 * store: the memory of everything that is loaded, freed at once.
 *
 * Records are many, small, immutable and live as long as the dataset, so nothing is freed one by
 * one.  Records lend their strings from the YAML trees that are kept here too.
 */
#ifndef CHANCERY_DATA_STORE_H
#define CHANCERY_DATA_STORE_H

#include <glib.h>

struct store;
struct yaml_tree;

struct store *store_new(void);
void store_free(struct store *store);

/* Zeroed memory for any struct; lent. */
void *store_alloc(struct store *store, gsize size);
#define store_new_record(store, type) ((type *)store_alloc(store, sizeof(type)))
/* An array that does not own its elements; lent. */
GPtrArray *store_array(struct store *store);
/* The one array without elements; lent, never to be added to. */
GPtrArray *store_empty(struct store *store);
/* A copy of text; lent. */
const char *store_string(struct store *store, const char *text);
/* Takes the tree over. */
void store_tree(struct store *store, struct yaml_tree *tree);

#endif
