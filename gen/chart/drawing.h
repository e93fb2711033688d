/*
 * drawing: what the chart types share while a scene is made.
 *
 * Charts are composed left to right; a right-to-left one is mirrored as a whole at the end. Lengths
 * are points.
 */
#ifndef CHANCERY_CHART_DRAWING_H
#define CHANCERY_CHART_DRAWING_H

#include <glib.h>
#include <stdbool.h>
#include "chart/scene.h"
#include "data/query.h"

struct dataset;
struct diag_list;
struct figure_spec;
struct locale;

#define LABEL_SIZE 8.5
#define TICK_SIZE 8.0

struct drawing {
	struct scene *scene;
	const struct figure_spec *spec;
	const struct rows *rows;
	int label_column, value_column; /* indices into rows->columns */
	int series_column;		/* -1 if none */
	/* const char *: those two columns as text, one a row; while the scene is made */
	const GPtrArray *labels, *values;
	const struct dataset *data;
	const struct locale *locale;
	const struct text_measure *measure;
	struct diag_list *diags;
};

const struct cell *drawing_cell(const struct drawing *drawing, guint row, int column);
double drawing_text_width(const struct drawing *drawing, double size, bool bold, const char *text);
/* text broken into lines no wider than width (at spaces; inside a word only where one is too wide);
 * char *, freed with the array. */
GPtrArray *drawing_wrap(const struct drawing *drawing, double size, const char *text, double width);
/* One line of text; y is its baseline. */
void drawing_text(const struct drawing *drawing, double x, double y, enum anchor anchor,
		  enum ink ink, double size, const char *text);
void drawing_line(const struct drawing *drawing, double x, double y, double width, double height,
		  enum ink ink, double stroke);
/* The unit of the values, above the axis. Nothing for plain counts. */
void drawing_unit(const struct drawing *drawing, double x, double y);
void scene_mirror(struct scene *scene);

/* The chart types.  Do the rows suit?  False with a diagnostic.  Those that do are drawn, and the
 * scene's height is set. */
bool bar_suits(const struct drawing *drawing);
void bar_draw(struct drawing *drawing);
bool line_suits(const struct drawing *drawing);
void line_draw(struct drawing *drawing);

#endif
