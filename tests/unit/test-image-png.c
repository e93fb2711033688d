/*
 * PNG files that are damaged: each kind is refused (gen/image/png_verify.c), and what passes cairo
 * decodes, which gen/pdf/picture.c relies on.
 */
#include <cairo.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "base/file.h"
#include "image/image.h"
#include "png_fixture.h"

static const char damaged[] = "is damaged or cut off";
static const char surplus[] = "holds more than its picture: open it and save it anew";

/* ---- files, chunk by chunk ---- */

/* Content of type "rows" is packed into an IDAT; "spoilt" is one of gAMA with a wrong checksum. */
struct part {
	const char *type, *content;
	gsize length;
};

#define PART(type, literal)                                                                        \
	{                                                                                          \
		type, literal, sizeof(literal) - 1                                                 \
	}
#define END PART("IEND", "")
/* Two rows of two pixels: colours, or one byte a pixel, which zlib packs as follows. */
#define COLOURS PART("rows", "\0abcdef\0ghijkl")
#define BYTES PART("rows", "\0\0\1\0\1\0")
#define PACKED "\x78\x9c\x63\x60\x60\4\x42\0"
#define SUM "\0\x0c\0\3"
#define PALETTE PART("PLTE", "abcdef")

static GByteArray *
file_of(const char *header, const struct part *parts)
{
	GByteArray *out = png_begin(2, 2, header);

	for (; parts->type; parts++) {
		if (strcmp(parts->type, "rows") == 0) {
			png_append_rows(out, parts->content, parts->length);
			continue;
		}
		if (strcmp(parts->type, "spoilt") != 0) {
			png_append(out, parts->type, parts->content, parts->length);
			continue;
		}
		png_append(out, "gAMA", parts->content, parts->length);
		out->data[out->len - 1] ^= 1;
	}
	return out;
}

/* ---- looking at them ---- */

static bool
is_decodable(GBytes *bytes)
{
	g_autofree char *path = g_build_filename(g_get_tmp_dir(), "chancery-image.png", NULL);
	cairo_surface_t *surface;
	bool decodable;

	g_assert_true(file_write(path, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes),
				 NULL));
	surface = cairo_image_surface_create_from_png(path);
	decodable = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(surface);
	g_assert_true(file_remove(path, NULL));
	return decodable;
}

/* What image_open says of a file, which is lent; cairo decodes what passes. */
static const char *
fault_of(const GByteArray *file)
{
	g_autoptr(GBytes) bytes = g_bytes_new(file->data, file->len);
	const char *why = NULL;
	g_autoptr(Image) image = image_open(bytes, &why);

	g_assert_true((image == NULL) == (why != NULL));
	if (image)
		g_assert_true(is_decodable(image->bytes));
	return why;
}

static void
assert_fault(const char *name, GByteArray *file, const char *expected)
{
	const char *why = fault_of(file);

	if (g_strcmp0(why, expected) != 0)
		g_test_message("%s", name);
	g_assert_cmpstr(why, ==, expected);
	g_byte_array_unref(file);
}

/* ---- tests ---- */

