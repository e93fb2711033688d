/*
 * typeface: the fonts of one PDF, embedded as subsets (ISO 32000-1 9.6 to 9.10).
 *
 * A typeface is one face of one font file (file, index and variations), whatever the size.  While
 * pages are written, its glyphs get codes of two bytes in order of first use; at the end the subset
 * is made, and the codes are led to its glyphs.  Code 0 is no glyph.  The codes of one typeface may
 * show one glyph several times with different texts, so that what a reader copies is right without
 * /ActualText.
 *
 * The order of first use decides all bytes: same pages, same file.
 */
#ifndef CHANCERY_PDF_TYPEFACE_H
#define CHANCERY_PDF_TYPEFACE_H

#include <glib.h>
#include <pango/pango.h>
#include <stdbool.h>

struct body;
struct typeface;
struct typefaces;

/* The body is lent for as long as the typefaces are there. */
struct typefaces *typefaces_new(struct body *body);
void typefaces_free(struct typefaces *typefaces);
typedef struct typefaces Typefaces; /* for g_autoptr(Typefaces) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Typefaces, typefaces_free)

/* Where the subsets of large fonts are kept from one build to the next (base/cache.h). */
void typefaces_cache(struct typefaces *typefaces, const char *folder);

/* The typeface of a font; lent, never NULL.  The font's last question costs nothing to repeat. */
struct typeface *typefaces_find(struct typefaces *typefaces, PangoFont *font);

/* The number of its Type 0 font dictionary, which exists once typefaces_write was called. */
guint typeface_object(const struct typeface *typeface);

/* 0, 1, 2 … in the order in which they were found: its resource is /F<index>. */
guint typeface_index(const struct typeface *typeface);

/* The size of a font in points, where the context has a resolution of 72. */
double typeface_size(PangoFont *font);

/*
 * The code that shows a glyph, and its advance in 1/1000 em as /W will say.  A glyph that the face
 * does not have is .notdef; PANGO_GLYPH_EMPTY is not to be shown at all.
 *
 * text is the UTF-8 that the glyph stands for.  length 0: what it stands for is said by an
 * /ActualText around it (it is one glyph of several in a cluster), so that any code of it will do.
 * False where no code can carry the text (it is too long, or not to be said by a font); then the
 * code shows the glyph nevertheless, and the caller writes /ActualText.
 */
bool typeface_use(struct typeface *typeface, PangoGlyph glyph, const char *text, gsize length,
		  guint16 *code, int *advance);

/*
 * After the last page: font files, descriptors, widths and texts of all typefaces, in order.  False
 * with error set where a font cannot be made a subset of.
 */
bool typefaces_write(struct typefaces *typefaces, GError **error);

#endif
