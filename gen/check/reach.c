/* reach: which facts and incidents bulletins use. */
#include "check/reach.h"

#include <string.h>

#include "base/diag.h"
#include "brief/outline.h"
#include "data/dataset.h"

struct reach *
reach_new(void)
{
	struct reach *reach = g_new0(struct reach, 1);

	reach->facts = g_ptr_array_new();
	reach->named = g_ptr_array_new();
	reach->selected = g_ptr_array_new();
	reach->known = g_hash_table_new(NULL, NULL);
	return reach;
}

void
reach_free(struct reach *reach)
{
	if (!reach)
		return;
	g_ptr_array_unref(reach->facts);
	g_ptr_array_unref(reach->named);
	g_ptr_array_unref(reach->selected);
	g_hash_table_unref(reach->known);
	g_free(reach);
}

enum { KNOWN_FACT = 1, KNOWN_NAMED = 2, KNOWN_SELECTED = 4 };

/* Into the list, unless it is there already. */
static gboolean
add_once(struct reach *reach, GPtrArray *list, guint bit, gconstpointer record)
{
	guint bits = GPOINTER_TO_UINT(g_hash_table_lookup(reach->known, record));

	if (bits & bit)
		return FALSE;
	g_hash_table_insert(reach->known, (gpointer)record, GUINT_TO_POINTER(bits | bit));
	g_ptr_array_add(list, (gpointer)record);
	return TRUE;
}

static void
select_incidents(struct reach *reach, const GPtrArray *incidents)
{
	for (guint i = 0; incidents && i < incidents->len; i++)
		add_once(reach, reach->selected, KNOWN_SELECTED, incidents->pdata[i]);
}

/* A derived value names what it is worked out from, but for what its query finds. */
static void
name_parts(struct reach *reach, const struct fact *fact)
{
	g_autoptr(GHashTable) found = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i <= fact->parts->len; i++) {
		const struct fact *part = i < fact->parts->len ? fact->parts->pdata[i] : fact;

		for (guint k = 0; part->selected && k < part->selected->len; k++)
			g_hash_table_add(found, part->selected->pdata[k]);
		select_incidents(reach, part->selected);
	}
	for (guint i = 0; i < fact->parts->len; i++) {
		const struct fact *part = fact->parts->pdata[i];

		add_once(reach, reach->facts, KNOWN_FACT, part);
		if (part->incident && !g_hash_table_contains(found, part->incident))
			add_once(reach, reach->named, KNOWN_NAMED, part->incident);
	}
}

static void
name_fact(struct reach *reach, const struct fact *fact)
{
	if (!add_once(reach, reach->facts, KNOWN_FACT, fact))
		return;
	if (fact->incident)
		add_once(reach, reach->named, KNOWN_NAMED, fact->incident);
	if (fact->parts)
		name_parts(reach, fact);
}

/* "incident.fact", "derived", "incident.date", "incident.title" */
static void
name_path(struct reach *reach, const struct dataset *data, const char *path)
{
	const struct fact *fact = dataset_find_fact(data, path);
	const char *dot = strrchr(path, '.');
	g_autofree char *id = dot ? g_strndup(path, (gsize)(dot - path)) : NULL;
	const struct incident *incident = id ? dataset_find_incident(data, id) : NULL;

	if (fact)
		name_fact(reach, fact);
	else if (incident)
		add_once(reach, reach->named, KNOWN_NAMED, incident);
}

void
reach_add_brief(struct reach *reach, const struct dataset *data, const struct outline *outline)
{
	for (guint i = 0; i < outline->blocks->len; i++) {
		const struct block *block = outline_block(outline, i);

		for (guint k = 0; k < block->n_spans; k++) {
			const struct span *span = block_span(block, k);

			if (span->kind == SPAN_FACT && span->path)
				name_path(reach, data, span->path);
		}
	}
}

/* Who asks for an incident by its id names it: there is no other that could fit. */
static void
name_asked(struct reach *reach, const struct dataset *data, const struct query *query)
{
	g_autoptr(GPtrArray) ids = query_named(query);

	for (guint i = 0; i < ids->len; i++) {
		const struct incident *incident = dataset_find_incident(data, ids->pdata[i]);

		if (incident)
			add_once(reach, reach->named, KNOWN_NAMED, incident);
		else
			name_path(reach, data, ids->pdata[i]);
	}
}

void
reach_add_bulletin(struct reach *reach, const struct dataset *data, const struct bulletin *bulletin)
{
	for (guint i = 0; bulletin->key_figures && i < bulletin->key_figures->len; i++)
		name_path(reach, data, bulletin->key_figures->pdata[i]);
	for (guint i = 0; i < bulletin->figures->len; i++) {
		const struct figure_spec *spec = bulletin->figures->pdata[i];
		g_autoptr(GPtrArray) facts = g_ptr_array_new();
		g_autoptr(GPtrArray) incidents = g_ptr_array_new();

		if (!spec->query)
			continue;
		name_asked(reach, data, spec->query);
		query_reach(spec->query, data, facts, incidents);
		select_incidents(reach, incidents);
		for (guint k = 0; k < facts->len; k++)
			add_once(reach, reach->facts, KNOWN_FACT, facts->pdata[k]);
	}
}

GPtrArray *
reach_facts(const struct reach *reach)
{
	GPtrArray *all = g_ptr_array_new();
	g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);
	g_autoptr(GPtrArray) incidents = g_ptr_array_new();

	for (guint i = 0; i < reach->facts->len; i++) {
		const struct fact *fact = reach->facts->pdata[i];

		g_hash_table_add(told, (gpointer)fact);
		g_ptr_array_add(all, (gpointer)fact);
		if (fact->incident && g_hash_table_add(told, (gpointer)fact->incident))
			g_ptr_array_add(incidents, (gpointer)fact->incident);
	}
	for (guint i = 0; i < reach->named->len; i++) {
		if (g_hash_table_add(told, reach->named->pdata[i]))
			g_ptr_array_add(incidents, reach->named->pdata[i]);
	}
	for (guint i = 0; i < incidents->len; i++) {
		const struct incident *incident = incidents->pdata[i];

		for (guint k = 0; k < incident->facts->len; k++) {
			if (g_hash_table_add(told, incident->facts->pdata[k]))
				g_ptr_array_add(all, incident->facts->pdata[k]);
		}
	}
	return all;
}
