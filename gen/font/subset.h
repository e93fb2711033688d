/*
 * subset: the glyphs of a font file that a document shows, as a font file of their own.
 *
 * What is kept is what a PDF reader draws with: outlines and advances.  Shaping, hinting, names and
 * characters are left out.  The bytes depend on the face and the set of glyphs alone (and on the
 * version of HarfBuzz), so they may be kept for the next build.
 */
#ifndef CHANCERY_FONT_SUBSET_H
#define CHANCERY_FONT_SUBSET_H

#include <glib.h>
#include <hb.h>
#include <stdbool.h>

struct subset {
	GBytes *program; /* a TrueType file; for PostScript outlines the table CFF alone */
	bool postscript;
	GArray *ids; /* guint16: the glyph in program of each glyph asked for */
};

/*
 * The subset of a face, at the variations of font, with these glyphs (guint16, sorted, each once,
 * the first 0).  NULL with error set where the file is damaged or has other
 * outlines than glyf and CFF.
 */
struct subset *subset_make(hb_font_t *font, const GArray *glyphs, GError **error);
void subset_free(struct subset *subset);
typedef struct subset Subset; /* for g_autoptr(Subset) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Subset, subset_free)

#endif
