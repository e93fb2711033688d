/*
 * canvas: the pages of an area tree: what each shows, in the order in which it is read, in marks
 * that the structure tree refers to.
 */
#ifndef CHANCERY_PDF_CANVAS_H
#define CHANCERY_PDF_CANVAS_H

#include <glib.h>
#include <stdbool.h>

struct edition;
struct fonts;

/* Write all pages and their fonts; false with error set where a font or picture cannot be embedded. */
bool canvas_draw(const struct edition *edition, const struct fonts *fonts, guint pages,
		 GError **error);

#endif
