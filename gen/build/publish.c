/* publish: see build.h: what the plan selects is checked and made into pages and PDFs, and out/
 * replaced. */
#include "build/build.h"

#include <string.h>

#include "base/file.h"
#include "base/place.h"
#include "brief/tree.h"
#include "build/exposure.h"
#include "build/judge.h"
#include "build/output.h"
#include "build/render.h"
#include "build/run.h"
#include "build/stage.h"
#include "build/workshop.h"
#include "bulletin/bulletin.h"
#include "check/check.h"
#include "data/dataset.h"
#include "site/site.h"

struct publishing {
	struct run run;
	struct workshop *workshop;
	struct stage *stage;
	struct site *site;
	struct build_result result;
};

static bool
has_errors(const struct publishing *job)
{
	return diag_list_count(press_diags(job->run.press), DIAG_ERROR) > 0;
}

/* Puts bytes at LANG/ID/NAME and drops them. */
static bool
put_beside(const struct publishing *job, const struct plan_item *item, const char *name,
	   GBytes *bytes, GError **error)
{
	g_autofree char *path = g_build_filename(item->lang, item->bulletin->id, name, NULL);

	return stage_put(job->stage, path, bytes, error);
}

static bool
put_files(const struct publishing *job, const struct render *render, GError **error)
{
	g_autoptr(GPtrArray) names = render_files(render);

	for (guint i = 0; i < names->len; i++) {
		GBytes *bytes = g_hash_table_lookup(render->edition->files, names->pdata[i]);

		if (!put_beside(job, render->item, names->pdata[i], bytes, error))
			return false;
	}
	return true;
}

/* What the site knows of a bulletin: its title, summary and date, from the bulletin XML. */
static void
list_edition(const struct publishing *job, const struct render *render)
{
	xmlNode *meta = tree_child(xmlDocGetRootElement(render->edition->xml), "meta");

	g_assert(meta);
	site_add(job->site, render->item->bulletin, render->item->lang,
		 plan_kind_name(render->item->kind), meta);
}

static bool
make_pdf(struct publishing *job, struct output *output, GError **error)
{
	const struct plan_item *item = output->render->item;
	g_autofree char *name = g_strdup_printf("%s.%s.pdf", item->bulletin->id, item->brief_lang);
	g_autoptr(GBytes) pdf = output_pdf(output, error);

	job->result.pdfs++;
	return pdf && put_beside(job, item, name, pdf, error);
}

/* All stages for one item; PDFs are not written any more once an error is known, since nothing will
 * be published. */
static bool
make_edition(struct publishing *job, const struct plan_item *item, GError **error)
{
	g_autoptr(Output) output = output_open(job->workshop, job->run.plan, item, error);
	g_autoptr(GBytes) page = NULL;

	if (!output ||
	    !judge_edition(job->run.press, job->run.plan, job->run.check, output->render, error))
		return false;
	page = output_html(output, error);
	if (!page || !output_fo(output, error))
		return false;
	output_areas(output);
	job->result.pages++;
	if (has_errors(job))
		return true;
	if (item->kind != PLAN_PSEUDO)
		list_edition(job, output->render);
	return put_beside(job, item, "index.html", page, error) &&
	       put_files(job, output->render, error) && make_pdf(job, output, error);
}

/* Only the title is wanted: for a notice in another language's place, or a listing of what is not
 * built in this run. */
static bool
list_item(struct publishing *job, const struct plan_item *item, GError **error)
{
	g_autoptr(Render) render = NULL;

	if (!item->brief_lang) {
		site_add(job->site, item->bulletin, item->lang, plan_kind_name(item->kind), NULL);
		return true;
	}
	render = render_open_head(job->run.press, job->run.plan, item,
				  workshop_measure(job->workshop), error);
	if (!render)
		return false;
	list_edition(job, render);
	return true;
}

/* The folder of an item is made anew, so that nothing of an earlier run stays in it. */
static bool
clear_item(const struct publishing *job, const struct plan_item *item, GError **error)
{
	g_autofree char *folder = g_build_filename(item->lang, item->bulletin->id, NULL);

	return stage_drop(job->stage, folder, error);
}

static bool
make_item(struct publishing *job, const struct plan_item *item, GError **error)
{
	if (!item->selected)
		return list_item(job, item, error);
	run_tell(&job->run, item);
	if (!clear_item(job, item, error))
		return false;
	return plan_is_edition(item) ? make_edition(job, item, error) : list_item(job, item, error);
}

static bool
make_items(struct publishing *job, GError **error)
{
	for (guint i = 0; i < job->run.plan->items->len; i++) {
		if (!make_item(job, job->run.plan->items->pdata[i], error))
			return false;
	}
	judge_rest(job->run.plan, job->run.check);
	return true;
}

/* Takes page; NULL is a failure that has set error. */
static bool
put_page(struct publishing *job, const char *path, GBytes *page, GError **error)
{
	bool good = page && stage_put(job->stage, path, page, error);

	g_clear_pointer(&page, g_bytes_unref);
	if (good)
		job->result.pages++;
	return good;
}

/* Notices stand where the bulletin would: they need all editions known, so they come last. */
static bool
make_notices(struct publishing *job, GError **error)
{
	for (guint i = 0; i < job->run.plan->items->len; i++) {
		const struct plan_item *item = job->run.plan->items->pdata[i];
		g_autofree char *path =
			g_build_filename(item->lang, item->bulletin->id, "index.html", NULL);

		if (!item->selected || plan_is_edition(item))
			continue;
		if (!put_page(job, path, site_notice(job->site, item->bulletin, item->lang, error),
			      error))
			return false;
	}
	return true;
}

