/* static: static content of a sequence's pages; see sequence.h. */
#include <string.h>
#include "layout/block.h"
#include "layout/sequence.h"

/* One page of the sequence, for markers. */
struct page_view {
	const struct sequence *sequence;
	guint index;
};

/* Does the page satisfy what retrieve-position asks of a marker (XSL 1.1 §7.25.3)? */
static bool
position_fits(const char *position, const struct flow_marker *marker, guint page)
{
	if (strcmp(position, "first-including-carryover") == 0)
		return marker->first_page <= page && marker->last_page >= page;
	if (strcmp(position, "last-ending-within-page") == 0)
		return marker->last_page == page;
	return marker->first_page == page;
}

/*
 * The first or last marker of the class that fits the page; else the last one before it, unless
 * retrieve-boundary stops at the page.
 */
static const struct fo_node *
marker_find(const struct fo_node *retrieve, void *user)
{
	const struct page_view *view = user;
	const char *class_name = fo_attribute(retrieve, "retrieve-class-name");
	const char *position = fo_attribute(retrieve, "retrieve-position");
	const char *boundary = fo_attribute(retrieve, "retrieve-boundary");
	const struct fo_node *before = NULL, *found = NULL;

	if (!position)
		position = "first-starting-within-page";
	for (guint i = 0; i < view->sequence->markers->len; i++) {
		const struct flow_marker *marker =
			&g_array_index(view->sequence->markers, struct flow_marker, i);

		if (marker->first_page > view->index)
			break;
		if (g_strcmp0(fo_attribute(marker->fo, "marker-class-name"), class_name) != 0)
			continue;
		if (marker->first_page < view->index)
			before = marker->fo;
		if (!position_fits(position, marker, view->index))
			continue;
		if (!found || g_str_has_prefix(position, "last"))
			found = marker->fo;
	}
	if (!found && g_strcmp0(boundary, "page") != 0)
		found = before;
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
	     int display, struct area *out)
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
	struct rectangle body = sequence_room(sequence, 0, false);
	struct area *out = area_new(AREA_BLOCK, "static-content");
	double height = content ? static_place(sequence, content, &body, DISPLAY_BEFORE, out) : 0;

	area_free(out);
	return height;
}

static void
page_furnish(struct sequence *sequence, guint index, struct page *page)
{
	const struct page_master *master = sequence_master(sequence, index, false);
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
	for (guint i = 0; content && i < sequence->separators->len; i++) {
		const struct separator *separator =
			&g_array_index(sequence->separators, struct separator, i);

		if (separator->page == index)
			static_place(sequence, content, &separator->at, DISPLAY_BEFORE,
				     page->furniture);
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
