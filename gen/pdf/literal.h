/*
 * literal: strings and numbers as PDF writes them (ISO 32000-1 7.3 and 7.9.2).
 */
#ifndef CHANCERY_PDF_LITERAL_H
#define CHANCERY_PDF_LITERAL_H

#include <glib.h>

/* A text string: "(…)" for ASCII, else UTF-16BE with its mark, in hexadecimal; "()" for NULL. */
void literal_append_text(GString *out, const char *utf8);
/* "%.3f" without the locale, and a space behind. */
void literal_append_number(GString *out, double value);
/* "2021-02-10T00:00:00Z" as "D:20210210000000Z" (7.9.4); the epoch for NULL; the caller frees. */
char *literal_date(const char *iso);

#endif
