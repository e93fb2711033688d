/* plan: which pages a run makes. */
#include "build/plan.h"

#include <string.h>

#include "base/diag.h"
#include "base/place.h"
#include "build/respell.h"
#include "data/dataset.h"

static const char *const kind_names[] = {
	[PLAN_EDITION] = "published",
	[PLAN_FALLBACK] = "fallback",
	[PLAN_PSEUDO] = "pseudo",
	[PLAN_MISSING] = "missing",
	[PLAN_WITHDRAWN] = "withdrawn",
};

const char *
plan_kind_name(enum plan_kind kind)
{
	return kind_names[kind];
}

bool
plan_instant(const char *text, gint64 *seconds)
{
	g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
	g_autofree char *instant = NULL;
	g_autoptr(GDateTime) time = NULL;

	if (strlen(text) == strlen("2021-02-10"))
		instant = g_strconcat(text, "T00:00:00Z", NULL);
	time = g_date_time_new_from_iso8601(instant ? instant : text, utc);
	if (!time)
		return false;
	*seconds = g_date_time_to_unix(time);
	return true;
}

char *
plan_brief_file(const struct bulletin *bulletin, const char *lang)
{
	return g_strdup_printf("content/bulletins/%s/%s.md", bulletin->id, lang);
}

static bool
holds(const GPtrArray *texts, const char *text)
{
	for (guint i = 0; texts && i < texts->len; i++) {
		if (strcmp(texts->pdata[i], text) == 0)
			return true;
	}
	return false;
}

/* Nothing of a bulletin that is held back may appear anywhere. */
static bool
is_held_back(const struct bulletin *bulletin, const struct publication *publication,
	     const struct plan_options *options)
{
	gint64 until;

	if (bulletin->status == BULLETIN_DRAFT && !options->drafts)
		return true;
	if (bulletin->marking && !holds(publication->markings, bulletin->marking))
		return true;
	/* An embargo that cannot be read is safest kept. */
	return bulletin->embargo &&
	       (!plan_instant(bulletin->embargo, &until) || until > options->as_of);
}

/* A draft is held back on purpose; a marking may be misspelt. */
static void
tell_marking(const struct bulletin *bulletin, const struct publication *publication,
	     struct diag_list *diags)
{
	const char *near;
	struct diag *diag;

	if (bulletin->status == BULLETIN_DRAFT || !bulletin->marking ||
	    holds(publication->markings, bulletin->marking))
		return;
	diag = diag_add(diags, DIAG_MARKING_WITHHELD, bulletin->marking_at,
			"“%s” is held back: the publication publishes nothing marked “%s”",
			bulletin->id, bulletin->marking);
	near = diag_nearest(bulletin->marking, publication->markings);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	else
		diag_help(diag, "list it under markings: in publication.yaml, or say status: draft");
}

static bool
is_selected(const struct plan_options *options, const char *id, const char *lang)
{
	bool named = !options->ids || !*options->ids || g_strv_contains(options->ids, id);

	return named && (!options->lang || strcmp(options->lang, lang) == 0);
}

static bool
has_brief(const struct places *places, const struct bulletin *bulletin, const char *lang)
{
	g_autofree char *file = plan_brief_file(bulletin, lang);
	g_autofree char *path = g_build_filename(places->dir, file, NULL);

	return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* What a language without a brief gets, by the publication's policy. */
static void
plan_missing(struct plan_item *item, const struct publication *publication, bool has_source,
	     struct diag_list *diags)
{
	g_autofree char *file = plan_brief_file(item->bulletin, item->lang);

	diag_help(diag_add(diags, DIAG_UNIT_MISSING, item->bulletin->at,
			   "“%s” has no brief in %s", item->bulletin->id, item->lang),
		  "write %s, or list its languages in bulletin.yaml", file);
	item->kind = PLAN_MISSING;
	if (publication->missing_translations == MISSING_FALLBACK && has_source)
		item->kind = PLAN_FALLBACK;
	item->brief_lang = has_source ? publication->source_language : NULL;
}

static struct plan_item *
plan_one(const struct places *places, const struct publication *publication,
	 const struct bulletin *bulletin, const char *lang, const struct plan_options *options,
	 struct diag_list *diags)
{
	struct plan_item *item = g_new0(struct plan_item, 1);
	bool has_source = has_brief(places, bulletin, publication->source_language);

	item->bulletin = bulletin;
	item->lang = lang;
	item->selected = is_selected(options, bulletin->id, lang);
	if (has_brief(places, bulletin, lang)) {
		item->kind = PLAN_EDITION;
		item->brief_lang = lang;
	} else {
		plan_missing(item, publication, has_source, diags);
	}
	if (bulletin->status == BULLETIN_WITHDRAWN && !options->everything)
		item->kind = PLAN_WITHDRAWN;
	return item;
}

/* The pseudo-language asked for, where the bulletin has a source to disguise. */
static void
add_pseudo(struct plan *plan, const struct places *places, const struct publication *publication,
	   const struct bulletin *bulletin, const struct plan_options *options)
{
	struct plan_item *item;

	if (!options->lang || !respell_is_pseudo(options->lang) ||
	    bulletin->status == BULLETIN_WITHDRAWN ||
	    !has_brief(places, bulletin, publication->source_language))
		return;
	item = g_new0(struct plan_item, 1);
	item->bulletin = bulletin;
	item->lang = options->lang;
	item->brief_lang = publication->source_language;
	item->kind = PLAN_PSEUDO;
	item->selected = is_selected(options, bulletin->id, options->lang);
	g_ptr_array_add(plan->items, item);
}

/* Names asked for must exist: a typing error must not build nothing and call it success. */
static bool
check_names(const struct dataset *data, const struct plan_options *options, GError **error)
{
	const struct publication *publication = dataset_publication(data);

	for (gsize i = 0; options->ids && options->ids[i]; i++) {
		if (!dataset_find_bulletin(data, options->ids[i])) {
			g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
				    "there is no bulletin “%s”", options->ids[i]);
			return false;
		}
	}
	if (options->lang && !respell_is_pseudo(options->lang) &&
	    !holds(publication->languages, options->lang)) {
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "publication.yaml has no language “%s”", options->lang);
		return false;
	}
	return true;
}

