/*
 * face: one face of a font file, in one of its variations, whatever its size.
 *
 * A face is counted by reference: its sizes (font.h) hold it.  The file is mapped when glyphs are
 * first asked for, once for all of its faces; the characters are those of fontconfig's cache.
 */
#ifndef CHANCERY_FONT_FACE_H
#define CHANCERY_FONT_FACE_H

#include <glib.h>
#include <hb.h>
#include <pango/pango.h>

struct face_store;
struct font_face;
typedef struct _FcPattern FcPattern;

/* What the faces of a font map share: files and sets of characters.  Faces outlive it. */
struct face_store *face_store_new(void);
void face_store_free(struct face_store *store);

/*
 * The face of a pattern that FcFontRenderPrepare made, known by the name of a family; lent for as
 * long as the store is there, the same for the same file, index and variations.
 */
struct font_face *face_store_find(struct face_store *store, const FcPattern *pattern,
				  const char *family);

struct font_face *font_face_hold(struct font_face *face);
void font_face_release(struct font_face *face);

const char *font_face_family(const struct font_face *face);

/* File, index and variations: no other face has the same. */
const char *font_face_identity(const struct font_face *face);

/* Its characters; lent. */
PangoCoverage *font_face_coverage(struct font_face *face);

/* The face in its own units, for all sizes; lent. */
hb_font_t *font_face_unsized(struct font_face *face);

/* A new font of a scale of so many units to the em; the caller destroys it. */
hb_font_t *font_face_at(struct font_face *face, int units);

/*
 * Add to a digest what a face draws depends on, wherever its file lies: its tables by name and
 * length, the table head, which has the font's own checksum, dates and version, the variations, and
 * the version of HarfBuzz.
 */
void face_digest(hb_font_t *font, GChecksum *sum);

#endif
