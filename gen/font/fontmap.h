/*
 * fontmap: the fonts of a fontconfig configuration as Pango's font map.
 *
 * A description's fonts are those of its families, in their order, and of each family the nearest
 * to the weight and style first, as fontconfig sorts them; no other family is fallen back on.  The
 * order is found once for all sizes and languages, here: Pango's own map sorts all fonts for every
 * size and language, each time in two threads.
 */
#ifndef CHANCERY_FONT_FONTMAP_H
#define CHANCERY_FONT_FONTMAP_H

#include <pango/pango.h>

typedef struct _FcConfig FcConfig;

/* The configuration is referred to. */
PangoFontMap *fontmap_new(FcConfig *config);

#endif
