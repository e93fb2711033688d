/*
 * limits: what a brief may ask of cmark, whose time grows faster than its input on hostile text
 * (traps.md).
 *
 * A brief has at most 1 MiB; a line at most 32 container markers; lines and markers, which bound the
 * blocks, are at most 32,768; brackets and blocks nest at most 100 deep.
 */
#ifndef CHANCERY_BRIEF_LIMITS_H
#define CHANCERY_BRIEF_LIMITS_H

#include <glib.h>
#include <stdbool.h>

struct brief_text;
struct diag_list;

enum { LIMIT_BYTES = 1 << 20, LIMIT_BLOCKS = 1 << 15, LIMIT_MARKERS = 32, LIMIT_DEPTH = 100 };

/*
 * False with input-too-large at the first place beyond a limit: the text must not be parsed then.
 */
bool limits_hold(const struct brief_text *brief, gsize bytes, struct diag_list *diags);

#endif
