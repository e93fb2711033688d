/*
 * utf16: strings to and from ICU's UTF-16.
 *
 * Invalid input cannot occur: everything that reaches a locale went through text_read.
 */
#ifndef CHANCERY_LOCALE_UTF16_H
#define CHANCERY_LOCALE_UTF16_H

#include <glib.h>
#include <unicode/utypes.h>

/* NUL-terminated copy; length (may be NULL) receives its code units.  The caller g_frees. */
UChar *utf16_new(const char *text, int32_t *length);
/* length -1: NUL-terminated.  The caller frees. */
char *utf8_new(const UChar *text, int32_t length);

#endif