static const struct kind {
	const char *name, *header;
	struct part parts[8];
	const char *why;
} kinds[] = {
	/* the header */
	{"nothing", "\x8\2\0\0\0", {COLOURS, END}, NULL},
	{"depth 3", "\3\0\0\0\0", {PART("rows", "\0\0\0\0"), END}, damaged},
	{"depth 0", "\0\0\0\0\0", {PART("rows", "\0\0\0\0"), END}, damaged},
	{"depth 32", "\x20\2\0\0\0", {COLOURS, END}, damaged},
	{"colours of 4 bits", "\4\2\0\0\0", {PART("rows", "\0abc\0def"), END}, damaged},
	{"palette of 16 bits",
	 "\x10\3\0\0\0",
	 {PALETTE, PART("rows", "\0abcd\0efgh"), END},
	 damaged},
	{"colours 1", "\x8\1\0\0\0", {BYTES, END}, damaged},
	{"colours 5", "\x8\5\0\0\0", {COLOURS, END}, damaged},
	{"colours 7", "\x8\7\0\0\0", {COLOURS, END}, damaged},
	{"compression", "\x8\2\1\0\0", {COLOURS, END}, damaged},
	{"method of filters", "\x8\2\0\x40\0", {COLOURS, END}, damaged},
	{"method of interlacing", "\x8\2\0\0\2", {COLOURS, END}, damaged},
	{"interlaced", "\x8\0\0\0\1", {PART("rows", "\0a\0b\0cd"), END}, NULL},
	/* the palette */
	{"palette", "\x8\3\0\0\0", {PALETTE, BYTES, END}, NULL},
	{"a place behind the palette", "\x8\3\0\0\0", {PART("PLTE", "abc"), BYTES, END}, NULL},
	{"palette of colours", "\x8\2\0\0\0", {PALETTE, COLOURS, END}, NULL},
	{"no palette", "\x8\3\0\0\0", {BYTES, END}, damaged},
	{"palette behind the pixels", "\x8\3\0\0\0", {BYTES, PALETTE, END}, damaged},
	{"palette of colours behind the pixels", "\x8\2\0\0\0", {COLOURS, PALETTE, END}, damaged},
	{"empty palette", "\x8\3\0\0\0", {PART("PLTE", ""), BYTES, END}, damaged},
	{"empty palette of colours", "\x8\2\0\0\0", {PART("PLTE", ""), COLOURS, END}, damaged},
	{"part of a colour in the palette",
	 "\x8\3\0\0\0",
	 {PART("PLTE", "abcd"), BYTES, END},
	 damaged},
	{"two palettes", "\x8\3\0\0\0", {PALETTE, PALETTE, BYTES, END}, damaged},
	/* what is see-through */
	{"alphas", "\x8\3\0\0\0", {PALETTE, PART("tRNS", "ab"), BYTES, END}, NULL},
	{"an alpha too many", "\x8\3\0\0\0", {PALETTE, PART("tRNS", "abc"), BYTES, END}, damaged},
	{"no alphas", "\x8\3\0\0\0", {PALETTE, PART("tRNS", ""), BYTES, END}, damaged},
	{"alphas before the palette",
	 "\x8\3\0\0\0",
	 {PART("tRNS", "a"), PALETTE, BYTES, END},
	 damaged},
	{"alphas behind the pixels",
	 "\x8\3\0\0\0",
	 {PALETTE, BYTES, PART("tRNS", "a"), END},
	 damaged},
	{"grey", "\x8\0\0\0\0", {PART("tRNS", "ab"), BYTES, END}, NULL},
	{"part of a grey", "\x8\0\0\0\0", {PART("tRNS", "a"), BYTES, END}, damaged},
	{"colour", "\x8\2\0\0\0", {PART("tRNS", "abcdef"), COLOURS, END}, NULL},
	{"part of a colour", "\x8\2\0\0\0", {PART("tRNS", "abc"), COLOURS, END}, damaged},
	{"alpha twice",
	 "\x8\4\0\0\0",
	 {PART("tRNS", "ab"), PART("rows", "\0abcd\0efgh"), END},
	 damaged},
	/* other chunks */
	{"unknown and critical", "\x8\2\0\0\0", {PART("ABCD", ""), COLOURS, END}, damaged},
	{"unknown", "\x8\2\0\0\0", {PART("abCd", ""), COLOURS, END}, NULL},
	{"two headers",
	 "\x8\2\0\0\0",
	 {PART("IHDR", "\0\0\0\2\0\0\0\2\x8\2\0\0\0"), COLOURS, END},
	 damaged},
	{"no pixels", "\x8\2\0\0\0", {END}, damaged},
	{"end with content", "\x8\2\0\0\0", {COLOURS, PART("IEND", "a")}, damaged},
	{"checksum", "\x8\2\0\0\0", {PART("spoilt", "\0\0\xb1\x8f"), COLOURS, END}, damaged},
	/* the stream of pixels */
	{"packed", "\x8\0\0\0\0", {PART("IDAT", PACKED SUM), END}, NULL},
	{"in pieces",
	 "\x8\0\0\0\0",
	 {PART("IDAT", ""), PART("IDAT", "\x78"), PART("IDAT", "\x9c\x63\x60\x60\4\x42\0"),
	  PART("IDAT", SUM), PART("IDAT", ""), END},
	 NULL},
	{"remark between",
	 "\x8\0\0\0\0",
	 {PART("IDAT", PACKED), PART("tEXt", "a"), PART("IDAT", SUM), END},
	 NULL},
	{"gamma between",
	 "\x8\0\0\0\0",
	 {PART("IDAT", PACKED), PART("gAMA", "\0\0\xb1\x8f"), PART("IDAT", SUM), END},
	 damaged},
	{"empty", "\x8\0\0\0\0", {PART("IDAT", ""), END}, damaged},
	{"no sum", "\x8\0\0\0\0", {PART("IDAT", PACKED), END}, damaged},
	{"another sum", "\x8\0\0\0\0", {PART("IDAT", PACKED "\0\x0c\0\4"), END}, damaged},
	{"cut off", "\x8\0\0\0\0", {PART("IDAT", "\x78\x9c\x63\x60\x60"), END}, damaged},
	{"preset dictionary",
	 "\x8\0\0\0\0",
	 {PART("IDAT", "\x78\xbb"
		       "abcd"),
	  END},
	 damaged},
	{"bytes behind", "\x8\0\0\0\0", {PART("IDAT", PACKED SUM "a"), END}, surplus},
	{"chunk behind",
	 "\x8\0\0\0\0",
	 {PART("IDAT", PACKED SUM), PART("IDAT", "a"), END},
	 surplus},
	/* the rows */
	{"filter 4", "\x8\0\0\0\0", {PART("rows", "\4\0\1\4\1\0"), END}, NULL},
	{"filter 5", "\x8\0\0\0\0", {PART("rows", "\0\0\1\5\1\0"), END}, damaged},
	{"byte missing", "\x8\0\0\0\0", {PART("rows", "\0\0\1\0\1"), END}, damaged},
	{"row missing", "\x8\0\0\0\0", {PART("rows", "\0\0\1"), END}, damaged},
	{"byte too many", "\x8\0\0\0\0", {PART("rows", "\0\0\1\0\1\0\0"), END}, surplus},
	{"row too many", "\x8\0\0\0\0", {PART("rows", "\0\0\1\0\1\0\0\0\0"), END}, surplus},
};

