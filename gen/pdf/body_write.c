/*
 * body_write: a body as a file: object streams and a cross-reference stream (ISO 32000-1 7.5.7,
 * 7.5.8).
 */
#include <string.h>

#include "pdf/body.h"
#include "pdf/body_private.h"
#include "pdf/flate.h"

enum { OBJECTS_PER_STREAM = 100 };

/* Widths of the columns of the cross-reference stream, and of a line. */
enum { WIDTH_TYPE = 1, WIDTH_PLACE = 4, WIDTH_INDEX = 2, WIDTH = 7 };

enum entry_type { ENTRY_FREE, ENTRY_PLAIN, ENTRY_PACKED };

struct entry {
	enum entry_type type;
	gsize place;	/* offset in the file, or the number of the object stream */
	guint index;	/* within the object stream */
};

struct writing {
	const struct body *body;
	GString *out;
	GArray *entries;	/* struct entry, by number */
};

static void
set_entry(struct writing *writing, guint number, enum entry_type type, gsize place, guint index)
{
	if (number >= writing->entries->len)
		g_array_set_size(writing->entries, number + 1);
	g_array_index(writing->entries, struct entry, number) = (struct entry){type, place, index};
}

static void
append_object(GString *out, const struct object *object)
{
	gssize length = object->text.end - object->text.start;

	if (!object->more) {
		g_string_append_len(out, object->text.start, length);
		return;
	}
	/* keys are added before the ">>" that every dictionary ends with */
	g_assert(length >= 4 && strncmp(object->text.end - 2, ">>", 2) == 0);
	g_string_append_len(out, object->text.start, length - 2);
	g_string_append_len(out, object->more->str, (gssize)object->more->len);
	g_string_append(out, ">>");
}

/* dictionary: "<< … >>" without /Length; PDF/A wants the line ends around the data. */
static void
append_stream(struct writing *writing, guint number, GString *dictionary, GBytes *data)
{
	gsize size;
	const char *bytes = g_bytes_get_data(data, &size);

	set_entry(writing, number, ENTRY_PLAIN, writing->out->len, 0);
	g_string_truncate(dictionary, dictionary->len - 2);
	g_string_append_printf(writing->out,
			       "%u 0 obj\n%s /Length %" G_GSIZE_FORMAT " >>\nstream\n", number,
			       dictionary->str, size);
	g_string_append_len(writing->out, bytes, (gssize)size);
	g_string_append(writing->out, "\nendstream\nendobj\n");
}

/* The same for data that is not deflated yet. */
static void
append_packed(struct writing *writing, guint number, GString *dictionary, const char *data,
	      gsize size)
{
	g_autoptr(GBytes) packed = flate_compress(data, size);

	g_string_truncate(dictionary, dictionary->len - 2);
	g_string_append(dictionary, " /Filter /FlateDecode >>");
	append_stream(writing, number, dictionary, packed);
}

/* The catalog stands by itself: a reader that looks for no more than the pages unpacks less. */
static void
write_catalog(struct writing *writing)
{
	guint root = body_root(writing->body);

	set_entry(writing, root, ENTRY_PLAIN, writing->out->len, 0);
	g_string_append_printf(writing->out, "%u 0 obj\n", root);
	append_object(writing->out, body_at(writing->body, root));
	g_string_append(writing->out, "\nendobj\n");
}

static void
write_streams(struct writing *writing)
{
	for (guint i = 1; i < body_length(writing->body); i++) {
		const struct object *object = body_at(writing->body, i);
		g_autoptr(GString) dictionary = NULL;
		gsize size;
		const char *data;

		if (!object->data)
			continue;
		dictionary = g_string_new(NULL);
		append_object(dictionary, object);
		data = g_bytes_get_data(object->data, &size);
		if (object->packed)
			append_stream(writing, i, dictionary, object->data);
		else
			append_packed(writing, i, dictionary, data, size);
	}
}

