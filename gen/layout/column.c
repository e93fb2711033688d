/* column: see column.h. */
#include "layout/column.h"

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

/*
 * The room of the automatic columns: everything where there are no proportions to take the rest, but not less than what they
 * must have.
 */
static double
automatic_widths(const struct column *columns, guint n, double room, bool fill, double *widths)
{
	double min = 0, max = 0, used = 0;

	for (guint i = 0; i < n; i++) {
		if (columns[i].width.unit != LENGTH_AUTO)
			continue;
		min += columns[i].min;
		max += columns[i].max;
	}
	for (guint i = 0; i < n; i++) {
		const struct column *column = &columns[i];

		if (column->width.unit != LENGTH_AUTO)
			continue;
		if (room >= max)
			widths[i] = fill && max > 0 ? column->max * room / max : column->max;
		else if (room > min)
			widths[i] = column->min +
				    (column->max - column->min) * (room - min) / (max - min);
		else
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
