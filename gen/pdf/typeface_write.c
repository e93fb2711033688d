/* typeface_write: what a reader needs to draw a typeface and to copy its text. */
#include <hb-ot.h>
#include <stdlib.h>

#include "pdf/body.h"
#include "pdf/literal.h"
#include "pdf/tounicode.h"
#include "pdf/typeface_private.h"
#include "pdf/typeface_program.h"

/* What the dictionaries are written from. */
struct writing {
	const struct typeface *typeface;
	struct body *body;
	char *name; /* with the tag of the subset */
	struct typeface_program program;
};

static const struct code *
code_at(const struct typeface *typeface, guint i)
{
	return &g_array_index(typeface->codes, struct code, i);
}

/* "ABCDEF+NotoSerif-Regular": six letters from the digest of the program (9.6.4). */
static char *
subset_name(const struct typeface *typeface, GBytes *program)
{
	g_autofree char *digest = g_compute_checksum_for_bytes(G_CHECKSUM_MD5, program);
	GString *name = g_string_new(NULL);
	char full[128];
	unsigned size = sizeof(full);
	guint64 number;

	digest[12] = '\0';
	number = g_ascii_strtoull(digest, NULL, 16);
	for (int i = 0; i < 6; i++, number /= 26)
		g_string_append_c(name, (char)('A' + number % 26));
	g_string_append_c(name, '+');
	hb_ot_name_get_utf8(hb_font_get_face(typeface->font), HB_OT_NAME_ID_POSTSCRIPT_NAME,
			    HB_LANGUAGE_INVALID, &size, full);
	for (const char *p = full; size > 0 && *p; p++) {
		if (g_ascii_isalnum(*p) || *p == '-')
			g_string_append_c(name, *p);
	}
	return g_string_free(name, FALSE);
}

/* The number of two bytes, with a sign, at an offset of a table; 0 where there is none. */
static int
table_number(const struct typeface *typeface, hb_tag_t tag, unsigned offset)
{
	hb_blob_t *blob = hb_face_reference_table(hb_font_get_face(typeface->font), tag);
	unsigned size;
	const guint8 *data = (const guint8 *)hb_blob_get_data(blob, &size);
	int number = size >= offset + 2 ? (gint16)(data[offset] << 8 | data[offset + 1]) : 0;

	hb_blob_destroy(blob);
	return number;
}

