/* sequence: see sequence.h. */
#include "layout/sequence.h"

#include <string.h>
#include "layout/citation.h"
#include "layout/page_number.h"
#include "layout/section.h"

const struct page_master *
sequence_master(const struct sequence *sequence, guint page, bool last)
{
	struct page_case of = {
		.index = page,
		.number = sequence->first_number + (int)page,
		.last = sequence->n_pages > 0 ? page + 1 == sequence->n_pages : last,
		.blank = sequence->blank && page + 1 == sequence->n_pages,
	};

	return masters_choose(sequence->masters, sequence->reference, of);
}

const struct region *
sequence_body(const struct sequence *sequence, guint page)
{
	return &sequence_master(sequence, page, false)->regions[REGION_BODY];
}

struct rectangle
sequence_room(const struct sequence *sequence, guint page, bool last)
{
	return region_rectangle(sequence_master(sequence, page, last), REGION_BODY, sequence->rtl);
}

void
sequence_separate(struct sequence *sequence, guint page, const struct rectangle *at)
{
	struct separator separator = {page, *at};

	g_array_append_val(sequence->separators, separator);
}

/* initial-page-number: a number, or go on from the sequence before. */
static int
number_first(const struct formatter *formatter, const struct fo_node *fo, int next)
{
	const char *initial = fo_attribute(fo, "initial-page-number");
	guint64 number = 0;

	if (!initial || strcmp(initial, "auto") == 0)
		return next;
	if (strcmp(initial, "auto-odd") == 0)
		return next % 2 ? next : next + 1;
	if (strcmp(initial, "auto-even") == 0)
		return next % 2 ? next + 1 : next;
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

/* Pages need not be alike, but lines are set only once. */
static void
width_check(const struct sequence *sequence)
{
	double width = sequence_room(sequence, 0, false).width;
	guint columns = sequence_body(sequence, 0)->columns;

	for (guint i = 1; i < sequence->n_pages - sequence->blank; i++) {
		double here = sequence_room(sequence, i, false).width;

		if (here > width + 0.01 || here < width - 0.01 ||
		    sequence_body(sequence, i)->columns != columns) {
			formatter_complain(sequence->formatter, sequence->fo,
					   "bodies of different width or columns in one sequence");
			return;
		}
	}
}

static void
page_make(struct sequence *sequence, guint index)
{
	struct formatter *formatter = sequence->formatter;
	const struct page_master *master = sequence_master(sequence, index, false);
	struct page *page = page_new(formatter->areas, master->width, master->height);

	page->label = page_number_text(formatter, sequence->fo,
				       sequence->first_number + (int)index);
	for (guint i = 0; i < sequence->sections->len; i++)
		section_place(sequence->sections->pdata[i], index, page->flow);
	citation_learn(formatter, page);
	if (sequence->fo->id)
		citation_learn_id(formatter, sequence->fo->id, page->label);
	if (sequence->fo->parent->id)
		citation_learn_id(formatter, sequence->fo->parent->id, page->label);
}

/* For fo:page-number-citation-last: where boxes with an id end. */
static void
ends_learn(const struct sequence *sequence, const struct section *section)
{
	const GPtrArray *boxes = galley_boxes(section->galley);
	const GPtrArray *pages = sequence->formatter->areas->pages;

	for (guint i = 0; boxes && i < boxes->len; i++) {
		const struct box *box = boxes->pdata[i];
		const struct page *page;

		if (!box->fo->id || box->last < 0)
			continue;
		page = pages->pdata[sequence->first_page +
				    section_page_of(section, (guint)box->last)];
		citation_learn_id(sequence->formatter, box->fo->id, page->label);
	}
}

static void
markers_learn(const struct sequence *sequence, const struct section *section)
{
	const GArray *markers = galley_markers(section->galley);

	for (guint i = 0; markers && i < markers->len; i++) {
		const struct galley_marker *at = &g_array_index(markers, struct galley_marker, i);
		guint page = section_page_of(section, at->slug);
		struct flow_marker marker = {at->fo, page, page};

		if (at->box && at->box->last >= 0) {
			marker.first_page = section_page_of(section, (guint)at->box->first);
			marker.last_page = section_page_of(section, (guint)at->box->last);
		}
		g_array_append_val(sequence->markers, marker);
	}
}

/*
 * Does force-page-count want a blank page after n (XSL 1.1 §7.27.6)?  auto: where the next sequence
 * begins with a page of the same parity.
 */
static bool
wants_blank(const struct sequence *sequence, guint n)
{
	const char *force = fo_attribute(sequence->fo, "force-page-count");
	const struct fo_node *next = sequence->fo->next;
	int last = sequence->first_number + (int)n - 1;

	if (force && strcmp(force, "no-force") == 0)
		return false;
	if (force && strcmp(force, "even") == 0)
		return n % 2 == 1;
	if (force && strcmp(force, "odd") == 0)
		return n % 2 == 0;
	if (force && strcmp(force, "end-on-even") == 0)
		return last % 2 == 1;
	if (force && strcmp(force, "end-on-odd") == 0)
		return last % 2 == 0;
	if (force && strcmp(force, "auto") != 0)
		formatter_complain(sequence->formatter, sequence->fo, "value of force-page-count");
	while (next && next->kind != FO_PAGE_SEQUENCE)
		next = next->next;
	return next && (number_first(sequence->formatter, next, last + 1) - last) % 2 == 0;
}

static void
pages_make(struct sequence *sequence)
{
	const struct section *last = NULL;

	for (guint i = 0; i < sequence->sections->len; i++) {
		section_break(sequence->sections->pdata[i], last);
		last = sequence->sections->pdata[i];
	}
	sequence->blank = wants_blank(sequence, last->last_page + 1);
	sequence->n_pages = last->last_page + 1 + sequence->blank;
	width_check(sequence);
	for (guint i = 0; i < sequence->n_pages; i++)
		page_make(sequence, i);
	for (guint i = 0; i < sequence->sections->len; i++) {
		ends_learn(sequence, sequence->sections->pdata[i]);
		markers_learn(sequence, sequence->sections->pdata[i]);
	}
}

/* The highest body among the first few pages, which have every master that alternates. */
static double
room_highest(const struct sequence *sequence)
{
	double room = 0;

	for (guint i = 0; i < 4; i++)
		room = MAX(room, sequence_room(sequence, i, false).height);
	return room;
}

static void
flow_format(struct sequence *sequence, const struct fo_node *flow)
{
	const struct fo_node *first = flow->first, *end;

	sequence->formatter->page_room = room_highest(sequence);
	sequence->formatter->digits =
		digits_expected(sequence->formatter, sequence->fo, sequence->first_number);
	sequence->separator = sequence_separator_height(sequence);
	do {
		/* With one column all is one section, whatever spans it. */
		end = first && sequence_body(sequence, 0)->columns > 1 ? section_end(first) : NULL;
		g_ptr_array_add(sequence->sections, section_new(sequence, flow, first, end));
		first = end;
	} while (first);
	pages_make(sequence);
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
	sequence->sections = g_ptr_array_new_with_free_func(section_free);
	sequence->markers = g_array_new(FALSE, TRUE, sizeof(struct flow_marker));
	sequence->separators = g_array_new(FALSE, TRUE, sizeof(struct separator));
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
	g_ptr_array_unref(sequence->sections);
	g_array_unref(sequence->markers);
	g_array_unref(sequence->separators);
	g_free(sequence);
}
