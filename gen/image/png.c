/* png: chunks of a PNG file (ISO/IEC 15948 §5). */
#include "image/png.h"

#include <string.h>

#include "image/image_private.h"

enum { SIGNATURE = 8, LENGTH = 4, TYPE = 4, CRC = 4, IHDR_SIZE = 13 };

static guint32
read_32(const guint8 *p)
{
	return (guint32)p[0] << 24 | (guint32)p[1] << 16 | (guint32)p[2] << 8 | p[3];
}

/* The critical chunks, and those that say how colours are meant. */
static bool
is_kept(const guint8 *type)
{
	static const char *const colours[] = {"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT"};

	if (g_ascii_isupper(type[0]))
		return true;
	for (gsize i = 0; i < G_N_ELEMENTS(colours); i++) {
		if (memcmp(type, colours[i], TYPE) == 0)
			return true;
	}
	return false;
}

bool
png_read_header(const guint8 *data, gsize size, struct image_header *header, const char **why)
{
	gsize at = SIGNATURE;

	g_byte_array_append(header->kept, data, SIGNATURE);
	while (size - at >= LENGTH + TYPE + CRC) {
		gsize length = read_32(data + at), whole = LENGTH + TYPE + length + CRC;
		const guint8 *type = data + at + LENGTH;

		if (whole > size - at)
			break;
		if (at == SIGNATURE) {
			if (memcmp(type, "IHDR", TYPE) != 0 || length != IHDR_SIZE)
				break;
			header->width = read_32(type + TYPE);
			header->height = read_32(type + TYPE + 4);
		}
		if (is_kept(type))
			g_byte_array_append(header->kept, data + at, (guint)whole);
		if (memcmp(type, "IEND", TYPE) == 0)
			return true;
		at += whole;
	}
	*why = "is damaged or cut off";
	return false;
}

/* Types of colour (§11.2.2). */
enum { GREY = 0, RGB = 2, PALETTE = 3 };

/* False where the header says that the pixels are not to be taken as they are. */
static bool
read_colours(const guint8 *header, struct png_parts *parts)
{
	int type = header[9], interlaced = header[12];

	parts->depth = header[8];
	parts->components = type == RGB ? 3 : 1;
	return (type == GREY || type == RGB || type == PALETTE) && !interlaced;
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
	gsize size, at = SIGNATURE, length;
	const guint8 *data = g_bytes_get_data(file, &size);
	bool fine = true;

	*parts = (struct png_parts){0};
	for (; fine && size - at >= LENGTH + TYPE + CRC; at += LENGTH + TYPE + length + CRC) {
		const guint8 *type = data + at + LENGTH, *content = type + TYPE;

		length = read_32(data + at);
		if (memcmp(type, "IHDR", TYPE) == 0)
			fine = read_colours(content, parts);
		else if (memcmp(type, "tRNS", TYPE) == 0)
			fine = false;
		else if (memcmp(type, "PLTE", TYPE) == 0 && !parts->palette)
			parts->palette = g_bytes_new(content, length);
		else if (memcmp(type, "IDAT", TYPE) == 0)
			g_byte_array_append(pixels, content, (guint)length);
	}
	parts->data = g_byte_array_free_to_bytes(pixels);
	if (!fine)
		png_parts_clear(parts);
	return fine;
}
