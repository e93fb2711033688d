/* paragraph_line: cut one line out of the runs, justify it, put it in visual order. */
#include "layout/paragraph_private.h"

#include <string.h>

/* What a fragment was cut from. */
struct cut {
	guint run; /* G_MAXUINT for an inserted hyphen */
	guint first_glyph;
	int level;
	int parted; /* the lowest level of the isolates' ends before it; G_MAXINT for none */
	int width;
};

struct setter {
	const struct paragraph *paragraph;
	const struct line_range *range;
	struct line *line;
	struct cut *cuts; /* one for each fragment */
	guint n_cuts;
	int parted; /* for the next cut */
};

static void
clear_fragment(gpointer data)
{
	struct fragment *fragment = data;

	g_clear_pointer(&fragment->glyphs, pango_glyph_item_free);
}

void
line_free(struct line *line)
{
	g_array_unref(line->fragments);
	g_free(line);
}

/* ---- cutting ---- */

static void
add_fragment(struct setter *setter, struct fragment fragment, struct cut cut)
{
	g_array_append_val(setter->line->fragments, fragment);
	cut.parted = setter->parted;
	setter->parted = G_MAXINT;
	setter->cuts[setter->n_cuts++] = cut;
}

static void
raise_extents(struct line *line, double ascent, double descent)
{
	line->ascent = MAX(line->ascent, ascent);
	line->descent = MAX(line->descent, descent);
}

