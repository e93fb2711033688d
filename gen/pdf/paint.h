/*
 * paint: one area as content of a page.  Knows nothing of tags but that furniture has none.
 */
#ifndef CHANCERY_PDF_PAINT_H
#define CHANCERY_PDF_PAINT_H

#include <glib.h>
#include <stdbool.h>

#include "pdf/sketch.h"

struct area;
struct content;
struct glyphs;
struct image;
struct page;

struct painter {
	struct content *content;
	struct glyphs *glyphs;
	struct easel easel;
	/* The XObject of an image, which this page shows. */
	guint (*find_image)(const struct image *image, void *user);
	void *user;
};

/* Everything on the page that is no content: static content, backgrounds, borders, leaders. */
void paint_furniture(const struct painter *painter, const struct page *page);
/* A text, graphic or leader area. */
void paint_area(const struct painter *painter, const struct area *area);
/* Is it painted by more than text? */
bool paint_is_graphic(const struct area *area);

#endif
