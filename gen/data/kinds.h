/* kinds: what kinds of incidents a publication adds to the vocabulary (contract section 3). */
#ifndef CHANCERY_DATA_KINDS_H
#define CHANCERY_DATA_KINDS_H

#include <glib.h>

struct kinds;
struct store;

/*
 * Of the publication in dir, read when first asked for: few use other kinds than those of the vocabulary, and every label file has
 * to be looked through.  The store must outlive the result.
 */
struct kinds *kinds_new(const char *dir, struct store *store);
void kinds_free(struct kinds *kinds);

/*
 * The X of every label kind.X in the publication's label files, each once: const char *, lent.  What is wrong with a label
 * file is said where its language is opened, not here.
 */
const GPtrArray *kinds_list(struct kinds *kinds);

#endif
