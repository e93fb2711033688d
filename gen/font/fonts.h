/*
 * fonts: the families as Pango and HarfBuzz draw them.
 *
 * Pango chooses by fontmap.h.  One struct fonts per process; no thread is started, and it survives
 * a fork.
 */
#ifndef CHANCERY_FONT_FONTS_H
#define CHANCERY_FONT_FONTS_H

#include <glib.h>
#include <pango/pango.h>

struct families;
struct fonts;
struct places;
struct shaper;

/* Of these families, which are lent for as long as the fonts are there; the subsets of an earlier
 * build are those of the publication at places. */
struct fonts *fonts_new(const struct families *families, const struct places *places);
void fonts_free(struct fonts *fonts);
typedef struct fonts Fonts; /* for g_autoptr(Fonts) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fonts, fonts_free)

/* A new context: 1 unit of absolute sizes = 1 point, no rounding, language set. The caller unrefs.
 */
PangoContext *fonts_context(const struct fonts *fonts, const char *lang);

/* What the labels of charts are itemised in; its font and language are any; lent. */
PangoContext *fonts_measuring(const struct fonts *fonts);

/* Lent. */
const struct families *fonts_families(const struct fonts *fonts);
struct shaper *fonts_shaper(const struct fonts *fonts);

/* Where label.h keeps what it has shaped; lent. */
GHashTable *fonts_labels(const struct fonts *fonts);

/* The publication's folder for what was made of fonts in earlier builds; it need not exist; lent.
 */
const char *fonts_cache(const struct fonts *fonts);

#endif
