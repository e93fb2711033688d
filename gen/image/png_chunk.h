/*
 * png_chunk: the chunks of a PNG file, one after another (ISO/IEC 15948 §5.3).  Private to image.
 */
#ifndef CHANCERY_IMAGE_PNG_CHUNK_H
#define CHANCERY_IMAGE_PNG_CHUNK_H

#include <glib.h>
#include <stdbool.h>

/* Bytes: around a content are its length, type and checksum. */
enum { PNG_SIGNATURE = 8, PNG_TYPE = 4, PNG_CHUNK_AROUND = 12 };

/* Types of colour (§11.2.2). */
enum png_colours { PNG_GREY = 0, PNG_RGB = 2, PNG_PALETTE = 3, PNG_GREY_ALPHA = 4, PNG_RGBA = 6 };

/* Lent from the file. */
struct png_chunk {
	const guint8 *start; /* of all its bytes: length + PNG_CHUNK_AROUND */
	const guint8 *type;  /* four letters */
	const guint8 *content;
	guint32 length; /* of the content */
};

/*
 * The chunk at *at, at first PNG_SIGNATURE, which moves behind it.  False where none is left, or
 * what is left holds no whole one.
 */
bool png_next_chunk(const guint8 *data, gsize size, gsize *at, struct png_chunk *chunk);
bool png_chunk_is(const struct png_chunk *chunk, const char *type);
/* A number of four bytes (§7.1). */
guint32 png_read_32(const guint8 *p);

#endif
