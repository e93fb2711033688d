/*
 * exposure: what out/ shows by right of the run that made it, so that the build of a part can tell whether the rest may stay.
 *
 * A page shows more than its own bulletin: it links to others, and its queries count incidents.  When a bulletin is held
 * back, withdrawn or gone, or an incident withheld, which were not when out/ was made, no page of then may stay.  The
 * record lies in build/shown, never in out/, since it names what is held back.
 */
#ifndef CHANCERY_BUILD_EXPOSURE_H
#define CHANCERY_BUILD_EXPOSURE_H

#include <glib.h>
#include <stdbool.h>

struct places;
struct plan;

/* What a run shows: the bulletins that plan publishes and the ids of withheld incidents (NULL for none).  The caller frees. */
char *exposure_of(const struct plan *plan, GHashTable *withheld);

/* May everything in out/ stay beside what a run with this exposure makes?  Not if nobody knows what out/ shows. */
bool exposure_allows_rest(const struct places *places, const char *exposure);

/*
 * Forget before out/ is replaced, record afterwards: a run that is killed between leaves no record, and the next builds
 * everything.  False with error set.
 */
bool exposure_forget(const struct places *places, GError **error);
bool exposure_record(const struct places *places, const char *exposure, GError **error);

#endif
