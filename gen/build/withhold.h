/*
 * withhold: the incidents that only bulletins use which are not published now (contract section 9).
 *
 * Nothing of them may appear: no query, count or file of data shows them.  An incident is one's that names it; of
 * those that nobody names, it is theirs whose figures select it.
 */
#ifndef CHANCERY_BUILD_WITHHOLD_H
#define CHANCERY_BUILD_WITHHOLD_H

#include <glib.h>
#include <stdbool.h>

struct plan;
struct press;

/*
 * Into *incidents the ids, a set that the caller unrefs; NULL where the plan publishes every bulletin.  False with error
 * set when a brief cannot be read.
 */
bool withhold_find(struct press *press, const struct plan *plan, GHashTable **incidents,
		   GError **error);

#endif
