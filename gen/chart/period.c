/* period: the months or years of a grouped query. */
#include "chart/period.h"

#include <string.h>
#include "chart/drawing.h"
#include "data/dataset.h"

bool
period_is_grouped(const struct drawing *drawing)
{
	const char *name = g_ptr_array_index(drawing->rows->columns, (guint)drawing->label_column);

	return strcmp(name, "month") == 0 || strcmp(name, "year") == 0;
}

struct edtf
period_next(const struct edtf *date)
{
	struct edtf next = *date;

	if (next.start.precision == EDTF_YEAR || next.start.month == 12) {
		next.start.year++;
		if (next.start.precision == EDTF_MONTH)
			next.start.month = 1;
	} else {
		next.start.month++;
	}
	return next;
}

int
period_first_day(const struct edtf *date)
{
	int first, last;

	edtf_bounds(date, &first, &last);
	return first;
}
