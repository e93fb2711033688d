#include "pdf/body.h"

#include <string.h>
#include "pdf/body_private.h"
#include "pdf/flate.h"
#include "pdf/literal.h"

/* Widths of the columns of the cross-reference stream, and of a line. */
enum { WIDTH_TYPE = 1, WIDTH_PLACE = 4, WIDTH_INDEX = 1, WIDTH = 6 };

static struct entry *
entry_at(const struct body *body, guint number)
{
	g_assert(number > 0 && number < body->entries->len);
	return &g_array_index(body->entries, struct entry, number);
}

struct body *
body_new(const char *version)
{
	struct body *body = g_new0(struct body, 1);

	body->out = g_string_sized_new(1 << 16);
	body->entries = g_array_new(FALSE, TRUE, sizeof(struct entry));
	body->names = g_string_new(NULL);
	body->texts = g_string_new(NULL);
	body->flate = flate_new();
	g_array_set_size(body->entries, 1);
	/* the second line has four bytes above 127, so that nobody takes the file for text */
	g_string_append_printf(body->out, "%%PDF-%s\n%%\xC2\xB5\xC2\xB6\n", version);
	return body;
}

void
body_free(struct body *body)
{
	if (!body)
		return;
	if (body->out)
		g_string_free(body->out, TRUE);
	g_string_free(body->names, TRUE);
	g_string_free(body->texts, TRUE);
	g_array_unref(body->entries);
	flate_free(body->flate);
	g_free(body);
}

guint
body_reserve_many(struct body *body, guint n)
{
	guint first = body->entries->len;

	g_array_set_size(body->entries, first + n);
	return first;
}

guint
body_reserve(struct body *body)
{
	return body_reserve_many(body, 1);
}

/* A number has one object. */
static void
set_entry(struct body *body, guint number, struct entry entry)
{
	struct entry *at = entry_at(body, number);

	g_assert(at->type == ENTRY_FREE);
	*at = entry;
}

/* From here on stands the object of a number. */
static void
begin_plain(struct body *body, guint number)
{
	g_assert(body->out->len <= G_MAXUINT32);
	set_entry(body, number, (struct entry){ENTRY_PLAIN, 0, (guint32)body->out->len});
	literal_append_integer(body->out, number);
	g_string_append(body->out, " 0 obj\n");
}

/* How the data of a stream are packed. */
enum packing { PACK_FAST = FLATE_FAST, PACK_WELL = FLATE_WELL, PACKED };

/* PDF/A wants the line ends around the data. */
static void
append_stream(struct body *body, guint number, const char *keys, const void *data, gsize size,
	      enum packing packing)
{
	GString *out = body->out;
	char length[16];
	gsize blank;

	begin_plain(body, number);
	g_string_append_printf(out, "<<%s%s/Length ", keys,
			       packing == PACKED ? "" : "/Filter/FlateDecode");
	/* known when the data are packed: it takes the place of blanks */
	blank = out->len;
	g_string_append(out, "          >>\nstream\n");
	if (packing == PACKED)
		g_string_append_len(out, data, (gssize)size);
	else
		size = flate_append(body->flate, out, data, size, (enum flate_effort)packing);
	g_snprintf(length, sizeof length, "%" G_GSIZE_FORMAT, size);
	memcpy(out->str + blank, length, strlen(length));
	g_string_append(out, "\nendstream\nendobj\n");
}

void
body_end_pack(struct body *body)
{
	char keys[64];

	if (!body->pack)
		return;
	g_snprintf(keys, sizeof keys, "/Type/ObjStm/N %u/First %u", body->packed,
		   (guint)body->names->len);
	g_string_append_len(body->names, body->texts->str, (gssize)body->texts->len);
	append_stream(body, body->pack, keys, body->names->str, body->names->len, PACK_WELL);
	g_string_truncate(body->names, 0);
	g_string_truncate(body->texts, 0);
	body->packed = body->pack = 0;
}

GString *
body_open(struct body *body, guint number)
{
	g_assert(!body->open);
	if (body->packed == OBJECTS_PER_STREAM)
		body_end_pack(body);
	if (!body->pack)
		body->pack = body_reserve(body);
	literal_append_integer(body->names, number);
	g_string_append_c(body->names, ' ');
	literal_append_integer(body->names, (gint64)body->texts->len);
	g_string_append_c(body->names, ' ');
	set_entry(body, number, (struct entry){ENTRY_PACKED, (guint8)body->packed++, body->pack});
	body->open = true;
	return body->texts;
}

void
body_close(struct body *body)
{
	g_assert(body->open);
	g_string_append_c(body->texts, '\n');
	body->open = false;
}

void
body_put(struct body *body, guint number, char *text)
{
	g_string_append(body_open(body, number), text);
	body_close(body);
	g_free(text);
}

