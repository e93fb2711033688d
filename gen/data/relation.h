/*
 * relation: incidents, facts or a series as rows of named columns, for queries (contract section
 * 5).
 *
 * A view: nothing is copied.  Rows count from 0 in file order.
 */
#ifndef CHANCERY_DATA_RELATION_H
#define CHANCERY_DATA_RELATION_H

#include <stdbool.h>
#include "data/query.h"

struct series;

enum column_kind {
	COLUMN_ID,
	COLUMN_KIND,
	COLUMN_DATE,
	COLUMN_STATUS,
	COLUMN_TITLE,
	COLUMN_ACTORS,
	COLUMN_SUBJECTS,
	COLUMN_VICTIMS,
	COLUMN_PLACES,
	COLUMN_SOURCES,
	/* of the incident, or of what the fact says */
	COLUMN_HEDGE,
	COLUMN_CONFIDENCE,
	COLUMN_LIKELIHOOD,
	COLUMN_ATTRIBUTION,
	/* from here on of facts only */
	COLUMN_INCIDENT,
	COLUMN_FACT,
	COLUMN_VALUE,
	COLUMN_MIN,
	COLUMN_MAX,
	COLUMN_UNIT,
	COLUMN_QUALIFIER,
	COLUMN_SOURCE,
	/* from here on of series only */
	COLUMN_SERIES_TEXT,
	COLUMN_SERIES_DATE,
	COLUMN_SERIES_NUMBER,
	COLUMN_SERIES_CHOICE
};

struct column {
	const char *name;
	enum column_kind kind;
	guint index;		/* series: which of its columns */
};

enum relation_from { FROM_INCIDENTS, FROM_FACTS, FROM_SERIES };

struct relation {
	enum relation_from from;
	const struct dataset *data;
	const struct series *series;	/* FROM_SERIES */
	gsize n_rows;
	GArray *columns;		/* struct column */
};

/* NULL if there is no series of that id. */
struct relation *relation_new(const struct dataset *data, enum relation_from from,
			      const char *series);
void relation_free(struct relation *relation);
typedef struct relation Relation;	/* for g_autoptr(Relation) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Relation, relation_free)

/* NULL if there is none of that name. */
const struct column *relation_find(const struct relation *relation, const char *name);
/* const char *, lent; the caller unrefs. */
GPtrArray *relation_names(const struct relation *relation);
/* Is it a quantity, that can be summed or bounded? */
bool column_is_number(const struct column *column);
bool column_is_date(const struct column *column);

/* What stands there, CELL_NONE if nothing; ids and texts are lent from the dataset. */
void relation_cell(const struct relation *relation, const struct column *column, gsize row,
		   struct cell *cell);
/* The date of a row, for order and groups; false if it has none. */
bool relation_date(const struct relation *relation, gsize row, struct edtf *date);
/* The fact of a row, and the incident: NULL where rows are none, or of none. */
const struct fact *relation_fact(const struct relation *relation, gsize row);
const struct incident *relation_incident(const struct relation *relation, gsize row);
/* The id of a row; NULL in a series. */
const char *relation_id(const struct relation *relation, gsize row);

#endif
