/* paragraph_shape: itemise and shape the text once, and sum the advances. */
#include "layout/paragraph_private.h"

#include <string.h>
#include "base/diag.h"
#include "font/shaper.h"
#include "layout/breaks.h"
#include "layout/plain.h"

static void
add_attribute(PangoAttrList *list, PangoAttribute *attribute, const struct piece *piece)
{
	attribute->start_index = (guint)piece->start;
	attribute->end_index = (guint)piece->end;
	pango_attr_list_insert(list, attribute);
}

/*
 * Every piece has attributes of its own, even where they repeat the last one's: so no item spans
 * two pieces.
 */
static PangoAttrList *
make_attributes(const struct paragraph *paragraph, const GArray *pieces)
{
	PangoAttrList *list = pango_attr_list_new();

	for (guint i = 0; i < pieces->len; i++) {
		const struct piece *piece = &g_array_index(pieces, struct piece, i);
		const struct span_style *style = &paragraph->spans[piece->span].style;
		struct face face = typesetter_face(paragraph->typesetter, style);

		add_attribute(list, pango_attr_font_desc_new(face.description), piece);
		add_attribute(list, pango_attr_language_new(face.language), piece);
	}
	return list;
}

/* Is the family one of the list, "Noto Serif, Inter"? */
static bool
is_listed(const char *families, const char *family)
{
	gsize length = strlen(family);

	for (const char *at = families; (at = strstr(at, family)) != NULL; at += length) {
		bool begins = at == families || at[-1] == ' ' || at[-1] == ',';

		if (begins && (at[length] == '\0' || at[length] == ','))
			return true;
	}
	return false;
}

/* The characters of one run that no font has, each once. */
struct missing {
	gunichar chars[8];
	guint n;
	bool more; /* than fit */
};

static void
note_missing(struct missing *missing, gunichar ch)
{
	for (guint i = 0; i < missing->n; i++)
		if (missing->chars[i] == ch)
			return;
	if (missing->n < G_N_ELEMENTS(missing->chars))
		missing->chars[missing->n++] = ch;
	else
		missing->more = true;
}

static void
report_missing(const struct missing *missing, const struct span *span, const char *families,
	       struct diag_list *diags)
{
	g_autoptr(GString) text = g_string_new(NULL);

	/* The bulletin's own check names the very character; this one only the block. */
	if (span->at.file && diag_list_has(diags, DIAG_GLYPH_MISSING, span->at.file))
		return;
	for (guint i = 0; i < missing->n; i++) {
		g_string_append(text, i > 0 ? ", " : "");
		if (g_unichar_isgraph(missing->chars[i]) && !g_unichar_ismark(missing->chars[i])) {
			g_string_append_unichar(text, missing->chars[i]);
			g_string_append_c(text, ' ');
		}
		g_string_append_printf(text, "U+%04X", missing->chars[i]);
	}
	if (missing->more)
		g_string_append(text, ", …");
	diag_add(diags, DIAG_GLYPH_MISSING, span->at, "no %s font for language %s has %s (%s)",
		 span->style.role ? span->style.role : "serif",
		 span->style.lang ? span->style.lang : "und", text->str, families);
}

/*
 * Pango falls back on any font there is; only the families listed for the role and language are
 * meant.
 */
static void
check_glyphs(const struct paragraph *paragraph, const struct run *run, struct diag_list *diags)
{
	const struct span *span = &paragraph->spans[run->span];
	const char *families = typesetter_face(paragraph->typesetter, &span->style).families;
	bool foreign = !is_listed(families, run->facts->family);
	struct missing missing = {.n = 0};

	for (int i = 0; i < run->glyphs->num_glyphs; i++) {
		PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
		const char *at =
			paragraph->text->str + run->item->offset + run->glyphs->log_clusters[i];

		if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) ||
		    (foreign && glyph != PANGO_GLYPH_EMPTY && *at != ' '))
			note_missing(&missing, g_utf8_get_char(at));
	}
	if (missing.n > 0)
		report_missing(&missing, span, families, diags);
}

/* Add the advances of a run to the bytes where their clusters begin. */
static void
measure_run(struct paragraph *paragraph, const struct run *run, guint index,
	    struct measured *measured)
{
	gsize start = (gsize)run->item->offset;

	if (!run->glyphs) {
		measured->flags[start] |= BYTE_CLUSTER;
		paragraph->x[start] = pango_units_from_double(paragraph->spans[run->span].width);
		return;
	}
	for (int i = 0; i < run->glyphs->num_glyphs; i++) {
		gsize at = start + (gsize)run->glyphs->log_clusters[i];

		paragraph->x[at] += run->glyphs->glyphs[i].geometry.width;
		measured->flags[at] |= BYTE_CLUSTER;
		measured->run[at] = index;
		measured->glyph[at] = (guint)i;
	}
}

/* ---- marks of CJK ---- */

