/*
 * coverage: the characters that a list of families can show.
 */
#ifndef CHANCERY_FONT_COVERAGE_H
#define CHANCERY_FONT_COVERAGE_H

#include <glib.h>

typedef struct _FcCharSet FcCharSet;
struct coverage;

struct coverage *coverage_new(void);
void coverage_free(struct coverage *coverage);

/* What both of these have, which are lent for as long as the new one is there. */
struct coverage *coverage_both(struct coverage *one, struct coverage *other);

/* Add what all of these sets (FcCharSet *) have, as the faces of a family do. */
void coverage_add(struct coverage *coverage, const GPtrArray *sets);

/*
 * The place in text (UTF-8) of the first character that cannot be shown, or NULL.  Spaces and what
 * is not seen need no glyph; a letter with marks may be put together from its parts.
 */
const char *coverage_missing(struct coverage *coverage, const char *text);

#endif