static void
test_kinds(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
		assert_fault(kinds[i].name, file_of(kinds[i].header, kinds[i].parts), kinds[i].why);
}

/* Rows of size bytes in all, none filtered, where size is right. */
static GByteArray *
zeros(const char *header, gsize size)
{
	g_autofree guint8 *rows = g_malloc0(size);
	GByteArray *file = png_begin(9, 5, header);

	if (header[1] == 3)
		png_append(file, "PLTE", "abcdef", 6);
	png_append_rows(file, rows, size);
	png_end(file);
	return file;
}

/* How many bytes 9 × 5 pixels take, in order and interlaced, of each kind that there is. */
static void
test_sizes(void)
{
	static const struct {
		char depth, colours;
		guint sizes[2];
	} types[] = {
		{1, 0, {15, 24}},    {2, 0, {20, 27}},	 {4, 0, {30, 36}},    {8, 0, {50, 56}},
		{16, 0, {95, 101}},  {8, 2, {140, 146}}, {16, 2, {275, 281}}, {1, 3, {15, 24}},
		{2, 3, {20, 27}},    {4, 3, {30, 36}},	 {8, 3, {50, 56}},    {8, 4, {95, 101}},
		{16, 4, {185, 191}}, {8, 6, {185, 191}}, {16, 6, {365, 371}},
	};

	for (gsize i = 0; i < 2 * G_N_ELEMENTS(types); i++) {
		const char header[] = {types[i / 2].depth, types[i / 2].colours, 0, 0, i % 2};
		guint size = types[i / 2].sizes[i % 2];
		g_autofree char *name =
			g_strdup_printf("colours %d of %d bits", header[1], header[0]);

		assert_fault(name, zeros(header, size), NULL);
		assert_fault(name, zeros(header, size - 1), damaged);
		assert_fault(name, zeros(header, size + 1), surplus);
	}
}

