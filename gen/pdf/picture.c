/* picture: see picture.h. */
#include "pdf/picture.h"

#include <cairo.h>
#include <string.h>

#include "image/image.h"
#include "image/png.h"
#include "pdf/body.h"

/* The keys of an XObject; the caller frees. */
static char *
keys_of(const struct image *image, int depth, const char *colours, const char *more)
{
	return g_strdup_printf("/Type /XObject /Subtype /Image /Width %d /Height %d "
			       "/BitsPerComponent %d /ColorSpace %s%s",
			       image->width, image->height, depth, colours, more);
}

static const char *
device_colours(int components)
{
	return components == 1 ? "/DeviceGray" : "/DeviceRGB";
}

static guint
add_jpeg(struct body *body, const struct image *image)
{
	g_autofree char *keys =
		keys_of(image, 8, device_colours(image->components), " /Filter /DCTDecode");

	return body_add_packed(body, keys, image->bytes);
}

/* "[/Indexed /DeviceRGB 1 <000000FFFFFF>]" (8.6.6.3); the caller frees. */
static char *
indexed_colours(GBytes *palette)
{
	gsize size;
	const guint8 *data = g_bytes_get_data(palette, &size);
	GString *out = g_string_new(NULL);

	g_string_printf(out, "[/Indexed /DeviceRGB %d <", (int)size / 3 - 1);
	for (gsize i = 0; i < size; i++)
		g_string_append_printf(out, "%02X", data[i]);
	g_string_append(out, ">]");
	return g_string_free(out, FALSE);
}

static char *
predictor(const struct image *image, int depth, int components)
{
	return g_strdup_printf(" /DecodeParms << /Predictor 15 /Colors %d /BitsPerComponent %d "
			       "/Columns %d >>",
			       components, depth, image->width);
}

static guint
add_parts(struct body *body, const struct image *image, const struct png_parts *parts)
{
	g_autofree char *colours = parts->palette ? indexed_colours(parts->palette)
						  : g_strdup(device_colours(parts->components));
	g_autofree char *parameters = predictor(image, parts->depth, parts->components);
	g_autofree char *more = g_strconcat(" /Filter /FlateDecode", parameters, NULL);
	g_autofree char *keys = keys_of(image, parts->depth, colours, more);

	return body_add_packed(body, keys, parts->data);
}

/* ---- decoding ---- */

/* What is left to read of a file. */
struct stream {
	const guint8 *data;
	gsize left;
};

static cairo_status_t
read_stream(void *closure, unsigned char *into, unsigned length)
{
	struct stream *stream = closure;

	if (length > stream->left)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(into, stream->data, length);
	stream->data += length;
	stream->left -= length;
	return CAIRO_STATUS_SUCCESS;
}

/* What cairo made of a file, taken, in ARGB32 (it was RGB24, in later versions floating point). */
static cairo_surface_t *
convert(cairo_surface_t *surface)
{
	cairo_surface_t *converted;
	cairo_t *cr;

	if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS ||
	    cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32)
		return surface;
	converted = cairo_image_surface_create(CAIRO_FORMAT_ARGB32,
					       cairo_image_surface_get_width(surface),
					       cairo_image_surface_get_height(surface));
	cr = cairo_create(converted);
	cairo_set_source_surface(cr, surface, 0, 0);
	cairo_paint(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return converted;
}

/* NULL with error set; the caller destroys. */
static cairo_surface_t *
decode(const struct image *image, GError **error)
{
	struct stream stream;
	cairo_surface_t *surface;
	cairo_status_t status;

	stream.data = g_bytes_get_data(image->bytes, &stream.left);
	surface = convert(cairo_image_surface_create_from_png_stream(read_stream, &stream));
	status = cairo_surface_status(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		return surface;
	cairo_surface_destroy(surface);
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
		    "a picture of %d × %d pixels cannot be decoded: %s", image->width,
		    image->height, cairo_status_to_string(status));
	return NULL;
}

/* ---- decoded pixels ---- */

/* The filters of PNG (ISO/IEC 15948 §9.2) but for Average, which seldom wins. */
enum filter { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_PAETH = 4 };

static guint8
paeth(int left, int above, int corner)
{
	int to_left = ABS(above - corner), to_above = ABS(left - corner);
	int to_corner = ABS(left + above - 2 * corner);

	if (to_left <= to_above && to_left <= to_corner)
		return (guint8)left;
	return (guint8)(to_above <= to_corner ? above : corner);
}

