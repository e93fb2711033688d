/* block: see block.h. */
#include "layout/block.h"

#include "base/diag.h"
#include "layout/inline.h"
#include "layout/line.h"
#include "layout/standing.h"
#include "layout/table.h"
#include "layout/table_marker.h"

/* No measure is narrower, however deep the indents. */
#define MEASURE_LEAST 1.0
/* Lines of wrap-option="no-wrap" end at line feeds only. */
#define MEASURE_ENDLESS 1e5

struct measure
block_measure_in(const struct fo_node *node, double reference_width)
{
	const struct text_style *style = node->style;
	double start = style->start_indent + style->start_share * reference_width;
	double end = style->end_indent + style->end_share * reference_width;

	if (!style->end_from_start)
		end = reference_width - end;
	return (struct measure){start, MAX(end - start, MEASURE_LEAST)};
}

/*
 * The padding and border of one edge as a slug of their own, which no page break may part from the
 * content.
 */
static void
inset_add(struct galley *galley, const struct box_style *style, enum edge edge)
{
	double inset = box_style_inset(style, edge);

	if (!(inset > 0))
		return;
	if (edge == EDGE_AFTER)
		galley_keep(galley, PENALTY_INSEPARABLE);
	galley_add(galley, NULL, inset, 0);
	if (edge == EDGE_BEFORE)
		galley_keep(galley, PENALTY_INSEPARABLE);
}

struct box *
block_begin(struct galley *galley, const struct fo_node *node, const struct measure *measure)
{
	const struct box_style *style = node->box;
	double start = box_style_inset(style, EDGE_START), end = box_style_inset(style, EDGE_END);
	struct box *box;

	galley_break(galley, (enum page_force)style->break_before);
	galley_space(galley, &style->space_before);
	galley_snap(galley, style->grid);
	galley_keep(galley, style->keep_with_previous);
	box = galley_open(galley, node, measure->start - start, start + measure->width + end);
	inset_add(galley, style, EDGE_BEFORE);
	return box;
}

void
block_end(struct galley *galley, struct box *box)
{
	const struct fo_node *node = box->fo;

	inset_add(galley, node->box, EDGE_AFTER);
	if (box->first < 0 && node->id) {
		galley_add(galley, NULL, 0, 0);
		galley_close(galley, box);
		galley_keep(galley, PENALTY_INSEPARABLE);
	} else {
		galley_close(galley, box);
	}
	galley_space(galley, &node->box->space_after);
	galley_keep(galley, node->box->keep_with_next);
	galley_break(galley, (enum page_force)node->box->break_after);
}

static void
overfull_report(struct formatter *formatter, const struct fo_node *block, const struct line *line)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	struct loc at = block->at;

	if (line->overfull <= 0.05)
		return;
	if (at.line == 0 && line->fragments->len > 0)
		at = g_array_index(line->fragments, struct fragment, 0).span->at;
	/* What the data or the frame print has no place of its own: that around it, at last the brief. */
	for (const struct fo_node *node = block->parent; node && at.line == 0; node = node->parent)
		at = node->at;
	diag_add(formatter->env->diags, DIAG_LINE_OVERFULL, at, "a line is %s points too wide",
		 g_ascii_formatd(text, sizeof text, "%.1f", line->overfull));
}

static bool
ends_in_hyphen(const struct line *line)
{
	guint n = line->fragments->len;

	return n > 0 && g_array_index(line->fragments, struct fragment, n - 1).hyphen;
}

/* Widows and orphans are keeps between lines. */
static int
line_penalty(const struct text_style *style, const struct paragraph *paragraph, guint line)
{
	guint lines = paragraph_line_count(paragraph);

	if (line == 0)
		return 0;
	if (line < (guint)style->orphans || lines - line < (guint)style->widows)
		return PENALTY_KEEP;
	return ends_in_hyphen(paragraph_line(paragraph, line - 1)) ? PENALTY_HYPHEN : 0;
}

static void
lines_add(struct formatter *formatter, struct galley *galley, const struct fo_node *block,
	  const struct fo_node *text, struct paragraph *paragraph, const struct measure *measure)
{
	guint lines = paragraph_line_count(paragraph);

	for (guint i = 0; i < lines; i++) {
		const struct line *line = paragraph_line(paragraph, i);
		struct area *area = line_area(formatter, block, text, line, measure->width);

		area->x = 0;
		area_move(area, galley_x(galley, measure->start, measure->width), 0);
		overfull_report(formatter, block, line);
		galley_keep(galley, line_penalty(block->style, paragraph, i));
		galley_add(galley, area, area->height, footnotes_lay(formatter, galley, line));
	}
}

