/*
 * query_private: the inside of a query, for its reader (query.c), its checks (query_check.c) and
 * its run (query_run.c, group.c).
 */
#ifndef CHANCERY_DATA_QUERY_PRIVATE_H
#define CHANCERY_DATA_QUERY_PRIVATE_H

#include "data/condition.h"

enum aggregate { AGGREGATE_COUNT, AGGREGATE_SUM, AGGREGATE_MIN, AGGREGATE_MAX };

struct order_key {
	char *column;
	bool descending;
	struct loc at;
};

struct query {
	enum relation_from from;
	char *series;		/* FROM_SERIES: its id, else NULL */
	struct loc at, from_at;
	struct conditions *where;
	char *group;		/* NULL if rows are not grouped */
	struct loc group_at;
	enum aggregate aggregate;
	char *of;		/* what is summed or compared; NULL for a count */
	struct loc of_at;
	GPtrArray *order;	/* struct order_key * */
	int limit;		/* -1: none */
	struct kept *kept;	/* what it gave last; a query is const to its users all the same */
};

/* ---- rows.c ---- */
/* What rows_free takes apart once the last user is gone: the cells that the rows point into. */
struct result {
	struct rows rows;
	int users;
	GPtrArray *owned; /* g_free */
};

/* Rows without any, of these columns (const char *, copied). */
struct rows *rows_new(const GPtrArray *columns);

/*
 * The rows of a figure are the same in each language: those given last are kept with the query, if
 * they are few and nothing was to be told of them.
 */
struct kept {
	struct rows *rows; /* NULL: none */
	const struct dataset *data;
	bool all_columns; /* none were named */
};
void rows_keep(struct rows *rows, const struct query *query, const struct dataset *data,
	       bool all_columns);
/* Those kept, if they are what is asked for; else NULL.  The caller frees. */
struct rows *rows_find_kept(const struct query *query, const struct dataset *data,
			    const GPtrArray *columns);

/* How the groups of a query are told apart. */
enum grouping { GROUP_NONE, GROUP_COLUMN, GROUP_YEAR, GROUP_MONTH };
enum grouping query_grouping(const struct query *query, const struct relation *relation);

/* The names of the result's columns: const char *, lent; the caller unrefs. */
GPtrArray *query_names(const struct query *query, const struct relation *relation);

/* A row on its way to the result. */
struct row {
	gsize index;		/* in the relation; of a group the first one */
	struct cell *cells;	/* of a group: its key and value; else NULL */
	struct edtf date;
	bool has_date;
	int first, last;	/* days of the date, for order */
	struct cell *keys;	/* one a key of the query's order; NULL without one */
};

/*
 * Replace rows (struct row, in order of date and id) by one row a group, in the order in which
 * groups first occur, with cells that owned (freed with g_free) keeps.  Rows without the key are
 * left out.  Mixed units are a diagnostic and give false.  *unit is set to the unit of a sum,
 * minimum or maximum, if it has one.
 */
bool group_rows(const struct query *query, const struct relation *relation, GArray *rows,
		GPtrArray *owned, const char **unit, struct diag_list *diags);

#endif
