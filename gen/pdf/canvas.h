/*
 * canvas: draws an area tree with cairo into a PDF with structure tags, links, destinations and
 * bookmarks.
 *
 * What cairo 1.16 cannot write (attributes of elements, artifacts, conformance) is recorded in
 * elements and left to finish.
 */
#ifndef CHANCERY_PDF_CANVAS_H
#define CHANCERY_PDF_CANVAS_H

#include <glib.h>

struct area_tree;
struct element_list;
struct fonts;

/*
 * The bytes cairo wrote, or NULL with error set. elements receives one entry per structure
 * element, in pre-order.
 */
GBytes *canvas_draw(const struct area_tree *tree, const struct fonts *fonts,
		    struct element_list *elements, GError **error);

#endif
