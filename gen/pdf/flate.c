#include "pdf/flate.h"

#include <string.h>

/* Everything through the converter; expected: a guess at the size of the result. */
static GBytes *
convert(GConverter *converter, const char *data, gsize size, gsize expected, GError **error)
{
	gsize room = MAX(expected, 256), done = 0, read = 0;
	char *out = g_malloc(room);
	GConverterResult result;

	do {
		gsize in = 0, made = 0;

		if (room - done < room / 4)
			out = g_realloc(out, room *= 2);
		result = g_converter_convert(converter, data + read, size - read, out + done,
					     room - done, G_CONVERTER_INPUT_AT_END, &in, &made,
					     error);
		read += in;
		done += made;
	} while (result == G_CONVERTER_CONVERTED);
	if (result == G_CONVERTER_ERROR) {
		g_free(out);
		return NULL;
	}
	return g_bytes_new_take(g_realloc(out, MAX(done, 1)), done);
}

GBytes *
flate_compress(const void *data, gsize size)
{
	g_autoptr(GZlibCompressor) zlib =
		g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
	GBytes *bytes = convert(G_CONVERTER(zlib), data, size, size / 2, NULL);

	/* Compressing has no reason to fail but a wrong call. */
	g_assert(bytes);
	return bytes;
}

GBytes *
flate_expand(const void *data, gsize size, GError **error)
{
	g_autoptr(GZlibDecompressor) zlib =
		g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

	return convert(G_CONVERTER(zlib), data, size, size * 4, error);
}
