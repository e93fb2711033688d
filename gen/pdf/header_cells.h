/*
 * header_cells: which header cells stand over, or beside, each cell of a table
 * (ISO 32000-1 14.8.5.7, Headers).
 *
 * Scope is enough where every header cell heads one column or row; where one spans several, each
 * cell names its own.
 */
#ifndef CHANCERY_PDF_HEADER_CELLS_H
#define CHANCERY_PDF_HEADER_CELLS_H

#include <glib.h>

struct tag;

/*
 * const struct tag * of a cell -> GPtrArray of const struct tag *, those that head it; no entry for
 * one without.  NULL for a table without spanned header cells.  The caller unrefs; tags are lent.
 */
GHashTable *header_cells_new(const struct tag *table);
/* What a header cell is called in the file; the caller frees. */
char *header_cell_id(const struct tag *cell);

#endif
