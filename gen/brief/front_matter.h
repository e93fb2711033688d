/*
 * front_matter: the YAML between "---" lines that opens a brief: title, subtitle, summary (inline
 * Markdown), keywords, translator.
 */
#ifndef CHANCERY_BRIEF_FRONT_MATTER_H
#define CHANCERY_BRIEF_FRONT_MATTER_H

#include <glib.h>

struct brief;
struct conversion;

/*
 * Cuts the front matter off the text: the YAML, the caller's to free, or NULL where there is none.
 * In text it is replaced by empty lines, so that lines keep their numbers.
 */
char *front_matter_cut(GString *text);
/* What it says into the brief; unknown keys and wrong types are diagnostics. */
void front_matter_read(struct conversion *cv, const char *yaml, struct brief *brief);

#endif
