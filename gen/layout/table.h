/*
 * table: tables to slugs, one for each row or group of rows joined by cells that span them (XSL 1.1
 * §6.7).
 *
 * A row is kept whole unless it is higher than a page; then it is cut between its lines, line by
 * line in all its cells.  The header is repeated on each page.  Borders are separate, without space
 * between cells.
 */
#ifndef CHANCERY_LAYOUT_TABLE_H
#define CHANCERY_LAYOUT_TABLE_H

#include "layout/formatter.h"
#include "layout/galley.h"

void table_lay(struct formatter *formatter, struct galley *galley, const struct fo_node *node);

#endif
