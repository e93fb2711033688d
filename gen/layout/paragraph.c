/* paragraph: the paragraph as a whole; see paragraph_private.h for its parts. */
#include "layout/paragraph_private.h"

#include <math.h>
#include <string.h>

/* Of the size: how ragged a line may be, and how short a last line had better not be. */
#define RAGGED_EMS 4
#define SHORTEST_EMS 4

static void
clear_run(gpointer data)
{
	struct run *run = data;

	pango_item_free(run->item);
	if (run->glyphs)
		pango_glyph_string_free(run->glyphs);
}

static void
free_line(gpointer line)
{
	line_free(line);
}

struct paragraph *
paragraph_new(struct typesetter *typesetter, const struct span *spans, gsize n,
	      const struct paragraph_style *style, struct diag_list *diags)
{
	struct paragraph *paragraph = g_new0(struct paragraph, 1);
	struct measured measured = {0};
	GArray *pieces;

	paragraph->typesetter = typesetter;
	paragraph->style = *style;
	paragraph->n_spans = (guint)n;
	paragraph->spans = g_new(struct span, n + 1);
	if (n > 0)
		memcpy(paragraph->spans, spans, n * sizeof(*spans));
	paragraph->lines = g_ptr_array_new_with_free_func(free_line);
	pieces = paragraph_gather(paragraph);
	paragraph_shape(paragraph, pieces, &measured, diags);
	g_array_set_clear_func(paragraph->runs, clear_run);
	paragraph_itemise(paragraph, pieces, &measured);
	measured_clear(&measured);
	g_array_unref(pieces);
	g_clear_pointer(&paragraph->soft, g_array_unref);
	/* The caller's text may go; what of it is set stands in the fragments. */
	for (guint i = 0; i < paragraph->n_spans; i++)
		paragraph->spans[i].text = NULL;
	return paragraph;
}

void
paragraph_settle(struct paragraph *paragraph)
{
	g_clear_pointer(&paragraph->runs, g_array_unref);
	g_clear_pointer(&paragraph->x, g_free);
	g_clear_pointer(&paragraph->glues, g_free);
	g_clear_pointer(&paragraph->items, g_free);
	g_clear_pointer(&paragraph->places, g_free);
}

/* Take the glyphs away from the lines. */
static PangoGlyphItem **
take_glyphs(struct paragraph *paragraph)
{
	g_autoptr(GPtrArray) kept = g_ptr_array_new();

	for (guint i = 0; i < paragraph->lines->len; i++) {
		GArray *fragments = paragraph_line(paragraph, i)->fragments;

		for (guint j = 0; j < fragments->len; j++) {
			struct fragment *fragment = &g_array_index(fragments, struct fragment, j);

			if (fragment->glyphs)
				g_ptr_array_add(kept, g_steal_pointer(&fragment->glyphs));
		}
	}
	g_ptr_array_add(kept, NULL);
	return g_memdup2(kept->pdata, kept->len * sizeof *kept->pdata);
}

void
paragraph_strip(struct paragraph *paragraph)
{
	paragraph_settle(paragraph);
	paragraph->kept = take_glyphs(paragraph);
	g_clear_pointer(&paragraph->lines, g_ptr_array_unref);
	g_clear_pointer(&paragraph->spans, g_free);
	/* Fragments lend its bytes, so they stay where they are. */
	paragraph->kept_text = g_string_free(g_steal_pointer(&paragraph->text), FALSE);
}

void
paragraph_free(struct paragraph *paragraph)
{
	if (!paragraph)
		return;
	paragraph_settle(paragraph);
	for (guint i = 0; paragraph->kept && paragraph->kept[i]; i++)
		pango_glyph_item_free(paragraph->kept[i]);
	g_free(paragraph->kept);
	g_free(paragraph->kept_text);
	g_clear_pointer(&paragraph->lines, g_ptr_array_unref);
	if (paragraph->text)
		g_string_free(paragraph->text, TRUE);
	g_free(paragraph->spans);
	g_free(paragraph);
}

