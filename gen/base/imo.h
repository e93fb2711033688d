/*
 * imo: the numbers that the International Maritime Organization gives ships (resolution
 * A.1117(30)).
 *
 * Seven digits, with or without “IMO ” before them; the last is the check digit: the last digit of
 * the sum of the first six, weighted 7, 6, … 2.
 */
#ifndef CHANCERY_BASE_IMO_H
#define CHANCERY_BASE_IMO_H

#include "base/diag.h"

/* False with imo-invalid at at. */
bool imo_check(const char *text, struct loc at, struct diag_list *diags);

#endif
