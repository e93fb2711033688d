/*
 * shaper: items shaped by HarfBuzz, words only once.
 *
 * HarfBuzz was half of the cost of layout, and a document says most of its words many times, in
 * several sizes, which differ by nothing but their scale.  Where nothing reaches over a space
 * (Latin, Greek and Cyrillic from left to right, in the fonts of fonts.list), an item is put
 * together from the glyphs of its words, which are the same as if it had been shaped at once; of
 * all other scripts items are kept that are short.
 */
#ifndef CHANCERY_FONT_SHAPER_H
#define CHANCERY_FONT_SHAPER_H

#include <glib.h>
#include <pango/pango.h>

struct shaper;
struct shaper *shaper_new(void);
void shaper_free(struct shaper *shaper);

/*
 * The glyphs of an item of text, which is length bytes long, with OpenType features (interned, may
 * be NULL); its font is one of fonts.h.  The caller frees the glyphs.
 */
PangoGlyphString *shaper_shape(struct shaper *shaper, const char *text, gsize length,
			       const PangoItem *item, const char *features);

#endif