bool
cjk_is_closing(gunichar ch)
{
	return ch == 0x3001 || ch == 0x3002 || ch == 0xFF0C || ch == 0xFF0E || ch == 0x300D ||
	       ch == 0x300F || ch == 0x3009 || ch == 0x300B || ch == 0xFF09 || ch == 0x3011;
}

bool
cjk_is_opening(gunichar ch)
{
	return ch == 0x300C || ch == 0x300E || ch == 0x3008 || ch == 0x300A || ch == 0xFF08 ||
	       ch == 0x3010;
}

/* Traditional Chinese has its stops in the middle; Korean has hardly any of these marks. */
static bool
halves_marks(const char *lang)
{
	return lang && (g_str_has_prefix(lang, "ja") || g_str_has_prefix(lang, "zh")) &&
	       !g_str_has_prefix(lang, "zh-Hant") && !g_str_has_prefix(lang, "zh-TW");
}

/*
 * Of two marks in a row the first gives up its half where nothing but empty halves meet: a stop or
 * closing mark before any other, an opening one before an opening one (JLReq 3.1.4, CLReq 3.1.6).
 */
static void
halve_marks(const char *text, const PangoItem *item, PangoGlyphString *glyphs, double size)
{
	const char *start = text + item->offset;
	int full = pango_units_from_double(size * 0.9);

	if (item->analysis.level % 2 != 0)
		return;
	for (int i = 0; i + 1 < glyphs->num_glyphs; i++) {
		gunichar ch = g_utf8_get_char(start + glyphs->log_clusters[i]);
		gunichar next = g_utf8_get_char(start + glyphs->log_clusters[i + 1]);
		PangoGlyphGeometry *geometry = &glyphs->glyphs[i].geometry;

		if (geometry->width >= full &&
		    ((cjk_is_closing(ch) && (cjk_is_closing(next) || cjk_is_opening(next))) ||
		     (cjk_is_opening(ch) && cjk_is_opening(next))))
			geometry->width -= pango_units_from_double(size / 2);
	}
}

/* attrs: of the item's characters. */
static struct run
shape_item(struct paragraph *paragraph, PangoItem *item, guint span_index, PangoLogAttr *attrs)
{
	const struct span *span = &paragraph->spans[span_index];
	const char *text = paragraph->text->str;
	struct run run = {.item = item, .span = span_index};

	if (span->kind != SPAN_TEXT)
		return run;
	run.facts = typesetter_font(paragraph->typesetter, &item->analysis);
	run.glyphs = shaper_shape(typesetter_shaper(paragraph->typesetter), text,
				  paragraph->text->len, item, span->style.features);
	if (halves_marks(span->style.lang))
		halve_marks(text, item, run.glyphs, span->style.size);
	if (span->style.letter_spacing != 0) {
		PangoGlyphItem glyph_item = {.item = item, .glyphs = run.glyphs};
		int spacing = pango_units_from_double(span->style.letter_spacing);

		pango_glyph_item_letter_space(&glyph_item, text, attrs, spacing);
	}
	return run;
}

static void
add_run(struct paragraph *paragraph, struct measured *measured, const struct run *run,
	struct diag_list *diags)
{
	if (run->glyphs)
		check_glyphs(paragraph, run, diags);
	measure_run(paragraph, run, paragraph->runs->len, measured);
	g_array_append_val(paragraph->runs, *run);
}

static void
allocate(struct paragraph *paragraph, struct measured *measured)
{
	gsize length = paragraph->text->len;

	measured->flags = g_new0(guint8, length + 1);
	measured->run = g_new(guint, length + 1);
	measured->glyph = g_new(guint, length + 1);
	paragraph->x = g_new0(int, length + 1);
	paragraph->runs = g_array_new(FALSE, FALSE, sizeof(struct run));
}

void
measured_clear(struct measured *measured)
{
	g_free(measured->flags);
	g_free(measured->run);
	g_free(measured->glyph);
}

/* Turn the advances of bytes into the sums before them. */
static void
sum_advances(struct paragraph *paragraph)
{
	int sum = 0;

	for (gsize i = 0; i <= paragraph->text->len; i++) {
		int advance = paragraph->x[i];

		paragraph->x[i] = sum;
		sum += advance;
	}
}

/* ---- plain texts ---- */

static bool
is_plain(const struct paragraph *paragraph, const GArray *pieces, PangoScript *script)
{
	*script = PANGO_SCRIPT_COMMON;
	for (guint i = 0; i < pieces->len; i++) {
		const struct piece *piece = &g_array_index(pieces, struct piece, i);

		if (paragraph->spans[piece->span].kind == SPAN_TEXT &&
		    !plain_text(paragraph->text->str + piece->start, piece->end - piece->start,
				script))
			return false;
	}
	return !paragraph->style.rtl;
}

static void
item_free(gpointer item)
{
	pango_item_free(item);
}

