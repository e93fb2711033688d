/*
 * text: checks of author-supplied UTF-8 before any parser sees it (contract section 1).
 *
 * A byte order mark is skipped, CRLF becomes LF, invalid UTF-8 is text-encoding (one per file), and controls, zero-width
 * characters (U+200C, U+200D beside letters of scripts that join are allowed), bidi overrides and embeddings are
 * text-control with line and column.
 */
#ifndef CHANCERY_BASE_TEXT_H
#define CHANCERY_BASE_TEXT_H

#include <glib.h>
#include <stdbool.h>
#include "base/diag.h"

/* The cleaned text (offending characters dropped; NUL-terminated), or NULL where it is not UTF-8. file is interned. */
GString *text_read(GBytes *bytes, const char *file, struct diag_list *diags);
/* As text_read; *composed says whether the text is in normalisation form C (false for NULL). */
GString *text_read_form(GBytes *bytes, const char *file, struct diag_list *diags, bool *composed);

/*
 * The bytes from `from` up to `to` of a text, which were written as an escape or a character reference at a place:
 * text-control there for each character that text_read would refuse.  They without these, the caller frees; NULL where
 * all are fine.
 */
char *text_refuse_decoded(const char *text, gsize from, gsize to, struct loc at, struct diag_list *diags);

/* Normalisation form C of text, for comparing and as keys; the caller frees.  Text that is in that form, nearly all, is only copied. */
char *text_compose(const char *text);

/* Are these bytes UTF-8? */
bool text_is_utf8(const char *text, gsize size);

/* The first character of text (size bytes) that composing would change; NULL where there is none. */
const char *text_uncomposed(const char *text, gsize size);

/* The column (characters, from 1) of byte offset byte in line; tabs count as one. */
int text_column(const char *line, gsize byte);

#endif
