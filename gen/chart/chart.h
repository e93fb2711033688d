/*
 * chart: a chart of bulletin.yaml to a scene, its alternative text and the table behind it.
 *
 * All from one query result: bar (horizontal bars with their values), line (dates along, values
 * up). Missing months or years on a date axis of counts are drawn as zero; missing measurements as
 * gaps.
 */
#ifndef CHANCERY_CHART_CHART_H
#define CHANCERY_CHART_CHART_H

#include <glib.h>
#include "chart/scene.h"

struct dataset;
struct diag_list;
struct figure_spec;
struct locale;
struct rows;
struct text_measure;

struct chart {
	struct scene *scene; /* NULL where nothing was drawn */
	struct rows *rows; /* what was drawn: for the data table and the CSV */
};

/* caption: plain text, the scene's title unless the spec has one.  width in points.  NULL with a
 * diagnostic when the spec cannot be drawn.  measure NULL: only whether it can be, and
 * no scene. */
struct chart *chart_build(const struct figure_spec *spec, const struct dataset *data,
			  const struct locale *locale, const struct text_measure *measure,
			  const char *caption, double width, struct diag_list *diags);
void chart_free(struct chart *chart);

/* A cell as text of the language, for tables, axes and alternative texts; the caller frees. */
struct cell;
char *cell_to_text(const struct cell *cell, const struct dataset *data,
		   const struct locale *locale);
/* Rows as CSV (RFC 4180, UTF-8, ids and plain numbers, texts in the source language, cells beginning
 * with = + - @ neutralised unless numbers). */
GBytes *rows_to_csv(const struct rows *rows, const struct dataset *data);

#endif
