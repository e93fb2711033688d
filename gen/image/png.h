/*
 * png: the parts of a PNG file that a PDF takes as they are: its pixels are deflated and filtered
 * in the same way (ISO 32000-1 7.4.4.4).
 */
#ifndef CHANCERY_IMAGE_PNG_H
#define CHANCERY_IMAGE_PNG_H

#include <glib.h>
#include <stdbool.h>

struct png_parts {
	int depth;	 /* bits of a component: 1, 2, 4, 8, 16 */
	int components;	 /* of a pixel: 1 grey or a place in the palette, 3 colours */
	GBytes *palette; /* three bytes a colour; NULL where pixels are no places in one */
	GBytes *data;	 /* of all chunks IDAT */
};

/*
 * The parts of a file that image_open took.  False, and nothing to clear, where its pixels have to
 * be decoded: they are interlaced or see-through.
 */
bool png_take_parts(GBytes *file, struct png_parts *parts);
void png_parts_clear(struct png_parts *parts);

#endif
