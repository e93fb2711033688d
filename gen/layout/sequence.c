/* sequence: see sequence.h. */
#include "layout/sequence.h"

#include <string.h>
#include "base/diag.h"
#include "layout/block.h"
#include "layout/citation.h"
#include "layout/page_number.h"

static const struct page_master *
master_of(const struct sequence *sequence, guint index)
{
	return masters_choose(sequence->masters, sequence->reference, index,
			      sequence->first_number + (int)index);
}

static struct rectangle
body_of(const struct sequence *sequence, guint index)
{
	return region_rectangle(master_of(sequence, index), REGION_BODY, sequence->rtl);
}

static double
room_of(guint page, bool last, void *user)
{
	(void)last;
	return body_of(user, page).height;
}

/* initial-page-number: a number, or go on from the sequence before. */
static int
number_first(const struct formatter *formatter, const struct fo_node *fo, int next)
{
	const char *initial = fo_attribute(fo, "initial-page-number");
	guint64 number = 0;

	if (!initial || strcmp(initial, "auto") == 0)
		return next;
	if (g_ascii_string_to_unsigned(initial, 10, 1, G_MAXINT16, &number, NULL))
		return (int)number;
	formatter_complain(formatter, fo, "value of initial-page-number");
	return next;
}

#define BYTES_OF_PAGE 2000

/* Roughly how many bytes of text there are below node; a forced break counts as a page. */
static gsize
text_size(const struct fo_node *node)
{
	gsize size = node->text ? strlen(node->text) : 0;

	if (node->box && (node->box->break_before || node->box->break_after))
		size += BYTES_OF_PAGE;
	for (const struct fo_node *child = node->first; child; child = child->next)
		size += text_size(child);
	return size;
}

/* A guess too low costs a second try, one too high a digit's width of white. */
static int
digits_expected(const struct formatter *formatter, const struct fo_node *fo, int first_number)
{
	gsize pages = (gsize)first_number + text_size(fo) / BYTES_OF_PAGE;
	int digits = pages < 10 ? 1 : pages < 100 ? 2 : pages < 1000 ? 3 : 4;

	return MAX(digits, formatter->digits_least);
}

static void
keep_report(const struct sequence *sequence, const struct galley *galley,
	    const struct page_cut *cut)
{
	guint at = cut->overflow ? cut->first : cut->end;
	const struct fo_node *fo;

	if ((cut->unmet == 0 && !cut->overflow) || at >= galley_length(galley))
		return;
	fo = galley_source(galley, at);
	diag_add(sequence->formatter->env->diags, DIAG_KEEP_UNMET, fo ? fo->at : LOC_NONE,
		 cut->overflow ? "fo:%s is higher than a page"
			       : "a page had to end before this fo:%s",
		 fo_kind_name(fo ? fo->kind : FO_FLOW));
}

/* Pages need not be alike, but lines are set only once. */
static void
width_check(const struct sequence *sequence, guint index, double width)
{
	double here = body_of(sequence, index).width;

	if (here > width + 0.01 || here < width - 0.01)
		formatter_complain(sequence->formatter, sequence->fo,
				   "bodies of different width in one sequence");
}

/* Move areas of the body down as the region's display-align says. */
static void
body_align(const struct sequence *sequence, guint index, struct page *page, double slack)
{
	int align = master_of(sequence, index)->regions[REGION_BODY].display_align;

	if (align == DISPLAY_BEFORE || slack <= 0)
		return;
	for (guint i = 0; i < page->flow->len; i++)
		area_move(page->flow->pdata[i], 0, align == DISPLAY_CENTER ? slack / 2 : slack);
}

static void
page_fill(struct sequence *sequence, struct galley *galley, struct galley *notes, guint index,
	  double separator)
{
	const struct page_cut *cut = &g_array_index(sequence->cuts, struct page_cut, index);
	const struct page_master *master = master_of(sequence, index);
	struct rectangle body = body_of(sequence, index);
	struct page *page = page_new(sequence->formatter->areas, master->width, master->height);
	double foot = galley_height(notes, cut->first_note, cut->end_note), bottom;

	page->label = page_number_text(sequence->formatter, sequence->fo,
				       sequence->first_number + (int)index);
	bottom = galley_place_cut(galley, cut, body.x, body.y, page->flow);
	body_align(sequence, index, page, body.y + body.height - foot - bottom);
	if (cut->end_note > cut->first_note) {
		double top = body.y + body.height - foot;

		sequence->separated[index] = true;
		sequence->separator_y[index] = top - separator;
		galley_place(notes, cut->first_note, cut->end_note, body.x, top, page->flow);
	}
	keep_report(sequence, galley, cut);
	citation_learn(sequence->formatter, page);
	if (sequence->fo->id)
		citation_learn_id(sequence->formatter, sequence->fo->id, page->label);
	if (sequence->fo->parent->id)
		citation_learn_id(sequence->formatter, sequence->fo->parent->id, page->label);
}