/* A palette may have more colours than a pixel has numbers, but 256 at most. */
static void
test_palette_sizes(void)
{
	g_autofree char *colours = g_malloc0(3 * 257);

	for (gsize n = 256; n <= 257; n++) {
		GByteArray *file = png_begin(2, 2, "\1\3\0\0\0");

		png_append(file, "PLTE", colours, 3 * n);
		png_append_rows(file, "\0\0\0\0", 4);
		png_end(file);
		assert_fault("palette", file, n > 256 ? damaged : NULL);
	}
}

static void
test_cut(void)
{
	g_autoptr(GByteArray) whole = png_black(30, 20);

	for (guint length = 8; length < whole->len; length++) {
		GByteArray *file = g_byte_array_new();

		g_byte_array_append(file, whole->data, length);
		assert_fault("cut", file, damaged);
	}
}

/* Wherever a bit is turned over, something does not fit; lengths and sizes that grow say so too. */
static void
test_flipped(void)
{
	g_autoptr(GByteArray) file = png_black(30, 20);

	for (guint bit = 0; bit < file->len * 8; bit++) {
		file->data[bit / 8] ^= (guint8)(1 << bit % 8);
		g_assert_nonnull(fault_of(file));
		file->data[bit / 8] ^= (guint8)(1 << bit % 8);
	}
}

/*
 * Rows that repeat noise of 301 bytes, while the stream says that it reaches back 256: readers that
 * believe it cannot go on.
 */
static void
test_window(void)
{
	enum { WIDTH = 100, ROWS = 3, ROW = 1 + 3 * WIDTH };
	g_autoptr(GRand) rand = g_rand_new_with_seed(1);
	g_autoptr(GByteArray) packed = NULL;
	guint8 rows[ROWS][ROW] = {0};
	GByteArray *file;

	for (int i = 1; i < ROW; i++)
		rows[0][i] = rows[1][i] = rows[2][i] = (guint8)g_rand_int(rand);
	packed = png_pack(rows, sizeof(rows));
	file = png_begin(WIDTH, ROWS, "\x8\2\0\0\0");
	memcpy(packed->data, "\x08\x1d", 2);
	png_append(file, "IDAT", packed->data, packed->len);
	png_end(file);
	assert_fault("window", file, damaged);
}

/* Where the three chunks of test_bytes begin, with lengths of 13, 6 and 2, and where they end. */
static const guint places[] = {8, 33, 51, 65};

/* The same with checksums that are right. */
static void
append_mended(GByteArray *out, const GByteArray *tried)
{
	g_byte_array_append(out, tried->data, places[0]);
	for (gsize i = 0; i + 1 < G_N_ELEMENTS(places); i++) {
		guint start = out->len;

		g_byte_array_append(out, tried->data + places[i], places[i + 1] - places[i] - 4);
		png_append_sum(out, start + 4);
	}
}

/* Each byte before the pixels has each value, its checksum being right: cairo decodes what passes.
 */
static void
test_bytes(void)
{
	GByteArray *before = png_begin(2, 2, "\x8\3\0\0\0");
	guint passed = 0;

	png_append(before, "PLTE", "abcdef", 6);
	png_append(before, "tRNS", "ab", 2);
	for (guint at = 8; at < before->len; at++) {
		for (guint value = 0; value < 256; value++) {
			g_autoptr(GByteArray) file = g_byte_array_new();
			g_autoptr(GByteArray) tried = g_byte_array_new();

			g_byte_array_append(tried, before->data, before->len);
			tried->data[at] = (guint8)value;
			append_mended(file, tried);
			png_append(file, "IDAT", PACKED SUM, sizeof(PACKED SUM) - 1);
			png_end(file);
			passed += fault_of(file) == NULL;
		}
	}
	/* the colours and alphas are free, and each value is itself once */
	g_assert_cmpuint(passed, >=, 8 * 256);
	g_byte_array_unref(before);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/image/png/kinds", test_kinds);
	g_test_add_func("/image/png/sizes", test_sizes);
	g_test_add_func("/image/png/palette-sizes", test_palette_sizes);
	g_test_add_func("/image/png/cut", test_cut);
	g_test_add_func("/image/png/flipped", test_flipped);
	g_test_add_func("/image/png/window", test_window);
	g_test_add_func("/image/png/bytes", test_bytes);
	return g_test_run();
}