struct plan *
plan_make(const struct places *places, const struct dataset *data,
	  const struct plan_options *options, struct diag_list *diags, GError **error)
{
	const struct publication *publication = dataset_publication(data);
	const GPtrArray *bulletins = dataset_bulletins(data);
	struct plan *plan;

	if (!check_names(data, options, error))
		return NULL;
	plan = g_new0(struct plan, 1);
	plan->items = g_ptr_array_new_with_free_func(g_free);
	plan->closed = g_ptr_array_new();
	plan->everything = options->everything;
	for (guint i = 0; i < bulletins->len; i++) {
		const struct bulletin *bulletin = bulletins->pdata[i];
		bool held_back = is_held_back(bulletin, publication, options);

		if (held_back && !options->everything) {
			g_ptr_array_add(plan->closed, (gpointer)bulletin);
			tell_marking(bulletin, publication, diags);
			continue;
		}
		if (options->closed_only && !held_back && bulletin->status != BULLETIN_WITHDRAWN)
			continue;
		for (guint k = 0; k < publication->languages->len; k++) {
			const char *lang = publication->languages->pdata[k];

			if (holds(bulletin->languages, lang))
				g_ptr_array_add(plan->items, plan_one(places, publication, bulletin,
								      lang, options, diags));
		}
		add_pseudo(plan, places, publication, bulletin, options);
	}
	return plan;
}

void
plan_free(struct plan *plan)
{
	if (!plan)
		return;
	g_ptr_array_unref(plan->items);
	g_ptr_array_unref(plan->closed);
	g_free(plan);
}

bool
plan_is_edition(const struct plan_item *item)
{
	return item->kind == PLAN_EDITION || item->kind == PLAN_FALLBACK ||
	       item->kind == PLAN_PSEUDO;
}

GPtrArray *
plan_languages(const struct plan *plan, const struct bulletin *bulletin)
{
	GPtrArray *languages = g_ptr_array_new();

	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *item = plan->items->pdata[i];

		if (item->bulletin == bulletin && item->kind == PLAN_EDITION)
			g_ptr_array_add(languages, (gpointer)item->lang);
	}
	return languages;
}

bool
plan_publishes(const struct plan *plan, const struct bulletin *bulletin)
{
	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *item = plan->items->pdata[i];

		if (item->bulletin == bulletin && item->kind != PLAN_WITHDRAWN)
			return true;
	}
	return false;
}

/* The item of a page's folder, "pl/b"; NULL if there is none. */
static const struct plan_item *
find_item(const struct plan *plan, const char *lang, const char *id)
{
	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *item = plan->items->pdata[i];

		if (strcmp(item->lang, lang) == 0 && strcmp(item->bulletin->id, id) == 0)
			return item;
	}
	return NULL;
}

/* A file in the folder of an item. */
static bool
has_file(const struct plan_item *item, const char *name)
{
	g_autofree char *pdf = NULL;

	if (*name == '\0' || strcmp(name, "index.html") == 0)
		return true;
	if (item->kind != PLAN_EDITION && item->kind != PLAN_FALLBACK && item->kind != PLAN_PSEUDO)
		return false;
	pdf = g_strdup_printf("%s.%s.pdf", item->bulletin->id, item->brief_lang);
	return !g_str_has_suffix(name, ".pdf") || strcmp(name, pdf) == 0;
}

bool
plan_has_page(const struct plan *plan, const struct dataset *data, const char *path)
{
	const struct publication *publication = dataset_publication(data);
	g_auto(GStrv) parts = g_strsplit(path, "/", 3);
	const char *id = parts[0] ? parts[1] : NULL;
	const struct plan_item *item;

	if (*path == '\0' || strcmp(path, "index.html") == 0 || strcmp(parts[0], "assets") == 0)
		return true;
	if (!holds(publication->languages, parts[0]) && !respell_is_pseudo(parts[0]))
		return false;
	if (!id || *id == '\0' || strcmp(id, "index.html") == 0)
		return true;
	item = find_item(plan, parts[0], id);
	if (!item)
		return plan->everything && dataset_find_bulletin(data, id);
	return has_file(item, parts[2] ? parts[2] : "");
}

char *
plan_to_text(const struct plan *plan)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *item = plan->items->pdata[i];

		g_string_append_printf(out, "%s %s %s\n", item->bulletin->id, item->lang,
				       plan_kind_name(item->kind));
	}
	return g_string_free(out, FALSE);
}
