/*
 * period: the months or years of a grouped query: those without a row are drawn as nought.
 */
#ifndef CHANCERY_CHART_PERIOD_H
#define CHANCERY_CHART_PERIOD_H

#include <stdbool.h>
#include "base/edtf.h"

struct drawing;

/* The labels are months or years. */
bool period_is_grouped(const struct drawing *drawing);
/* The month after a month, the year after a year. */
struct edtf period_next(const struct edtf *date);
/* Days since 1970-01-01; G_MININT where it has no first day. */
int period_first_day(const struct edtf *date);

#endif
