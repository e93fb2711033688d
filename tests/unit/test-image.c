/* Image files: what is read of their headers, what is refused, what is left out. */
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "image/image.h"
#include "png_fixture.h"

/* ---- making files ---- */

static void
put(GByteArray *out, const char *bytes, gsize n)
{
	g_byte_array_append(out, (const guint8 *)bytes, (guint)n);
}

#define PUT(out, literal) put((out), (literal), sizeof(literal) - 1)

/* Start, Exif with an orientation (0: none), a comment, a frame, a scan, the end. */
static GByteArray *
jpeg_new(char orientation, char precision, char frame, const char *size, char components)
{
	GByteArray *out = g_byte_array_new();
	const char exif[] = {1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0};
	const char sof[] = {'\xff', frame, 0, 8, precision};

	PUT(out, "\xff\xd8");
	if (orientation) {
		PUT(out, "\xff\xe1\0\x22"
			 "Exif\0\0MM\0*\0\0\0\x08\0\1");
		put(out, exif, sizeof(exif));
		PUT(out, "\0\0\0\0");
	}
	PUT(out, "\xff\xfe\0\6SECR");
	put(out, sof, sizeof(sof));
	put(out, size, 4);
	put(out, &components, 1);
	PUT(out, "\xff\xda\0\2abc\xff\0\xff\xd0"
		 "def\xff\xd9 and more");
	return out;
}

static const char *
open_array(GByteArray *file, struct image **image)
{
	g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes(file);
	const char *why = NULL;
	struct image *opened = image_open(bytes, &why);

	g_assert_true((opened == NULL) == (why != NULL));
	if (image)
		*image = opened;
	else
		image_free(opened);
	return why;
}

static bool
holds(const struct image *image, const char *word)
{
	gsize size;
	const char *data = g_bytes_get_data(image->bytes, &size);

	return memmem(data, size, word, strlen(word)) != NULL;
}

/* ---- tests ---- */

static void
test_png(void)
{
	g_autoptr(Image) image = NULL;

	g_assert_null(open_array(png_black(30, 20), &image));
	g_assert_cmpint(image->width, ==, 30);
	g_assert_cmpint(image->height, ==, 20);
	g_assert_cmpstr(image->extension, ==, "png");
}

/* A chunk of text after the header; its checksum is never looked at, since it is left out. */
static void
test_png_remarks(void)
{
	GByteArray *file = png_black(3, 2);
	const char text[] = "\0\0\0\4tEXtSECR\0\0\0";
	g_autoptr(Image) image = NULL;
	GByteArray *with = g_byte_array_new();

	g_byte_array_append(with, file->data, 33);
	put(with, text, sizeof(text));
	g_byte_array_append(with, file->data + 33, file->len - 33);
	g_byte_array_unref(file);
	g_assert_null(open_array(with, &image));
	g_assert_false(holds(image, "SECR"));
	g_assert_true(holds(image, "IEND"));
}

/* The header alone decides: what it announces is never allocated. */
static void
test_png_too_large(void)
{
	GByteArray *file = png_black(3, 2);

	memcpy(file->data + 16, "\0\0\x75\x30\0\0\x75\x30", 8);
	g_assert_nonnull(strstr(open_array(file, NULL), "50 megapixels"));
	file = png_black(3, 2);
	memcpy(file->data + 16, "\0\0\0\0", 4);
	g_assert_cmpstr(open_array(file, NULL), ==, "has no pixels");
}

static void
test_jpeg(void)
{
	static const char frames[] = {'\xc0', '\xc1', '\xc2'};

	for (gsize i = 0; i < sizeof(frames); i++) {
		g_autoptr(Image) image = NULL;

		g_assert_null(open_array(jpeg_new(1, 8, frames[i], "\0\2\1\1", 3), &image));
		g_assert_cmpint(image->width, ==, 257);
		g_assert_cmpint(image->height, ==, 2);
		g_assert_cmpstr(image->extension, ==, "jpg");
	}
}

/* Exif, comments and what follows the end go; the coded picture stays as it is. */
static void
test_jpeg_remarks(void)
{
	g_autoptr(Image) image = NULL;
	static const char scan[] = "abc\xff\0\xff\xd0"
				   "def\xff\xd9";
	gsize size;
	const char *data;

	g_assert_null(open_array(jpeg_new(1, 8, '\xc0', "\0\2\0\2", 1), &image));
	g_assert_false(holds(image, "Exif"));
	g_assert_false(holds(image, "SECR"));
	data = g_bytes_get_data(image->bytes, &size);
	g_assert_cmpuint(size, >, sizeof(scan));
	g_assert_true(memcmp(data + size - (sizeof(scan) - 1), scan, sizeof(scan) - 1) == 0);
}

static void
test_jpeg_refused(void)
{
	static const struct {
		char orientation, precision, frame;
		const char *size;
		char components;
		const char *why;
	} cases[] = {
		{0, 8, '\xc0', "\0\2\0\2", 4, "is neither RGB nor greyscale"},
		{0, 12, '\xc1', "\0\2\0\2", 3, "has more than 8 bits a colour"},
		{0, 8, '\xc9', "\0\2\0\2", 3, "is coded in a way that readers do not know"},
		{6, 8, '\xc0', "\0\2\0\2", 3,
		 "is stored turned: open it, turn it upright and save it"},
		{0, 8, '\xc0', "\0\0\0\2", 3, "has no pixels"},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		GByteArray *file = jpeg_new(cases[i].orientation, cases[i].precision,
					    cases[i].frame, cases[i].size, cases[i].components);

		g_assert_cmpstr(open_array(file, NULL), ==, cases[i].why);
	}
}

static void
test_jpeg_cut(void)
{
	g_autoptr(GByteArray) whole = jpeg_new(1, 8, '\xc0', "\0\2\0\2", 3);

	/* " and more" follows the end */
	for (guint length = 3; length < whole->len - 9; length++) {
		GByteArray *file = g_byte_array_new();

		g_byte_array_append(file, whole->data, length);
		g_assert_nonnull(open_array(file, NULL));
	}
}

static void
test_others(void)
{
	static const char *const files[] = {"", "GIF89a", "<svg/>", "\x89PNG", "\xff\xd8"};

	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		GByteArray *file = g_byte_array_new();

		put(file, files[i], strlen(files[i]));
		g_assert_cmpstr(open_array(file, NULL), ==, "is neither PNG nor JPEG");
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/image/png", test_png);
	g_test_add_func("/image/png/remarks", test_png_remarks);
	g_test_add_func("/image/png/too-large", test_png_too_large);
	g_test_add_func("/image/jpeg", test_jpeg);
	g_test_add_func("/image/jpeg/remarks", test_jpeg_remarks);
	g_test_add_func("/image/jpeg/refused", test_jpeg_refused);
	g_test_add_func("/image/jpeg/cut", test_jpeg_cut);
	g_test_add_func("/image/others", test_others);
	return g_test_run();
}
