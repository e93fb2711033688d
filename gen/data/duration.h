/*
 * duration: how long a date lasts, for rates.
 */
#ifndef CHANCERY_DATA_DURATION_H
#define CHANCERY_DATA_DURATION_H

#include <stdbool.h>
#include "base/edtf.h"
#include "base/rational.h"

/* "day", "month", "year". */
bool duration_has_unit(const char *unit);
/*
 * In such units: whole days, and months that begin and end with a month of the calendar
 * ("2019-01/2019-08" is 8, a year is 12).  False for a date with an open or unknown side, and for
 * months or years that are not whole months.
 */
bool duration_of(const struct edtf *date, const char *unit, struct rational *out);
/* Is either side approximate or uncertain? */
bool duration_is_vague(const struct edtf *date);

#endif
