/* check: the briefs against the data and against each other. */
#include "check/check_private.h"

#include "check/reach.h"
#include "data/dataset.h"
#include "locale/locale.h"

struct check {
	struct check_env env;
	GPtrArray *briefs; /* struct checked *, of the bulletins that are not checked yet */
	GHashTable *cited; /* set of ids of sources */
	guint n_whole;	   /* bulletins that were seen whole */
};

static void
checked_free(gpointer data)
{
	struct checked *brief = data;

	outline_free(brief->outline);
	g_free(brief);
}

struct check *
check_new(const struct check_env *env)
{
	struct check *check = g_new0(struct check, 1);

	check->env = *env;
	check->briefs = g_ptr_array_new_with_free_func(checked_free);
	check->cited = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return check;
}

void
check_open(struct check *check, const struct dataset *data)
{
	check->env.data = data;
}

void
check_free(struct check *check)
{
	if (!check)
		return;
	g_ptr_array_unref(check->briefs);
	g_hash_table_unref(check->cited);
	g_free(check);
}

void
check_add(struct check *check, const struct bulletin *bulletin, const char *lang,
	  struct outline *outline, gboolean told)
{
	struct checked *brief = g_new(struct checked, 1);

	*brief = (struct checked){bulletin, lang, outline, told};
	g_ptr_array_add(check->briefs, brief);
}

/* ---- sources ---- */

/* A source is cited with what it was read through. */
static void
cite(struct check *check, const struct source *source)
{
	while (source && g_hash_table_add(check->cited, g_strdup(source->id)))
		source = source->via ? dataset_find_source(check->env.data, source->via) : NULL;
}

void
check_cited(struct check *check, const GPtrArray *sources)
{
	for (guint i = 0; i < sources->len; i++)
		cite(check, sources->pdata[i]);
}

/* Whoever had a figure of the bulletin before its source is named by the data. */
static void
cite_chains(struct check *check, const GPtrArray *facts)
{
	for (guint i = 0; i < facts->len; i++) {
		const struct fact *fact = facts->pdata[i];
		const GPtrArray *chain = fact->preferred->chain;

		for (guint k = 0; chain && k < chain->len; k++) {
			const struct source_at *link = chain->pdata[k];

			cite(check, dataset_find_source(check->env.data, link->id));
		}
	}
}

void
check_sources(const struct check *check)
{
	const GPtrArray *sources = dataset_sources(check->env.data);

	if (check->n_whole == 0 || check->n_whole < dataset_bulletins(check->env.data)->len)
		return;
	for (guint i = 0; i < sources->len; i++) {
		const struct source *source = sources->pdata[i];

		if (g_hash_table_contains(check->cited, source->id))
			continue;
		diag_help(diag_add(check->env.diags, DIAG_SOURCE_UNUSED, source->at,
				   "no bulletin cites “%s”", source->id),
			  "cite it where it is used: [](cite:%s), or delete it", source->id);
	}
}

/* ---- one bulletin ---- */

/* The brief that the others are translations of: that of the source language, else the first. */
static const struct checked *
source_of(const struct check *check, const struct bulletin *bulletin)
{
	const char *lang = dataset_publication(check->env.data)->source_language;
	const struct checked *first = NULL;

	for (guint i = 0; i < check->briefs->len; i++) {
		const struct checked *brief = check->briefs->pdata[i];

		if (brief->bulletin != bulletin)
			continue;
		if (g_str_equal(brief->lang, lang))
			return brief;
		if (!first)
			first = brief;
	}
	return first;
}

static GPtrArray *
facts_of(struct check *check, const struct bulletin *bulletin)
{
	g_autoptr(Reach) reach = reach_new();
	GPtrArray *facts;

	for (guint i = 0; i < check->briefs->len; i++) {
		const struct checked *brief = check->briefs->pdata[i];

		if (brief->bulletin == bulletin)
			reach_add_brief(reach, check->env.data, brief->outline);
	}
	reach_add_bulletin(reach, check->env.data, bulletin);
	facts = reach_facts(reach);
	cite_chains(check, reach->facts);
	return facts;
}

static void
check_brief(const struct check *check, const struct checked *brief, const struct checked *source,
	    const GPtrArray *facts)
{
	struct examination examination = {
		.env = &check->env,
		.locale = check->env.locale_of(brief->lang, check->env.user),
		.brief = brief,
		.facts = facts,
	};

	if (!brief->told)
		return;
	if (brief != source)
		parity_check(&check->env, source, brief);
	if (examination.locale)
		prose_check(&examination);
}

void
check_bulletin(struct check *check, const struct bulletin *bulletin, gboolean whole)
{
	const struct checked *source = source_of(check, bulletin);
	g_autoptr(GPtrArray) facts = facts_of(check, bulletin);

	for (guint i = 0; i < check->briefs->len; i++) {
		const struct checked *brief = check->briefs->pdata[i];

		if (brief->bulletin == bulletin)
			check_brief(check, brief, source, facts);
	}
	check->n_whole += whole != FALSE;
	for (guint i = check->briefs->len; i > 0; i--) {
		const struct checked *brief = check->briefs->pdata[i - 1];

		if (brief->bulletin == bulletin)
			g_ptr_array_remove_index(check->briefs, i - 1);
	}
}
