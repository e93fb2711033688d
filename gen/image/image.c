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
	const char *(*fault)(const guint8 *data, gsize size);	/* NULL: the header was all */
} formats[] = {
	{"\x89PNG\r\n\x1a\n", 8, "png", png_read_header, png_fault},
	{"\xff\xd8\xff", 3, "jpg", jpeg_read_header, NULL},
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

static bool
is_small_enough(const struct image_header *header, const char **why)
{
	guint64 pixels = (guint64)header->width * header->height;

	/* cairo, which pdf decodes with, takes 32767 pixels on a side */
	if (pixels > 0 && pixels <= IMAGE_PIXELS_MOST && header->width <= G_MAXINT16 &&
	    header->height <= G_MAXINT16)
		return true;
	*why = pixels > 0 ? "is too large: at most 50 megapixels, and 32767 on a side"
			  : "has no pixels";
	return false;
}

static struct image *
image_new(const struct format *format, const struct image_header *header)
{
	struct image *image = g_new0(struct image, 1);

	image->extension = format->extension;
	image->width = (int)header->width;
	image->height = (int)header->height;
	image->components = header->components;
	image->bytes = g_bytes_new(header->kept->data, header->kept->len);
	return image;
}

struct image *
image_open(GBytes *bytes, const char **why)
{
	gsize size;
	const guint8 *data = g_bytes_get_data(bytes, &size);
	const struct format *format = format_of(data, size);
	g_autoptr(GByteArray) kept = g_byte_array_new();
	struct image_header header = {.kept = kept};
	const char *fault;

	if (!format) {
		*why = "is neither PNG nor JPEG";
		return NULL;
	}
	if (!format->read_header(data, size, &header, why) || !is_small_enough(&header, why))
		return NULL;
	fault = format->fault ? format->fault(kept->data, kept->len) : NULL;
	if (fault) {
		*why = fault;
		return NULL;
	}
	return image_new(format, &header);
}

void
image_free(struct image *image)
{
	if (!image)
		return;
	g_clear_pointer(&image->bytes, g_bytes_unref);
	g_free(image);
}
