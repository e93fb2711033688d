/*
 * table_marker: fo:retrieve-table-marker in the header of a table (XSL 1.1 §6.13.7).
 *
 * Of a class the table has two markers at most, each in a cell of its body: the first shows in the
 * header of the page that the table begins on, the last in those that are repeated.  That is what
 * first-including-carryover comes to where both stand in the first rows: a line "continued".
 */
#ifndef CHANCERY_LAYOUT_TABLE_MARKER_H
#define CHANCERY_LAYOUT_TABLE_MARKER_H

#include "layout/formatter.h"

/* The marker that node shows, lent; NULL for none, with a complaint outside of a header. */
const struct fo_node *table_marker(struct formatter *formatter, const struct fo_node *node);
/* Is node a fo:retrieve-table-marker that shows nothing?  Then it makes no line. */
bool table_marker_is_empty(struct formatter *formatter, const struct fo_node *node);
/* Is there a fo:retrieve-table-marker in node? */
bool table_marker_is_in(const struct fo_node *node);

#endif
