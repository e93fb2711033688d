/* static: static content of a sequence's pages; see sequence.h. */
#include <string.h>
#include "layout/block.h"
#include "layout/sequence.h"

/* One page of the sequence, for markers. */
struct page_view {
	const struct sequence *sequence;
	guint index;
};

/*
 * The first marker of the class that begins on the page, else the last one before it in the
 * sequence (first-starting-within-page with retrieve-boundary page-sequence).
 */
static const struct fo_node *
marker_find(const char *class_name, void *user)
{
	const struct page_view *view = user;
	const struct page_cut *cut =
		&g_array_index(view->sequence->cuts, struct page_cut, view->index);
	const struct fo_node *found = NULL;

	for (guint i = 0; i < view->sequence->markers->len; i++) {
		const struct galley_marker *marker =
			&g_array_index(view->sequence->markers, struct galley_marker, i);

		if (marker->slug >= cut->end)
			break;
		if (g_strcmp0(fo_attribute(marker->fo, "marker-class-name"), class_name) != 0)
			continue;
		found = marker->fo;
		if (marker->slug >= cut->first)
			break;
	}
	return found;
}

static const struct fo_node *
static_find(const struct sequence *sequence, const char *flow_name)
{
	for (const struct fo_node *child = sequence->fo->first; child; child = child->next)
		if (child->kind == FO_STATIC_CONTENT &&
		    g_strcmp0(fo_attribute(child, "flow-name"), flow_name) == 0)
			return child;
	return NULL;
}

/* Set the static content and give its areas to out, in the rectangle as display says. */
static double
static_place(struct sequence *sequence, const struct fo_node *content, const struct rectangle *in,
	     int display, GPtrArray *out)
{
	g_autoptr(Galley) galley = galley_new(in->width, sequence->rtl, NULL);
	double height, top = in->y;

	block_content(sequence->formatter, galley, content);
	height = galley_height(galley, 0, galley_length(galley));
	if (display == DISPLAY_CENTER)
		top += (in->height - height) / 2;
	else if (display == DISPLAY_AFTER)
		top += in->height - height;
	galley_place(galley, 0, galley_length(galley), in->x, top, out);
	return height;
}

double
sequence_separator_height(struct sequence *sequence)
{
	const struct fo_node *content = static_find(sequence, "xsl-footnote-separator");
	g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func(area_free);
	struct rectangle body = region_rectangle(
		masters_choose(sequence->masters, sequence->reference, 0, sequence->first_number),
		REGION_BODY, sequence->rtl);

	return content ? static_place(sequence, content, &body, DISPLAY_BEFORE, out) : 0;
}

static void
page_furnish(struct sequence *sequence, guint index, struct page *page)
{
	const struct page_master *master = masters_choose(
		sequence->masters, sequence->reference, index, sequence->first_number + (int)index);
	struct rectangle in = region_rectangle(master, REGION_BODY, sequence->rtl);
	const struct fo_node *content;

	for (int kind = REGION_BEFORE; kind < REGION_COUNT; kind++) {
		const struct region *region = &master->regions[kind];
		struct rectangle rectangle =
			region_rectangle(master, (enum region_kind)kind, sequence->rtl);

		content = region->present ? static_find(sequence, region->name) : NULL;
		if (content)
			static_place(sequence, content, &rectangle, region->display_align,
				     page->furniture);
	}
	content = static_find(sequence, "xsl-footnote-separator");
	if (content && sequence->separated[index]) {
		in.y = sequence->separator_y[index];
		static_place(sequence, content, &in, DISPLAY_BEFORE, page->furniture);
	}
}

void
sequence_furnish(struct sequence *sequence)
{
	struct formatter *formatter = sequence->formatter;

	for (guint i = 0; i < sequence->n_pages; i++) {
		struct page *page = formatter->areas->pages->pdata[sequence->first_page + i];
		struct page_view view = {sequence, i};
		const struct page_facts facts = {page->label, marker_find, &view};

		formatter->page = &facts;
		page_furnish(sequence, i, page);
		formatter->page = NULL;
	}
}