/* A row less what the filter foretells; the sum of what is left, as numbers with a sign. */
static guint64
filter_row(enum filter filter, const guint8 *row, const guint8 *above, gsize size, int components,
	   guint8 *out)
{
	guint64 sum = 0;

	for (gsize i = 0; i < size; i++) {
		bool first = i < (gsize)components;
		guint8 left = first ? 0 : row[i - (gsize)components], foretold = 0;

		if (filter == FILTER_SUB)
			foretold = left;
		else if (filter == FILTER_UP)
			foretold = above[i];
		else if (filter == FILTER_PAETH)
			foretold = paeth(left, above[i], first ? 0 : above[i - (gsize)components]);
		out[i] = (guint8)(row[i] - foretold);
		sum += (guint64)ABS((gint8)out[i]);
	}
	return sum;
}

/* The filter that leaves least, as §12.8 advises, in front of the row. */
static void
append_row(GByteArray *out, const guint8 *row, const guint8 *above, gsize size, int components)
{
	static const enum filter filters[] = {FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_PAETH};
	g_autofree guint8 *tried = g_malloc(size);
	guint64 least = G_MAXUINT64;
	guint at = out->len;

	g_byte_array_set_size(out, at + 1 + (guint)size);
	for (gsize i = 0; i < G_N_ELEMENTS(filters); i++) {
		guint64 sum = filter_row(filters[i], row, above, size, components, tried);

		if (sum >= least)
			continue;
		least = sum;
		out->data[at] = (guint8)filters[i];
		memcpy(out->data + at + 1, tried, size);
	}
}

/* A row of an ARGB32 surface: its alpha alone, or its colours as they are without it. */
static void
read_row(const guint32 *pixels, int width, bool alpha, guint8 *row)
{
	for (int x = 0; x < width; x++) {
		guint a = pixels[x] >> 24;

		if (alpha) {
			*row++ = (guint8)a;
			continue;
		}
		for (int shift = 16; shift >= 0; shift -= 8) {
			guint colour = pixels[x] >> shift & 0xFF;

			*row++ = (guint8)(a ? MIN((colour * 0xFF + a / 2) / a, 0xFF) : 0);
		}
	}
}

static const guint32 *
row_of(cairo_surface_t *surface, int y)
{
	const guint8 *data = cairo_image_surface_get_data(surface);
	gsize at = (gsize)y * (gsize)cairo_image_surface_get_stride(surface);

	return (const guint32 *)(const void *)(data + at);
}

/* All rows, filtered. */
static GBytes *
pixels_of(cairo_surface_t *surface, bool alpha)
{
	int width = cairo_image_surface_get_width(surface), components = alpha ? 1 : 3;
	gsize size = (gsize)width * (gsize)components;
	g_autofree guint8 *row = g_malloc0(size), *above = g_malloc0(size);
	GByteArray *out = g_byte_array_new();

	for (int y = 0; y < cairo_image_surface_get_height(surface); y++) {
		guint8 *last = above;

		read_row(row_of(surface, y), width, alpha, row);
		append_row(out, row, above, size, components);
		above = row;
		row = last;
	}
	return g_byte_array_free_to_bytes(out);
}

static guint
add_pixels(struct body *body, const struct image *image, cairo_surface_t *surface, bool alpha,
	   const char *more)
{
	g_autoptr(GBytes) pixels = pixels_of(surface, alpha);
	g_autofree char *parameters = predictor(image, 8, alpha ? 1 : 3);
	g_autofree char *both = g_strconcat(parameters, more, NULL);
	g_autofree char *keys = keys_of(image, 8, device_colours(alpha ? 1 : 3), both);

	return body_add_stream_well(body, keys, pixels);
}

static bool
is_opaque(cairo_surface_t *surface)
{
	int width = cairo_image_surface_get_width(surface);

	for (int y = 0; y < cairo_image_surface_get_height(surface); y++) {
		const guint32 *row = row_of(surface, y);

		for (int x = 0; x < width; x++) {
			if (row[x] >> 24 != 0xFF)
				return false;
		}
	}
	return true;
}

static guint
add_surface(struct body *body, const struct image *image, cairo_surface_t *surface)
{
	g_autofree char *mask = NULL;

	cairo_surface_flush(surface);
	if (!is_opaque(surface))
		mask = g_strdup_printf(" /SMask %u 0 R",
				       add_pixels(body, image, surface, true, ""));
	return add_pixels(body, image, surface, false, mask ? mask : "");
}

static guint
add_decoded(struct body *body, const struct image *image, GError **error)
{
	cairo_surface_t *surface = decode(image, error);
	guint number;

	if (!surface)
		return 0;
	number = add_surface(body, image, surface);
	cairo_surface_destroy(surface);
	return number;
}

guint
picture_add(struct body *body, const struct image *image, GError **error)
{
	struct png_parts parts;
	guint number;

	if (image->components > 0)
		return add_jpeg(body, image);
	if (!png_take_parts(image->bytes, &parts))
		return add_decoded(body, image, error);
	number = add_parts(body, image, &parts);
	png_parts_clear(&parts);
	return number;
}
