/*
 * image: a photograph or drawing from a file, PNG or JPEG.
 *
 * What a file is, its content says, not its name.  Headers are read first; more than 50 megapixels
 * are refused.  Nothing is decoded here: the pixels of a PNG are verified and forgotten, so that
 * pdf can rely on decoding them; those of a JPEG are the reader's affair.  What is published is
 * the file without remarks: Exif (with the place where a photograph was taken), comments, previews
 * and animations are left out; the picture's own bytes stay as they are.  Refused are what a PDF
 * cannot show as a browser does: CMYK, arithmetic coding, photographs that are stored turned.
 */
#ifndef CHANCERY_IMAGE_IMAGE_H
#define CHANCERY_IMAGE_IMAGE_H

#include <glib.h>

#define IMAGE_PIXELS_MOST 50000000

struct image {
	const char *extension;	/* "png", "jpg"; static */
	int width, height;	/* pixels, at least 1 */
	int components;		/* of a JPEG's pixel: 1 grey, 3 colours; 0 for a PNG */
	GBytes *bytes;		/* what is published */
};

/*
 * The image in bytes.  NULL with *why set to what is wrong with it, as the end of a sentence that
 * begins with its name ("is neither PNG nor JPEG"); static.
 */
struct image *image_open(GBytes *bytes, const char **why);
void image_free(struct image *image);
typedef struct image Image;	/* for g_autoptr(Image) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Image, image_free)

#endif
