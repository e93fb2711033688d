/*
 * sketch: the marks of scenes as content of pages.
 *
 * Charts of one bulletin say many words alike (years, names, amounts), so a text is shaped once for
 * all of them.
 */
#ifndef CHANCERY_PDF_SKETCH_H
#define CHANCERY_PDF_SKETCH_H

#include <glib.h>

struct content;
struct fonts;
struct glyphs;
struct scene;
struct sketches;
typedef struct sketches Sketches;	/* for g_autoptr(Sketches) only */

/* What is given is lent until sketches_free. */
struct sketches *sketches_new(const struct fonts *fonts, struct content *content,
			      struct glyphs *glyphs);
void sketches_free(struct sketches *sketches);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sketches, sketches_free)

/*
 * Draw a scene with its top left corner at x, y (content.h), fitted to width and height; texts by
 * role sans-serif, as large as the width is scaled.
 */
void sketch_draw(struct sketches *sketches, const struct scene *scene, double x, double y,
		 double width, double height);

#endif
