/*
 * run: how checking and publishing begin: the plan, the data that it leaves, the languages.
 */
#ifndef CHANCERY_BUILD_RUN_H
#define CHANCERY_BUILD_RUN_H

#include <glib.h>
#include <stdbool.h>

#include "build/build.h"

struct check;
struct locale;

struct run {
	struct press *press;	/* lent */
	struct plan *plan;	/* the run's own */
	struct check *check;	/* lent */
	char *exposure;		/* exposure.h; the run's own */
	const struct build_progress *progress;	/* NULL: nobody listens */
};

/*
 * The plan; in *withheld (may be NULL) whether bulletins are held back by it: what only they use is not among the data
 * from then on.  All languages are open then.  False with error set.
 */
bool run_start(struct run *run, const struct plan_options *options, bool *withheld, GError **error);

/* Frees what run_start has made. */
void run_end(struct run *run);

/* The caller's, check_free; it asks the press for locales. */
struct check *run_new_check(struct press *press);

/* The locale of a language; user is the press, which has opened them all. */
const struct locale *run_locale(const char *lang, void *user);

/* Who listens is told of the item. */
void run_tell(const struct run *run, const struct plan_item *item);

#endif
