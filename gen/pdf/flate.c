#include "pdf/flate.h"

#include <libdeflate.h>

/* What zlib calls its default; more costs twice the time for one part in a hundred. */
enum { LEVEL = 6 };

struct flate {
	struct libdeflate_compressor *compressor;
};

struct flate *
flate_new(void)
{
	struct flate *flate = g_new(struct flate, 1);

	flate->compressor = libdeflate_alloc_compressor(LEVEL);
	if (!flate->compressor)
		g_error("no memory for a compressor");
	return flate;
}

void
flate_free(struct flate *flate)
{
	if (!flate)
		return;
	libdeflate_free_compressor(flate->compressor);
	g_free(flate);
}

gsize
flate_append(struct flate *flate, GString *out, const void *data, gsize size)
{
	gsize bound = libdeflate_zlib_compress_bound(flate->compressor, size), start = out->len;
	gsize packed;

	g_string_set_size(out, start + bound);
	packed = libdeflate_zlib_compress(flate->compressor, data, size, out->str + start, bound);
	/* There is room for the worst case. */
	g_assert(packed > 0);
	g_string_truncate(out, start + packed);
	return packed;
}
