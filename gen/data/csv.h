/*
 * csv: comma-separated values (RFC 4180) with the place of every cell.  The only user of libcsv.
 *
 * Cells may be quoted and then hold commas, line breaks and doubled quotes; nothing is trimmed;
 * empty lines are skipped. The header line is a row like any other.
 */
#ifndef CHANCERY_DATA_CSV_H
#define CHANCERY_DATA_CSV_H

#include <glib.h>
#include "base/loc.h"

struct diag_list;

/* One row, lent for the time of a call. */
struct csv_row {
	const char *file;	/* interned */
	int line;		/* where the row begins */
	const char *start;	/* the same in the text */
	guint n;
	const char *const *cells;
};

/*
 * Call each for the rows of text (already through text_read), in order.  A row that is not
 * well-formed is csv-row at the character that breaks it, and reading goes on with the next line.
 */
void csv_read(const char *text, const char *file,
	      void (*each)(const struct csv_row *row, void *user), void *user,
	      struct diag_list *diags);

/* Where a cell begins (cell < n); cell == n is where a missing one would. */
struct loc csv_cell_at(const struct csv_row *row, guint cell);

#endif
