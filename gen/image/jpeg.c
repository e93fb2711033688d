/* jpeg: segments of a JPEG file (ITU-T T.81 annex B). */
#include <string.h>

#include "image/image_private.h"

enum marker {
	TEM = 0x01, SOF0 = 0xC0, SOF1, SOF2, DHT = 0xC4, JPG = 0xC8, DAC = 0xCC, SOF15 = 0xCF,
	RST0 = 0xD0, RST7 = 0xD7, EOI = 0xD9, SOS = 0xDA, APP0 = 0xE0, APP1, APP2, APP14 = 0xEE,
	APP15, COM = 0xFE
};

/* Where the reading of the segments stands. */
struct reader {
	const guint8 *data;
	gsize size, at;
	struct image_header *header;
	const char *why;	/* what is wrong; NULL so far */
};

static gsize
read_16(const guint8 *p)
{
	return (gsize)p[0] << 8 | p[1];
}

static bool
is_frame(int marker)
{
	return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG &&
	       marker != DAC;
}

static bool
begins(const guint8 *content, gsize length, const char *word, gsize word_length)
{
	return length >= word_length && memcmp(content, word, word_length) == 0;
}

/* T.81 B.2.2: precision, height, width, number of components. */
static void
read_frame(struct reader *reader, int marker, const guint8 *content, gsize length)
{
	if (marker > SOF2)
		reader->why = "is coded in a way that readers do not know";
	else if (length < 6)
		reader->why = IMAGE_DAMAGED;
	else if (content[0] != 8)
		reader->why = "has more than 8 bits a colour";
	else if (content[5] != 1 && content[5] != 3)
		reader->why = "is neither RGB nor greyscale";
	else if (reader->header->width > 0)
		reader->why = "has more than one frame";
	if (reader->why)
		return;
	reader->header->height = (guint32)read_16(content + 1);
	reader->header->width = (guint32)read_16(content + 3);
	reader->header->components = content[5];
}

/* Remarks are what neither the picture nor its colours need. */
static bool
is_remark(int marker, const guint8 *content, gsize length)
{
	if (marker == APP2)
		return !begins(content, length, "ICC_PROFILE", sizeof("ICC_PROFILE"));
	return marker == COM || (marker >= APP1 && marker <= APP15 && marker != APP14);
}

static void
read_segment(struct reader *reader, int marker, const guint8 *content, gsize length)
{
	static const char exif[] = "Exif\0";

	if (is_frame(marker))
		read_frame(reader, marker, content, length);
	else if (marker == SOS && reader->header->width == 0)
		reader->why = IMAGE_DAMAGED;
	else if (marker == APP1 && begins(content, length, exif, sizeof(exif)) &&
		 exif_orientation(content + sizeof(exif), length - sizeof(exif)) != 1)
		reader->why = "is stored turned: open it, turn it upright and save it";
	if (!is_remark(marker, content, length))
		g_byte_array_append(reader->header->kept, content - 4, (guint)length + 4);
}

/* The coded picture after SOS: up to a marker that is neither a stuffed byte nor a restart. */
static void
copy_scan(struct reader *reader)
{
	const guint8 *data = reader->data;
	gsize start = reader->at, at = start;

	while (at + 1 < reader->size &&
	       !(data[at] == 0xFF && data[at + 1] != 0 && data[at + 1] != 0xFF &&
		 (data[at + 1] < RST0 || data[at + 1] > RST7)))
		at++;
	g_byte_array_append(reader->header->kept, data + start, (guint)(at - start));
	reader->at = at;
}

/* The marker at hand, behind any fill bytes; -1 where there is none. */
static int
next_marker(struct reader *reader)
{
	gsize at = reader->at;

	if (at >= reader->size || reader->data[at] != 0xFF)
		return -1;
	while (at < reader->size && reader->data[at] == 0xFF)
		at++;
	if (at >= reader->size)
		return -1;
	reader->at = at + 1;
	return reader->data[at];
}

/* One marker with its segment; false at the end or where something is wrong. */
static bool
step(struct reader *reader)
{
	const guint8 end[] = {0xFF, EOI};
	int marker = next_marker(reader);
	const guint8 *content;
	gsize length;

	if (marker == EOI && reader->header->width > 0) {
		g_byte_array_append(reader->header->kept, end, sizeof(end));
		return false;
	}
	reader->why = IMAGE_DAMAGED;
	if (marker <= TEM || marker == EOI || (marker >= RST0 && marker <= RST7) ||
	    reader->size - reader->at < 2)
		return false;
	length = read_16(reader->data + reader->at);
	if (length < 2 || length > reader->size - reader->at)
		return false;
	reader->why = NULL;
	content = reader->data + reader->at + 2;
	reader->at += length;
	read_segment(reader, marker, content, length - 2);
	if (marker == SOS && !reader->why)
		copy_scan(reader);
	return !reader->why;
}

bool
jpeg_read_header(const guint8 *data, gsize size, struct image_header *header, const char **why)
{
	struct reader reader = {.data = data, .size = size, .at = 2, .header = header};

	g_byte_array_append(header->kept, data, 2);
	while (step(&reader))
		;
	if (reader.why)
		*why = reader.why;
	return !reader.why;
}
