/*
 * font: a face at a size, as the PangoFont that items carry.
 *
 * Pango's own fonts are opened by FreeType and cairo too, to be drawn.  Ours are only measured and
 * shaped, which takes HarfBuzz and the file alone.
 */
#ifndef CHANCERY_FONT_FONT_H
#define CHANCERY_FONT_FONT_H

#include <pango/pango.h>

struct font_face;

/* size: Pango units (1/1024 point). */
PangoFont *font_new(struct font_face *face, int size);

/* File, index and variations: the same for all sizes of a face, and for no others; lent. */
const char *font_identity(PangoFont *font);

/* Points. */
double font_size(PangoFont *font);

#endif
