/* Images as XObjects: what is taken over as it is, and what is decoded (gen/pdf/picture). */
#include <glib.h>
#include <string.h>
#include "image/image.h"
#include "pdf/body.h"
#include "pdf/flate.h"
#include "pdf/picture.h"
#include "pdf_fixture.h"

/* ---- making files ---- */

static GBytes *
flate_compress(const void *data, gsize size)
{
	struct flate *flate = flate_new();
	GString *packed = g_string_new(NULL);

	flate_append(flate, packed, data, size, FLATE_WELL);
	flate_free(flate);
	return g_string_free_to_bytes(packed);
}

static void
append_32(GByteArray *out, guint32 number)
{
	const guint8 bytes[] = {(guint8)(number >> 24), (guint8)(number >> 16),
				(guint8)(number >> 8), (guint8)number};

	g_byte_array_append(out, bytes, sizeof(bytes));
}

/* A chunk of PNG with the checksum of ISO/IEC 15948 annex D. */
static void
append_chunk(GByteArray *out, const char *type, const void *content, gsize length)
{
	guint32 sum = 0xFFFFFFFF;
	guint start;

	append_32(out, (guint32)length);
	start = out->len;
	g_byte_array_append(out, (const guint8 *)type, 4);
	g_byte_array_append(out, content, (guint)length);
	for (guint i = start; i < out->len; i++) {
		sum ^= out->data[i];
		for (int bit = 0; bit < 8; bit++)
			sum = sum & 1 ? 0xEDB88320 ^ sum >> 1 : sum >> 1;
	}
	append_32(out, ~sum);
}

/* Two pixels wide and high, of the rows given (each with its filter); see PNG's IHDR. */
static struct image *
png_new(int depth, int type, int interlaced, const char *palette, const char *see_through,
	const char *rows, gsize size)
{
	GByteArray *file = g_byte_array_new();
	const char header[] = {
		0, 0, 0, 2, 0, 0, 0, 2, (char)depth, (char)type, 0, 0, (char)interlaced};
	g_autoptr(GBytes) packed = flate_compress(rows, size), bytes = NULL;
	gsize half = g_bytes_get_size(packed) / 2;
	const char *data = g_bytes_get_data(packed, NULL), *why = NULL;
	struct image *image;

	g_byte_array_append(file, (const guint8 *)"\x89PNG\r\n\x1a\n", 8);
	append_chunk(file, "IHDR", header, sizeof(header));
	if (palette)
		append_chunk(file, "PLTE", palette, strlen(palette));
	if (see_through)
		append_chunk(file, "tRNS", see_through, strlen(see_through));
	append_chunk(file, "IDAT", data, half);
	append_chunk(file, "IDAT", data + half, g_bytes_get_size(packed) - half);
	append_chunk(file, "IEND", "", 0);
	bytes = g_byte_array_free_to_bytes(file);
	image = image_open(bytes, &why);
	g_assert_cmpstr(why, ==, NULL);
	return image;
}

#define PNG(depth, type, interlaced, palette, see_through, rows)                                   \
	png_new(depth, type, interlaced, palette, see_through, rows, sizeof(rows) - 1)

/* ---- looking at objects ---- */

static void
assert_has(const struct body *body, guint number, const char *expected)
{
	g_autofree char *copy = pdf_object(body, number);

	g_assert_nonnull(strstr(copy, expected));
}

static void
assert_stream(const struct body *body, guint number, const char *expected, gsize size)
{
	g_autoptr(GBytes) bytes = pdf_stream(body, number);

	g_assert_cmpuint(g_bytes_get_size(bytes), ==, size);
	g_assert_true(memcmp(g_bytes_get_data(bytes, NULL), expected, size) == 0);
}

#define STREAM(body, number, literal) assert_stream(body, number, literal, sizeof(literal) - 1)

/* ---- tests ---- */

