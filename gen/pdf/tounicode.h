/*
 * tounicode: which text the codes of a font stand for, as a CMap (ISO 32000-1 9.10.3).
 */
#ifndef CHANCERY_PDF_TOUNICODE_H
#define CHANCERY_PDF_TOUNICODE_H

#include <glib.h>
#include <stdbool.h>

/*
 * Whether a CMap may say this text: at most eight UTF-16 units, since poppler reads no more, and
 * none of the characters that PDF/UA-1 7.21.7 and PDF/A-3 6.2.11.7 forbid or want explained.
 */
bool tounicode_can_say(const char *text, gsize length);

/*
 * The CMap's stream for the codes 1 … n-1 of texts (UTF-8; that of code 0 is not looked at), which
 * have so many bytes, 1 or 2.
 */
GBytes *tounicode_write(const char *const *texts, guint n, int bytes);

#endif