/* One object stream from index; names: "number offset" of each.  Where the next one begins. */
static guint
write_object_stream(struct writing *writing, guint index, guint number)
{
	g_autoptr(GString) names = g_string_new(NULL);
	g_autoptr(GString) texts = g_string_new(NULL);
	g_autoptr(GString) dictionary = g_string_new(NULL);
	guint n = 0;

	for (; index < body_length(writing->body) && n < OBJECTS_PER_STREAM; index++) {
		const struct object *object = body_at(writing->body, index);

		if (!object->text.start || object->data || index == body_root(writing->body))
			continue;
		g_string_append_printf(names, "%u %" G_GSIZE_FORMAT " ", index, texts->len);
		append_object(texts, object);
		g_string_append_c(texts, '\n');
		set_entry(writing, index, ENTRY_PACKED, number, n++);
	}
	if (n == 0)
		return index;
	g_string_printf(dictionary, "<< /Type /ObjStm /N %u /First %" G_GSIZE_FORMAT " >>", n,
			names->len);
	g_string_append_len(names, texts->str, (gssize)texts->len);
	append_packed(writing, number, dictionary, names->str, names->len);
	return index;
}

static void
append_column(GByteArray *line, gsize value, int width)
{
	while (width-- > 0) {
		guint8 byte = (guint8)(value >> 8 * width & 0xff);

		g_byte_array_append(line, &byte, 1);
	}
}

/* All entries, each line as its difference from the one before: PNG's predictor Up (7.4.4.4). */
static GByteArray *
cross_references(const struct writing *writing)
{
	GByteArray *table = g_byte_array_new();
	guint8 above[WIDTH] = {0};

	for (guint i = 0; i < writing->entries->len; i++) {
		const struct entry *entry = &g_array_index(writing->entries, struct entry, i);
		guint first = table->len + 1;
		const guint8 up = 2;

		g_byte_array_append(table, &up, 1);
		append_column(table, entry->type, WIDTH_TYPE);
		append_column(table, entry->place, WIDTH_PLACE);
		append_column(table, entry->index, WIDTH_INDEX);
		for (guint j = 0; j < WIDTH; j++) {
			guint8 byte = table->data[first + j];

			table->data[first + j] = (guint8)(byte - above[j]);
			above[j] = byte;
		}
	}
	return table;
}

static void
write_cross_references(struct writing *writing, guint number)
{
	g_autofree char *id =
		g_compute_checksum_for_string(G_CHECKSUM_MD5, writing->out->str,
					      (gssize)writing->out->len);
	g_autoptr(GString) dictionary = g_string_new(NULL);
	g_autoptr(GByteArray) table = NULL;
	gsize place = writing->out->len;

	set_entry(writing, number, ENTRY_PLAIN, place, 0);
	table = cross_references(writing);
	g_string_printf(dictionary, "<< /Type /XRef /Size %u /W [%d %d %d] /Root %u 0 R",
			number + 1, WIDTH_TYPE, WIDTH_PLACE, WIDTH_INDEX, body_root(writing->body));
	if (body_info(writing->body))
		g_string_append_printf(dictionary, " /Info %u 0 R", body_info(writing->body));
	g_string_append_printf(dictionary, " /ID [<%s> <%s>] /DecodeParms << /Predictor 12 "
					   "/Columns %d >> >>", id, id, WIDTH);
	append_packed(writing, number, dictionary, (const char *)table->data, table->len);
	g_string_append_printf(writing->out, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", place);
}

GBytes *
body_write(const struct body *body, const char *version)
{
	g_autoptr(GArray) entries = g_array_new(FALSE, TRUE, sizeof(struct entry));
	struct writing writing = {body, g_string_new(NULL), entries};
	guint number = body_length(body), index = 1;

	g_array_set_size(entries, number);
	/* the second line has four bytes above 127, so that nobody takes the file for text */
	g_string_append_printf(writing.out, "%%PDF-%s\n%%\xC2\xB5\xC2\xB6\n", version);
	write_catalog(&writing);
	write_streams(&writing);
	while (index < body_length(body))
		index = write_object_stream(&writing, index, number++);
	write_cross_references(&writing, number);
	return g_string_free_to_bytes(writing.out);
}
