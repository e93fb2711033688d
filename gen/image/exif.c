/* exif: how a photograph was held. */
#include <string.h>

#include "image/image_private.h"

enum { ORIENTATION = 0x0112, HEADER = 8, ENTRY = 12 };

static guint32
read_number(const guint8 *p, int bytes, bool little)
{
	guint32 value = 0;

	for (int i = 0; i < bytes; i++)
		value = value << 8 | p[little ? bytes - 1 - i : i];
	return value;
}

int
exif_orientation(const guint8 *tiff, gsize size)
{
	bool little;
	gsize at, entries;

	if (size < HEADER || (memcmp(tiff, "II", 2) != 0 && memcmp(tiff, "MM", 2) != 0))
		return 1;
	little = tiff[0] == 'I';
	at = read_number(tiff + 4, 4, little);
	if (at > size - 2)
		return 1;
	entries = read_number(tiff + at, 2, little);
	at += 2;
	for (; entries > 0 && size - at >= ENTRY; entries--, at += ENTRY) {
		if (read_number(tiff + at, 2, little) == ORIENTATION)
			return (int)read_number(tiff + at + 8, 2, little);
	}
	return 1;
}
