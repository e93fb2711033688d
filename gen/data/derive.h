/*
 * derive: values computed from facts and series when these are loaded (contract sections 2 and 5).
 *
 * A derived value is a fact without an incident: one claim, a quantity, found by its id.  Until it
 * is computed, and where it cannot be, the claim is a text, so that nobody reads a number that is
 * not there.  Arithmetic is exact; only the result is rounded.
 */
#ifndef CHANCERY_DATA_DERIVE_H
#define CHANCERY_DATA_DERIVE_H

#include <glib.h>

struct dataset;
struct derivation;
struct diag_list;
struct fact;
struct store;
struct yaml_node;

/* The record at node, which has an id, not yet computed; the store's. */
struct derivation *derivation_new(const struct yaml_node *node, struct store *store);
/* Lent; its id is its path. */
const struct fact *derivation_fact(const struct derivation *derivation);

/*
 * Compute all of data->derivations, in whatever order they need each other.  Incidents and series
 * are loaded.  Unknown facts are left to the check of references; everything else that prevents a
 * value is a diagnostic: schema-value, schema-type, fact-part-twice.
 */
void derive_all(struct dataset *data, struct diag_list *diags);

#endif
