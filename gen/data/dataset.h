/*
 * dataset: everything below content/ that is not a brief: publication.yaml, data/, and each
 * bulletin.yaml.
 *
 * Loading reports every problem (schema, ids, dates) and keeps what is usable.  A publication
 * without data/ is fine.
 */
#ifndef CHANCERY_DATA_DATASET_H
#define CHANCERY_DATA_DATASET_H

#include <glib.h>
#include "data/model.h"
#include "data/query.h"

struct diag_list;
struct places;
struct dataset;

/* What bulletin.yaml says. */
enum figure_kind { FIGURE_CHART, FIGURE_TABLE, FIGURE_MAP };

struct figure_spec {
	const char *id;
	enum figure_kind kind;
	const char *type;		/* charts: "bar" | "line" | "timeline" */
	struct query *query;		/* NULL for a map without data, or after an error */
	const char *x, *y, *series;	/* column names; NULL if not given */
	GPtrArray *columns;		/* tables: const char * */
	struct text *title, *note;	/* may be NULL */
	const char *scale, *size;	/* may be NULL */
	const char *orientation;	/* tables: "portrait" | "landscape"; NULL: by their widths */
	struct loc at;
};

enum bulletin_status { BULLETIN_PUBLISHED, BULLETIN_DRAFT, BULLETIN_WITHDRAWN };

struct bulletin {
	const char *id;
	bool has_date;			/* or else it was told that there is none */
	struct edtf date;		/* a day */
	struct loc date_at;
	int edition;			/* 0 if not given */
	const char *symbol, *marking;	/* NULL if not given */
	struct loc marking_at;
	enum bulletin_status status;
	const char *embargo;		/* RFC 3339 or NULL */
	bool numbered_paragraphs;
	GPtrArray *languages;		/* const char *: those it is published in */
	GPtrArray *key_figures;		/* const char *: paths of facts; those unknown too */
	GPtrArray *figures;		/* struct figure_spec *: of all three kinds */
	struct loc at;
};

/*
 * withheld: ids of incidents that are left out as though no file had them; NULL for none.  NULL with
 * error when publication.yaml cannot be read (or the folder is no publication).
 */
struct dataset *dataset_load(const struct places *places, GHashTable *withheld,
			     struct diag_list *diags, GError **error);
void dataset_free(struct dataset *data);
typedef struct dataset Dataset;	/* for g_autoptr(Dataset) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Dataset, dataset_free)

const struct publication *dataset_publication(const struct dataset *data);
/* struct bulletin *, by date then id, newest first */
const GPtrArray *dataset_bulletins(const struct dataset *data);
const struct bulletin *dataset_find_bulletin(const struct dataset *data, const char *id);
const struct figure_spec *bulletin_find_figure(const struct bulletin *bulletin, const char *id);

/*
 * The kinds of incidents and the counted nouns that the publication's own label files add: const
 * char *; NULL where the data use none.
 */
const GPtrArray *dataset_coined_kinds(const struct dataset *data);
const GPtrArray *dataset_coined_nouns(const struct dataset *data);
const GPtrArray *dataset_incidents(const struct dataset *data);
const GPtrArray *dataset_sources(const struct dataset *data);
const GPtrArray *dataset_entities(const struct dataset *data);
const struct incident *dataset_find_incident(const struct dataset *data, const char *id);
const struct source *dataset_find_source(const struct dataset *data, const char *id);
const struct entity *dataset_find_entity(const struct dataset *data, const char *id);
/* "incident.fact", or the id of a derived value. */
const struct fact *dataset_find_fact(const struct dataset *data, const char *path);
const struct claim *fact_find_claim(const struct fact *fact, const char *id);

/*
 * All ids of one sort, for "did you mean": const char *, lent. The container is the caller's to
 * unref.
 */
GPtrArray *dataset_fact_paths(const struct dataset *data);
GPtrArray *dataset_source_ids(const struct dataset *data);
GPtrArray *dataset_entity_ids(const struct dataset *data);

#endif
