/*
 * paint: one area as cairo calls.  Knows nothing of tags.
 */
#ifndef CHANCERY_PDF_PAINT_H
#define CHANCERY_PDF_PAINT_H

#include <cairo.h>

struct area;
struct fonts;
struct page;

/* Everything on the page that is no content: static content, backgrounds, borders, leaders. No tag may be open that holds text. */
void paint_furniture(cairo_t *cr, const struct page *page, const struct fonts *fonts);

/* A text, graphic or leader area. */
void paint_content(cairo_t *cr, const struct area *area, const struct fonts *fonts);

#endif
