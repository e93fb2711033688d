/* section: see section.h. */
#include "layout/section.h"

#include "base/diag.h"
#include "layout/block.h"
#include "layout/sequence.h"

static bool
spans(const struct fo_node *node)
{
	return node->box && node->box->span_all;
}

const struct fo_node *
section_end(const struct fo_node *first)
{
	const struct fo_node *node = first;

	while (node && (fo_is_blank(node) || spans(node) == spans(first)))
		node = node->next;
	return node;
}

struct section *
section_new(struct sequence *sequence, const struct fo_node *flow, const struct fo_node *first,
	    const struct fo_node *end)
{
	struct formatter *formatter = sequence->formatter;
	struct section *section = g_new0(struct section, 1);
	const struct region *body = sequence_body(sequence, 0);
	double width = sequence_room(sequence, 0, false).width;
	bool whole = first == flow->first && !end;

	section->sequence = sequence;
	section->columns = body->columns > 1 && !(first && spans(first)) ? body->columns : 1;
	section->gap = body->gap;
	section->width = (width - section->gap * (section->columns - 1)) / section->columns;
	section->ends = !end;
	section->notes = galley_new(section->width, sequence->rtl, NULL);
	section->galley = galley_new(section->width, sequence->rtl, section->notes);
	formatter->flow = section->galley;
	if (whole)
		block_content(formatter, section->galley, flow);
	else
		block_range(formatter, section->galley, flow, first, end);
	formatter->flow = NULL;
	return section;
}

void
section_free(void *data)
{
	struct section *section = data;

	g_clear_pointer(&section->cuts, g_array_unref);
	galley_free(section->galley);
	galley_free(section->notes);
	g_free(section);
}

static double
room_of(guint column, bool last, void *user)
{
	const struct section *section = user;
	guint page = section->first_page + column / section->columns;
	double room = sequence_room(section->sequence, page, last && section->ends).height;

	if (page == section->first_page)
		room -= section->top + section->foot;
	return room;
}

static GArray *
cuts_find(struct section *section)
{
	const struct galley *galley = section->galley, *notes = section->notes;
	const struct page_rules rules = {
		.room = room_of,
		.user = section,
		/* First, odd and even pages. */
		.settled = section->columns,
		.period = 2 * section->columns,
		.columns = section->columns,
		.separator = section->sequence->separator,
	};

	return pagebreak_total_fit(
		galley_length(galley) ? galley_item(galley, 0) : NULL, galley_length(galley),
		galley_length(notes) ? galley_item(notes, 0) : NULL, galley_length(notes), &rules);
}

static const struct page_cut *
cut_at(const GArray *cuts, guint index)
{
	return &g_array_index(cuts, struct page_cut, index);
}

static guint
page_of_cut(const struct section *section, const struct page_cut *cut)
{
	return section->first_page + cut->page / section->columns;
}

static double
room_of_balanced(guint column, bool last, void *user)
{
	(void)column;
	(void)last;
	return *(double *)user;
}

/*
 * The rest of the section from cut first on, in columns of that height; NULL where they are not
 * enough, or would end badly.
 */
static GArray *
columns_try(const struct section *section, const struct page_cut *first, double height)
{
	guint n = galley_length(section->galley) - first->first;
	const struct page_rules rules = {.room = room_of_balanced, .user = &height};
	GArray *cuts =
		pagebreak_total_fit(galley_item(section->galley, first->first), n, NULL, 0, &rules);
	bool fine = cuts->len <= section->columns - first->page % section->columns;

	for (guint i = 0; i < cuts->len; i++) {
		struct page_cut *cut = &g_array_index(cuts, struct page_cut, i);

		fine = fine && !cut->unmet && !cut->overflow;
		cut->page += first->page;
		cut->first += first->first;
		cut->end += first->first;
		cut->first_note = cut->end_note = first->first_note;
		cut->first_float += first->first_float;
		cut->end_top += first->first_float;
		cut->end_float += first->first_float;
	}
	if (!fine)
		g_clear_pointer(&cuts, g_array_unref);
	return cuts;
}

/* The first cut on the last page; cuts->len where what stands there is better left alone. */
static guint
balance_from(const struct section *section)
{
	guint i = section->cuts->len;
	guint page = page_of_cut(section, cut_at(section->cuts, i - 1));

	while (i > 0 && page_of_cut(section, cut_at(section->cuts, i - 1)) == page) {
		const struct page_cut *cut = cut_at(section->cuts, --i);

		/* The place of notes is the page's foot, and floats come from other pages. */
		if (cut->end_note > cut->first_note || cut->end_top > cut->first_float ||
		    cut->unmet || cut->overflow)
			return section->cuts->len;
	}
	return i;
}

/* Columns of the last page become equally high, no higher than they must be. */
static void
balance(struct section *section)
{
	guint from = balance_from(section);
	struct page_cut first;
	double low = 0, high = 0;

	if (from == section->cuts->len)
		return;
	first = *cut_at(section->cuts, from);
	for (guint i = from; i < section->cuts->len; i++)
		high = MAX(high, cut_at(section->cuts, i)->height);
	/* To a point: no line is lower than that. */
	while (high - low > 1) {
		double middle = (low + high) / 2;
		g_autoptr(GArray) cuts = columns_try(section, &first, middle);

		if (!cuts) {
			low = middle;
			continue;
		}
		high = middle;
		g_array_set_size(section->cuts, from);
		g_array_append_vals(section->cuts, cuts->data, cuts->len);
	}
}

