/* build: the checks of what a plan selects. */
#include "build/build.h"

#include "build/judge.h"
#include "build/render.h"
#include "build/run.h"
#include "check/check.h"

static bool
check_item(const struct run *run, const struct plan_item *item, GError **error)
{
	g_autoptr(Render) render = NULL;

	run_tell(run, item);
	if (!plan_is_edition(item))
		return true;
	render = render_open(run->press, run->plan, item, NULL, error);
	return render && judge_edition(run->press, run->plan, run->check, render, error);
}

static bool
check_items(const struct run *run, GError **error)
{
	for (guint i = 0; i < run->plan->items->len; i++) {
		const struct plan_item *item = run->plan->items->pdata[i];

		if (item->selected && !check_item(run, item, error))
			return false;
	}
	judge_rest(run->plan, run->check);
	return true;
}

static bool
check_pass(struct press *press, const struct plan_options *options, struct check *check,
	   const struct build_progress *progress, bool *withheld, GError **error)
{
	struct run run = {.press = press, .check = check, .progress = progress};
	bool good = run_start(&run, options, withheld, error) && check_items(&run, error);

	run_end(&run);
	return good;
}

/*
 * What is published is checked against the data that it is built from; then, with all data, what is
 * not, if there is any: a draft may count what a published bulletin must not.
 */
bool
build_check(struct press *press, const struct plan_options *options,
	    const struct build_progress *progress, GError **error)
{
	struct plan_options closed = *options;
	g_autoptr(Check) check = run_new_check(press);
	bool withheld = false;

	if (!check_pass(press, options, check, progress, &withheld, error))
		return false;
	closed.everything = closed.closed_only = true;
	if (withheld && !(press_withhold(press, NULL, error) &&
			  check_pass(press, &closed, check, progress, NULL, error)))
		return false;
	check_sources(check);
	return true;
}
