/* image: see image.h. */
#include "image/image.h"

#include <string.h>

#include "image/image_private.h"

static const struct format {
	const char *signature;
	gsize length;
	const char *extension;
	bool (*read_header)(const guint8 *data, gsize size, struct image_header *header,
			    const char **why);
} formats[] = {
	{"\x89PNG\r\n\x1a\n", 8, "png", png_read_header},
	{"\xff\xd8\xff", 3, "jpg", jpeg_read_header},
};

/* What is left to read of bytes. */
struct stream {
	const guint8 *data;
	gsize left;
};

static const struct format *
format_of(const guint8 *data, gsize size)
{
	for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
		if (size >= formats[i].length &&
		    memcmp(data, formats[i].signature, formats[i].length) == 0)
			return &formats[i];
	}
	return NULL;
}

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

static cairo_surface_t *
decode_png(const struct image *image)
{
	struct stream stream;

	stream.data = g_bytes_get_data(image->bytes, &stream.left);
	return cairo_image_surface_create_from_png_stream(read_stream, &stream);
}

static void
drop_bytes(void *bytes)
{
	g_bytes_unref(bytes);
}

/*
 * cairo takes the bytes as they are into a PDF; the pixels of the surface are never looked at, and
 * pages that are never touched cost no memory.
 */
static cairo_surface_t *
wrap_jpeg(const struct image *image)
{
	cairo_surface_t *surface =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, image->width, image->height);
	gsize size;
	const guint8 *data = g_bytes_get_data(image->bytes, &size);

	if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, data, size, drop_bytes,
					image->bytes) == CAIRO_STATUS_SUCCESS)
		g_bytes_ref(image->bytes);
	return surface;
}

static bool
is_small_enough(const struct image_header *header, const char **why)
{
	guint64 pixels = (guint64)header->width * header->height;

	/* cairo's own limit on a side is 32767 pixels */
	if (pixels > 0 && pixels <= IMAGE_PIXELS_MOST && header->width <= G_MAXINT16 &&
	    header->height <= G_MAXINT16)
		return true;
	*why = pixels > 0 ? "is too large: at most 50 megapixels, and 32767 on a side"
			  : "has no pixels";
	return false;
}

static struct image *
image_new(const struct format *format, const struct image_header *header, const char **why)
{
	g_autoptr(Image) image = g_new0(struct image, 1);

	image->extension = format->extension;
	image->width = (int)header->width;
	image->height = (int)header->height;
	image->components = header->components;
	image->bytes = g_bytes_new(header->kept->data, header->kept->len);
	image->surface = format->read_header == png_read_header ? decode_png(image)
								: wrap_jpeg(image);
	if (cairo_surface_status(image->surface) != CAIRO_STATUS_SUCCESS) {
		*why = "is damaged or cut off";
		return NULL;
	}
	return g_steal_pointer(&image);
}

struct image *
image_open(GBytes *bytes, const char **why)
{
	gsize size;
	const guint8 *data = g_bytes_get_data(bytes, &size);
	const struct format *format = format_of(data, size);
	g_autoptr(GByteArray) kept = g_byte_array_new();
	struct image_header header = {.kept = kept};

	if (!format) {
		*why = "is neither PNG nor JPEG";
		return NULL;
	}
	if (!format->read_header(data, size, &header, why) || !is_small_enough(&header, why))
		return NULL;
	return image_new(format, &header, why);
}

void
image_free(struct image *image)
{
	if (!image)
		return;
	g_clear_pointer(&image->surface, cairo_surface_destroy);
	g_clear_pointer(&image->bytes, g_bytes_unref);
	g_free(image);
}
