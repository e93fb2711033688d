/*
 * fonts: the fonts of fonts/fonts.list, and nothing else, by role and language.
 *
 * A private FcConfig over the folder of gathered fonts; Pango chooses by fontmap.h.  There is no
 * fallback beyond the families listed for a role and language.  One struct fonts per process; no
 * thread is started, and it survives a fork.
 */
#ifndef CHANCERY_FONT_FONTS_H
#define CHANCERY_FONT_FONTS_H

#include <glib.h>
#include <pango/pango.h>
#include <stdbool.h>

struct places;
struct fonts;
struct shaper;

/* NULL with error set (no fonts gathered: the message says to run make). */
struct fonts *fonts_open(const struct places *places, GError **error);
void fonts_free(struct fonts *fonts);
typedef struct fonts Fonts; /* for g_autoptr(Fonts) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fonts, fonts_free)

/* A new context: 1 unit of absolute sizes = 1 point, no rounding, language set. The caller unrefs.
 */
PangoContext *fonts_context(const struct fonts *fonts, const char *lang);

/* What the labels of charts are itemised in; its font and language are any; lent. */
PangoContext *fonts_measuring(const struct fonts *fonts);

/* Lent. */
struct shaper *fonts_shaper(const struct fonts *fonts);

/* Where label.h keeps what it has shaped; lent. */
GHashTable *fonts_labels(const struct fonts *fonts);

/*
 * The family list to give Pango for a role ("serif", "sans-serif", "monospace") and language ("Noto
 * Serif, Inter"); lent. An unknown role is NULL.
 */
const char *fonts_families(const struct fonts *fonts, const char *role, const char *lang);

/* As a role: serif and sans-serif, for prose may be set in either (captions and tables are). */
#define FONTS_OF_PROSE NULL

/* The first character of text that no family of the role and language has, or 0; *at (may be NULL)
 * its byte offset. */
gunichar fonts_missing(const struct fonts *fonts, const char *role, const char *lang,
		       const char *text, gsize *at);

/* The publication's folder for what was made of fonts in earlier builds; it need not exist; lent.
 */
const char *fonts_cache(const struct fonts *fonts);

#endif
