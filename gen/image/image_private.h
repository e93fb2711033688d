/*
 * image_private: what the formats offer to image.c.  A format's reader gets bytes that begin with
 * its signature.
 */
#ifndef CHANCERY_IMAGE_IMAGE_PRIVATE_H
#define CHANCERY_IMAGE_IMAGE_PRIVATE_H

#include <glib.h>
#include <stdbool.h>

#define IMAGE_DAMAGED "is damaged or cut off"

/* What a header says, and the file without remarks. */
struct image_header {
	guint32 width, height;	/* pixels */
	int components;		/* of a JPEG's pixel: 1 or 3 */
	GByteArray *kept;
};

/* False with *why set.  kept is empty at first and filled. */
bool png_read_header(const guint8 *data, gsize size, struct image_header *header,
		     const char **why);
bool jpeg_read_header(const guint8 *data, gsize size, struct image_header *header,
		      const char **why);

/*
 * What is wrong with the rest of a PNG file that png_read_header kept: its chunks, or its pixels,
 * which are inflated row by row and forgotten.  NULL for nothing; static.
 */
const char *png_fault(const guint8 *data, gsize size);

/*
 * The tag Orientation (0x0112) of an Exif segment's content (JEITA CP-3451 §4.6.4), which begins
 * with a TIFF header: 1 is upright, also where there is none.
 */
int exif_orientation(const guint8 *tiff, gsize size);

#endif
