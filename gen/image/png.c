/* png: chunks of a PNG file (ISO/IEC 15948 §5). */
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