static const char *
label_of_slug(const struct sequence *sequence, guint slug)
{
	guint low = 0, high = sequence->n_pages - 1;

	while (low < high) {
		guint middle = (low + high) / 2;

		if (g_array_index(sequence->cuts, struct page_cut, middle).end > slug)
			high = middle;
		else
			low = middle + 1;
	}
	return ((struct page *)sequence->formatter->areas->pages->pdata[sequence->first_page + low])
		->label;
}

/* For fo:page-number-citation-last: where boxes with an id end. */
static void
ends_learn(const struct sequence *sequence, const struct galley *galley)
{
	const GPtrArray *boxes = galley_boxes(galley);

	for (guint i = 0; i < boxes->len; i++) {
		const struct box *box = boxes->pdata[i];

		if (box->fo->id && box->last >= 0)
			citation_learn_id(sequence->formatter, box->fo->id,
					  label_of_slug(sequence, (guint)box->last));
	}
}

static void
pages_make(struct sequence *sequence, struct galley *galley, struct galley *notes)
{
	struct page_rules rules = {
		.room = room_of,
		.user = sequence,
		.settled = 1,
		.period = 2,
		.separator = sequence_separator_height(sequence),
	};

	sequence->cuts = pagebreak_total_fit(
		galley_length(galley) ? galley_item(galley, 0) : NULL, galley_length(galley),
		galley_length(notes) ? galley_item(notes, 0) : NULL, galley_length(notes), &rules);
	sequence->n_pages = sequence->cuts->len;
	sequence->separated = g_new0(bool, sequence->n_pages);
	sequence->separator_y = g_new0(double, sequence->n_pages);
	for (guint i = 0; i < sequence->n_pages; i++) {
		width_check(sequence, i, galley_width(galley));
		page_fill(sequence, galley, notes, i, rules.separator);
	}
	ends_learn(sequence, galley);
}

/* The highest body among the first few pages, which have every master that alternates. */
static double
room_highest(struct sequence *sequence)
{
	double room = 0;

	for (guint i = 0; i < 4; i++)
		room = MAX(room, room_of(i, false, sequence));
	return room;
}

static void
flow_format(struct sequence *sequence, const struct fo_node *flow)
{
	double width = body_of(sequence, 0).width;
	g_autoptr(Galley) notes = galley_new(width, sequence->rtl, NULL);
	g_autoptr(Galley) galley = galley_new(width, sequence->rtl, notes);
	const GArray *markers;

	sequence->formatter->page_room = room_highest(sequence);
	sequence->formatter->digits =
		digits_expected(sequence->formatter, sequence->fo, sequence->first_number);
	sequence->formatter->flow = galley;
	block_content(sequence->formatter, galley, flow);
	sequence->formatter->flow = NULL;
	pages_make(sequence, galley, notes);
	markers = galley_markers(galley);
	g_array_append_vals(sequence->markers, markers->data, markers->len);
}

struct sequence *
sequence_format(struct formatter *formatter, const struct masters *masters,
		const struct fo_node *fo, int first_number)
{
	struct sequence *sequence = g_new0(struct sequence, 1);
	const struct fo_node *flow = fo_child(fo, FO_FLOW);

	sequence->formatter = formatter;
	sequence->masters = masters;
	sequence->fo = fo;
	sequence->reference = fo_attribute(fo, "master-reference");
	sequence->rtl = fo->style->rtl;
	sequence->first_number = number_first(formatter, fo, first_number);
	sequence->first_page = formatter->areas->pages->len;
	sequence->markers = g_array_new(FALSE, TRUE, sizeof(struct galley_marker));
	if (!masters_have(masters, sequence->reference))
		formatter_complain(formatter, fo, "no master of that name");
	if (flow)
		flow_format(sequence, flow);
	else
		formatter_complain(formatter, fo, "no flow");
	return sequence;
}

void
sequence_free(struct sequence *sequence)
{
	if (!sequence)
		return;
	g_clear_pointer(&sequence->cuts, g_array_unref);
	g_array_unref(sequence->markers);
	g_free(sequence->separated);
	g_free(sequence->separator_y);
	g_free(sequence);
}
