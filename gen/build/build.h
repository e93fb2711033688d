/*
 * build: check and publish: the plan carried out.
 *
 * Both look at everything selected, so that all problems are found in one run; publishing happens only when none of them is
 * an error.  Checking stops where the content ends: stylesheets and layout are publishing's.
 */
#ifndef CHANCERY_BUILD_BUILD_H
#define CHANCERY_BUILD_BUILD_H

#include <glib.h>
#include <stdbool.h>

#include "build/plan.h"
#include "build/press.h"

struct build_result {
	unsigned pages, pdfs;	/* made in this run */
	bool published;		/* false when problems of the content prevented it */
	bool locked;		/* another run holds the lock */
};

/* Told of each page or edition before it is made or checked. */
struct build_progress {
	void (*item)(const struct plan_item *item, void *user);
	void *user;
};

/*
 * All checks of the content, nothing written.  progress may be NULL.  False with error set when the machine or a stylesheet
 * failed.
 */
bool build_check(struct press *press, const struct plan_options *options,
		 const struct build_progress *progress, GError **error);

/*
 * The same; then DIR/out is replaced in one step, unless there are errors.  Where another run holds the lock, that is
 * build-locked, and nothing is made.  False with error set; out/ is then as it was.
 */
bool build_publish(struct press *press, const struct plan_options *options,
		   const struct build_progress *progress, struct build_result *result, GError **error);

#endif
