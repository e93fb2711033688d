/*
 * face: what fontconfig knows of a font that Pango chose.
 */
#ifndef CHANCERY_FONT_FACE_H
#define CHANCERY_FONT_FACE_H

#include <glib.h>
#include <hb.h>
#include <pango/pango.h>

/* File, index and variations: the same for all sizes of a face, and for no others; the caller
 * frees. */
char *face_identity(PangoFont *font);

/* Points, where the font's context has a resolution of 72. */
double face_size(PangoFont *font);

/*
 * Add to a digest what a face draws depends on, wherever its file lies: its tables by name and
 * length, the table head, which has the font's own checksum, dates and version, the variations, and
 * the version of HarfBuzz.
 */
void face_digest(hb_font_t *font, GChecksum *sum);

#endif
