/* dataset: finding things in what was loaded (dataset_load.c). */
#include "data/dataset.h"

#include <string.h>

#include "data/coined.h"
#include "data/dataset_private.h"
#include "data/derive.h"
#include "data/record.h"
#include "data/series.h"
#include "data/store.h"

void
dataset_free(struct dataset *data)
{
	GHashTable **tables[] = {&data->source_by_id,   &data->entity_by_id, &data->incident_by_id,
				 &data->bulletin_by_id, &data->series_by_id, &data->fact_by_path,
				 &data->fact_names};

	for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
		g_hash_table_unref(*tables[i]);
	for (guint i = 0; i < data->bulletins->len; i++)
		bulletin_clear(data->bulletins->pdata[i]);
	if (data->publication)
		g_hash_table_unref(data->publication->severities);
	g_ptr_array_unref(data->series);
	coined_free(data->coined);
	store_free(data->store);
	g_free(data);
}

const struct publication *
dataset_publication(const struct dataset *data)
{
	return data->publication;
}

const GPtrArray *
dataset_bulletins(const struct dataset *data)
{
	return data->bulletins;
}

const GPtrArray *
dataset_coined_kinds(const struct dataset *data)
{
	return coined_asked_kinds(data->coined);
}

const GPtrArray *
dataset_coined_nouns(const struct dataset *data)
{
	return coined_asked_nouns(data->coined);
}

const GPtrArray *
dataset_incidents(const struct dataset *data)
{
	return data->incidents;
}

const GPtrArray *
dataset_sources(const struct dataset *data)
{
	return data->sources;
}

const GPtrArray *
dataset_entities(const struct dataset *data)
{
	return data->entities;
}

const struct bulletin *
dataset_find_bulletin(const struct dataset *data, const char *id)
{
	return g_hash_table_lookup(data->bulletin_by_id, id);
}

const struct incident *
dataset_find_incident(const struct dataset *data, const char *id)
{
	return g_hash_table_lookup(data->incident_by_id, id);
}

const struct source *
dataset_find_source(const struct dataset *data, const char *id)
{
	return g_hash_table_lookup(data->source_by_id, id);
}

const struct entity *
dataset_find_entity(const struct dataset *data, const char *id)
{
	return g_hash_table_lookup(data->entity_by_id, id);
}

const struct series *
dataset_find_series(const struct dataset *data, const char *id)
{
	return g_hash_table_lookup(data->series_by_id, id);
}

const struct fact *
dataset_find_fact(const struct dataset *data, const char *path)
{
	return g_hash_table_lookup(data->fact_by_path, path);
}

const struct claim *
fact_find_claim(const struct fact *fact, const char *id)
{
	for (guint i = 0; i < fact->claims->len; i++) {
		const struct claim *claim = fact->claims->pdata[i];

		if (g_strcmp0(claim->id, id) == 0)
			return claim;
	}
	return NULL;
}

GPtrArray *
dataset_fact_paths(const struct dataset *data)
{
	GPtrArray *paths = g_ptr_array_new();

	for (guint i = 0; i < data->facts->len; i++) {
		const struct fact *fact = data->facts->pdata[i];

		g_ptr_array_add(paths, (gpointer)fact->path);
	}
	for (guint i = 0; i < data->derivations->len; i++) {
		const struct fact *fact = derivation_fact(data->derivations->pdata[i]);

		g_ptr_array_add(paths, (gpointer)fact->path);
	}
	return paths;
}

GPtrArray *
dataset_source_ids(const struct dataset *data)
{
	GPtrArray *ids = g_ptr_array_new();

	for (guint i = 0; i < data->sources->len; i++) {
		const struct source *source = data->sources->pdata[i];

		g_ptr_array_add(ids, (gpointer)source->id);
	}
	return ids;
}

GPtrArray *
dataset_entity_ids(const struct dataset *data)
{
	GPtrArray *ids = g_ptr_array_new();

	for (guint i = 0; i < data->entities->len; i++) {
		const struct entity *entity = data->entities->pdata[i];

		g_ptr_array_add(ids, (gpointer)entity->id);
	}
	return ids;
}

GPtrArray *
dataset_incident_ids(const struct dataset *data)
{
	GPtrArray *ids = g_ptr_array_new();

	for (guint i = 0; i < data->incidents->len; i++) {
		const struct incident *incident = data->incidents->pdata[i];

		g_ptr_array_add(ids, (gpointer)incident->id);
	}
	return ids;
}

GPtrArray *
dataset_series_ids(const struct dataset *data)
{
	GPtrArray *ids = g_ptr_array_new();

	for (guint i = 0; i < data->series->len; i++)
		g_ptr_array_add(ids, (gpointer)series_id(data->series->pdata[i]));
	return ids;
}
