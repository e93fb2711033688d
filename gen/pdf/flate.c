#include "pdf/flate.h"

#include <libdeflate.h>
#include <stdbool.h>

/*
 * What a bulletin has is packed well, which takes twice the time for a tenth less.  Of a report of
 * hundreds of pages that tenth is not worth it: beyond the first bytes it is packed fast.
 */
enum { LEVEL_WELL = 6, LEVEL_FAST = 1, WELL_MOST = 1 << 20 };

struct flate {
	struct libdeflate_compressor *compressor;
	gsize packed;	/* bytes so far */
	bool fast;
};

static void
set_level(struct flate *flate, int level)
{
	if (flate->compressor)
		libdeflate_free_compressor(flate->compressor);
	flate->compressor = libdeflate_alloc_compressor(level);
	if (!flate->compressor)
		g_error("no memory for a compressor");
}

struct flate *
flate_new(void)
{
	struct flate *flate = g_new0(struct flate, 1);

	set_level(flate, LEVEL_WELL);
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
	gsize bound, start = out->len, packed;

	flate->packed += size;
	if (!flate->fast && flate->packed > WELL_MOST) {
		flate->fast = true;
		set_level(flate, LEVEL_FAST);
	}
	bound = libdeflate_zlib_compress_bound(flate->compressor, size);
	g_string_set_size(out, start + bound);
	packed = libdeflate_zlib_compress(flate->compressor, data, size, out->str + start, bound);
	/* There is room for the worst case. */
	g_assert(packed > 0);
	g_string_truncate(out, start + packed);
	return packed;
}
