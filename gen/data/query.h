/*
 * query: the one form in which charts, tables and counts ask for data (contract section 5).
 *
 * A query is read from YAML (from, where, group, value, order, limit) and run over a dataset; the
 * result is a table of cells in the order asked for.  Cells keep what they are, so that each use
 * prints them as its language wants.
 */
#ifndef CHANCERY_DATA_QUERY_H
#define CHANCERY_DATA_QUERY_H

#include <glib.h>
#include "data/model.h"

struct dataset;
struct diag_list;
struct yaml_node;
struct query;

enum cell_kind {
	CELL_NONE, CELL_TEXT, CELL_AMOUNT, CELL_NUMBER, CELL_DATE, CELL_ENTITIES, CELL_SOURCES,
	CELL_INCIDENT, CELL_VOCABULARY
};

struct cell {
	enum cell_kind kind;
	/* TEXT, NULL if it has only texts; VOCABULARY: a label key such as "kind.coal" */
	const char *text;
	/*
	 * DATE: wording that replaces the date (which may then be EDTF_UNKNOWN); TEXT: what is
	 * printed instead of text.  NULL if there is none.
	 */
	const struct text *texts;
	struct amount amount;		/* AMOUNT */
	struct decimal number;		/* NUMBER; AMOUNT: value × scale */
	struct edtf date;
	/* ENTITIES: const char *; SOURCES: struct source_at *; a kind: all kinds, const char * */
	const GPtrArray *ids;
	const struct incident *incident;
	enum hedge hedge;		/* of the fact, for AMOUNT */
};

struct rows {
	GPtrArray *columns;	/* const char *: names as in the contract */
	GPtrArray *titles;	/* struct text *, lent: their headings where a sidecar gives them, else NULL */
	GPtrArray *rows;	/* struct cell *: one array of columns->len cells a row */
	const char *unit;	/* the one unit of the value column; NULL if none */
	bool refused;		/* a diagnostic says why there are no rows */
	/* What the rows tell of, each once and in their order, whatever columns are wanted: */
	GPtrArray *sources;	/* const char *: the ids that stand in source, else sources; or the series' own */
	GPtrArray *incidents;	/* const struct incident *; of groups, those in them */
	bool has_latest;	/* the latest date of all rows of a series that where selects */
	struct edtf latest;
};

/*
 * Read; problems are schema-* diagnostics; NULL when nothing usable is left. The node must outlive
 * nothing.
 */
struct query *query_read(const struct yaml_node *node, struct diag_list *diags);
void query_free(struct query *query);

/*
 * Do series, columns and values exist in data?  columns as below.  False with schema-value,
 * schema-unknown-key, schema-type, date-invalid, entity-unknown or cite-unknown.  The dataset does
 * this for every figure when it is loaded.
 */
bool query_check(const struct query *query, const struct dataset *data, const GPtrArray *columns,
		 struct diag_list *diags);
/*
 * The columns of the result, const char *, lent (the caller unrefs): those of the source, or the
 * group and "value". NULL without a series.
 */
GPtrArray *query_columns(const struct query *query, const struct dataset *data);

/* Add schema-value with the nearest of names (const char *), or all, as help; gives false. */
bool query_report_column(const char *name, struct loc at, GPtrArray *names, struct diag_list *diags);

/*
 * Run.  Without an order rows come by date, then id (in a series: as in the file), groups as they
 * first occur then.  The value column of facts is an AMOUNT, or a DATE or TEXT where that is what
 * the fact says.  Groups hold CELL_NUMBER (or CELL_NONE). Mixing units is a diagnostic at the
 * query's place and gives fewer rows. columns (const char *) says which columns are wanted, in
 * order; NULL: all.  One that does not exist gives no rows, and no diagnostic: those that a figure
 * names are checked with the dataset, at their keys.  Never NULL; free with rows_free.  What was
 * given last is given again, so nobody changes it; but a diagnostic is told each time.
 */
struct rows *query_run(const struct query *query, const struct dataset *data,
		       const GPtrArray *columns, struct diag_list *diags);
void rows_free(struct rows *rows);
/*
 * What the rows show, each once: const struct fact * into facts, const struct incident * into
 * incidents; of groups, what is in them.  Nothing for a series, or a query that cannot be run.
 */
void query_reach(const struct query *query, const struct dataset *data, GPtrArray *facts,
		 GPtrArray *incidents);
/*
 * The ids of incidents and facts that the query asks for by name (`where: {incident: …}` or `id`),
 * whether there are such or not: const char *, lent; the caller unrefs.
 */
GPtrArray *query_named(const struct query *query);
/* Index of a column, or -1. */
int rows_column(const struct rows *rows, const char *name);

#endif
