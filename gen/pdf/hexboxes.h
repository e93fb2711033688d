/*
 * hexboxes: the boxes of font/hexbox as glyphs of Type 3 fonts (ISO 32000-1 9.6.5).
 *
 * A glyph 0 must not be referred to (PDF/UA-1 7.21.8, PDF/A-3 6.2.11.8), and a path is no text:
 * poppler finds none in it, whatever its /ActualText says, and nobody can select it.  A glyph of a
 * font of our own is both seen and read.
 */
#ifndef CHANCERY_PDF_HEXBOXES_H
#define CHANCERY_PDF_HEXBOXES_H

#include <glib.h>

struct body;
struct hexboxes;
typedef struct hexboxes Hexboxes;	/* for g_autoptr(Hexboxes) only */

/* body is lent until hexboxes_free. */
struct hexboxes *hexboxes_new(struct body *body);
void hexboxes_free(struct hexboxes *boxes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Hexboxes, hexboxes_free)

/* Which font, from 0, has the box of a character, and its code there, of one byte. */
guint hexboxes_find(struct hexboxes *boxes, gunichar ch, guint8 *code);

/* How many fonts there are so far, and their numbers in the body, whose objects come last. */
guint hexboxes_count(const struct hexboxes *boxes);
guint hexboxes_object(const struct hexboxes *boxes, guint font);

/* After the last page: the fonts. */
void hexboxes_write(const struct hexboxes *boxes);

#endif
