/*
 * face: what fontconfig knows of a font that Pango chose.
 */
#ifndef CHANCERY_FONT_FACE_H
#define CHANCERY_FONT_FACE_H

#include <pango/pango.h>

/* File, index and variations: the same for all sizes of a face, and for no others; the caller
 * frees. */
char *face_identity(PangoFont *font);

/* Points, where the font's context has a resolution of 72. */
double face_size(PangoFont *font);

#endif
