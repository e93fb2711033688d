/* build: the plan carried out. */
#include "build/build.h"

#include <string.h>

#include "base/file.h"
#include "base/place.h"
#include "build/exposure.h"
#include "build/judge.h"
#include "build/render.h"
#include "build/stage.h"
#include "build/withhold.h"
#include "bulletin/bulletin.h"
#include "check/check.h"
#include "data/dataset.h"
#include "site/site.h"

struct run {
	struct press *press;
	struct plan *plan;
	struct stage *stage;		/* NULL: check only */
	struct site *site;		/* NULL: check only */
	struct check *check;
	char *exposure;			/* exposure.h; the run's own */
	const struct build_progress *progress;	/* NULL: nobody listens */
	struct build_result result;
};

static bool
has_errors(const struct run *run)
{
	return diag_list_count(press_diags(run->press), DIAG_ERROR) > 0;
}

/* Puts bytes at LANG/ID/NAME and drops them. */
static bool
put_beside(const struct run *run, const struct plan_item *item, const char *name, GBytes *bytes,
	   GError **error)
{
	g_autofree char *path = g_build_filename(item->lang, item->bulletin->id, name, NULL);

	return stage_put(run->stage, path, bytes, error);
}

static bool
put_files(const struct run *run, const struct render *render, GError **error)
{
	g_autoptr(GPtrArray) names = render_files(render);

	for (guint i = 0; i < names->len; i++) {
		GBytes *bytes = g_hash_table_lookup(render->edition->files, names->pdata[i]);

		if (!put_beside(run, render->item, names->pdata[i], bytes, error))
			return false;
	}
	return true;
}

/* What the site knows of a bulletin: its title, summary and date, from the bulletin XML. */
static void
list_edition(const struct run *run, const struct render *render)
{
	xmlNode *node = xmlDocGetRootElement(render->edition->xml)->children;

	while (node && (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "meta") != 0))
		node = node->next;
	g_assert(node);
	site_add(run->site, render->item->bulletin, render->item->lang,
		 plan_kind_name(render->item->kind), node);
}

static bool
make_pdf(struct run *run, struct render *render, GError **error)
{
	g_autofree char *name = g_strdup_printf("%s.%s.pdf", render->item->bulletin->id,
						render->item->brief_lang);
	g_autoptr(GBytes) pdf = render_pdf(render, error);

	run->result.pdfs++;
	return pdf && put_beside(run, render->item, name, pdf, error);
}

/* All stages for one item; PDFs are not written any more once an error is known, since nothing will be published. */
static bool
make_edition(struct run *run, const struct plan_item *item, GError **error)
{
	g_autoptr(Render) render = NULL;
	g_autoptr(GBytes) page = NULL;

	render = run->stage ? render_open(run->press, run->plan, item, error)
			    : render_check(run->press, run->plan, item, error);
	if (!render || !judge_edition(run->press, run->plan, run->check, render, error))
		return false;
	if (!run->stage)
		return true;
	page = render_html(render, error);
	if (!page || !render_fo(render, error))
		return false;
	render_areas(render);
	run->result.pages++;
	if (has_errors(run))
		return true;
	if (item->kind != PLAN_PSEUDO)
		list_edition(run, render);
	return put_beside(run, item, "index.html", page, error) &&
	       put_files(run, render, error) && make_pdf(run, render, error);
}

/* Only the title is wanted: for a notice in another language's place, or a listing of what is not built in this run. */
static bool
list_item(struct run *run, const struct plan_item *item, GError **error)
{
	g_autoptr(Render) render = NULL;

	if (!run->site)
		return true;
	if (!item->brief_lang) {
		site_add(run->site, item->bulletin, item->lang, plan_kind_name(item->kind), NULL);
		return true;
	}
	render = render_open_head(run->press, run->plan, item, error);
	if (!render)
		return false;
	list_edition(run, render);
	return true;
}

/* The folder of an item is made anew, so that nothing of an earlier run stays in it. */
static bool
clear_item(const struct run *run, const struct plan_item *item, GError **error)
{
	g_autofree char *folder = g_build_filename(item->lang, item->bulletin->id, NULL);

	return !run->stage || stage_drop(run->stage, folder, error);
}