/* Where the section before ends on its last page: text from above, notes from below. */
static void
begin_below(struct section *section, const struct section *before)
{
	struct galley_edge after = galley_after(before->galley);
	struct galley_edge first = galley_before(section->galley);

	section->first_page = before->last_page;
	for (guint i = 0; i < before->cuts->len; i++) {
		const struct page_cut *cut = cut_at(before->cuts, i);
		double notes = galley_height(before->notes, cut->first_note, cut->end_note);

		if (page_of_cut(before, cut) != before->last_page)
			continue;
		section->top = MAX(section->top, cut->height);
		if (notes > 0)
			section->foot = MAX(section->foot, notes + section->sequence->separator);
	}
	if (before->first_page == before->last_page) {
		section->top += before->top;
		section->foot += before->foot;
	}
	if (section->top > 0)
		section->top += MAX(after.space, first.space);
}

/* Is the beginning of the section fit to stand below the one before? */
static bool
stands_below(const struct section *section, const struct section *before)
{
	const struct page_cut *cut = cut_at(section->cuts, 0);

	return galley_before(section->galley).force != FORCE_PAGE &&
	       galley_after(before->galley).force != FORCE_PAGE && !cut->overflow && !cut->unmet &&
	       cut->end > cut->first;
}

void
section_break(struct section *section, const struct section *before)
{
	if (before)
		begin_below(section, before);
	section->cuts = cuts_find(section);
	if (before && galley_length(section->galley) > 0 && !stands_below(section, before)) {
		section->first_page = before->last_page + 1;
		section->top = section->foot = 0;
		g_array_unref(section->cuts);
		section->cuts = cuts_find(section);
	}
	if (section->columns > 1)
		balance(section);
	section->last_page = page_of_cut(section, cut_at(section->cuts, section->cuts->len - 1));
}

guint
section_page_of(const struct section *section, guint slug)
{
	guint low = 0, high = section->cuts->len - 1;

	while (low < high) {
		guint middle = (low + high) / 2;

		if (cut_at(section->cuts, middle)->end > slug)
			high = middle;
		else
			low = middle + 1;
	}
	return page_of_cut(section, cut_at(section->cuts, low));
}

static void
keep_report(const struct section *section, const struct page_cut *cut)
{
	guint at = cut->overflow ? cut->first : cut->end;
	const struct fo_node *fo;

	if ((cut->unmet == 0 && !cut->overflow) || at >= galley_length(section->galley))
		return;
	fo = galley_source(section->galley, at);
	diag_add(section->sequence->formatter->env->diags, DIAG_KEEP_UNMET, fo ? fo->at : LOC_NONE,
		 cut->overflow ? "fo:%s is higher than a page"
			       : "a page had to end before this fo:%s",
		 fo_kind_name(fo ? fo->kind : FO_FLOW));
}

/* Move areas of the body down as the region's display-align says. */
static void
body_align(const struct section *section, guint page, struct area *out, double slack)
{
	int align = sequence_body(section->sequence, page)->display_align;

	if (align == DISPLAY_BEFORE || slack <= 0 || section->columns > 1 ||
	    section->first_page > 0 || !section->ends)
		return;
	for (struct area *area = out->first; area; area = area->next)
		area_move(area, 0, align == DISPLAY_CENTER ? slack / 2 : slack);
}

/* One column: its rectangle is column, which ends above the notes of sections before it. */
static void
column_place(struct section *section, guint page, const struct page_cut *cut,
	     const struct rectangle *column, struct area *out)
{
	double foot = galley_height(section->notes, cut->first_note, cut->end_note);
	double bottom = column->y + column->height, end;

	end = galley_place_cut(section->galley, cut, column->x, column->y, out);
	body_align(section, page, out, bottom - foot - end);
	if (cut->end_note > cut->first_note) {
		struct rectangle separator = *column;

		separator.y = bottom - foot - section->sequence->separator;
		sequence_separate(section->sequence, page, &separator);
		galley_place(section->notes, cut->first_note, cut->end_note, column->x,
			     bottom - foot, out);
	}
	keep_report(section, cut);
}

void
section_place(struct section *section, guint page, struct area *out)
{
	struct rectangle body = sequence_room(section->sequence, page, true);

	if (page < section->first_page || page > section->last_page)
		return;
	if (page == section->first_page) {
		body.y += section->top;
		body.height -= section->top + section->foot;
	}
	for (guint i = 0; i < section->cuts->len; i++) {
		const struct page_cut *cut = cut_at(section->cuts, i);
		guint n = cut->page % section->columns;
		struct rectangle column = body;

		if (page_of_cut(section, cut) != page)
			continue;
		if (section->sequence->rtl)
			n = section->columns - 1 - n;
		column.x += (section->width + section->gap) * n;
		column.width = section->width;
		column_place(section, page, cut, &column, out);
	}
}
