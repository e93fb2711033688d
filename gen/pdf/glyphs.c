#include "pdf/glyphs.h"

#include <math.h>
#include "font/hexbox.h"
#include "pdf/cluster.h"
#include "pdf/content.h"
#include "pdf/hexboxes.h"
#include "pdf/tounicode.h"
#include "pdf/typeface.h"

struct font {
	struct typeface *typeface;
	double size;
};

struct glyphs {
	struct content *content;
	struct typefaces *typefaces;
	struct hexboxes *boxes;
	GHashTable *fonts; /* PangoFont * -> struct font * */
	GPtrArray *shown;  /* struct typeface *, by their index */
	PangoFont *last;   /* the font asked for last, and what was found */
	const struct font *found;
};

enum { CODES_AT_ONCE = 128 };

/* Fonts of boxes are resources beyond all typefaces. */
enum { FIRST_OF_BOXES = 1 << 16 };

/* One run on its way, from its left end on. */
struct run {
	struct glyphs *glyphs;
	struct typeface *typeface;
	const PangoGlyphItem *item;
	const char *text;
	double size;
	double points;		      /* of Pango's unit, in points */
	double unit;		      /* the same in 1/1000 of the size that is written */
	gint64 at;		      /* where the next glyph ought to stand, in Pango's units */
	double shown;		      /* where it would stand, in 1/1000 */
	guint16 codes[CODES_AT_ONCE]; /* to be shown, each where the one before ends */
	gsize n;
};

struct glyphs *
glyphs_new(struct content *content, struct typefaces *typefaces, struct hexboxes *boxes)
{
	struct glyphs *glyphs = g_new0(struct glyphs, 1);

	glyphs->content = content;
	glyphs->typefaces = typefaces;
	glyphs->boxes = boxes;
	glyphs->fonts = g_hash_table_new_full(NULL, NULL, g_object_unref, g_free);
	glyphs->shown = g_ptr_array_new();
	return glyphs;
}

void
glyphs_free(struct glyphs *glyphs)
{
	if (!glyphs)
		return;
	g_hash_table_unref(glyphs->fonts);
	g_ptr_array_unref(glyphs->shown);
	g_free(glyphs);
}

static const struct font *
find_font(struct glyphs *glyphs, PangoFont *font)
{
	struct font *found;

	if (font == glyphs->last)
		return glyphs->found;
	found = g_hash_table_lookup(glyphs->fonts, font);
	if (!found) {
		found = g_new(struct font, 1);
		found->typeface = typefaces_find(glyphs->typefaces, font);
		found->size = typeface_size(font);
		g_hash_table_insert(glyphs->fonts, g_object_ref(font), found);
		if (typeface_index(found->typeface) == glyphs->shown->len)
			g_ptr_array_add(glyphs->shown, found->typeface);
	}
	glyphs->last = font;
	glyphs->found = found;
	return found;
}

static void
flush(struct run *run)
{
	content_text_show(run->glyphs->content, run->codes, run->n);
	run->n = 0;
}

static void
skip(struct run *run, double away)
{
	int thousandths = (int)lrint(away);

	flush(run);
	content_text_skip(run->glyphs->content, thousandths);
	run->shown += thousandths;
}

static void
set_rise(struct run *run, double rise)
{
	flush(run);
	content_text_rise(run->glyphs->content, rise);
}

/* A glyph that is out of its place by less than a thousandth stays there. */
static inline void
show_code(struct run *run, const PangoGlyphGeometry *geometry, guint16 code, int advance)
{
	double away = (double)(run->at + geometry->x_offset) * run->unit - run->shown;

	if (G_UNLIKELY(geometry->y_offset != 0))
		set_rise(run, -geometry->y_offset * run->points);
	if (away >= 1 || away <= -1)
		skip(run, away);
	else if (G_UNLIKELY(run->n == CODES_AT_ONCE))
		flush(run);
	run->codes[run->n++] = code;
	run->shown += advance;
	if (G_UNLIKELY(geometry->y_offset != 0))
		set_rise(run, 0);
}

