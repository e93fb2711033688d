/*
 * png_verify: whether a PNG file can be decoded, found without keeping its pixels: a check needs
 * none, and a PDF takes most files undecoded.
 *
 * Whatever libpng refuses is refused, since pdf has it decode the files that it cannot take as
 * they are.  What libpng only warns of is refused too where it would be published unseen, or is
 * not the picture that was meant: wrong checksums, bytes behind the pixels, a tRNS that does not
 * fit.
 */
#define ZLIB_CONST
#include <zlib.h>

#include "image/image_private.h"
#include "image/png_chunk.h"

/*
 * Bytes given to zlib at a time: what libpng gives.  With rows taken one by one, as libpng does, a
 * stream that reaches back further than it announced is refused by both or by none.
 */
enum { PIECE = 8192 };

enum { FILTERS = 5, COLOURS_MOST = 256, PASSES = 7 };

/* ---- the header and the order of the chunks ---- */

struct frame {
	guint32 width, height; /* pixels */
	guint depth;	       /* bits of a component */
	enum png_colours colours;
	bool interlaced;
};

/* What a type of colour consists of, and the depths that it may have, added up (table 11.1). */
static const struct {
	guint8 components, depths;
} colour_types[] = {
	[PNG_GREY] = {1, 1 + 2 + 4 + 8 + 16},
	[PNG_RGB] = {3, 8 + 16},
	[PNG_PALETTE] = {1, 1 + 2 + 4 + 8},
	[PNG_GREY_ALPHA] = {2, 8 + 16},
	[PNG_RGBA] = {4, 8 + 16},
};

static bool
read_frame(const guint8 *header, struct frame *frame)
{
	guint depth = header[8], colours = header[9];

	frame->width = png_read_32(header);
	frame->height = png_read_32(header + 4);
	frame->depth = depth;
	frame->colours = colours;
	frame->interlaced = header[12] == 1;
	/* a depth is a power of two; compression and filter have one method each, interlace two */
	return colours < G_N_ELEMENTS(colour_types) && (depth & (depth - 1)) == 0 &&
	       (depth & colour_types[colours].depths) && header[10] == 0 && header[11] == 0 &&
	       header[12] <= 1;
}

/* What came so far. */
struct order {
	const struct frame *frame;
	guint colours; /* of the palette */
	enum { BEFORE_PIXELS, IN_PIXELS, AFTER_PIXELS } state;
};

static bool
take_palette(struct order *order, const struct png_chunk *chunk)
{
	bool first = order->colours == 0;

	order->colours = chunk->length / 3;
	return first && order->state == BEFORE_PIXELS && chunk->length % 3 == 0 &&
	       order->colours > 0 && order->colours <= COLOURS_MOST;
}

/* A grey or a colour of two bytes a component, or alphas for the palette (§11.3.2.1). */
static bool
take_transparency(const struct order *order, const struct png_chunk *chunk)
{
	if (order->state != BEFORE_PIXELS)
		return false;
	switch (order->frame->colours) {
	case PNG_GREY:
		return chunk->length == 2;
	case PNG_RGB:
		return chunk->length == 6;
	case PNG_PALETTE:
		return chunk->length > 0 && chunk->length <= order->colours;
	default:
		return false;
	}
}

static bool
take_pixels(struct order *order)
{
	if (order->state == AFTER_PIXELS ||
	    (order->frame->colours == PNG_PALETTE && order->colours == 0))
		return false;
	order->state = IN_PIXELS;
	return true;
}

static bool
take_chunk(struct order *order, const struct png_chunk *chunk)
{
	if (png_chunk_is(chunk, "IDAT"))
		return take_pixels(order);
	if (order->state == IN_PIXELS)
		order->state = AFTER_PIXELS;
	if (png_chunk_is(chunk, "PLTE"))
		return take_palette(order, chunk);
	if (png_chunk_is(chunk, "tRNS"))
		return take_transparency(order, chunk);
	if (png_chunk_is(chunk, "IEND"))
		return chunk->length == 0;
	/* a critical chunk that nobody knows, or a second header */
	return !g_ascii_isupper(chunk->type[0]);
}

/* That of the type and the content stands behind them (§5.4). */
static bool
has_checksum(const struct png_chunk *chunk)
{
	uLong sum = crc32(0, chunk->type, PNG_TYPE + chunk->length);

	return sum == png_read_32(chunk->content + chunk->length);
}

static bool
read_chunks(const guint8 *data, gsize size, struct frame *frame)
{
	gsize at = PNG_SIGNATURE;
	struct png_chunk chunk;
	struct order order = {.frame = frame};

	/* png_read_header saw to the header's size */
	if (!png_next_chunk(data, size, &at, &chunk) || !has_checksum(&chunk) ||
	    !read_frame(chunk.content, frame))
		return false;
	while (png_next_chunk(data, size, &at, &chunk)) {
		if (!has_checksum(&chunk) || !take_chunk(&order, &chunk))
			return false;
	}
	return true;
}

