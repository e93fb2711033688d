#include "pdf/hexboxes.h"

#include "font/hexbox.h"
#include "pdf/body.h"
#include "pdf/literal.h"
#include "pdf/tounicode.h"

enum { BOXES_MOST = 255 }; /* of one font: its codes but 0 */

struct hexboxes {
	struct body *body;
	GArray *fonts;	    /* guint: their objects */
	GArray *characters; /* gunichar, in order of first use, so many in each font */
	GHashTable *places; /* character → its place among them, from 1 */
};

struct hexboxes *
hexboxes_new(struct body *body)
{
	struct hexboxes *boxes = g_new0(struct hexboxes, 1);

	boxes->body = body;
	boxes->fonts = g_array_new(FALSE, FALSE, sizeof(guint));
	boxes->characters = g_array_new(FALSE, FALSE, sizeof(gunichar));
	boxes->places = g_hash_table_new(NULL, NULL);
	return boxes;
}

void
hexboxes_free(struct hexboxes *boxes)
{
	if (!boxes)
		return;
	g_array_unref(boxes->fonts);
	g_array_unref(boxes->characters);
	g_hash_table_unref(boxes->places);
	g_free(boxes);
}

guint
hexboxes_find(struct hexboxes *boxes, gunichar ch, guint8 *code)
{
	gpointer key = GUINT_TO_POINTER(ch);
	guint place = GPOINTER_TO_UINT(g_hash_table_lookup(boxes->places, key)), font;

	if (!place) {
		g_array_append_val(boxes->characters, ch);
		place = boxes->characters->len;
		g_hash_table_insert(boxes->places, key, GUINT_TO_POINTER(place));
	}
	font = (place - 1) / BOXES_MOST;
	if (font == boxes->fonts->len) {
		guint object = body_reserve(boxes->body);

		g_array_append_val(boxes->fonts, object);
	}
	*code = (guint8)((place - 1) % BOXES_MOST + 1);
	return font;
}

guint
hexboxes_count(const struct hexboxes *boxes)
{
	return boxes->fonts->len;
}

guint
hexboxes_object(const struct hexboxes *boxes, guint font)
{
	return g_array_index(boxes->fonts, guint, font);
}

/* ---- glyphs ---- */

/* A rectangle of squares, counted from the box's lower left corner. */
static void
append_squares(GString *out, int x, int y, int width, int height)
{
	g_string_append_printf(out, "%d %d %d %d re\n", HEXBOX_BEARING + x * HEXBOX_SQUARE,
			       y * HEXBOX_SQUARE, width * HEXBOX_SQUARE, height * HEXBOX_SQUARE);
}

/* A digit whose lower left square is at x, y. */
static void
append_digit(GString *out, guint digit, int x, int y)
{
	/* five rows from the top, three squares each: an octal digit is a row */
	static const guint16 shapes[16] = {
		075557, 026227, 071747, 071717, 055711, 074717, 074757, 071111,
		075757, 075717, 075755, 065656, 074447, 065556, 074747, 074744,
	};

	for (int row = 0; row < 5; row++) {
		int squares = shapes[digit] >> 3 * row & 7;

		for (int column = 0, end; column < 3; column = end + 1) {
			for (end = column; end < 3 && squares & 4 >> end; end++)
				;
			if (end > column)
				append_squares(out, x + column, y + row, end - column, 1);
		}
	}
}

/*
 * In the fill colour of the text around it.  By the rule of even and odd the frame is what is in
 * one rectangle, the digits what is in three.
 */
