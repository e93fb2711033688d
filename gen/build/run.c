/* run: see run.h. */
#include "build/run.h"

#include "build/exposure.h"
#include "build/withhold.h"
#include "check/check.h"
#include "data/dataset.h"
#include "locale/locale.h"

/* Every language's labels are checked, also those of a language without any bulletin yet. */
static bool
open_locales(struct press *press, GError **error)
{
	const struct dataset *data = press_data(press);
	const struct publication *publication = dataset_publication(data);

	for (guint i = 0; i < publication->languages->len; i++) {
		const struct locale *locale =
			press_locale(press, publication->languages->pdata[i], error);

		if (!locale)
			return false;
		locale_want_labels(locale, "kind.", dataset_coined_kinds(data), press_diags(press));
		locale_want_labels(locale, "n.", dataset_coined_nouns(data), press_diags(press));
	}
	return true;
}

const struct locale *
run_locale(const char *lang, void *user)
{
	/* run_start has opened them all. */
	return press_locale(user, lang, NULL);
}

/*
 * The plan, and in *withheld (may be NULL) whether bulletins are held back by it; what only they
 * use is not among the data from then on.
 */
static bool
make_plan(struct run *run, const struct plan_options *options, bool *withheld, GError **error)
{
	struct press *press = run->press;
	g_autoptr(GHashTable) incidents = NULL;
	g_autoptr(DiagList) told = diag_list_new();

	run->plan = plan_make(press_places(press), press_data(press), options, press_diags(press),
			      error);
	if (!run->plan || options->everything)
		return run->plan != NULL;
	if (!withhold_find(press, run->plan, &incidents, error))
		return false;
	run->exposure = exposure_of(run->plan, incidents);
	if (withheld)
		*withheld = incidents != NULL;
	if (!incidents || g_hash_table_size(incidents) == 0)
		return true;
	g_clear_pointer(&run->plan, plan_free);
	if (press_withhold(press, incidents, error))
		run->plan = plan_make(press_places(press), press_data(press), options, told, error);
	return run->plan != NULL;
}

bool
run_start(struct run *run, const struct plan_options *options, bool *withheld, GError **error)
{
	if (!make_plan(run, options, withheld, error))
		return false;
	check_open(run->check, press_data(run->press));
	return open_locales(run->press, error);
}

void
run_end(struct run *run)
{
	plan_free(run->plan);
	g_free(run->exposure);
}

struct check *
run_new_check(struct press *press)
{
	return check_new(&(struct check_env){
		.diags = press_diags(press),
		.locale_of = run_locale,
		.user = press,
	});
}

void
run_tell(const struct run *run, const struct plan_item *item)
{
	if (run->progress)
		run->progress->item(item, run->progress->user);
}
