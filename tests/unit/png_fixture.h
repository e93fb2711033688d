/*
 * png_fixture: PNG files for the tests, chunk by chunk, so that they can be wrong in one thing.
 */
#ifndef CHANCERY_PNG_FIXTURE_H
#define CHANCERY_PNG_FIXTURE_H

#include <glib.h>
#include <string.h>
#include <zlib.h>

/* A checksum (ISO/IEC 15948 §5.4) over what begins at start. */
static inline void
png_append_sum(GByteArray *out, guint start)
{
	const guint32 sum = GUINT32_TO_BE((guint32)crc32(0, out->data + start, out->len - start));

	g_byte_array_append(out, (const guint8 *)&sum, sizeof(sum));
}

static inline void
png_append(GByteArray *out, const char *type, const void *content, gsize length)
{
	const guint32 number = GUINT32_TO_BE((guint32)length);
	guint start;

	g_byte_array_append(out, (const guint8 *)&number, sizeof(number));
	start = out->len;
	g_byte_array_append(out, (const guint8 *)type, 4);
	g_byte_array_append(out, content, (guint)length);
	png_append_sum(out, start);
}

/* The signature and a header: "\x8\2\0\0\0" is depth, colours, compression, filter, interlace. */
static inline GByteArray *
png_begin(guint8 width, guint8 height, const char *more)
{
	GByteArray *out = g_byte_array_new();
	guint8 header[13] = {0, 0, 0, width, 0, 0, 0, height};

	memcpy(header + 8, more, 5);
	g_byte_array_append(out, (const guint8 *)"\x89PNG\r\n\x1a\n", 8);
	png_append(out, "IHDR", header, sizeof(header));
	return out;
}

/* Rows as IDAT wants them, each behind its filter; the caller frees. */
static inline GByteArray *
png_pack(const void *rows, gsize size)
{
	uLong packed = compressBound((uLong)size);
	GByteArray *out = g_byte_array_new();

	g_byte_array_set_size(out, (guint)packed);
	g_assert_cmpint(compress(out->data, &packed, rows, (uLong)size), ==, Z_OK);
	g_byte_array_set_size(out, (guint)packed);
	return out;
}

/* Rows in one IDAT. */
static inline void
png_append_rows(GByteArray *out, const void *rows, gsize size)
{
	g_autoptr(GByteArray) packed = png_pack(rows, size);

	png_append(out, "IDAT", packed->data, packed->len);
}

static inline void
png_end(GByteArray *out)
{
	png_append(out, "IEND", "", 0);
}

/* Black RGB, eight bits, all in order. */
static inline GByteArray *
png_black(guint8 width, guint8 height)
{
	gsize size = (gsize)height * (1 + 3 * (gsize)width);
	g_autofree guint8 *rows = g_malloc0(size);
	GByteArray *out = png_begin(width, height, "\x8\2\0\0\0");

	png_append_rows(out, rows, size);
	png_end(out);
	return out;
}

#endif