guint
body_add(struct body *body, char *text)
{
	guint number = body_reserve(body);

	body_put(body, number, text);
	return number;
}

static guint
add_stream(struct body *body, const char *keys, GBytes *data, enum packing packing)
{
	guint number = body_reserve(body);
	gsize size;
	const void *bytes = g_bytes_get_data(data, &size);

	append_stream(body, number, keys, bytes, size, packing);
	return number;
}

guint
body_add_stream(struct body *body, const char *keys, GBytes *data)
{
	return add_stream(body, keys, data, PACK_FAST);
}

guint
body_add_stream_well(struct body *body, const char *keys, GBytes *data)
{
	return add_stream(body, keys, data, PACK_WELL);
}

guint
body_add_packed(struct body *body, const char *keys, GBytes *data)
{
	return add_stream(body, keys, data, PACKED);
}

static void
put_column(guint8 *line, gsize value, int width)
{
	while (width-- > 0)
		*line++ = (guint8)(value >> 8 * width & 0xff);
}

static void
set_broken(GError **error, guint number, const char *what)
{
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
		    "the PDF is not whole: object %u %s; please report this", number, what);
}

/* A plain object begins where its entry says; one in a pack, at a place in a plain object. */
static bool
stands(const struct body *body, const struct entry *entry, guint number)
{
	char head[32];

	if (entry->type == ENTRY_PACKED)
		return entry->index < OBJECTS_PER_STREAM && entry->place < body->entries->len &&
		       entry_at(body, entry->place)->type == ENTRY_PLAIN;
	g_snprintf(head, sizeof head, "%u 0 obj\n", number);
	return entry->place < body->out->len &&
	       g_str_has_prefix(body->out->str + entry->place, head);
}

/* What a reader would have to repair is never published. */
static bool
is_whole(const struct body *body, GError **error)
{
	for (guint i = 1; i < body->entries->len; i++) {
		const struct entry *entry = entry_at(body, i);

		if (entry->type == ENTRY_FREE) {
			set_broken(error, i, "was never written");
			return false;
		}
		if (!stands(body, entry, i)) {
			set_broken(error, i, "is not where it should be");
			return false;
		}
	}
	return true;
}

/* All entries, each line as its difference from the one before: PNG's predictor Up (7.4.4.4). */
static GByteArray *
cross_references(const struct body *body)
{
	GByteArray *table = g_byte_array_new();
	guint8 above[WIDTH] = {0};

	for (guint i = 0; i < body->entries->len; i++) {
		const struct entry *entry = &g_array_index(body->entries, struct entry, i);
		guint8 line[WIDTH], difference[1 + WIDTH] = {2};

		put_column(line, entry->type, WIDTH_TYPE);
		put_column(line + WIDTH_TYPE, entry->place, WIDTH_PLACE);
		put_column(line + WIDTH_TYPE + WIDTH_PLACE, entry->index, WIDTH_INDEX);
		for (guint j = 0; j < WIDTH; j++)
			difference[1 + j] = (guint8)(line[j] - above[j]);
		memcpy(above, line, WIDTH);
		g_byte_array_append(table, difference, sizeof difference);
	}
	return table;
}

static void
write_cross_references(struct body *body, guint root, guint info)
{
	g_autofree char *id = g_compute_checksum_for_string(G_CHECKSUM_MD5, body->out->str,
							    (gssize)body->out->len);
	g_autoptr(GString) keys = g_string_new(NULL);
	g_autoptr(GByteArray) table = NULL;
	guint number = body_reserve(body);
	gsize place = body->out->len;

	*entry_at(body, number) = (struct entry){ENTRY_PLAIN, 0, (guint32)place};
	table = cross_references(body);
	*entry_at(body, number) = (struct entry){0};
	g_string_printf(keys, "/Type/XRef/Size %u/W[%d %d %d]/Root %u 0 R", number + 1, WIDTH_TYPE,
			WIDTH_PLACE, WIDTH_INDEX, root);
	if (info)
		g_string_append_printf(keys, "/Info %u 0 R", info);
	g_string_append_printf(keys, "/ID[<%s><%s>]/DecodeParms<</Predictor 12/Columns %d>>", id,
			       id, WIDTH);
	append_stream(body, number, keys->str, table->data, table->len, PACK_FAST);
	g_string_append_printf(body->out, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", place);
}

GBytes *
body_finish(struct body *body, guint root, char *catalog, guint info, GError **error)
{
	begin_plain(body, root);
	g_string_append(body->out, catalog);
	g_string_append(body->out, "\nendobj\n");
	g_free(catalog);
	body_end_pack(body);
	if (!is_whole(body, error))
		return NULL;
	write_cross_references(body, root, info);
	return g_string_free_to_bytes(g_steal_pointer(&body->out));
}
