/*
 * pipe_table: tables written with pipes, in the syntax of GitHub Flavored Markdown (section 4.10),
 * as cmark knows none.
 *
 * A paragraph whose second line is a row of dashes is a table; a pipe inside a cell is written \|.
 */
#ifndef CHANCERY_BRIEF_PIPE_TABLE_H
#define CHANCERY_BRIEF_PIPE_TABLE_H

#include <libxml/tree.h>
#include <stdbool.h>

struct conversion;
struct passage;

bool pipe_table_is(const struct passage *passage);
/* Into a b:table element: columns, thead, tbody. */
void pipe_table_convert(struct conversion *cv, struct passage *passage, xmlNode *table);

#endif