/* Flags of the descriptor (table 123). */
enum { FLAG_FIXED_PITCH = 1, FLAG_SERIF = 2, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

static int
descriptor_flags(const struct typeface *typeface)
{
	const hb_tag_t os2 = HB_TAG('O', 'S', '/', '2'), post = HB_TAG('p', 'o', 's', 't');
	int family = table_number(typeface, os2, 30) >> 8; /* sFamilyClass: 1 to 5, 7 have serifs */
	int flags = FLAG_SYMBOLIC;

	if (table_number(typeface, post, 12) || table_number(typeface, post, 14))
		flags |= FLAG_FIXED_PITCH;
	if ((family >= 1 && family <= 5) || family == 7)
		flags |= FLAG_SERIF;
	if (hb_style_get_value(typeface->font, HB_STYLE_TAG_ITALIC) > 0)
		flags |= FLAG_ITALIC;
	return flags;
}

/* No font file says how thick stems are: an estimate from the weight, as others make it. */
static int
stem_width(const struct typeface *typeface)
{
	return (int)(10 +
		     220 * (hb_style_get_value(typeface->font, HB_STYLE_TAG_WEIGHT) - 50) / 900);
}

static guint
write_file(struct body *body, const struct typeface_program *program, const char *keys)
{
	g_autofree char *filtered = g_strconcat(keys, " /Filter /FlateDecode", NULL);

	return program->packed ? body_add_packed(body, filtered, program->bytes)
			       : body_add_stream(body, keys, program->bytes);
}

static guint
write_descriptor(const struct writing *writing)
{
	const struct typeface *typeface = writing->typeface;
	const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
	const struct typeface_program *program = &writing->program;
	g_autofree char *keys =
		program->postscript ? g_strdup("/Subtype /CIDFontType0C")
				    : g_strdup_printf("/Length1 %" G_GSIZE_FORMAT, program->size);
	guint file = write_file(writing->body, program, keys);
	hb_position_t ascent = 0, descent = 0, capitals = 0;
	int box[4];

	hb_ot_metrics_get_position(typeface->font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, &ascent);
	hb_ot_metrics_get_position(typeface->font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER,
				   &descent);
	hb_ot_metrics_get_position_with_fallback(typeface->font, HB_OT_METRICS_TAG_CAP_HEIGHT,
						 &capitals);
	for (unsigned i = 0; i < 4; i++)
		box[i] = typeface_thousandths(typeface, table_number(typeface, head, 36 + 2 * i));
	return body_add(
		writing->body,
		g_strdup_printf("<< /Type /FontDescriptor /FontName /%s /Flags %d "
				"/FontBBox [%d %d %d %d] /ItalicAngle %d /Ascent %d "
				"/Descent %d /CapHeight %d /StemV %d /%s %u 0 R >>",
				writing->name, descriptor_flags(typeface), box[0], box[1], box[2],
				box[3],
				(int)hb_style_get_value(typeface->font, HB_STYLE_TAG_SLANT_ANGLE),
				typeface_thousandths(typeface, ascent),
				typeface_thousandths(typeface, descent),
				typeface_thousandths(typeface, capitals), stem_width(typeface),
				program->postscript ? "FontFile3" : "FontFile2", file));
}

static int
width_of(const struct typeface *typeface, guint code)
{
	return typeface->slots[code_at(typeface, code)->glyph].advance;
}

static int
compare_widths(gconstpointer a, gconstpointer b)
{
	return *(const int *)a - *(const int *)b;
}

/* The width that most codes have; the least of several. */
static int
common_width(const struct typeface *typeface)
{
	guint n = typeface->codes->len - 1, most = 0, run = 0;
	g_autofree int *widths = g_new(int, n + 1); /* never NULL */
	int common = 0;

	for (guint i = 0; i < n; i++)
		widths[i] = width_of(typeface, i + 1);
	qsort(widths, n, sizeof(widths[0]), compare_widths);
	for (guint i = 0; i < n; i++) {
		run = i > 0 && widths[i] == widths[i - 1] ? run + 1 : 1;
		if (run <= most)
			continue;
		most = run;
		common = widths[i];
	}
	return common;
}

/* "/DW 1000 /W [3 [512 498]]" (9.7.4.3); a list goes on over one or two codes of common width. */
static void
append_widths(GString *out, const struct typeface *typeface)
{
	enum { GAP_MOST = 2 };
	int common = common_width(typeface);
	guint last = 0; /* code in the open list; 0: none is open */

	g_string_append_printf(out, "/DW %d /W [", common);
	for (guint code = 1; code < typeface->codes->len; code++) {
		int width = width_of(typeface, code);

		if (width == common)
			continue;
		if (last && code - last > GAP_MOST + 1) {
			g_string_append(out, "] ");
			last = 0;
		}
		if (!last) {
			literal_append_integer(out, code);
			literal_append_word(out, " [");
		}
		for (; last && last + 1 < code; last++) {
			g_string_append_c(out, ' ');
			literal_append_integer(out, common);
		}
		if (last)
			g_string_append_c(out, ' ');
		literal_append_integer(out, width);
		last = code;
	}
	g_string_append(out, last ? "]]" : "]");
}

static guint
write_cid_font(const struct writing *writing)
{
	GString *out = g_string_new(NULL);
	guint descriptor = write_descriptor(writing);

	g_string_append_printf(out,
			       "<< /Type /Font /Subtype /CIDFontType%d /BaseFont /%s "
			       "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
			       "/Supplement 0 >> /FontDescriptor %u 0 R ",
			       writing->program.postscript ? 0 : 2, writing->name, descriptor);
	append_widths(out, writing->typeface);
	if (!writing->program.postscript)
		g_string_append_printf(out, " /CIDToGIDMap %u 0 R",
				       body_add_stream(writing->body, "", writing->program.map));
	g_string_append(out, " >>");
	return body_add(writing->body, g_string_free(out, FALSE));
}

/*
 * A glyph that was only ever shown inside an /ActualText has no text; a font has to say one
 * nevertheless (PDF/UA-1 7.21.7), and U+FFFD is what is said of the unknown.
 */
static guint
write_texts(const struct writing *writing)
{
	const struct typeface *typeface = writing->typeface;
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GBytes) map = NULL;

	for (guint i = 0; i < typeface->codes->len; i++) {
		text_key key = code_at(typeface, i)->text;

		g_ptr_array_add(texts, key ? typeface_text(typeface, key) : g_strdup("\uFFFD"));
	}
	map = tounicode_write((const char *const *)texts->pdata, texts->len, 2);
	return body_add_stream(writing->body, "", map);
}

bool
typeface_write(const struct typeface *typeface, struct body *body, const char *cache,
	       GError **error)
{
	struct writing writing = {.typeface = typeface, .body = body};
	guint font, texts;

	if (!typeface_program_make(typeface, cache, &writing.program, error))
		return false;
	writing.name = subset_name(typeface, writing.program.bytes);
	font = write_cid_font(&writing);
	texts = write_texts(&writing);
	body_put(body, typeface->object,
		 g_strdup_printf("<< /Type /Font /Subtype /Type0 /BaseFont /%s "
				 "/Encoding /Identity-H /DescendantFonts [%u 0 R] "
				 "/ToUnicode %u 0 R >>",
				 writing.name, font, texts));
	g_free(writing.name);
	typeface_program_clear(&writing.program);
	return true;
}
