/*
 * sketch: the marks of scenes as content of pages.
 */
#ifndef CHANCERY_PDF_SKETCH_H
#define CHANCERY_PDF_SKETCH_H

#include <glib.h>

struct content;
struct fonts;
struct glyphs;
struct scene;

/* Where scenes are drawn; all of it lent. */
struct easel {
	const struct fonts *fonts;
	struct content *content;
	struct glyphs *glyphs;
};

/*
 * Draw a scene with its top left corner at x, y (content.h), fitted to width and height; texts by
 * role sans-serif, as large as the width is scaled.
 */
void sketch_draw(const struct easel *easel, const struct scene *scene, double x, double y,
		 double width, double height);

#endif