static void
begin_actual_text(struct run *run, const char *text, gsize length)
{
	flush(run);
	content_mark_actual_text(run->glyphs->content, text, length);
}

static void
end_actual_text(struct run *run)
{
	flush(run);
	content_unmark(run->glyphs->content);
}

/* ---- what no font has ---- */

static inline bool
is_unknown(PangoGlyph glyph)
{
	return glyph != PANGO_GLYPH_EMPTY && glyph & PANGO_GLYPH_UNKNOWN_FLAG;
}

static inline gunichar
unknown_character(PangoGlyph glyph)
{
	return glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
}

static void
show_box(struct run *run, const PangoGlyphInfo *info)
{
	struct content *content = run->glyphs->content;
	gunichar ch = unknown_character(info->glyph);
	double away = (double)(run->at + info->geometry.x_offset) * run->unit - run->shown;
	guint8 code;
	guint font = hexboxes_find(run->glyphs->boxes, ch, &code);

	if (away >= 1 || away <= -1)
		skip(run, away);
	flush(run);
	content_font(content, FIRST_OF_BOXES + font, run->size);
	content_text_show_byte(content, code);
	content_font(content, typeface_index(run->typeface), run->size);
	run->shown += hexbox_advance(ch);
}

/* The box has the text of its character, unless no font may say that. */
static void
show_unknown(struct run *run, const PangoGlyphInfo *info, const char *text, gsize length)
{
	bool alone = g_utf8_next_char(text) == text + length &&
		     g_utf8_get_char(text) == unknown_character(info->glyph);

	if (alone && tounicode_can_say(text, length)) {
		show_box(run, info);
		return;
	}
	begin_actual_text(run, text, length);
	show_box(run, info);
	end_actual_text(run);
}

/* ---- clusters ---- */

/* A cluster of one glyph, as most are. */
static inline void
show_glyph(struct run *run, const PangoGlyphInfo *info, const char *text, gsize length)
{
	guint16 code;
	int advance;

	if (info->glyph == PANGO_GLYPH_EMPTY)
		return; /* it takes room at most */
	if (G_UNLIKELY(is_unknown(info->glyph))) {
		show_unknown(run, info, text, length);
		return;
	}
	if (typeface_use(run->typeface, info->glyph, text, length, &code, &advance)) {
		show_code(run, &info->geometry, code, advance);
		return;
	}
	begin_actual_text(run, text, length);
	show_code(run, &info->geometry, code, advance);
	end_actual_text(run);
}

/*
 * The glyphs from first to before end are said by all of their text.  What each says is for
 * readers that do not look at /ActualText.
 */
static void
show_cluster(struct run *run, int first, int end, const char *text, gsize length)
{
	const PangoGlyphInfo *glyphs = run->item->glyphs->glyphs + first;
	struct share shares[CLUSTER_MOST] = {0};

	if (end - first <= CLUSTER_MOST)
		cluster_share(pango_font_get_hb_font(run->item->item->analysis.font), glyphs,
			      end - first, text, length, shares);
	begin_actual_text(run, text, length);
	for (int i = 0; i < end - first; i++) {
		const struct share share = i < CLUSTER_MOST ? shares[i] : (struct share){0};
		guint16 code;
		int advance;

		if (is_unknown(glyphs[i].glyph)) {
			show_box(run, &glyphs[i]);
		} else if (glyphs[i].glyph != PANGO_GLYPH_EMPTY) {
			typeface_use(run->typeface, glyphs[i].glyph, share.text, share.length,
				     &code, &advance);
			show_code(run, &glyphs[i].geometry, code, advance);
		}
		run->at += glyphs[i].geometry.width;
	}
	end_actual_text(run);
}

/*
 * One glyph of several letters that run to the left (lam-alef).  Some readers share the width of a
 * glyph among its letters from left to right, and turn them round; so each letter gets a glyph of
 * its own: the first the one that is seen, the others blanks, a hair's breadth further left.
 */
