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
};

/* All checks of the content, nothing written.  False with error set when the machine or a stylesheet failed. */
bool build_check(struct press *press, const struct plan_options *options, GError **error);

/*
 * The same; then DIR/out is replaced in one step, unless there are errors (with strict: or warnings).  False with error set;
 * out/ is then as it was.
 */
bool build_publish(struct press *press, const struct plan_options *options, bool strict,
		   struct build_result *result, GError **error);

#endif