/* ---- the pixels ---- */

struct pixels {
	z_stream zlib;
	bool ended; /* the stream */
	const guint8 *data;
	gsize size, at; /* of the file: behind the chunk at hand */
	const guint8 *next;
	gsize left; /* at next, of the chunk at hand */
};

/* More for zlib to read, which has nothing left; false where nothing is. */
static bool
refill(struct pixels *pixels)
{
	gsize piece;
	struct png_chunk chunk;

	while (pixels->left == 0) {
		if (!png_next_chunk(pixels->data, pixels->size, &pixels->at, &chunk))
			return false;
		if (!png_chunk_is(&chunk, "IDAT"))
			continue;
		pixels->next = chunk.content;
		pixels->left = chunk.length;
	}
	piece = MIN(pixels->left, PIECE);
	pixels->zlib.next_in = pixels->next;
	pixels->zlib.avail_in = (uInt)piece;
	pixels->next += piece;
	pixels->left -= piece;
	return true;
}

/* Up to size bytes; how many came before the stream ended, was damaged or cut off. */
static gsize
inflate_some(struct pixels *pixels, guint8 *out, gsize size)
{
	z_stream *zlib = &pixels->zlib;

	zlib->next_out = out;
	zlib->avail_out = (uInt)size;
	while (zlib->avail_out > 0 && !pixels->ended) {
		int status;

		if (zlib->avail_in == 0 && !refill(pixels))
			break;
		status = inflate(zlib, Z_NO_FLUSH);
		pixels->ended = status == Z_STREAM_END;
		if (status != Z_OK)
			break;
	}
	return size - zlib->avail_out;
}

/* Rows of so many pixels, each behind the number of its filter. */
static bool
read_rows(struct pixels *pixels, const struct frame *frame, guint32 width, guint32 rows,
	  guint8 *row)
{
	guint bits = frame->depth * colour_types[frame->colours].components;
	gsize size = 1 + ((gsize)width * bits + 7) / 8;

	if (width == 0)
		return true;
	for (; rows > 0; rows--) {
		if (inflate_some(pixels, row, size) < size || row[0] >= FILTERS)
			return false;
	}
	return true;
}

/* How many of size pixels a pass takes that begins at start and takes every step-th. */
static guint32
taken(guint32 size, guint32 start, guint32 step)
{
	return size > start ? (size - start - 1) / step + 1 : 0;
}

static bool
read_passes(struct pixels *pixels, const struct frame *frame, guint8 *row)
{
	/* Adam7 (§8.2): the first pixel and the step, across and down */
	static const struct {
		guint8 x, dx, y, dy;
	} passes[PASSES] = {{0, 8, 0, 8}, {4, 8, 0, 8}, {0, 4, 4, 8}, {2, 4, 0, 4},
			    {0, 2, 2, 4}, {1, 2, 0, 2}, {0, 1, 1, 2}};

	if (!frame->interlaced)
		return read_rows(pixels, frame, frame->width, frame->height, row);
	for (int i = 0; i < PASSES; i++) {
		if (!read_rows(pixels, frame, taken(frame->width, passes[i].x, passes[i].dx),
			       taken(frame->height, passes[i].y, passes[i].dy), row))
			return false;
	}
	return true;
}

/* All rows, then the end of the stream, and nothing behind it. */
static const char *
read_pixels(struct pixels *pixels, const struct frame *frame)
{
	/* the longest row, of eight bytes a pixel */
	g_autofree guint8 *row = g_malloc(1 + (gsize)frame->width * 8);
	bool surplus;

	if (!read_passes(pixels, frame, row))
		return IMAGE_DAMAGED;
	surplus = inflate_some(pixels, row, 1) > 0;
	if (!surplus && !pixels->ended)
		return IMAGE_DAMAGED;
	if (surplus || pixels->zlib.avail_in > 0 || refill(pixels))
		return "holds more than its picture: open it and save it anew";
	return NULL;
}

const char *
png_fault(const guint8 *data, gsize size)
{
	struct pixels pixels = {.data = data, .size = size, .at = PNG_SIGNATURE};
	struct frame frame;
	const char *why;

	/* 0: the window that the stream asks for */
	if (!read_chunks(data, size, &frame) || inflateInit2(&pixels.zlib, 0) != Z_OK)
		return IMAGE_DAMAGED;
	why = read_pixels(&pixels, &frame);
	inflateEnd(&pixels.zlib);
	return why;
}