static void
show_joined(struct run *run, const PangoGlyphInfo *info, const char *text, gsize length)
{
	const char *end = text + length, *next = g_utf8_next_char(text);
	hb_font_t *font = pango_font_get_hb_font(run->item->item->analysis.font);
	PangoGlyphInfo blank = {0};

	if (next == end || !hb_font_get_nominal_glyph(font, ' ', &blank.glyph)) {
		show_glyph(run, info, text, length);
		return;
	}
	show_glyph(run, info, text, (gsize)(next - text));
	while (next < end) {
		const char *letter = next;

		next = g_utf8_next_char(letter);
		blank.geometry.x_offset -= PANGO_SCALE / 10;
		show_glyph(run, &blank, letter, (gsize)(next - letter));
	}
}

/* The glyphs from first to before end are one cluster; its text ends at byte after of the item. */
static inline void
show(struct run *run, int first, int end, int after)
{
	const PangoGlyphString *glyphs = run->item->glyphs;
	int start = glyphs->log_clusters[first];

	if (end - first == 1) {
		if (run->item->item->analysis.level % 2)
			show_joined(run, &glyphs->glyphs[first], run->text + start,
				    (gsize)(after - start));
		else
			show_glyph(run, &glyphs->glyphs[first], run->text + start,
				   (gsize)(after - start));
		run->at += glyphs->glyphs[first].geometry.width;
	} else {
		show_cluster(run, first, end, run->text + start, (gsize)(after - start));
	}
}

static void
show_forward(struct run *run)
{
	const PangoGlyphString *glyphs = run->item->glyphs;
	int end;

	for (int i = 0; i < glyphs->num_glyphs; i = end) {
		end = i + 1;
		while (end < glyphs->num_glyphs &&
		       glyphs->log_clusters[end] == glyphs->log_clusters[i])
			end++;
		show(run, i, end,
		     end < glyphs->num_glyphs ? glyphs->log_clusters[end]
					      : run->item->item->length);
	}
}

static gint64
width_of(const PangoGlyphString *glyphs, int first, int end)
{
	gint64 width = 0;

	for (int i = first; i < end; i++)
		width += glyphs->glyphs[i].geometry.width;
	return width;
}

/* Glyphs stand in visual order, so the text that is read first stands last. */
static void
show_backward(struct run *run)
{
	const PangoGlyphString *glyphs = run->item->glyphs;
	gint64 left = width_of(glyphs, 0, glyphs->num_glyphs);
	int first;

	for (int end = glyphs->num_glyphs; end > 0; end = first) {
		first = end - 1;
		while (first > 0 && glyphs->log_clusters[first - 1] == glyphs->log_clusters[first])
			first--;
		left -= width_of(glyphs, first, end);
		run->at = left;
		show(run, first, end,
		     first > 0 ? glyphs->log_clusters[first - 1] : run->item->item->length);
	}
}

void
glyphs_show(struct glyphs *glyphs, const PangoGlyphItem *item, const char *text, double x, double y,
	    double scale)
{
	const struct font *font = find_font(glyphs, item->item->analysis.font);
	struct run run = {
		.glyphs = glyphs,
		.typeface = font->typeface,
		.item = item,
		.text = text + item->item->offset,
		.size = font->size * scale,
		.points = scale / PANGO_SCALE,
	};
	double size;

	if (item->glyphs->num_glyphs == 0)
		return;
	size = content_font(glyphs->content, typeface_index(font->typeface), run.size);
	content_text_at(glyphs->content, x, y);
	run.unit = 1000 * run.points / size;
	if (item->item->analysis.level % 2)
		show_backward(&run);
	else
		show_forward(&run);
	flush(&run);
}

char *
glyphs_resources(const struct glyphs *glyphs)
{
	GString *out = g_string_new("<<");

	for (guint i = 0; i < glyphs->shown->len; i++)
		g_string_append_printf(out, "/F%u %u 0 R", i,
				       typeface_object(g_ptr_array_index(glyphs->shown, i)));
	for (guint i = 0; i < hexboxes_count(glyphs->boxes); i++)
		g_string_append_printf(out, "/F%u %u 0 R", FIRST_OF_BOXES + i,
				       hexboxes_object(glyphs->boxes, i));
	g_string_append(out, ">>");
	return g_string_free(out, FALSE);
}
