/*
 * series: a long list as a CSV file with a YAML sidecar that types its columns.
 *
 * Stored by column, so that a hundred thousand rows stay small.  Rows that do not fit are csv-row
 * (a date: date-invalid) at the cell; the cell is then missing.  A row with too few or too many
 * cells is left out.
 */
#ifndef CHANCERY_DATA_SERIES_H
#define CHANCERY_DATA_SERIES_H

#include "data/model.h"

struct diag_list;
struct series;
struct store;
struct yaml_node;

enum series_type { SERIES_TEXT, SERIES_DATE, SERIES_NUMBER, SERIES_CHOICE };

struct series_column {
	const char *name;
	enum series_type type;
	GPtrArray *values;		/* of a choice: const char *; empty: anything */
	const struct yaml_node *labels;	/* of a choice: value to text; NULL if none */
	const char *unit;		/* of a number, interned; NULL if none */
	struct text *title;		/* NULL if none */
};

/*
 * root is the checked sidecar (NULL: every column is text), text the CSV file (through text_read)
 * and file its name.  Strings of the sidecar are lent from its tree; the rest is the series' own. 
 * Never NULL.
 */
struct series *series_read(const char *id, const struct yaml_node *root, const char *text,
			   const char *file, struct store *store, struct diag_list *diags);
void series_free(struct series *series);

const char *series_id(const struct series *series);
const struct source_at *series_source(const struct series *series);	/* NULL if none */
gsize series_n_rows(const struct series *series);
guint series_n_columns(const struct series *series);
const struct series_column *series_column(const struct series *series, guint column);
/* The first date column, or -1. */
int series_date_column(const struct series *series);

/* A cell by the type of its column; NULL where it is missing. */
const char *series_text(const struct series *series, guint column, gsize row);
const struct decimal *series_number(const struct series *series, guint column, gsize row);
const struct edtf *series_date(const struct series *series, guint column, gsize row);
/* The label of a choice, or NULL. */
const struct text *series_label(const struct series *series, guint column, const char *value);

#endif
