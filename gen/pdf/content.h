/*
 * content: the operators of one page's content stream (ISO 32000-1 8 and 9).
 *
 * Coordinates are those of the area tree: points from the top left corner, y grows downward; they
 * are written in hundredths of a point.  Colours are 0xRRGGBB.  What is set already is not set
 * again.  Text objects are opened and closed as needed, one for as much text as follows on itself.
 *
 * Marks (14.6) nest.  A text object must not reach out of a mark in which it was opened, nor paths
 * stand in it: who begins a mark with paths in it calls content_end_text first.
 */
#ifndef CHANCERY_PDF_CONTENT_H
#define CHANCERY_PDF_CONTENT_H

#include <glib.h>
#include <stdbool.h>

struct content;
typedef struct content Content;	/* for g_autoptr(Content) only */

struct content *content_new(void);
void content_free(struct content *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Content, content_free)

/* An empty page, height points high. */
void content_begin(struct content *content, double height);
/* The page's stream, lent until the next content_begin. */
const GString *content_end(struct content *content);

/* Marked content: of a structure element, with its number on the page. */
void content_mark(struct content *content, const char *type, guint mcid);
/* Of none; type (14.8.2.2): "Pagination", "Layout". */
void content_mark_artifact(struct content *content, const char *type);
/* Text in it is read as length bytes of UTF-8 (14.9.4). */
void content_mark_actual_text(struct content *content, const char *utf8, gsize length);
void content_unmark(struct content *content);

void content_fill_colour(struct content *content, guint32 colour);
void content_stroke_colour(struct content *content, guint32 colour);

/* A path; then content_paint. */
void content_rectangle(struct content *content, double x, double y, double width, double height);
void content_move_to(struct content *content, double x, double y);
void content_line_to(struct content *content, double x, double y);
void content_circle(struct content *content, double x, double y, double radius);
void content_paint(struct content *content, bool fill, bool stroke);

/* Of strokes; joins are round.  A dash of on and off points from the path's start; off 0: none. */
void content_line(struct content *content, double width, bool round_caps);
void content_dash(struct content *content, double on, double off);

/* The XObject /I<number>, which fills the unit square, into a rectangle. */
void content_image(struct content *content, guint number, double x, double y, double width,
		   double height);

/*
 * Text: the font resource /F<font> at a size in points, which is rounded to hundredths; returns
 * the size that was written.
 */
double content_font(struct content *content, guint font, double size);
/* Where the next glyph stands on its baseline. */
void content_text_at(struct content *content, double x, double y);
/* How far the next glyphs are above the baseline. */
void content_text_rise(struct content *content, double rise);
/* Move on by so many 1/1000 of the size, which may be negative. */
void content_text_skip(struct content *content, int thousandths);
/* Show the glyphs of n codes of two bytes, each where the one before ends. */
void content_text_show(struct content *content, const guint16 *codes, gsize n);
/* The same of one code of one byte, for a font that has such. */
void content_text_show_byte(struct content *content, guint8 code);
void content_end_text(struct content *content);

#endif
