/* kinds: what kinds of incidents a publication adds to the vocabulary (contract section 3). */
#ifndef CHANCERY_DATA_KINDS_H
#define CHANCERY_DATA_KINDS_H

#include <glib.h>

struct store;

/*
 * Add to kinds, each once, the X of every label kind.X in the label files of the publication in dir.  What is wrong with
 * a label file is said where its language is opened, not here.
 */
void kinds_load(const char *dir, struct store *store, GPtrArray *kinds);

#endif
