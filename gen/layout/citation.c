/* citation: see citation.h. */
#include "layout/citation.h"

#include "base/diag.h"
#include "layout/standing.h"

const char *
citation_label(struct formatter *formatter, const struct fo_node *node)
{
	const char *ref = fo_attribute(node, "ref-id");
	const struct id_pages *pages;

	if (node->kind == FO_PAGE_NUMBER)
		return formatter->page ? formatter->page->label : NULL;
	if (!formatter->page || !ref)
		return NULL;
	pages = g_hash_table_lookup(formatter->labels, ref);
	if (!pages)
		return NULL;
	return node->kind == FO_CITATION_LAST ? pages->last : pages->first;
}

double
citation_width(struct formatter *formatter, const struct fo_node *node)
{
	return standing_line(formatter, node, "0")->width * formatter->digits;
}

struct area *
citation_area(struct formatter *formatter, const struct fo_node *node)
{
	struct area *area = area_new(AREA_TEXT, fo_kind_name(node->kind));

	area->tag = node->tag;
	area->colour = node->style->colour;
	g_hash_table_insert(formatter->numbers, area, (void *)node);
	return area;
}

void
citation_learn_id(struct formatter *formatter, const char *id, const char *label)
{
	struct id_pages *pages = g_hash_table_lookup(formatter->labels, id);

	if (!pages) {
		pages = g_new0(struct id_pages, 1);
		pages->first = label;
		g_hash_table_insert(formatter->labels, (void *)id, pages);
	}
	pages->last = label;
}

static void
areas_learn(struct formatter *formatter, const struct area *area, const char *label)
{
	for (; area; area = area->next) {
		if (area->id)
			citation_learn_id(formatter, area->id, label);
		areas_learn(formatter, area->first, label);
	}
}

void
citation_learn(struct formatter *formatter, const struct page *page)
{
	areas_learn(formatter, page->flow->first, page->label);
}

/*
 * Put the label at the end of its room; where that is too small the document is set once more
 * (layout.c).
 */
static void
area_fill(struct formatter *formatter, struct area *area, const struct fo_node *node,
	  const char *label)
{
	const struct line *line = standing_line(formatter, node, label);
	const struct fragment *fragment = &g_array_index(line->fragments, struct fragment, 0);

	g_return_if_fail(line->fragments->len > 0 && fragment->glyphs);
	if (fragment->width > area->width + 0.01)
		formatter->digits_needed = formatter->digits + 1;
	if (!node->style->rtl)
		area->x += area->width - fragment->width;
	area->width = fragment->width;
	area->glyphs = fragment->glyphs;
	area->text = fragment->text;
}

static void
number_fill(struct formatter *formatter, struct area *area, const struct page *page)
{
	const struct fo_node *node = g_hash_table_lookup(formatter->numbers, area);
	const struct page_facts facts = {.label = page->label};
	const char *label;

	if (!node)
		return;
	formatter->page = &facts;
	label = citation_label(formatter, node);
	formatter->page = NULL;
	if (label) {
		area_fill(formatter, area, node, label);
		return;
	}
	diag_add(formatter->env->diags, DIAG_REF_UNKNOWN, node->at, "no page for the number of %s",
		 fo_attribute(node, "ref-id") ? fo_attribute(node, "ref-id") : "nothing");
}

static void
areas_fill(struct formatter *formatter, struct area *area, const struct page *page)
{
	for (; area; area = area->next) {
		if (area->kind == AREA_TEXT && !area->glyphs)
			number_fill(formatter, area, page);
		areas_fill(formatter, area->first, page);
	}
}

void
citation_fill(struct formatter *formatter)
{
	const GPtrArray *pages = formatter->areas->pages;

	for (guint i = 0; i < pages->len; i++) {
		const struct page *page = pages->pdata[i];

		areas_fill(formatter, page->flow->first, page);
		areas_fill(formatter, page->furniture->first, page);
	}
}