static void
test_kept(void)
{
	g_autoptr(Body) body = body_new("1.7");
	g_autoptr(Image) rgb = PNG(8, 2, 0, NULL, NULL, "\0abcdef\1ghijkl");
	g_autoptr(Image) grey = PNG(16, 0, 0, NULL, NULL, "\0abcd\0efgh");
	g_autoptr(Image) palette = PNG(1, 3, 0, "\x10\x20\x30\xff\xfe\xfd", NULL, "\0\x40\0\x80");
	guint number = picture_add(body, rgb);

	assert_has(body, number,
		   "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 "
		   "/ColorSpace /DeviceRGB /Filter /FlateDecode /DecodeParms << "
		   "/Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns 2 >>");
	STREAM(body, number, "\0abcdef\1ghijkl");
	number = picture_add(body, grey);
	assert_has(body, number, "/BitsPerComponent 16 /ColorSpace /DeviceGray");
	assert_has(body, number, "/Colors 1 /BitsPerComponent 16");
	STREAM(body, number, "\0abcd\0efgh");
	number = picture_add(body, palette);
	assert_has(body, number,
		   "/BitsPerComponent 1 /ColorSpace "
		   "[/Indexed /DeviceRGB 1 <102030FFFEFD>]");
	STREAM(body, number, "\0\x40\0\x80");
	g_assert_cmpuint(number, ==, 3);
}

/* Interlaced: two passes of one pixel, then a row; decoded, no mask. */
static void
test_interlaced(void)
{
	g_autoptr(Body) body = body_new("1.7");
	g_autoptr(Image) image = PNG(8, 2, 1, NULL, NULL, "\0aaa\0bbb\0cccddd");
	guint number = picture_add(body, image);

	g_assert_cmpuint(number, ==, 1);
	assert_has(body, number, "/ColorSpace /DeviceRGB /DecodeParms << /Predictor 15 /Colors 3");
	STREAM(body, number, "\1aaa\1\1\1\4\2\2\2\1\1\1");
}

/* Colours are those of the file, not darkened by alpha; what is not seen has none. */
static void
test_alpha(void)
{
	g_autoptr(Body) body = body_new("1.7");
	g_autoptr(Image) image =
		PNG(8, 6, 0, NULL, NULL, "\0\1\1\1\xff\1\1\1\xff\0\0\xff\x80\x80\x61\x62\x63\0");
	guint number = picture_add(body, image);

	g_assert_cmpuint(number, ==, 2);
	assert_has(body, 2, "/DeviceRGB");
	assert_has(body, 2, "/SMask 1 0 R");
	STREAM(body, 2, "\1\1\1\1\0\0\0\0\0\xff\x80\0\0\0");
	assert_has(body, 1, "/ColorSpace /DeviceGray");
	STREAM(body, 1, "\1\xff\0\0\x80\0");
}

/* See-through entries of a palette are a mask too; a mask that hides nothing is none. */
static void
test_masks(void)
{
	g_autoptr(Body) body = body_new("1.7");
	g_autoptr(Image) hole = PNG(8, 3, 0, "abcdef", "\1", "\0\0\1\0\1\1");
	g_autoptr(Image) opaque = PNG(8, 6, 0, NULL, NULL,
				      "\0abc\xff"
				      "abc\xff\0abc\xff"
				      "abc\xff");

	g_assert_cmpuint(picture_add(body, hole), ==, 2);
	assert_has(body, 2, "/SMask 1 0 R");
	STREAM(body, 1, "\0\1\xff\1\xff\0");
	g_assert_cmpuint(picture_add(body, opaque), ==, 3);
	STREAM(body, 3, "\1abc\0\0\0\2\0\0\0\0\0\0");
}

static void
test_jpeg(void)
{
	static const char file[] = "\xff\xd8\xff\xc0\0\x8\x8\0\2\0\2\1\xff\xda\0\2abc\xff\xd9";
	g_autoptr(GBytes) bytes = g_bytes_new(file, sizeof(file) - 1);
	g_autoptr(Body) body = body_new("1.7");
	const char *why;
	g_autoptr(Image) image = image_open(bytes, &why);
	g_autoptr(GBytes) written = NULL;
	gsize size;
	const char *data;

	g_assert_cmpuint(picture_add(body, image), ==, 1);
	assert_has(body, 1, "/ColorSpace /DeviceGray /Filter /DCTDecode");
	written = body_finish(body, body_reserve(body), g_strdup("<< /Type /Catalog >>"), 0, NULL);
	data = g_bytes_get_data(written, &size);
	g_assert_nonnull(memmem(data, size, file, sizeof(file) - 1));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf/picture/kept", test_kept);
	g_test_add_func("/pdf/picture/interlaced", test_interlaced);
	g_test_add_func("/pdf/picture/alpha", test_alpha);
	g_test_add_func("/pdf/picture/masks", test_masks);
	g_test_add_func("/pdf/picture/jpeg", test_jpeg);
	return g_test_run();
}
