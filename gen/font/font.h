/*
 * font: a face at a size, as the PangoFont that items carry.
 *
 * Pango's own fonts are opened by FreeType and cairo too, to be drawn.  Ours are only measured and
 * shaped, which takes HarfBuzz and the file alone.
 */
#ifndef CHANCERY_FONT_FONT_H
#define CHANCERY_FONT_FONT_H

#include <hb.h>
#include <pango/pango.h>

struct font_face;

/* size: Pango units (1/1024 point). */
PangoFont *font_new(struct font_face *face, int size);

/* File, index and variations: the same for all sizes of a face, and for no others; lent. */
const char *font_identity(PangoFont *font);

/* Of fonts.list; lent. */
const char *font_family(PangoFont *font);

/* Points. */
double font_size(PangoFont *font);

/* The font's face in its own units: the same for all sizes; lent. */
hb_font_t *font_unsized(PangoFont *font);

/*
 * What a unit of the face is at the font's size, for font_scaled: everything about a face is linear
 * in its size, for nothing is hinted and no face of fonts.list has optical sizes.
 */
gint64 font_ratio(PangoFont *font);

/* A length in units of the face in Pango units. */
static inline int
font_scaled(int units, gint64 ratio)
{
	return (int)((units * ratio + (1 << 19)) >> 20);
}

#endif
