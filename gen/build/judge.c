/* judge: feeds the checks of briefs against data and against each other from a plan carried out. */
#include "build/judge.h"

#include "build/links.h"
#include "build/plan.h"
#include "build/render.h"
#include "bulletin/bulletin.h"
#include "check/check.h"

/* Are all languages of the bulletin made in this run, and none is withdrawn? */
static bool
is_whole(const struct plan *plan, const struct bulletin *bulletin)
{
	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *item = plan->items->pdata[i];

		if (item->bulletin == bulletin && (!item->selected || item->kind == PLAN_WITHDRAWN))
			return false;
	}
	return true;
}

/* The last item of the bulletin that is made from a brief of its own language; NULL if there is
 * none. */
static const struct plan_item *
last_edition(const struct plan *plan, const struct bulletin *bulletin)
{
	const struct plan_item *last = NULL;

	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *item = plan->items->pdata[i];

		if (item->bulletin == bulletin && item->selected && item->kind == PLAN_EDITION)
			last = item;
	}
	return last;
}

/* A brief of a bulletin that is built only in part is what the others are compared with. */
static bool
add_unmade(struct press *press, const struct plan *plan, struct check *check,
	   const struct bulletin *bulletin, GError **error)
{
	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *item = plan->items->pdata[i];
		struct outline *outline;

		if (item->bulletin != bulletin || item->selected || item->kind != PLAN_EDITION)
			continue;
		outline = render_outline(press, bulletin, item->lang, error);
		if (!outline)
			return false;
		check_add(check, bulletin, item->lang, outline, FALSE);
	}
	return true;
}

bool
judge_edition(struct press *press, const struct plan *plan, struct check *check,
	      struct render *render, GError **error)
{
	const struct plan_item *item = render->item;

	check_cited(check, render->edition->sources);
	links_check(render, plan);
	if (item->kind != PLAN_EDITION)
		return true;
	check_add(check, item->bulletin, item->lang, g_steal_pointer(&render->outline), TRUE);
	if (item != last_edition(plan, item->bulletin))
		return true;
	if (!add_unmade(press, plan, check, item->bulletin, error))
		return false;
	check_bulletin(check, item->bulletin, is_whole(plan, item->bulletin));
	return true;
}

void
judge_rest(const struct plan *plan, struct check *check)
{
	const struct bulletin *last = NULL;

	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *item = plan->items->pdata[i];

		if (item->bulletin != last && is_whole(plan, item->bulletin) &&
		    !last_edition(plan, item->bulletin))
			check_bulletin(check, item->bulletin, TRUE);
		last = item->bulletin;
	}
}
