/*
 * coined: the words that a publication adds to the vocabularies (contract section 3): a kind of incident by a label kind.X,
 * a counted noun by a label n.X.
 */
#ifndef CHANCERY_DATA_COINED_H
#define CHANCERY_DATA_COINED_H

#include <glib.h>

struct coined;
struct store;

/*
 * Of the publication in dir, read when first asked for: few use other words than those that every publication has, and
 * every label file has to be looked through.  The store must outlive the result.
 */
struct coined *coined_new(const char *dir, struct store *store);
void coined_free(struct coined *coined);

/*
 * The X of every label kind.X or n.X in the publication's label files that is none of those words, each once: const char *,
 * lent.  What is wrong with a label file is said where its language is opened, not here.
 */
const GPtrArray *coined_kinds(struct coined *coined);
const GPtrArray *coined_nouns(struct coined *coined);
/* The same, NULL where nobody has asked for them yet: then no word of the data is one of them. */
const GPtrArray *coined_asked_kinds(const struct coined *coined);
const GPtrArray *coined_asked_nouns(const struct coined *coined);

#endif