static void
run_lay(struct formatter *formatter, struct galley *galley, const struct fo_node *block,
	const struct fo_node *first, const struct fo_node *end)
{
	struct measure measure = block_measure_in(block, galley_width(galley));
	double width = block->style->wrap ? measure.width : MEASURE_ENDLESS;
	struct paragraph *paragraph = standing_paragraph(formatter, block, width);

	if (paragraph) {
		lines_add(formatter, galley, block, first, paragraph, &measure);
		return;
	}
	paragraph = inline_paragraph(formatter, block, first, end, measure.width);
	paragraph_break(paragraph, width);
	area_tree_keep(formatter->areas, paragraph, (GDestroyNotify)paragraph_free);
	lines_add(formatter, galley, block, NULL, paragraph, &measure);
	paragraph_strip(paragraph);
}

static void
plain_lay(struct formatter *formatter, struct galley *galley, const struct fo_node *node)
{
	struct measure measure = block_measure_in(node, galley_width(galley));
	struct box *box = block_begin(galley, node, &measure);

	block_content(formatter, galley, node);
	block_end(galley, box);
}

static void
child_lay(struct formatter *formatter, struct galley *galley, const struct fo_node *node)
{
	switch (node->kind) {
	case FO_BLOCK:
	case FO_BLOCK_CONTAINER:
		plain_lay(formatter, galley, node);
		return;
	case FO_WRAPPER:
		block_content(formatter, galley, node);
		return;
	case FO_FLOAT:
		float_lay(formatter, galley, node);
		return;
	case FO_LIST_BLOCK:
		list_lay(formatter, galley, node);
		return;
	case FO_TABLE:
		table_lay(formatter, galley, node);
		return;
	case FO_MARKER:
		galley_mark(galley, node);
		return;
	default:
		formatter_complain(formatter, node, "it cannot stand here");
	}
}

/*
 * The end of the run that begins at first: the next sibling that is not content of lines, or stop.
 */
static const struct fo_node *
run_end(const struct fo_node *first, const struct fo_node *stop)
{
	while (first && first != stop && inline_continues(first))
		first = first->next;
	return first;
}

static void
markers_note(struct galley *galley, const struct fo_node *first, const struct fo_node *end)
{
	for (; first != end; first = first->next)
		if (first->kind == FO_MARKER)
			galley_mark(galley, first);
}

void
block_range(struct formatter *formatter, struct galley *galley, const struct fo_node *node,
	    const struct fo_node *first, const struct fo_node *stop)
{
	const struct fo_node *child = first;

	while (child && child != stop) {
		const struct fo_node *end = run_end(child, stop);

		markers_note(galley, child, end);
		if (!inline_is_blank(child, end) && !table_marker_is_empty(formatter, child)) {
			run_lay(formatter, galley, node, child, end);
			child = end;
			continue;
		}
		/* Empty blocks are line breaks only among words. */
		for (; child != end; child = child->next)
			if (child->kind == FO_BLOCK)
				child_lay(formatter, galley, child);
		if (end && end != stop) {
			child_lay(formatter, galley, end);
			child = end->next;
		}
	}
}

/* Objects that make no box of their own still want one where something refers to them. */
static bool
needs_box(const struct fo_node *node)
{
	return node->id && (node->kind == FO_FLOW || node->kind == FO_WRAPPER ||
			    node->kind == FO_LIST_ITEM_LABEL || node->kind == FO_LIST_ITEM_BODY ||
			    node->kind == FO_FOOTNOTE_BODY || node->kind == FO_FLOAT);
}

void
block_content(struct formatter *formatter, struct galley *galley, const struct fo_node *node)
{
	struct box *box =
		needs_box(node) ? galley_open(galley, node, 0, galley_width(galley)) : NULL;

	block_range(formatter, galley, node, node->first, NULL);
	if (box)
		block_end(galley, box);
}

/* What stands beside the content: indents, which are inherited, so the child's own. */
static double
indents(const struct fo_node *node)
{
	return node->style->start_indent +
	       (node->style->end_from_start ? 0 : node->style->end_indent);
}

void
block_need(struct formatter *formatter, const struct fo_node *node, double *min, double *max)
{
	const struct fo_node *child = node->first;

	*min = *max = 0;
	while (child) {
		const struct fo_node *end = run_end(child, NULL);
		double low = 0, high = 0;

		if (!inline_is_blank(child, end) && !table_marker_is_empty(formatter, child)) {
			inline_measure(formatter, node, child, end, &low, &high);
			low += indents(node);
			high += indents(node);
			child = end;
		} else if (end) {
			block_need(formatter, end, &low, &high);
			child = end->next;
		} else {
			child = NULL;
		}
		*min = MAX(*min, low);
		*max = MAX(*max, high);
	}
}
