/*
 * glyphs: a shaped run as text of a page: codes of its typeface, moved to where layout put them.
 *
 * Every cluster carries the text it stands for, in its code or, if it has several glyphs, in an
 * /ActualText; clusters are written in logical order, whichever way they run, so that what is
 * extracted reads as it was written.  A character that no font has is shown as a box (hexboxes.h).
 */
#ifndef CHANCERY_PDF_GLYPHS_H
#define CHANCERY_PDF_GLYPHS_H

#include <glib.h>
#include <pango/pango.h>

struct content;
struct glyphs;
struct hexboxes;
struct typefaces;
typedef struct glyphs Glyphs;	/* for g_autoptr(Glyphs) only */

/* What is given is lent until glyphs_free. */
struct glyphs *glyphs_new(struct content *content, struct typefaces *typefaces,
			  struct hexboxes *boxes);
void glyphs_free(struct glyphs *glyphs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Glyphs, glyphs_free)

/*
 * Show item, whose offset counts from text, with the left end of its baseline at x, y (content.h),
 * scale times as large as it was shaped, in the fill colour that is set.
 */
void glyphs_show(struct glyphs *glyphs, const PangoGlyphItem *item, const char *text, double x,
		 double y, double scale);

/* The dictionary of the fonts shown so far, for /Resources; the caller frees. */
char *glyphs_resources(const struct glyphs *glyphs);

#endif