static bool
make_item(struct run *run, const struct plan_item *item, GError **error)
{
	if (!item->selected)
		return list_item(run, item, error);
	if (run->progress)
		run->progress->item(item, run->progress->user);
	if (!clear_item(run, item, error))
		return false;
	if (item->kind == PLAN_EDITION || item->kind == PLAN_FALLBACK || item->kind == PLAN_PSEUDO)
		return make_edition(run, item, error);
	return list_item(run, item, error);
}

static bool
make_items(struct run *run, GError **error)
{
	for (guint i = 0; i < run->plan->items->len; i++) {
		if (!make_item(run, run->plan->items->pdata[i], error))
			return false;
	}
	judge_rest(run->plan, run->check);
	return true;
}

/* Takes page; NULL is a failure that has set error. */
static bool
put_page(struct run *run, const char *path, GBytes *page, GError **error)
{
	bool good = page && stage_put(run->stage, path, page, error);

	g_clear_pointer(&page, g_bytes_unref);
	if (good)
		run->result.pages++;
	return good;
}

/* Notices stand where the bulletin would: they need all editions known, so they come last. */
static bool
make_notices(struct run *run, GError **error)
{
	for (guint i = 0; i < run->plan->items->len; i++) {
		const struct plan_item *item = run->plan->items->pdata[i];
		g_autofree char *path = g_build_filename(item->lang, item->bulletin->id,
							 "index.html", NULL);

		if (!item->selected || item->kind == PLAN_EDITION || item->kind == PLAN_FALLBACK ||
		    item->kind == PLAN_PSEUDO)
			continue;
		if (!put_page(run, path,
			      site_notice(run->site, item->bulletin, item->lang, error), error))
			return false;
	}
	return true;
}

static bool
put_assets(struct run *run, GError **error)
{
	g_autofree char *path = places_find(press_places(run->press), "templates/style.css");
	g_autoptr(GBytes) bytes = NULL;

	if (!path) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
			    "templates/style.css: no such file");
		return false;
	}
	bytes = file_read(path, FILE_LIMIT, error);
	return bytes && stage_put(run->stage, "assets/style.css", bytes, error);
}

static bool
make_site(struct run *run, GError **error)
{
	const struct publication *publication = dataset_publication(press_data(run->press));

	if (!make_notices(run, error))
		return false;
	for (guint i = 0; i < publication->languages->len; i++) {
		const char *lang = publication->languages->pdata[i];
		g_autofree char *path = g_build_filename(lang, "index.html", NULL);

		if (!put_page(run, path, site_index(run->site, lang, error), error))
			return false;
	}
	return put_page(run, "index.html", site_root(run->site, error), error) &&
	       put_assets(run, error);
}

/* Every language's labels are checked, also those of a language without any bulletin yet. */
static bool
open_locales(struct press *press, GError **error)
{
	const struct publication *publication = dataset_publication(press_data(press));

	for (guint i = 0; i < publication->languages->len; i++) {
		if (!press_locale(press, publication->languages->pdata[i], error))
			return false;
	}
	return true;
}

static bool
is_planned(const struct run *run, const char *lang, const char *id)
{
	for (guint i = 0; i < run->plan->items->len; i++) {
		const struct plan_item *item = run->plan->items->pdata[i];

		if (strcmp(item->lang, lang) == 0 && strcmp(item->bulletin->id, id) == 0)
			return true;
	}
	return false;
}

static bool
prune_language(const struct run *run, const char *lang, GError **error)
{
	g_autoptr(GPtrArray) names = stage_list(run->stage, lang, error);

	for (guint i = 0; names && i < names->len; i++) {
		g_autofree char *path = g_build_filename(lang, names->pdata[i], NULL);

		if (strcmp(names->pdata[i], "index.html") != 0 &&
		    !is_planned(run, lang, names->pdata[i]) && !stage_drop(run->stage, path, error))
			return false;
	}
	return names != NULL;
}

/*
 * What an earlier run published and this one does not plan (removed, or held back by now) goes, also when only a part is
 * built.
 */
static bool
prune(const struct run *run, GError **error)
{
	const struct publication *publication = dataset_publication(press_data(run->press));
	g_autoptr(GPtrArray) names = stage_list(run->stage, "", error);

	for (guint i = 0; names && i < names->len; i++) {
		const char *name = names->pdata[i];
		bool good = g_ptr_array_find_with_equal_func(publication->languages, name,
							     g_str_equal, NULL)
				    ? prune_language(run, name, error)
				    : stage_drop(run->stage, name, error);

		if (!good)
			return false;
	}
	return names != NULL;
}

