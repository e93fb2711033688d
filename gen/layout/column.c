/* column: see column.h. */
#include "layout/column.h"

#include <math.h>

static void
need_raise(struct column *columns, guint first, guint n, double need, gsize offset)
{
	double sum = 0, flexible = 0;
	guint automatic = 0;

	for (guint i = first; i < first + n; i++) {
		double has = *(double *)(void *)((char *)&columns[i] + offset);

		sum += has;
		if (columns[i].width.unit == LENGTH_AUTO) {
			flexible += has;
			automatic++;
		}
	}
	if (automatic == 0 || need <= sum)
		return;
	for (guint i = first; i < first + n; i++) {
		double *has = (double *)(void *)((char *)&columns[i] + offset);

		if (columns[i].width.unit != LENGTH_AUTO)
			continue;
		*has += (need - sum) * (flexible > 0 ? *has / flexible : 1.0 / automatic);
	}
}

void
column_span_need(struct column *columns, guint first, guint n, double min, double max)
{
	need_raise(columns, first, n, min, G_STRUCT_OFFSET(struct column, min));
	need_raise(columns, first, n, max, G_STRUCT_OFFSET(struct column, max));
}

/* What is left for the other columns after those of a given width. */
static double
fixed_widths(const struct column *columns, guint n, double table_width, double *widths)
{
	double left = table_width;

	for (guint i = 0; i < n; i++) {
		widths[i] = length_resolve(columns[i].width, table_width, 0);
		left -= widths[i];
	}
	return MAX(left, 0);
}

static double
most_of(const struct column *column)
{
	return MAX(column->min, column->max);
}

/*
 * What automatic columns take where each gets level times its weight, but no less than its min and
 * no more than its max.
 */
static double
level_width(const struct column *columns, guint n, double level, const double *weights)
{
	double sum = 0;

	for (guint i = 0; i < n; i++)
		if (columns[i].width.unit == LENGTH_AUTO)
			sum += CLAMP(level * weights[i], columns[i].min, most_of(&columns[i]));
	return sum;
}

/* The level at which they fill the room, as water fills vessels. */
static double
level_find(const struct column *columns, guint n, double room, const double *weights)
{
	double low = 0, high = room;

	/* Each step halves the doubt: 40 leave far less than a Pango unit. */
	for (int step = 0; step < 40; step++) {
		double middle = (low + high) / 2;

		if (level_width(columns, n, middle, weights) > room)
			high = middle;
		else
			low = middle;
	}
	return low;
}

/*
 * Columns of a few words stay on one line: those that have room where all are equally wide. The
 * others share what is left by the roots of their lengths, for that makes the fewest lines: a sum
 * of areas, each divided by its width, is least where the widths are as the roots of the areas.
 */
static void
level_columns(const struct column *columns, guint n, double room, double *widths)
{
	g_autofree double *weights = g_new(double, n);
	double level;

	for (guint i = 0; i < n; i++)
		weights[i] = 1;
	level = level_find(columns, n, room, weights);
	for (guint i = 0; i < n; i++)
		weights[i] = most_of(&columns[i]) <= level ? room : sqrt(most_of(&columns[i]));
	level = level_find(columns, n, room, weights);
	for (guint i = 0; i < n; i++)
		if (columns[i].width.unit == LENGTH_AUTO)
			widths[i] = CLAMP(level * weights[i], columns[i].min, most_of(&columns[i]));
}

/* Automatic columns in room: with fill they take all of it. Returns what they take. */
static double
automatic_widths(const struct column *columns, guint n, double room, bool fill, double *widths)
{
	double min = 0, max = 0, used = 0;

	for (guint i = 0; i < n; i++) {
		if (columns[i].width.unit != LENGTH_AUTO)
			continue;
		min += columns[i].min;
		max += most_of(&columns[i]);
	}
	if (room > min && room < max)
		level_columns(columns, n, room, widths);
	for (guint i = 0; i < n; i++) {
		const struct column *column = &columns[i];

		if (column->width.unit != LENGTH_AUTO)
			continue;
		if (room >= max)
			widths[i] = most_of(column) * (fill && max > 0 ? room / max : 1);
		else if (room <= min)
			widths[i] = min > 0 ? column->min * room / min : 0;
		used += widths[i];
	}
	return used;
}

void
column_widths(const struct column *columns, guint n, double table_width, double *widths)
{
	double left = fixed_widths(columns, n, table_width, widths);
	double proportions = 0;

	for (guint i = 0; i < n; i++)
		if (columns[i].width.unit == LENGTH_PROPORTION)
			proportions += columns[i].width.value;
	left -= automatic_widths(columns, n, left, !(proportions > 0), widths);
	for (guint i = 0; i < n; i++)
		if (columns[i].width.unit == LENGTH_PROPORTION && proportions > 0)
			widths[i] = MAX(left, 0) * columns[i].width.value / proportions;
}