static guint
write_box(struct body *body, gunichar ch)
{
	const int columns = hexbox_columns(ch), across = hexbox_across(ch);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GBytes) bytes = NULL;

	g_string_append_printf(out, "%d 0 %d 0 %d %d d1\n", hexbox_advance(ch), HEXBOX_BEARING,
			       HEXBOX_BEARING + across * HEXBOX_SQUARE,
			       HEXBOX_DOWN * HEXBOX_SQUARE);
	append_squares(out, 0, 0, across, HEXBOX_DOWN);
	append_squares(out, 1, 1, across - 2, HEXBOX_DOWN - 2);
	for (int i = 0; i < 2 * columns; i++) {
		int from_end = 2 * columns - 1 - i;

		append_digit(out, ch >> 4 * from_end & 0xF, 2 + 4 * (i % columns),
			     i < columns ? 8 : 2);
	}
	g_string_append(out, "f*\n");
	bytes = g_bytes_new(out->str, out->len);
	return body_add_stream(body, "", bytes);
}

/* ---- fonts ---- */

/*
 * Poppler guesses how large a Type 3 font is: its first glyph would be half as wide.  By the size
 * it tells what stands on one line and what is space between words.  So code 0, which nobody
 * shows, is half an em.
 */
static guint
write_half(struct body *body)
{
	static const char program[] = "500 0 d0\n";
	g_autoptr(GBytes) bytes = g_bytes_new_static(program, sizeof(program) - 1);

	return body_add_stream(body, "", bytes);
}

/* A tagged document wants one of a Type 3 font too (table 112). */
static guint
write_descriptor(struct body *body)
{
	return body_add(body, g_strdup("<</Type/FontDescriptor/FontName/HexBoxes"
				       "/FontFamily(Hex Boxes)/FontStretch/Normal/FontWeight 400"
				       "/Flags 4/ItalicAngle 0>>"));
}

static guint
write_texts(struct body *body, const gunichar *characters, guint n)
{
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GBytes) map = NULL;

	g_ptr_array_add(texts, NULL);
	for (guint i = 0; i < n; i++) {
		char text[7] = {0};
		gsize length = (gsize)g_unichar_to_utf8(characters[i], text);

		g_ptr_array_add(texts, g_strdup(tounicode_can_say(text, length) ? text : "\uFFFD"));
	}
	map = tounicode_write((const char *const *)texts->pdata, texts->len, 1);
	return body_add_stream(body, "", map);
}

static void
write_font(const struct hexboxes *boxes, guint object, const gunichar *characters, guint n)
{
	struct body *body = boxes->body;
	g_autoptr(GString) glyphs = g_string_new(NULL), names = g_string_new(NULL);
	g_autoptr(GString) widths = g_string_new(NULL);
	guint descriptor = write_descriptor(body), texts = write_texts(body, characters, n);

	g_string_append_printf(glyphs, "/half %u 0 R", write_half(body));
	for (guint i = 0; i < n; i++) {
		g_string_append_printf(glyphs, "/u%04X %u 0 R", characters[i],
				       write_box(body, characters[i]));
		g_string_append_printf(names, "/u%04X", characters[i]);
		literal_append_integer(widths, hexbox_advance(characters[i]));
		g_string_append_c(widths, ' ');
	}
	body_put(body, object,
		 g_strdup_printf("<</Type/Font/Subtype/Type3/FontBBox[0 0 %d %d]"
				 "/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<%s>>"
				 "/Encoding<</Type/Encoding/Differences[0/half%s]>>"
				 "/FirstChar 0/LastChar %u/Widths[500 %s]/Resources<<>>"
				 "/FontDescriptor %u 0 R/ToUnicode %u 0 R>>",
				 hexbox_advance(0x10FFFF), HEXBOX_DOWN * HEXBOX_SQUARE, glyphs->str,
				 names->str, n, widths->str, descriptor, texts));
}

void
hexboxes_write(const struct hexboxes *boxes)
{
	const gunichar *characters = (const gunichar *)(const void *)boxes->characters->data;
	guint left = boxes->characters->len;

	for (guint i = 0; i < boxes->fonts->len; i++, left -= MIN(left, BOXES_MOST))
		write_font(boxes, hexboxes_object(boxes, i), characters + i * BOXES_MOST,
			   MIN(left, BOXES_MOST));
}
