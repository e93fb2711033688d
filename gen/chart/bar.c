/* Horizontal bars, one a row, each with its label on the left and its value, as the source gives
 * it, at the end. */
#include "chart/drawing.h"

#include "base/diag.h"
#include "chart/chart.h"
#include "chart/period.h"
#include "chart/scale.h"
#include "data/dataset.h"
#include "locale/locale.h"

enum { BAR = 15, GAP = 11, TOP = 22, BOTTOM = 6, LEADING = 11 };

struct bar {
	GPtrArray *label; /* lines */
	char *value;
	double amount;
	double height; /* of the whole row */
};

static void
bar_clear(gpointer data)
{
	struct bar *bar = data;

	g_ptr_array_unref(bar->label);
	g_free(bar->value);
}

/* A third of the width for labels at the most, and no more than they want. */
static double
gutter_width(const struct drawing *drawing)
{
	double widest = 0, limit = drawing->scene->width * 0.34;

	for (guint i = 0; i < drawing->labels->len; i++)
		widest = MAX(widest, drawing_text_width(drawing, LABEL_SIZE, false,
							drawing->labels->pdata[i]));
	return MIN(widest, limit) + 8;
}

static void
add_bar(const struct drawing *drawing, GArray *bars, double gutter, const char *label,
	const char *value, double amount)
{
	struct bar bar = {.label = drawing_wrap(drawing, LABEL_SIZE, label, gutter - 8),
			  .value = g_strdup(value),
			  .amount = amount};

	bar.height = MAX(BAR, bar.label->len * LEADING);
	g_array_append_val(bars, bar);
}

/* In order of time, the periods between a row and the next one have the value 0. */
static void
add_gap(const struct drawing *drawing, GArray *bars, double gutter, guint row)
{
	const struct cell *here = drawing_cell(drawing, row, drawing->label_column);
	const struct cell *next = drawing_cell(drawing, row + 1, drawing->label_column);
	const struct cell *value = drawing_cell(drawing, row, drawing->value_column);
	g_autofree char *nought = locale_decimal(drawing->locale, (struct decimal){0, 0});
	struct cell period = *here;

	if (here->kind != CELL_DATE || next->kind != CELL_DATE || value->kind != CELL_NUMBER)
		return;
	for (;;) {
		g_autofree char *label = NULL;

		period.date = period_next(&period.date);
		if (period_first_day(&period.date) >= period_first_day(&next->date))
			return;
		label = cell_to_text(&period, drawing->data, drawing->locale);
		add_bar(drawing, bars, gutter, label, nought, 0);
	}
}

static GArray *
bars_new(const struct drawing *drawing, double gutter)
{
	GArray *bars = g_array_new(FALSE, TRUE, sizeof(struct bar));
	bool grouped = period_is_grouped(drawing);

	g_array_set_clear_func(bars, bar_clear);
	for (guint i = 0; i < drawing->rows->rows->len; i++) {
		const struct cell *value = drawing_cell(drawing, i, drawing->value_column);

		add_bar(drawing, bars, gutter, drawing->labels->pdata[i],
			drawing->values->pdata[i], decimal_to_double(value->number));
		if (grouped && i + 1 < drawing->rows->rows->len)
			add_gap(drawing, bars, gutter, i);
	}
	return bars;
}

static double
largest(const GArray *bars)
{
	double most = 0;

	for (guint i = 0; i < bars->len; i++)
		most = MAX(most, g_array_index(bars, struct bar, i).amount);
	return most;
}

/* Half of the last tick's label stands right of the plot. */
static double
overhang(const struct drawing *drawing, const struct scale *scale)
{
	g_autofree char *label = locale_compact(drawing->locale, scale_tick(scale, scale->ticks));

	return drawing_text_width(drawing, TICK_SIZE, false, label) / 2;
}

/* Room right of the longest bar for its value: bars are scaled so that none runs into its own
 * number. */
static struct scale
scale_for(const struct drawing *drawing, const GArray *bars, double gutter)
{
	double most = largest(bars), room = drawing->scene->width - gutter;
	struct scale scale = scale_nice(most, 5, gutter, drawing->scene->width);
	double max = decimal_to_double(scale_tick(&scale, scale.ticks)), shrink = 1;

	for (guint i = 0; i < bars->len; i++) {
		const struct bar *bar = &g_array_index(bars, struct bar, i);
		double text = drawing_text_width(drawing, LABEL_SIZE, false, bar->value) + 8;

		if (bar->amount > 0)
			shrink = MIN(shrink, (room - text) / (bar->amount / max * room));
	}
	scale.to = gutter + MIN(room * CLAMP(shrink, 0.2, 1), room - overhang(drawing, &scale));
	return scale;
}

static void
draw_grid(const struct drawing *drawing, const struct scale *scale, double bottom)
{
	for (int i = 0; i <= scale->ticks; i++) {
		struct decimal value = scale_tick(scale, i);
		double x = scale_position(scale, decimal_to_double(value));
		g_autofree char *label = locale_compact(drawing->locale, value);

		drawing_line(drawing, x, TOP - 4, 0, bottom - TOP + 4, i ? INK_GRID : INK_AXIS,
			     i ? 0.5 : 0.75);
		drawing_text(drawing, x, TOP - 8, ANCHOR_MIDDLE, INK_MUTED, TICK_SIZE, label);
	}
}

static void
draw_bar(const struct drawing *drawing, const struct bar *bar, const struct scale *scale, double y)
{
	double middle = y + bar->height / 2, end = scale_position(scale, bar->amount);
	double first = middle - (bar->label->len - 1) * LEADING / 2.0 + LABEL_SIZE * 0.36;
	struct mark *rect = scene_add(drawing->scene, MARK_RECT);

	rect->x = scale->from;
	rect->y = middle - BAR / 2.0;
	rect->width = end - scale->from;
	rect->height = BAR;
	rect->fill = INK_SERIES_1;
	for (guint i = 0; i < bar->label->len; i++)
		drawing_text(drawing, scale->from - 6, first + i * LEADING, ANCHOR_RIGHT, INK_TEXT,
			     LABEL_SIZE, g_ptr_array_index(bar->label, i));
	drawing_text(drawing, end + 5, middle + LABEL_SIZE * 0.36, ANCHOR_LEFT, INK_TEXT,
		     LABEL_SIZE, bar->value);
}

bool
bar_suits(const struct drawing *drawing)
{
	for (guint i = 0; i < drawing->rows->rows->len; i++) {
		const struct cell *value = drawing_cell(drawing, i, drawing->value_column);

		if (decimal_to_double(value->number) >= 0)
			continue;
		diag_add(drawing->diags, DIAG_SCHEMA_VALUE, drawing->spec->at,
			 "chart “%s” has a negative value, which bars cannot show",
			 drawing->spec->id);
		return false;
	}
	return true;
}

void
bar_draw(struct drawing *drawing)
{
	double gutter = gutter_width(drawing), y = TOP + GAP / 2.0, height = TOP + BOTTOM;
	g_autoptr(GArray) bars = bars_new(drawing, gutter);
	struct scale scale = scale_for(drawing, bars, gutter);

	for (guint i = 0; i < bars->len; i++)
		height += g_array_index(bars, struct bar, i).height + GAP;
	drawing->scene->height = height;
	drawing_unit(drawing, 0, TOP - 8);
	draw_grid(drawing, &scale, height - BOTTOM);
	for (guint i = 0; i < bars->len; i++) {
		const struct bar *bar = &g_array_index(bars, struct bar, i);

		draw_bar(drawing, bar, &scale, y);
		y += bar->height + GAP;
	}
}
