/*
 * sketch: the marks of a scene as content of a page.
 */
#ifndef CHANCERY_PDF_SKETCH_H
#define CHANCERY_PDF_SKETCH_H

struct content;
struct fonts;
struct glyphs;
struct scene;

/*
 * Draw it with its top left corner at x, y (content.h), fitted to width and height; texts by role
 * sans-serif, as large as the width is scaled.
 */
void sketch_draw(const struct scene *scene, const struct fonts *fonts, struct content *content,
		 struct glyphs *glyphs, double x, double y, double width, double height);

#endif
