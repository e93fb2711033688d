/*
 * typesetter: what the paragraphs of a document share, for paragraph*.c only; everyone else sees
 * paragraph.h.
 *
 * It looks up faces by style, keeps what is to be known of each font, and remembers where words may
 * be hyphenated. Everything lent lives as long as the typesetter.  Lengths are Pango units (1/1024
 * point).
 */
#ifndef CHANCERY_LAYOUT_TYPESETTER_H
#define CHANCERY_LAYOUT_TYPESETTER_H

#include <glib.h>
#include <pango/pango.h>
#include "layout/paragraph.h"

/* A style's fonts. */
struct face {
	const PangoFontDescription *description;
	PangoLanguage *language;
	const char *families; /* "Noto Serif, Inter" */
};

/* A loaded font. */
struct font_facts {
	PangoFont *font;
	const char *family; /* the font's */
	int ascent, descent;
	PangoGlyph hyphen, space; /* PANGO_GLYPH_EMPTY where it has none */
	int hyphen_width;
};

/* Longer words than this are left whole: the places are the bits of one number. */
#define LONGEST_WORD 63

PangoContext *typesetter_context(struct typesetter *typesetter);
struct shaper *typesetter_shaper(struct typesetter *typesetter);
struct plain *typesetter_plain(struct typesetter *typesetter);
struct breaks *typesetter_breaks(struct typesetter *typesetter);
struct face typesetter_face(struct typesetter *typesetter, const struct span_style *style);

/* The facts of the font that an item was given; analysis->font must not be NULL. */
const struct font_facts *typesetter_font(struct typesetter *typesetter,
					 const PangoAnalysis *analysis);

/*
 * Where a word of n_chars ≤ LONGEST_WORD letters may be hyphenated: bit i is set where a hyphen may
 * follow character i.  0 for a language without hyphenation.
 */
guint64 typesetter_hyphens(struct typesetter *typesetter, const char *lang, const char *word,
			   gsize bytes, gsize n_chars);

#endif
