/*
 * totals: do the facts that are part of another agree with it?
 *
 * Only `part-of` makes a fact a part; figures that merely look like parts are never added up.  The
 * parts may not come to more than their whole, and where it is `complete`, not to less either. Ends
 * that a qualifier leaves open are not held against anybody; about and estimated are given a
 * twentieth either way.
 */
#ifndef CHANCERY_DATA_TOTALS_H
#define CHANCERY_DATA_TOTALS_H

struct dataset;
struct diag_list;

/* Adds total-parts, at the value of the whole, or at the `part-of` that cannot be.  Derived values
 * are computed. */
void totals_check(const struct dataset *data, struct diag_list *diags);

#endif