static bool
put_assets(struct publishing *job, GError **error)
{
	g_autofree char *path = places_find(press_places(job->run.press), "templates/style.css");
	g_autoptr(GBytes) bytes = NULL;

	if (!path) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
			    "templates/style.css: no such file");
		return false;
	}
	bytes = file_read(path, FILE_LIMIT, error);
	return bytes && stage_put(job->stage, "assets/style.css", bytes, error);
}

static bool
make_site(struct publishing *job, GError **error)
{
	const struct publication *publication = dataset_publication(press_data(job->run.press));

	if (!make_notices(job, error))
		return false;
	for (guint i = 0; i < publication->languages->len; i++) {
		const char *lang = publication->languages->pdata[i];
		g_autofree char *path = g_build_filename(lang, "index.html", NULL);

		if (!put_page(job, path, site_index(job->site, lang, error), error))
			return false;
	}
	return put_page(job, "index.html", site_root(job->site, error), error) &&
	       put_assets(job, error);
}

static bool
is_planned(const struct publishing *job, const char *lang, const char *id)
{
	for (guint i = 0; i < job->run.plan->items->len; i++) {
		const struct plan_item *item = job->run.plan->items->pdata[i];

		if (strcmp(item->lang, lang) == 0 && strcmp(item->bulletin->id, id) == 0)
			return true;
	}
	return false;
}

static bool
prune_language(const struct publishing *job, const char *lang, GError **error)
{
	g_autoptr(GPtrArray) names = stage_list(job->stage, lang, error);

	for (guint i = 0; names && i < names->len; i++) {
		g_autofree char *path = g_build_filename(lang, names->pdata[i], NULL);

		if (strcmp(names->pdata[i], "index.html") != 0 &&
		    !is_planned(job, lang, names->pdata[i]) && !stage_drop(job->stage, path, error))
			return false;
	}
	return names != NULL;
}

/*
 * What an earlier run published and this one does not plan (removed, or held back by now) goes,
 * also when only a part is built.
 */
static bool
prune(const struct publishing *job, GError **error)
{
	const struct publication *publication = dataset_publication(press_data(job->run.press));
	g_autoptr(GPtrArray) names = stage_list(job->stage, "", error);

	for (guint i = 0; names && i < names->len; i++) {
		const char *name = names->pdata[i];
		bool good = g_ptr_array_find_with_equal_func(publication->languages, name,
							     g_str_equal, NULL)
				    ? prune_language(job, name, error)
				    : stage_drop(job->stage, name, error);

		if (!good)
			return false;
	}
	return names != NULL;
}

static const struct stylesheet *
find_stylesheet(const char *name, void *user, GError **error)
{
	return workshop_stylesheet(user, name, error);
}

static const struct locale *
find_locale(const char *lang, void *user)
{
	return run_locale(lang, workshop_press(user));
}

/* Is it the rest of out/ that stays?  Where that would show what is held back by now, everything is asked for instead. */
static bool
keeps_rest(struct publishing *job, const struct plan_options *options)
{
	if (!options->lang && !(options->ids && *options->ids))
		return false;
	if (exposure_allows_rest(press_places(job->run.press), job->run.exposure))
		return true;
	for (guint i = 0; i < job->run.plan->items->len; i++)
		((struct plan_item *)job->run.plan->items->pdata[i])->selected = true;
	return false;
}

/* The stage with its lock; another run that has it is a problem to be told like the others. */
static bool
open_stage(struct publishing *job, const struct plan_options *options, GError **error)
{
	bool keep = keeps_rest(job, options);
	const struct loc lock = {.file = g_intern_static_string("build/lock")};
	GError *failure = NULL;

	job->stage = stage_open(press_places(job->run.press), keep, &failure);
	if (job->stage)
		return true;
	job->result.locked = g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_AGAIN);
	if (!job->result.locked) {
		g_propagate_error(error, failure);
		return false;
	}
	g_error_free(failure);
	diag_help(diag_add(press_diags(job->run.press), DIAG_BUILD_LOCKED, lock,
			   "another build of this publication is running"),
		  "wait until it has ended; a run that was killed holds no lock");
	return true;
}

/* What is made becomes out/, with the record of what it shows. */
static bool
put_out(struct publishing *job, GError **error)
{
	const struct places *places = press_places(job->run.press);

	if (!exposure_forget(places, error))
		return false;
	job->result.published = stage_publish(job->stage, error);
	return job->result.published && exposure_record(places, job->run.exposure, error);
}

static bool
publish(struct publishing *job, const struct plan_options *options, GError **error)
{
	if (!open_stage(job, options, error))
		return false;
	if (job->result.locked)
		return true;
	if (!prune(job, error))
		return false;
	job->workshop = workshop_new(job->run.press);
	job->site = site_new(&(struct site_env){
		.publication = dataset_publication(press_data(job->run.press)),
		.find_locale = find_locale,
		.find_stylesheet = find_stylesheet,
		.user = job->workshop,
	});
	if (!make_items(job, error))
		return false;
	check_sources(job->run.check);
	if (has_errors(job))
		return true;
	if (!make_site(job, error))
		return false;
	/* Making the site may have found problems too. */
	return has_errors(job) || put_out(job, error);
}

bool
build_publish(struct press *press, const struct plan_options *options,
	      const struct build_progress *progress, struct build_result *result, GError **error)
{
	struct publishing job = {
		.run = {.press = press, .check = run_new_check(press), .progress = progress},
	};
	bool good = run_start(&job.run, options, NULL, error) && publish(&job, options, error);

	*result = job.result;
	site_free(job.site);
	stage_free(job.stage);
	workshop_free(job.workshop);
	check_free(job.run.check);
	run_end(&job.run);
	return good;
}
