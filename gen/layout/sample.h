/*
 * sample: which cells of a very long table are measured for the width of its columns.
 *
 * Every row of a table of up to some hundred; of a longer one rows at even distances, and wherever
 * they stand the cells whose text or whose longest word is longer than all before them in the
 * column, so that no word is wider than its column for want of looking.
 */
#ifndef CHANCERY_LAYOUT_SAMPLE_H
#define CHANCERY_LAYOUT_SAMPLE_H

#include <stdbool.h>
#include "layout/grid.h"

struct sample;

/* The grid is lent. */
struct sample *sample_new(const struct grid *grid);
void sample_free(struct sample *sample);
typedef struct sample Sample;	/* for g_autoptr(Sample) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sample, sample_free)

/* Asked in document order. */
bool sample_wants(struct sample *sample, const struct grid_cell *cell);

#endif