/* One item for each piece; NULL where only Pango can make them. */
static GPtrArray *
plain_items(const struct paragraph *paragraph, const GArray *pieces)
{
	struct typesetter *typesetter = paragraph->typesetter;
	g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(item_free);
	PangoScript script;

	if (!is_plain(paragraph, pieces, &script))
		return NULL;
	for (guint i = 0; i < pieces->len; i++) {
		const struct piece *piece = &g_array_index(pieces, struct piece, i);
		const struct span *span = &paragraph->spans[piece->span];
		const char *text = paragraph->text->str + piece->start;
		gsize length = piece->end - piece->start;
		struct face face = typesetter_face(typesetter, &span->style);
		PangoItem *item;

		if (span->kind != SPAN_TEXT)
			item = pango_item_new();
		else
			item = plain_item(typesetter_plain(typesetter),
					  typesetter_context(typesetter), &face, script, text,
					  length);
		if (!item)
			return NULL;
		item->offset = (int)piece->start;
		item->length = (int)length;
		item->num_chars = (int)g_utf8_strlen(text, (gssize)length);
		g_ptr_array_add(items, item);
	}
	return g_steal_pointer(&items);
}

static struct run
shape_plain_item(struct paragraph *paragraph, PangoItem *item, guint span_index)
{
	g_autofree PangoLogAttr *attrs = NULL;

	if (paragraph->spans[span_index].style.letter_spacing != 0) {
		attrs = g_new0(PangoLogAttr, item->num_chars + 1);
		pango_default_break(paragraph->text->str + item->offset, item->length, NULL, attrs,
				    item->num_chars + 1);
	}
	return shape_item(paragraph, item, span_index, attrs);
}

/* Takes the items. */
static void
shape_plain(struct paragraph *paragraph, const GArray *pieces, GPtrArray *items,
	    struct measured *measured, struct diag_list *diags)
{
	const GString *text = paragraph->text;

	breaks_mark(typesetter_breaks(paragraph->typesetter), text->str, text->len, measured->flags,
		    BYTE_BREAK);
	for (guint i = 0; i < items->len; i++) {
		guint span = g_array_index(pieces, struct piece, i).span;
		struct run run = shape_plain_item(paragraph, items->pdata[i], span);

		add_run(paragraph, measured, &run, diags);
	}
	g_ptr_array_set_free_func(items, NULL);
	g_ptr_array_unref(items);
}

/* ---- all others ---- */

static void
mark_breaks(const char *text, const PangoLogAttr *attrs, glong n_chars, guint8 *flags)
{
	const char *p = text;

	for (glong i = 0; i <= n_chars; i++, p = g_utf8_next_char(p))
		if (attrs[i].is_line_break)
			flags[p - text] |= BYTE_BREAK;
}

static void
shape_any(struct paragraph *paragraph, const GArray *pieces, struct measured *measured,
	  struct diag_list *diags)
{
	const char *text = paragraph->text->str;
	int length = (int)paragraph->text->len;
	glong n_chars = g_utf8_strlen(text, length), chars = 0;
	g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, n_chars + 1);
	PangoAttrList *attributes = make_attributes(paragraph, pieces);
	const struct piece *piece = (const struct piece *)(const void *)pieces->data;
	GList *items = pango_itemize_with_base_dir(typesetter_context(paragraph->typesetter),
						   paragraph->style.rtl ? PANGO_DIRECTION_RTL
									: PANGO_DIRECTION_LTR,
						   text, 0, length, attributes, NULL);

	pango_attr_list_unref(attributes);
	pango_default_break(text, length, NULL, attrs, (int)n_chars + 1);
	for (GList *at = items; at; at = at->next) {
		PangoItem *item = at->data;
		struct run run;

		while ((gsize)item->offset >= piece->end)
			piece++;
		pango_tailor_break(text + item->offset, item->length, &item->analysis, -1,
				   attrs + chars, item->num_chars + 1);
		run = shape_item(paragraph, item, piece->span, attrs + chars);
		/* Only shaping reads them; every fragment would carry a copy. */
		g_slist_free_full(item->analysis.extra_attrs,
				  (GDestroyNotify)pango_attribute_destroy);
		item->analysis.extra_attrs = NULL;
		add_run(paragraph, measured, &run, diags);
		chars += item->num_chars;
	}
	g_list_free(items);
	mark_breaks(text, attrs, n_chars, measured->flags);
}

void
paragraph_shape(struct paragraph *paragraph, const GArray *pieces, struct measured *measured,
		struct diag_list *diags)
{
	GPtrArray *items = plain_items(paragraph, pieces);

	allocate(paragraph, measured);
	if (items)
		shape_plain(paragraph, pieces, items, measured, diags);
	else if (paragraph->text->len > 0)
		shape_any(paragraph, pieces, measured, diags);
	sum_advances(paragraph);
}
