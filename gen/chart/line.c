/* Values over time: dates along, values up, a dot for each.  Months and years of a grouped count
 * that have no row are zero. */
#include "chart/drawing.h"

#include <math.h>
#include <string.h>
#include "base/diag.h"
#include "base/edtf.h"
#include "chart/chart.h"
#include "chart/period.h"
#include "chart/scale.h"
#include "data/dataset.h"
#include "locale/locale.h"

enum { TOP = 20, PLOT = 150, BOTTOM = 20, RIGHT = 10 };

struct point {
	int day; /* first day of the period, days since 1970-01-01 */
	struct edtf date;
	double value;
};

struct plot {
	GArray *points; /* struct point, by day */
	struct scale values;
	double left, right;
	int first, last; /* days at left and right */
};

static int
by_day(gconstpointer a, gconstpointer b)
{
	const struct point *one = a, *two = b;

	return (one->day > two->day) - (one->day < two->day);
}

/* The periods between a point and the next one, with the value 0. */
static void
fill_gap(GArray *out, const struct point *from, int until)
{
	struct point point = *from;

	point.value = 0;
	for (;;) {
		point.date = period_next(&point.date);
		point.day = period_first_day(&point.date);
		if (point.day >= until)
			return;
		g_array_append_val(out, point);
	}
}

/* Those of the rows that have one, by day. */
static GArray *
dated_points(const struct drawing *drawing)
{
	GArray *points = g_array_new(FALSE, FALSE, sizeof(struct point));

	for (guint i = 0; i < drawing->rows->rows->len; i++) {
		const struct cell *date = drawing_cell(drawing, i, drawing->label_column);
		const struct cell *value = drawing_cell(drawing, i, drawing->value_column);
		struct point point = {.date = date->date,
				      .value = decimal_to_double(value->number)};

		if (date->kind != CELL_DATE || value->kind == CELL_NONE)
			continue;
		point.day = period_first_day(&date->date);
		if (point.day != G_MININT)
			g_array_append_val(points, point);
	}
	g_array_sort(points, by_day);
	return points;
}

static GArray *
points_of(const struct drawing *drawing)
{
	GArray *points = dated_points(drawing), *filled;

	if (!period_is_grouped(drawing))
		return points;
	filled = g_array_new(FALSE, FALSE, sizeof(struct point));
	for (guint i = 0; i < points->len; i++) {
		struct point *point = &g_array_index(points, struct point, i);

		g_array_append_val(filled, *point);
		if (i + 1 < points->len)
			fill_gap(filled, point, g_array_index(points, struct point, i + 1).day);
	}
	g_array_unref(points);
	return filled;
}

static double
x_of(const struct plot *plot, int day)
{
	if (plot->last == plot->first)
		return (plot->left + plot->right) / 2;
	return plot->left +
	       (plot->right - plot->left) * (day - plot->first) / (plot->last - plot->first);
}

static double
axis_width(const struct drawing *drawing, const struct scale *values)
{
	double widest = 0;

	for (int i = 0; i <= values->ticks; i++) {
		g_autofree char *label = locale_compact(drawing->locale, scale_tick(values, i));

		widest = MAX(widest, drawing_text_width(drawing, TICK_SIZE, false, label));
	}
	return widest + 8;
}

static void
draw_values(const struct drawing *drawing, const struct plot *plot)
{
	for (int i = 0; i <= plot->values.ticks; i++) {
		struct decimal value = scale_tick(&plot->values, i);
		double y = scale_position(&plot->values, decimal_to_double(value));
		g_autofree char *label = locale_compact(drawing->locale, value);

		drawing_line(drawing, plot->left - 4, y, plot->right + RIGHT - plot->left + 4, 0,
			     i ? INK_GRID : INK_AXIS, i ? 0.5 : 0.75);
		drawing_text(drawing, plot->left - 8, y + TICK_SIZE * 0.36, ANCHOR_RIGHT, INK_MUTED,
			     TICK_SIZE, label);
	}
}

/* As many dates as fit side by side, at even steps from the first. */
static void
draw_dates(const struct drawing *drawing, const struct plot *plot)
{
	double widest = 0, y = TOP + PLOT;
	guint step, n = plot->points->len;

	for (guint i = 0; i < n; i++) {
		g_autofree char *label = locale_date_short(
			drawing->locale, &g_array_index(plot->points, struct point, i).date);

		widest = MAX(widest, drawing_text_width(drawing, TICK_SIZE, false, label));
	}
	step = (guint)ceil(n * (widest + 12) / MAX(plot->right - plot->left, 1));
	for (guint i = 0; i < n; i += MAX(step, 1)) {
		const struct point *point = &g_array_index(plot->points, struct point, i);
		g_autofree char *label = locale_date_short(drawing->locale, &point->date);
		double x = x_of(plot, point->day);

		drawing_line(drawing, x, y, 0, 4, INK_AXIS, 0.75);
		drawing_text(drawing, x, y + 14, ANCHOR_MIDDLE, INK_MUTED, TICK_SIZE, label);
	}
}

static void
draw_curve(const struct drawing *drawing, const struct plot *plot)
{
	struct mark *curve = scene_add(drawing->scene, MARK_POLYLINE);

	curve->points = g_array_new(FALSE, FALSE, sizeof(double));
	curve->stroke = INK_SERIES_1;
	curve->stroke_width = 1.5;
	for (guint i = 0; i < plot->points->len; i++) {
		const struct point *point = &g_array_index(plot->points, struct point, i);
		double at[2] = {x_of(plot, point->day),
				scale_position(&plot->values, point->value)};
		struct mark *dot = scene_add(drawing->scene, MARK_DOT);

		g_array_append_vals(curve->points, at, 2);
		dot->x = at[0];
		dot->y = at[1];
		dot->width = 4.5;
		dot->fill = INK_SERIES_1;
	}
}

bool
line_suits(const struct drawing *drawing)
{
	g_autoptr(GArray) points = dated_points(drawing);

	if (points->len < 2)
		diag_add(drawing->diags, DIAG_SCHEMA_VALUE, drawing->spec->at,
			 "line chart “%s” needs two dated values at least", drawing->spec->id);
	return points->len >= 2;
}

void
line_draw(struct drawing *drawing)
{
	struct plot plot = {.points = points_of(drawing)};
	g_autoptr(GArray) points = plot.points;
	double most = 0;

	for (guint i = 0; i < points->len; i++)
		most = MAX(most, g_array_index(points, struct point, i).value);
	plot.values = scale_nice(most, 5, TOP + PLOT, TOP);
	plot.left = axis_width(drawing, &plot.values) + 14;
	plot.right = drawing->scene->width - RIGHT - 14;
	plot.first = g_array_index(points, struct point, 0).day;
	plot.last = g_array_index(points, struct point, points->len - 1).day;
	drawing->scene->height = TOP + PLOT + BOTTOM;
	drawing_unit(drawing, 0, TOP - 8);
	draw_values(drawing, &plot);
	draw_dates(drawing, &plot);
	draw_curve(drawing, &plot);
}
