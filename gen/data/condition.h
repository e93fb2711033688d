/*
 * condition: the `where` of a query: which rows count.
 *
 * All conditions must hold.  A value that is missing neither matches nor fails to: a row without it
 * is never selected, under `not` either.
 */
#ifndef CHANCERY_DATA_CONDITION_H
#define CHANCERY_DATA_CONDITION_H

#include <stdbool.h>
#include "data/relation.h"

struct diag_list;
struct yaml_node;
struct conditions;

/*
 * From the mapping under `where` (NULL: every row); wrong shapes are diagnostics and left out.
 * Never NULL.
 */
struct conditions *conditions_read(const struct yaml_node *node, struct diag_list *diags);
/* Adds the values that `where` asks for in a column, those under `not` left out: char *, lent. */
void conditions_wanted(const struct conditions *conditions, const char *column, GPtrArray *values);
void conditions_free(struct conditions *conditions);

/*
 * Do the columns exist, and are the values such as may stand in them?  False with
 * schema-unknown-key, schema-value, date-invalid, entity-unknown, cite-unknown at the key or value.
 */
bool conditions_check(const struct conditions *conditions, const struct relation *relation,
		      struct diag_list *diags);

/*
 * The rows that count, by their index: gsize, ascending; the caller unrefs.  Only for conditions
 * that conditions_check found good.
 */
GArray *conditions_select(const struct conditions *conditions, const struct relation *relation);

#endif
