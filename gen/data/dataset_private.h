/*
 * dataset_private: the inside of a dataset, for the modules that fill and search it (loading,
 * references, relations).
 */
#ifndef CHANCERY_DATA_DATASET_PRIVATE_H
#define CHANCERY_DATA_DATASET_PRIVATE_H

#include "data/dataset.h"

struct coined;
struct store;

struct dataset {
	struct store *store;		/* owns every record below and what it points to */
	struct publication *publication;
	GPtrArray *sources, *entities, *incidents, *bulletins;
	GPtrArray *facts;		/* struct fact *, incident by incident */
	GPtrArray *derivations;		/* struct derivation *: derived facts, in file order */
	GPtrArray *series;		/* struct series *, owned */
	/* Each from an id (facts: a path) to its record; keys and values are lent. */
	GHashTable *source_by_id, *entity_by_id, *incident_by_id, *bulletin_by_id, *series_by_id;
	GHashTable *fact_by_path;	/* derived ones by their id */
	GHashTable *fact_names;		/* set of "stolen", "workers", … */
	struct coined *coined;		/* words that the publication adds */
};

/* The series of an id, or NULL. */
const struct series *dataset_find_series(const struct dataset *data, const char *id);
/* Every id of a table, in the order of its records: const char *, lent; the caller unrefs. */
GPtrArray *dataset_incident_ids(const struct dataset *data);
GPtrArray *dataset_series_ids(const struct dataset *data);

#endif
