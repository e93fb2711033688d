/* body_read: the objects that cairo's cross-reference table names (ISO 32000-1 7.5.4). */
#include <string.h>

#include "pdf/body.h"
#include "pdf/body_private.h"

#define XREF_LINE 20	/* "0000000015 00000 n \n" */

struct reading {
	struct body *body;
	const char *start, *end;
	GArray *streams;	/* struct stream */
};

struct stream {
	guint number;
	const char *data;
};

static bool
find_trailer(const struct reading *reading, gsize *xref, struct token *trailer)
{
	static const char mark[] = "startxref";
	/* "startxref 172733 %%EOF" */
	const char *tail = reading->end - MIN(reading->end - reading->start, 40);
	const char *at = g_strstr_len(tail, reading->end - tail, mark), *table;
	struct token number, word;

	if (!at)
		return false;
	at += strlen(mark);
	if (!token_next(&at, reading->end, &number))
		return false;
	*xref = token_number(&number);
	if (*xref >= (gsize)(reading->end - reading->start))
		return false;
	table = reading->start + *xref;
	at = g_strstr_len(table, reading->end - table, "trailer");
	return at && token_next(&at, reading->end, &word) &&
	       token_next_object(&at, reading->end, trailer);
}

/* Where the table puts each object: one section that starts at 0.  False where it is not so. */
static bool
read_table(const struct reading *reading, gsize xref)
{
	const char *at = reading->start + xref;
	struct token word, first, count;
	guint n;

	if (!token_next(&at, reading->end, &word) || !token_is(&word, "xref") ||
	    !token_next(&at, reading->end, &first) || !token_is(&first, "0") ||
	    !token_next(&at, reading->end, &count))
		return false;
	n = token_number(&count);
	while (at < reading->end && g_ascii_isspace(*at))
		at++;
	if (n == 0 || (gsize)(reading->end - at) / XREF_LINE < n)
		return false;
	g_array_set_size(reading->body->objects, n);
	for (guint i = 1; i < n; i++) {
		const char *line = at + (gsize)i * XREF_LINE;
		guint64 offset = g_ascii_strtoull(line, NULL, 10);

		if (line[17] == 'n' && offset < xref)
			body_at(reading->body, i)->text.start = reading->start + offset;
	}
	return true;
}

/* Reads "12 0 obj … endobj"; where it is a stream, its data begin at *data, else that is NULL. */
static bool
read_object(const struct reading *reading, guint number, const char **data)
{
	struct object *object = body_at(reading->body, number);
	const char *at = object->text.start;
	struct token name, generation, word;

	*data = NULL;
	if (!token_next(&at, reading->end, &name) || token_number(&name) != number ||
	    !token_next(&at, reading->end, &generation) || !token_is(&generation, "0") ||
	    !token_next(&at, reading->end, &word) || !token_is(&word, "obj") ||
	    !token_next_object(&at, reading->end, &object->text) ||
	    !token_next(&at, reading->end, &word))
		return false;
	if (!token_is(&word, "stream"))
		return token_is(&word, "endobj");
	at += at < reading->end && *at == '\r';
	at += at < reading->end && *at == '\n';
	*data = at;
	return true;
}

/* The data of a stream; its /Length, a number or a reference to one, goes. */
static bool
read_data(const struct reading *reading, const struct stream *stream)
{
	struct body *body = reading->body;
	struct object *object = body_at(body, stream->number);
	guint reference = body_reference(body, stream->number, "/Length");
	struct token value = {0};
	gsize length;

	if (reference)
		value = body_object(body, reference);
	else if (!token_find_key(&object->text, "/Length", &value))
		return false;
	length = token_number(&value);
	if (length > (gsize)(reading->end - stream->data))
		return false;
	object->data = g_bytes_new_from_bytes(
		body->source, (gsize)(stream->data - reading->start), length);
	object->packed = token_find_key(&object->text, "/Filter", &value);
	body_remove_key(body, stream->number, "/Length");
	/* cairo gives every stream a length of its own */
	if (reference)
		body_drop(body, reference);
	return true;
}

static bool
read_objects(struct reading *reading, const struct token *trailer)
{
	struct body *body = reading->body;
	struct token root, info;

	for (guint i = 1; i < body_length(body); i++) {
		struct stream stream = {i, NULL};

		if (!body_at(body, i)->text.start)
			continue;
		if (!read_object(reading, i, &stream.data))
			return false;
		if (stream.data)
			g_array_append_val(reading->streams, stream);
	}
	for (guint i = 0; i < reading->streams->len; i++) {
		if (!read_data(reading, &g_array_index(reading->streams, struct stream, i)))
			return false;
	}
	if (token_find_key(trailer, "/Root", &root))
		body->root = token_reference(&root);
	if (token_find_key(trailer, "/Info", &info))
		body->info = token_reference(&info);
	return body->root && body->root < body_length(body) && body->info < body_length(body);
}

struct body *
body_read(GBytes *pdf, GError **error)
{
	g_autoptr(Body) body = body_new(pdf);
	g_autoptr(GArray) streams = g_array_new(FALSE, FALSE, sizeof(struct stream));
	gsize size, xref;
	const char *start = g_bytes_get_data(pdf, &size);
	struct reading reading = {body, start, start + size, streams};
	struct token trailer;

	if (size == 0 || !find_trailer(&reading, &xref, &trailer) || !read_table(&reading, xref) ||
	    !read_objects(&reading, &trailer)) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "the PDF is not written as cairo writes it");
		return NULL;
	}
	return g_steal_pointer(&body);
}
