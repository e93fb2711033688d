/* Images as XObjects: what is taken over as it is, and what is decoded (gen/pdf/picture). */
#include <glib.h>
#include <string.h>
#include "image/image.h"
#include "pdf/body.h"
#include "pdf/picture.h"
#include "fonts_fixture.h"
#include "pdf_fixture.h"
#include "png_fixture.h"

/* ---- making files ---- */

/* Two pixels wide and high, of the rows given (each with its filter); see PNG's IHDR. */
static struct image *
png_new(int depth, int type, int interlaced, const char *palette, const char *see_through,
	const char *rows, gsize size)
{
	const char header[] = {(char)depth, (char)type, 0, 0, (char)interlaced};
	GByteArray *file = png_begin(2, 2, header);
	g_autoptr(GByteArray) packed = png_pack(rows, size);
	g_autoptr(GBytes) bytes = NULL;
	guint half = packed->len / 2;
	const char *why = NULL;
	struct image *image;

	if (palette)
		png_append(file, "PLTE", palette, strlen(palette));
	if (see_through)
		png_append(file, "tRNS", see_through, strlen(see_through));
	png_append(file, "IDAT", packed->data, half);
	png_append(file, "IDAT", packed->data + half, packed->len - half);
	png_end(file);
	bytes = g_byte_array_free_to_bytes(file);
	image = image_open(bytes, &why);
	g_assert_cmpstr(why, ==, NULL);
	return image;
}

#define PNG(depth, type, interlaced, palette, see_through, rows)                                   \
	png_new(depth, type, interlaced, palette, see_through, rows, sizeof(rows) - 1)

/* ---- looking at objects ---- */

static guint
add(struct body *body, const struct image *image)
{
	g_autoptr(GError) error = NULL;
	guint number = picture_add(body, image, &error);

	g_assert_no_error(error);
	g_assert_cmpuint(number, >, 0);
	return number;
}

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
	guint number = add(body, rgb);

	assert_has(body, number,
		   "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 "
		   "/ColorSpace /DeviceRGB /Filter /FlateDecode /DecodeParms << "
		   "/Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns 2 >>");
	STREAM(body, number, "\0abcdef\1ghijkl");
	number = add(body, grey);
	assert_has(body, number, "/BitsPerComponent 16 /ColorSpace /DeviceGray");
	assert_has(body, number, "/Colors 1 /BitsPerComponent 16");
	STREAM(body, number, "\0abcd\0efgh");
	number = add(body, palette);
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
	guint number = add(body, image);

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
	guint number = add(body, image);

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

	g_assert_cmpuint(add(body, hole), ==, 2);
	assert_has(body, 2, "/SMask 1 0 R");
	STREAM(body, 1, "\0\1\xff\1\xff\0");
	g_assert_cmpuint(add(body, opaque), ==, 3);
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

	g_assert_cmpuint(add(body, image), ==, 1);
	assert_has(body, 1, "/ColorSpace /DeviceGray /Filter /DCTDecode");
	written = body_finish(body, body_reserve(body), g_strdup("<< /Type /Catalog >>"), 0, NULL);
	data = g_bytes_get_data(written, &size);
	g_assert_nonnull(memmem(data, size, file, sizeof(file) - 1));
}

/* Greys with a palette, which PNG forbids and readers pass over, are greys. */
static void
test_grey_palette(void)
{
	g_autoptr(Body) body = body_new("1.7");
	g_autoptr(Image) image = PNG(8, 0, 0, "abcdef", NULL, "\0ab\0cd");

	assert_has(body, add(body, image), "/ColorSpace /DeviceGray");
}

/* Its rows have to be decoded, and cannot; image_open lets no such file through. */
static struct image *
undecodable_new(void)
{
	GByteArray *file = png_begin(2, 2, "\x8\2\0\0\1");
	struct image *image = g_new0(struct image, 1);

	png_append(file, "IDAT", "abc", 3);
	png_end(file);
	*image = (struct image){"png", 2, 2, 0, g_byte_array_free_to_bytes(file)};
	return image;
}

static void
test_undecodable(void)
{
	g_autoptr(Body) body = body_new("1.7");
	g_autoptr(Image) image = undecodable_new();
	g_autoptr(GError) error = NULL;

	g_assert_cmpuint(picture_add(body, image, &error), ==, 0);
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
	g_assert_nonnull(strstr(error->message, "2 × 2 pixels cannot be decoded"));
}

static const struct image *
find_image(const char *src, void *user)
{
	(void)src;
	return user;
}

/* No file comes of it, and the picture is tried once, though it is shown twice. */
static void
test_undecodable_file(void)
{
	static const char fo[] =
		"<root xmlns='http://www.w3.org/1999/XSL/Format'><layout-master-set>"
		"<simple-page-master master-name='m' page-width='90pt' page-height='90pt'>"
		"<region-body/></simple-page-master></layout-master-set>"
		"<page-sequence master-reference='m'><flow flow-name='xsl-region-body'>"
		"<block><external-graphic src='url(a.png)'/></block>"
		"<block><external-graphic src='url(a.png)'/></block>"
		"</flow></page-sequence></root>";
	struct fonts *fonts = program_fonts();
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Image) image = undecodable_new();
	struct typesetter *typesetter = typesetter_new(fonts);
	const struct layout_env env = {
		.typesetter = typesetter, .find_image = find_image, .user = image, .diags = diags};
	const struct pdf_options options = {NULL, NULL, 0};
	struct area_tree *tree =
		layout_format(xmlReadMemory(fo, sizeof(fo) - 1, NULL, NULL, 0), &env);
	g_autoptr(GError) error = NULL;

	g_assert_null(pdf_write(tree, fonts, &options, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
	g_assert_nonnull(strstr(error->message, "cannot be decoded"));
	area_tree_free(tree);
	typesetter_free(typesetter);
	fonts_free(fonts);
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
	g_test_add_func("/pdf/picture/grey-palette", test_grey_palette);
	g_test_add_func("/pdf/picture/undecodable", test_undecodable);
	g_test_add_func("/pdf/picture/undecodable-file", test_undecodable_file);
	return g_test_run();
}