static const struct locale *
find_locale(const char *lang, void *user)
{
	/* open_locales has opened them all. */
	return press_locale(user, lang, NULL);
}

/*
 * The plan, and in *withheld (may be NULL) whether bulletins are held back by it; what only they use is not among the
 * data from then on.
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

static bool
start(struct run *run, struct press *press, const struct plan_options *options, bool *withheld,
      GError **error)
{
	run->press = press;
	if (!make_plan(run, options, withheld, error))
		return false;
	check_open(run->check, press_data(press));
	return open_locales(press, error);
}

static struct check *
new_check(struct press *press)
{
	return check_new(&(struct check_env){
		.diags = press_diags(press),
		.locale_of = find_locale,
		.user = press,
	});
}

static bool
check_pass(struct press *press, const struct plan_options *options, struct check *check,
	   const struct build_progress *progress, bool *withheld, GError **error)
{
	struct run run = {.check = check, .progress = progress};
	bool good = start(&run, press, options, withheld, error) && make_items(&run, error);

	g_free(run.exposure);
	plan_free(run.plan);
	return good;
}

/*
 * What is published is checked against the data that it is built from; then, with all data, what is not, if there is
 * any: a draft may count what a published bulletin must not.
 */
bool
build_check(struct press *press, const struct plan_options *options,
	    const struct build_progress *progress, GError **error)
{
	struct plan_options closed = *options;
	g_autoptr(Check) check = new_check(press);
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

static const struct stylesheet *
find_stylesheet(const char *name, void *user, GError **error)
{
	return press_stylesheet(user, name, error);
}

/* Is it the rest of out/ that stays?  Where that would show what is held back by now, everything is asked for instead. */
static bool
keeps_rest(struct run *run, const struct plan_options *options)
{
	if (!options->lang && !(options->ids && *options->ids))
		return false;
	if (exposure_allows_rest(press_places(run->press), run->exposure))
		return true;
	for (guint i = 0; i < run->plan->items->len; i++)
		((struct plan_item *)run->plan->items->pdata[i])->selected = true;
	return false;
}

/* The stage with its lock; another run that has it is a problem to be told like the others. */
static bool
open_stage(struct run *run, const struct plan_options *options, GError **error)
{
	bool keep = keeps_rest(run, options);
	const struct loc lock = {.file = g_intern_static_string("build/lock")};
	GError *failure = NULL;

	run->stage = stage_open(press_places(run->press), keep, &failure);
	if (run->stage)
		return true;
	run->result.locked = g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_AGAIN);
	if (!run->result.locked) {
		g_propagate_error(error, failure);
		return false;
	}
	g_error_free(failure);
	diag_help(diag_add(press_diags(run->press), DIAG_BUILD_LOCKED, lock,
			   "another build of this publication is running"),
		  "wait until it has ended; a run that was killed holds no lock");
	return true;
}

/* What is made becomes out/, with the record of what it shows. */
static bool
put_out(struct run *run, GError **error)
{
	const struct places *places = press_places(run->press);

	if (!exposure_forget(places, error))
		return false;
	run->result.published = stage_publish(run->stage, error);
	return run->result.published && exposure_record(places, run->exposure, error);
}

static bool
publish(struct run *run, const struct plan_options *options, GError **error)
{
	if (!open_stage(run, options, error))
		return false;
	if (run->result.locked)
		return true;
	if (!prune(run, error))
		return false;
	run->site = site_new(&(struct site_env){
		.publication = dataset_publication(press_data(run->press)),
		.find_locale = find_locale,
		.find_stylesheet = find_stylesheet,
		.user = run->press,
	});
	if (!make_items(run, error))
		return false;
	check_sources(run->check);
	if (has_errors(run))
		return true;
	if (!make_site(run, error))
		return false;
	/* Making the site may have found problems too. */
	return has_errors(run) || put_out(run, error);
}

bool
build_publish(struct press *press, const struct plan_options *options,
	      const struct build_progress *progress, struct build_result *result, GError **error)
{
	struct run run = {.check = new_check(press), .progress = progress};
	bool good = start(&run, press, options, NULL, error) && publish(&run, options, error);

	*result = run.result;
	site_free(run.site);
	stage_free(run.stage);
	check_free(run.check);
	plan_free(run.plan);
	g_free(run.exposure);
	return good;
}