/* The first glyph at or after the byte; of a run from right to left, the first before it. */
static int
find_glyph(const struct run *run, gsize byte)
{
	const PangoGlyphString *glyphs = run->glyphs;
	bool backward = run->item->analysis.level % 2 != 0;
	int low = 0, high = glyphs->num_glyphs;

	while (low < high) {
		int middle = (low + high) / 2;
		gsize at = (gsize)(run->item->offset + glyphs->log_clusters[middle]);

		if ((at < byte) == backward)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* The glyphs from *first to before *last are those of the bytes from start to before end. */
static void
find_glyphs(const struct run *run, gsize start, gsize end, int *first, int *last)
{
	bool backward = run->item->analysis.level % 2 != 0;

	*first = find_glyph(run, backward ? end : start);
	*last = find_glyph(run, backward ? start : end);
}

/* A copy of the run's glyphs for the bytes from start to before end. */
static PangoGlyphItem *
copy_glyphs(const struct paragraph *paragraph, const struct run *run, gsize start, gsize end,
	    guint *first_glyph)
{
	int first, last, offset = (int)start - run->item->offset;
	PangoGlyphString view;
	PangoGlyphItem whole = {.item = run->item, .glyphs = &view}, *copy;

	find_glyphs(run, start, end, &first, &last);
	view = *run->glyphs;
	/* pango_glyph_string_copy goes by the space, which is larger in what was shaped. */
	view.num_glyphs = view.space = last - first;
	view.glyphs += first;
	view.log_clusters += first;
	copy = pango_glyph_item_copy(&whole);
	copy->item->offset = (int)start;
	copy->item->length = (int)(end - start);
	copy->item->num_chars =
		(int)g_utf8_strlen(paragraph->text->str + start, (gssize)(end - start));
	for (int i = 0; i < copy->glyphs->num_glyphs; i++)
		copy->glyphs->log_clusters[i] -= offset;
	*first_glyph = (guint)first;
	return copy;
}

/* The glyphs of the space at byte at take no room. */
static void
flatten_space(PangoGlyphItem *item, gsize at)
{
	gint cluster = (gint)at - item->item->offset;

	for (int i = 0; i < item->glyphs->num_glyphs; i++)
		if (item->glyphs->log_clusters[i] == cluster)
			item->glyphs->glyphs[i].geometry.width = 0;
}

/* From start to end, of which what is at last and after it is the space that the line ends with. */
static void
cut_text(struct setter *setter, guint index, gsize start, gsize end, gsize last)
{
	const struct paragraph *paragraph = setter->paragraph;
	const struct run *run = &g_array_index(paragraph->runs, struct run, index);
	const struct span *span = &paragraph->spans[run->span];
	struct cut cut = {.run = index, .level = run->item->analysis.level};
	struct fragment fragment = {.span = span, .text = paragraph->text->str};

	cut.width = paragraph->x[CLAMP(last, start, end)] - paragraph->x[start];
	fragment.glyphs = copy_glyphs(paragraph, run, start, end, &cut.first_glyph);
	if (last < end)
		flatten_space(fragment.glyphs, last);
	raise_extents(setter->line, pango_units_to_double(run->facts->ascent) + span->style.rise,
		      pango_units_to_double(run->facts->descent) - span->style.rise);
	add_fragment(setter, fragment, cut);
}

static void
cut_stand_in(struct setter *setter, guint index)
{
	const struct paragraph *paragraph = setter->paragraph;
	const struct run *run = &g_array_index(paragraph->runs, struct run, index);
	const struct span *span = &paragraph->spans[run->span];
	struct cut cut = {.run = index, .level = run->item->analysis.level};

	if (span->kind == SPAN_ISOLATE)
		setter->parted = MIN(setter->parted, cut.level);
	if (span->kind == SPAN_BREAK || span->kind == SPAN_ISOLATE)
		return;
	if (span->kind != SPAN_ANCHOR)
		cut.width = pango_units_from_double(span->width);
	if (span->kind == SPAN_BOX)
		raise_extents(setter->line, span->height + span->style.rise, -span->style.rise);
	add_fragment(setter, (struct fragment){.span = span}, cut);
}

/* A glyph that is not in the text, in the font and style of a run; text is what it stands for. */
static struct fragment *
add_glyph(struct setter *setter, guint index, const char *text, PangoGlyph id, int width)
{
	const struct run *run = &g_array_index(setter->paragraph->runs, struct run, index);
	struct cut cut = {.run = G_MAXUINT, .level = run->item->analysis.level, .width = width};
	struct fragment fragment = {.text = text};
	PangoGlyphInfo glyph = {.glyph = id, .attr.is_cluster_start = 1};
	gint cluster = 0;
	PangoGlyphString view = {
		.num_glyphs = 1,
		.glyphs = &glyph,
		.log_clusters = &cluster,
		.space = 1,
	};
	PangoGlyphItem whole = {.item = run->item, .glyphs = &view};

	glyph.geometry.width = width;
	fragment.glyphs = pango_glyph_item_copy(&whole);
	fragment.glyphs->item->offset = 0;
	fragment.glyphs->item->length = (int)strlen(text);
	fragment.glyphs->item->num_chars = 1;
	fragment.span = &setter->paragraph->spans[run->span];
	add_fragment(setter, fragment, cut);
	return &g_array_index(setter->line->fragments, struct fragment,
			      setter->line->fragments->len - 1);
}

static void
add_hyphen(struct setter *setter, guint index)
{
	const struct font_facts *facts =
		g_array_index(setter->paragraph->runs, struct run, index).facts;

	if (facts)
		add_glyph(setter, index, "\u00AD", facts->hyphen, facts->hyphen_width)->hyphen =
			true;
}

/* The first run that ends after a byte. */
static guint
find_run(const struct paragraph *paragraph, gsize at)
{
	guint low = 0, high = paragraph->runs->len;

	while (low < high) {
		guint middle = (low + high) / 2;
		const PangoItem *item = g_array_index(paragraph->runs, struct run, middle).item;

		if ((gsize)(item->offset + item->length) > at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/*
 * Where the line's text ends with the space that it is broken at.  The space is drawn, for a reader
 * that sees no lines has nothing else to tell words apart by (ISO 32000-1 14.8.2.5), but takes no
 * room.
 */
static gsize
end_with_space(const struct paragraph *paragraph, const struct line_range *range)
{
	bool space = range->end > range->start && range->end < paragraph->text->len &&
		     paragraph->text->str[range->end] == ' ';

	return range->end + (space ? 1 : 0);
}

/* A forced end parts words like any other, though no space of the text stands there. */
static void
add_space(struct setter *setter)
{
	const struct paragraph *paragraph = setter->paragraph;
	const struct line_range *range = setter->range;
	const struct font_facts *facts;
	guint index;

	if (!range->final || range->end <= range->start || range->end >= paragraph->text->len)
		return;
	index = find_run(paragraph, range->end - 1);
	facts = g_array_index(paragraph->runs, struct run, index).facts;
	if (facts)
		add_glyph(setter, index, " ", facts->space, 0);
}

static void
cut_runs(struct setter *setter)
{
	const struct paragraph *paragraph = setter->paragraph;
	const struct line_range *range = setter->range;
	gsize line_end = end_with_space(paragraph, range);
	guint first = find_run(paragraph, range->start);
	/* Each of its runs, and a glyph at either end. */
	guint most = find_run(paragraph, line_end) + 1 - first + 1 + range->repeated;

	setter->cuts = g_new(struct cut, most);
	setter->line->fragments = g_array_sized_new(FALSE, FALSE, sizeof(struct fragment), most);
	g_array_set_clear_func(setter->line->fragments, clear_fragment);
	if (range->repeated)
		add_hyphen(setter, first);
	for (guint i = first; i < paragraph->runs->len; i++) {
		const struct run *run = &g_array_index(paragraph->runs, struct run, i);
		gsize start = (gsize)run->item->offset;
		gsize end = start + (gsize)run->item->length;

		if (start >= line_end)
			break;
		if (run->glyphs)
			cut_text(setter, i, MAX(start, range->start), MIN(end, line_end),
				 range->end);
		else
			cut_stand_in(setter, i);
	}
	if (range->hyphen)
		add_hyphen(setter, find_run(paragraph, range->end - 1));
	else if (line_end == range->end)
		add_space(setter);
}

/* ---- justification ---- */

static int
sum_widths(const struct setter *setter)
{
	int sum = 0;

	for (guint i = 0; i < setter->n_cuts; i++)
		sum += setter->cuts[i].width;
	return sum;
}

/* The first glue at or after a byte. */
static guint
find_glue(const struct paragraph *paragraph, gsize at)
{
	guint low = 0, high = paragraph->n_glues;

	while (low < high) {
		guint middle = (low + high) / 2;

		if (paragraph->glues[middle].start >= at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/*
 * Widen the glyph of a glue by delta, which may be negative. *cut goes forward to the fragment it
 * is in.
 */
static void
widen(struct setter *setter, const struct glue *glue, int delta, guint *cut)
{
	struct cut *at = &setter->cuts[*cut];
	PangoGlyphString *glyphs;

	while (at->run != glue->run)
		at = &setter->cuts[++*cut];
	glyphs = g_array_index(setter->line->fragments, struct fragment, *cut).glyphs->glyphs;
	glyphs->glyphs[glue->glyph - at->first_glyph].geometry.width += delta;
	at->width += delta;
}

/*
 * Spread gap over the line's glues by their stretch, or their shrink where it is negative, so that
 * the shares add up to it exactly.  Returns what is left: 0, or all of a gap without stretch, or an
 * excess beyond all shrink.
 */
static int
justify(struct setter *setter, int gap)
{
	const struct line_range *range = setter->range;
	const struct glue *glues = setter->paragraph->glues;
	guint first = find_glue(setter->paragraph, range->start), after = first, cut = 0;
	gint64 total = 0, so_far = 0;
	int give = gap, given = 0;

	for (; after < setter->paragraph->n_glues && glues[after].end < range->end; after++)
		total += gap > 0 ? glues[after].stretch : glues[after].shrink;
	if (total == 0)
		return gap;
	if (give < -total)
		give = (int)-total;
	for (guint i = first; i < after; i++) {
		int upto;

		so_far += gap > 0 ? glues[i].stretch : glues[i].shrink;
		upto = (int)(give * so_far / total);
		widen(setter, &glues[i], upto - given, &cut);
		given = upto;
	}
	return gap - give;
}

/* Leaders share what is left of the line; false if there are none. */
static bool
fill_leaders(struct setter *setter, int gap)
{
	int leaders = 0, done = 0;

	for (guint i = 0; i < setter->n_cuts; i++)
		if (g_array_index(setter->line->fragments, struct fragment, i).span->kind ==
		    SPAN_LEADER)
			leaders++;
	for (guint i = 0; leaders > 0 && i < setter->n_cuts; i++) {
		struct cut *cut = &setter->cuts[i];

		if (g_array_index(setter->line->fragments, struct fragment, i).span->kind !=
		    SPAN_LEADER)
			continue;
		cut->width += gap * (done + 1) / leaders - gap * done / leaders;
		done++;
	}
	return leaders > 0;
}

/* ---- visual order ---- */

/*
 * UAX #9, rule L2: reverse every stretch of fragments at or above each level, from the highest to
 * the lowest odd one.  The signs that begin and end isolates are no fragments, but of a lower level
 * than what they hold, and so part it from what is around.  Where they stand does not change while
 * the levels above theirs are reversed.
 */
static void
reorder(const struct cut *cuts, guint n, guint *order)
{
	int highest = 0;

	for (guint i = 0; i < n; i++) {
		order[i] = i;
		highest = MAX(highest, cuts[i].level);
	}
	for (int level = highest; level > 0; level--) {
		for (guint i = 0, end; i < n; i = MAX(i + 1, end)) {
			end = i;
			while (end < n && cuts[order[end]].level >= level &&
			       (end == i || cuts[end].parted >= level))
				end++;
			for (guint a = i, b = end; b > a + 1; a++, b--) {
				guint swap = order[a];

				order[a] = order[b - 1];
				order[b - 1] = swap;
			}
		}
	}
}

static void
place_fragments(struct setter *setter, double x)
{
	g_autofree guint *order = g_new(guint, setter->n_cuts + 1);

	reorder(setter->cuts, setter->n_cuts, order);
	for (guint i = 0; i < setter->n_cuts; i++) {
		const struct cut *cut = &setter->cuts[order[i]];
		struct fragment *fragment =
			&g_array_index(setter->line->fragments, struct fragment, order[i]);

		fragment->x = x;
		fragment->width = pango_units_to_double(cut->width);
		x += fragment->width;
	}
}

/* Where the first fragment stands, of a line that leaves so much of its measure free. */
static double
start_of(const struct paragraph_style *style, enum text_align align, double indent, double free)
{
	double share = 0;

	switch (align) {
	case ALIGN_START:
	case ALIGN_JUSTIFY:
		share = style->rtl ? 1 : 0;
		break;
	case ALIGN_END:
		share = style->rtl ? 0 : 1;
		break;
	case ALIGN_CENTER:
		share = 0.5;
		break;
	}
	return (style->rtl ? 0 : indent) + share * free;
}

struct line *
paragraph_set_line(const struct paragraph *paragraph, const struct line_range *range,
		   double measure)
{
	const struct paragraph_style *style = &paragraph->style;
	double indent = range->index == 0 ? style->indent : 0;
	double outdent = range->final ? style->last_outdent : 0, start;
	enum text_align align = range->final ? style->align_last : style->align;
	struct setter setter = {.paragraph = paragraph, .range = range, .parted = G_MAXINT};
	int room = pango_units_from_double(measure + outdent - indent), gap;

	setter.line = g_new0(struct line, 1);
	cut_runs(&setter);
	gap = room - sum_widths(&setter);
	if (gap > 0 && fill_leaders(&setter, gap))
		gap = 0;
	else if (gap < 0 || align == ALIGN_JUSTIFY)
		gap = justify(&setter, gap);
	if (gap < 0)
		setter.line->overfull = pango_units_to_double(-gap);
	start = start_of(style, align, indent, pango_units_to_double(gap));
	place_fragments(&setter, start - (style->rtl ? outdent : 0));
	setter.line->width = pango_units_to_double(sum_widths(&setter));
	g_free(setter.cuts);
	return setter.line;
}
