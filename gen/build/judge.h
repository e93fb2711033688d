/*
 * judge: feeds the checks of briefs against data and against each other (gen/check) from a plan
 * carried out.
 *
 * A bulletin is judged with its last brief, before that is laid out, so that nothing of the briefs
 * is kept longer.
 */
#ifndef CHANCERY_BUILD_JUDGE_H
#define CHANCERY_BUILD_JUDGE_H

#include <glib.h>
#include <stdbool.h>

struct check;
struct plan;
struct press;
struct render;

/* A fallback or edition that was assembled; takes its outline.  False with error set when another
 * brief cannot be read. */
bool judge_edition(struct press *press, const struct plan *plan, struct check *check,
		   struct render *render, GError **error);
/* Once all editions of the plan are judged: the bulletins without any. */
void judge_rest(const struct plan *plan, struct check *check);

#endif
