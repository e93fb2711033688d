/* xliff_private: what export and import share. */
#ifndef CHANCERY_TRANSLATION_XLIFF_PRIVATE_H
#define CHANCERY_TRANSLATION_XLIFF_PRIVATE_H

#include <glib.h>
#include "brief/unit.h"

#define XLIFF_NAMESPACE "urn:oasis:names:tc:xliff:document:2.0"

struct code;

/* What translators need not see of a unit: the bytes before its words ("## " of a heading). */
gsize xliff_prefix(const struct unit *unit);

/* Codes of a unit's words. */
GPtrArray *xliff_codes(const struct unit *unit);

/*
 * The names that the codes of a translation have in the file: that of the source's code that says
 * the same, else one of its own ("t1").  char * for each code of target, NULL for words and closing
 * codes.
 */
GPtrArray *xliff_code_names(const GPtrArray *source, const GPtrArray *target);

#endif
