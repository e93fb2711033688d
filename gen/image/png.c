/* png: see png.h and png_chunk.h. */
#include "image/png.h"

#include <string.h>

#include "image/image_private.h"
#include "image/png_chunk.h"

enum { IHDR_SIZE = 13 };

guint32
png_read_32(const guint8 *p)
{
	return (guint32)p[0] << 24 | (guint32)p[1] << 16 | (guint32)p[2] << 8 | p[3];
}

bool
png_next_chunk(const guint8 *data, gsize size, gsize *at, struct png_chunk *chunk)
{
	gsize left = size - *at;

	if (left < PNG_CHUNK_AROUND)
		return false;
	chunk->start = data + *at;
	chunk->length = png_read_32(chunk->start);
	chunk->type = chunk->start + 4;
	chunk->content = chunk->type + PNG_TYPE;
	if (chunk->length > left - PNG_CHUNK_AROUND)
		return false;
	*at += PNG_CHUNK_AROUND + (gsize)chunk->length;
	return true;
}

bool
png_chunk_is(const struct png_chunk *chunk, const char *type)
{
	return memcmp(chunk->type, type, PNG_TYPE) == 0;
}

/* The critical chunks, and those that say how colours are meant. */
static bool
is_kept(const struct png_chunk *chunk)
{
	static const char *const colours[] = {"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT"};

	if (g_ascii_isupper(chunk->type[0]))
		return true;
	for (gsize i = 0; i < G_N_ELEMENTS(colours); i++) {
		if (png_chunk_is(chunk, colours[i]))
			return true;
	}
	return false;
}

bool
png_read_header(const guint8 *data, gsize size, struct image_header *header, const char **why)
{
	gsize at = PNG_SIGNATURE;
	struct png_chunk chunk;

	g_byte_array_append(header->kept, data, PNG_SIGNATURE);
	while (png_next_chunk(data, size, &at, &chunk)) {
		if (chunk.start == data + PNG_SIGNATURE) {
			if (!png_chunk_is(&chunk, "IHDR") || chunk.length != IHDR_SIZE)
				break;
			header->width = png_read_32(chunk.content);
			header->height = png_read_32(chunk.content + 4);
		}
		if (is_kept(&chunk))
			g_byte_array_append(header->kept, chunk.start,
					    chunk.length + PNG_CHUNK_AROUND);
		if (png_chunk_is(&chunk, "IEND"))
			return true;
	}
	*why = IMAGE_DAMAGED;
	return false;
}

/* False where the header says that the pixels are not to be taken as they are. */
static bool
read_colours(const guint8 *header, struct png_parts *parts, bool *indexed)
{
	int type = header[9], interlaced = header[12];

	*indexed = type == PNG_PALETTE;
	parts->depth = header[8];
	parts->components = type == PNG_RGB ? 3 : 1;
	return (type == PNG_GREY || type == PNG_RGB || type == PNG_PALETTE) && !interlaced;
}

void
png_parts_clear(struct png_parts *parts)
{
	g_clear_pointer(&parts->palette, g_bytes_unref);
	g_clear_pointer(&parts->data, g_bytes_unref);
}

bool
png_take_parts(GBytes *file, struct png_parts *parts)
{
	GByteArray *pixels = g_byte_array_new();
	gsize size, at = PNG_SIGNATURE;
	const guint8 *data = g_bytes_get_data(file, &size);
	struct png_chunk chunk;
	bool fine = true, indexed = false;

	*parts = (struct png_parts){0};
	while (fine && png_next_chunk(data, size, &at, &chunk)) {
		if (png_chunk_is(&chunk, "IHDR"))
			fine = read_colours(chunk.content, parts, &indexed);
		else if (png_chunk_is(&chunk, "tRNS"))
			fine = false;
		else if (png_chunk_is(&chunk, "PLTE") && indexed)
			parts->palette = g_bytes_new(chunk.content, chunk.length);
		else if (png_chunk_is(&chunk, "IDAT"))
			g_byte_array_append(pixels, chunk.content, chunk.length);
	}
	parts->data = g_byte_array_free_to_bytes(pixels);
	if (!fine)
		png_parts_clear(parts);
	return fine;
}