/* The widest piece between two breaks: the forced ones, or all but hyphens. */
static double
widest(const struct paragraph *paragraph, bool forced_only)
{
	double most = 0, width = 0;

	g_assert(paragraph->items);
	for (guint i = 0; i < paragraph->n_items; i++) {
		const struct break_item *item = &paragraph->items[i];
		bool breaks = forced_only ? item->penalty <= BREAK_FORCED
					  : item->penalty < BREAK_NEVER && !item->hyphen;

		if (!breaks) {
			width += item->width;
			most = MAX(most, width);
		} else {
			width = 0;
		}
	}
	return most;
}

double
paragraph_max_width(const struct paragraph *paragraph)
{
	return widest(paragraph, true);
}

double
paragraph_min_width(const struct paragraph *paragraph)
{
	return widest(paragraph, false);
}

struct measures {
	double measure, indent;
};

static double
measure_of(int line, void *user)
{
	const struct measures *measures = user;

	return line == 0 ? measures->measure - measures->indent : measures->measure;
}

/* The size of the text, by its first span. */
static double
size_of(const struct paragraph *paragraph)
{
	return paragraph->n_spans > 0 ? paragraph->spans[0].style.size : 0;
}

/*
 * The hyphen of the first font stands for all when lines are chosen; each line is set with its own.
 */
static double
hyphen_width(const struct paragraph *paragraph)
{
	for (guint i = 0; i < paragraph->runs->len; i++) {
		const struct run *run = &g_array_index(paragraph->runs, struct run, i);

		if (run->facts)
			return pango_units_to_double(run->facts->hyphen_width);
	}
	return 0;
}

static struct line_range
range_of(const struct paragraph *paragraph, gsize item, guint index, gsize start)
{
	struct line_range range = {.start = start, .index = index, .final = true};

	if (item >= paragraph->n_items) {
		range.end = paragraph->text->len;
	} else {
		const struct break_item *at = &paragraph->items[item];

		range.end = paragraph->places[item].end;
		range.hyphen = at->hyphen;
		range.final = at->penalty <= BREAK_FORCED;
	}
	return range;
}

/* The breaks for a measure; *overfull is how far the widest line exceeds it. */
static GArray *
breaks_for(const struct paragraph *paragraph, double measure, double *overfull)
{
	const struct paragraph_style *style = &paragraph->style;
	double size = size_of(paragraph);
	struct measures measures = {measure, style->indent};
	struct break_rules rules = {
		.hyphen_width = hyphen_width(paragraph),
		.ragged = style->align == ALIGN_JUSTIFY ? 0 : RAGGED_EMS * size,
		.shortest = MIN(SHORTEST_EMS * size, measure / 5),
		.settled = style->indent == 0 ? 0 : 1,
	};

	return linebreak_total_fit(paragraph->items, paragraph->n_items, &rules, measure_of,
				   &measures, overfull);
}

/* Those of the narrowest measure that makes no more lines: all are about as wide then. */
static GArray *
breaks_balanced(const struct paragraph *paragraph, double measure)
{
	double overfull, low = measure / 2, high = measure;
	GArray *best = breaks_for(paragraph, measure, &overfull);

	while (best->len > 1 && overfull <= 0 && high - low > 1) {
		double middle = (low + high) / 2, excess;
		GArray *breaks = breaks_for(paragraph, middle, &excess);

		if (breaks->len > best->len || excess > 0) {
			g_array_unref(breaks);
			low = middle;
			continue;
		}
		g_array_unref(best);
		best = breaks;
		high = middle;
	}
	return best;
}

void
paragraph_break(struct paragraph *paragraph, double measure)
{
	g_autoptr(GArray) breaks = paragraph->style.balance ? breaks_balanced(paragraph, measure)
							    : breaks_for(paragraph, measure, NULL);
	gsize start = 0;
	bool repeated = false;

	g_ptr_array_set_size(paragraph->lines, 0);
	for (guint i = 0; i < breaks->len; i++) {
		gsize item = g_array_index(breaks, gsize, i);
		struct line_range range = range_of(paragraph, item, i, start);

		range.repeated = repeated;
		g_ptr_array_add(paragraph->lines, paragraph_set_line(paragraph, &range, measure));
		if (item < paragraph->n_items) {
			start = paragraph->places[item].next;
			repeated = paragraph->places[item].repeat;
		}
	}
}

guint
paragraph_line_count(const struct paragraph *paragraph)
{
	return paragraph->lines->len;
}

const struct line *
paragraph_line(const struct paragraph *paragraph, guint index)
{
	return g_ptr_array_index(paragraph->lines, index);
}
