#include "pdf/flate.h"

#include <libdeflate.h>

/*
 * Levels of libdeflate.  Well takes twice the time of fast, and what is gained differs: of outlines
 * less than a hundredth, of pages a fourteenth, of structure elements a seventh.  Of a report of
 * hundreds of pages even that is not worth it: beyond the first bytes all is packed fast.
 */
enum { LEVEL_FAST = 1, LEVEL_WELL = 5, WELL_MOST = 1 << 20 };

struct flate {
	struct libdeflate_compressor *fast, *well; /* NULL until one is needed */
	gsize packed;				   /* bytes so far */
};

static void
allocate(struct libdeflate_compressor **compressor, int level)
{
	if (*compressor)
		return;
	*compressor = libdeflate_alloc_compressor(level);
	if (!*compressor)
		g_error("no memory for a compressor");
}

struct flate *
flate_new(void)
{
	return g_new0(struct flate, 1);
}

void
flate_free(struct flate *flate)
{
	if (!flate)
		return;
	libdeflate_free_compressor(flate->fast);
	libdeflate_free_compressor(flate->well);
	g_free(flate);
}

static struct libdeflate_compressor *
compressor_for(struct flate *flate, enum flate_effort effort)
{
	if (effort == FLATE_WELL && flate->packed <= WELL_MOST) {
		allocate(&flate->well, LEVEL_WELL);
		return flate->well;
	}
	allocate(&flate->fast, LEVEL_FAST);
	return flate->fast;
}

gsize
flate_append(struct flate *flate, GString *out, const void *data, gsize size,
	     enum flate_effort effort)
{
	gsize bound, start = out->len, packed;
	struct libdeflate_compressor *compressor;

	flate->packed += size;
	compressor = compressor_for(flate, effort);
	bound = libdeflate_zlib_compress_bound(compressor, size);
	g_string_set_size(out, start + bound);
	packed = libdeflate_zlib_compress(compressor, data, size, out->str + start, bound);
	/* There is room for the worst case. */
	g_assert(packed > 0);
	g_string_truncate(out, start + packed);
	return packed;
}
