/* withhold: the incidents that only bulletins use which are not published now. */
#include "build/withhold.h"

#include "base/place.h"
#include "brief/outline.h"
#include "build/plan.h"
#include "build/render.h"
#include "check/reach.h"
#include "data/dataset.h"

/* Where the briefs of a bulletin lead to. */
struct reaching {
	struct press *press;
	struct reach *reach;
};

static void
add_brief(const struct outline *outline, const char *lang, void *user)
{
	const struct reaching *reaching = user;

	(void)lang;
	reach_add_brief(reaching->reach, press_data(reaching->press), outline);
}

/* What a bulletin names in the languages that it has briefs in, and what its figures select. */
static bool
add_bulletin(struct press *press, const struct bulletin *bulletin, struct reach *reach,
	     GError **error)
{
	struct reaching reaching = {press, reach};

	if (!render_each_outline(press, bulletin, add_brief, &reaching, error))
		return false;
	reach_add_bulletin(reach, press_data(press), bulletin);
	return true;
}

static GHashTable *
set_of(const GPtrArray *incidents, const GPtrArray *more)
{
	GHashTable *set = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < incidents->len; i++)
		g_hash_table_add(set, incidents->pdata[i]);
	for (guint i = 0; more && i < more->len; i++)
		g_hash_table_add(set, more->pdata[i]);
	return set;
}

static void
add_missing(const GPtrArray *incidents, GHashTable *shown, GHashTable *ids)
{
	for (guint i = 0; i < incidents->len; i++) {
		const struct incident *incident = incidents->pdata[i];

		if (!g_hash_table_contains(shown, incident))
			g_hash_table_add(ids, g_strdup(incident->id));
	}
}

bool
withhold_find(struct press *press, const struct plan *plan, GHashTable **incidents, GError **error)
{
	const GPtrArray *bulletins = dataset_bulletins(press_data(press));
	g_autoptr(Reach) open = reach_new();
	g_autoptr(Reach) closed = reach_new();
	g_autoptr(GHashTable) named = NULL;
	g_autoptr(GHashTable) shown = NULL;
	bool all = true;

	*incidents = NULL;
	for (guint i = 0; i < bulletins->len; i++)
		all = all && plan_publishes(plan, bulletins->pdata[i]);
	if (all)
		return true;
	for (guint i = 0; i < bulletins->len; i++) {
		const struct bulletin *bulletin = bulletins->pdata[i];
		bool published = plan_publishes(plan, bulletin);

		if (!add_bulletin(press, bulletin, published ? open : closed, error))
			return false;
	}
	named = set_of(open->named, NULL);
	shown = set_of(open->named, open->selected);
	*incidents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	add_missing(closed->named, named, *incidents);
	add_missing(closed->selected, shown, *incidents);
	return true;
}
