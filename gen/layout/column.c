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
 * What automatic columns take where each gets level, but no less than its min and no more than its
 * max.
 */
static double
level_width(const struct column *columns, guint n, double level)
{
	double sum = 0;

	for (guint i = 0; i < n; i++)
		if (columns[i].width.unit == LENGTH_AUTO)
			sum += CLAMP(level, columns[i].min, MAX(columns[i].min, columns[i].max));
	return sum;
}

/*
 * The level at which they fill the room: as water fills vessels, so that columns of a few words
 * stay on one line and those of sentences share what is left.
 */
static double
level_find(const struct column *columns, guint n, double room)
{
	double low = 0, high = room;

	/* Each step halves the doubt: 40 leave far less than a Pango unit. */
	for (int step = 0; step < 40; step++) {
		double middle = (low + high) / 2;

		if (level_width(columns, n, middle) > room)
			high = middle;
		else
			low = middle;
	}
	return low;
}

/* Automatic columns in room: with fill they take all of it. Returns what they take. */
static double
automatic_widths(const struct column *columns, guint n, double room, bool fill, double *widths)
{
	double min = level_width(columns, n, 0), max = level_width(columns, n, G_MAXDOUBLE);
	double level = room > min && room < max ? level_find(columns, n, room) : 0, used = 0;

	for (guint i = 0; i < n; i++) {
		const struct column *column = &columns[i];
		double most = MAX(column->min, column->max);

		if (column->width.unit != LENGTH_AUTO)
			continue;
		if (room >= max)
			widths[i] = fill && max > 0 ? most * room / max : most;
		else if (room > min)
			widths[i] = CLAMP(level, column->min, most);
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
