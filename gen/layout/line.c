/* line: see line.h. */
#include "layout/line.h"

#include "layout/citation.h"
#include "layout/graphic.h"
#include "layout/inline_box.h"

static bool
is_graphic(const struct fragment *fragment)
{
	const struct fo_node *owner = fragment->span->owner;

	return fragment->span->kind == SPAN_BOX && owner->kind == FO_GRAPHIC;
}

static bool
is_edge(const struct fragment *fragment)
{
	return fragment->span->kind == SPAN_OPENING || fragment->span->kind == SPAN_CLOSING;
}

/* The height of the line and where its baseline is, below its top. */
static double
line_baseline(const struct line *line, const struct strut *strut, double line_height,
	      double *height)
{
	double graphic = 0, baseline;
	bool text = false;

	for (guint i = 0; i < line->fragments->len; i++) {
		const struct fragment *fragment =
			&g_array_index(line->fragments, struct fragment, i);

		if (is_graphic(fragment))
			graphic = MAX(graphic, fragment->span->height);
		else if (fragment->span->kind != SPAN_ANCHOR && !is_edge(fragment))
			text = true;
	}
	*height = line_height;
	baseline = (line_height - strut->ascent - strut->descent) / 2 + strut->ascent;
	if (graphic > 0 && !text) {
		*height = graphic;
		return graphic;
	}
	*height += MAX(graphic - baseline, 0);
	return MAX(graphic, baseline);
}

static struct area *
text_area(struct formatter *formatter, const struct fragment *fragment, const struct fo_node *owner,
	  double baseline)
{
	const struct strut *strut = formatter_strut(formatter, owner->style);
	struct area *area = area_new(AREA_TEXT, fo_kind_name(owner->kind));

	area->baseline = baseline - fragment->span->style.rise;
	area->y = area->baseline - strut->ascent;
	area->height = strut->ascent + strut->descent;
	area->tag = owner->tag;
	area->colour = fragment->span->style.colour;
	area->glyphs = fragment->glyphs;
	area->text = fragment->text;
	area->hyphen = fragment->hyphen;
	return area;
}

static struct area *
leader_area(const struct fragment *fragment, double baseline)
{
	const struct fo_node *owner = fragment->span->owner;
	struct area *area = area_new(AREA_LEADER, "leader");

	area->leader = owner->style->leader_pattern;
	area->colour = owner->style->colour;
	area->height = owner->style->rule_thickness;
	area->y = baseline - area->height;
	area->baseline = baseline;
	return area;
}

static struct area *
graphic_area(struct formatter *formatter, const struct fragment *fragment, double baseline)
{
	const struct fo_node *owner = fragment->span->owner;
	struct area *area = area_new(AREA_GRAPHIC, "external-graphic");
	struct graphic graphic = graphic_find(formatter, owner);

	area->scene = graphic.scene;
	area->image = graphic.image;
	area->height = fragment->span->height;
	area->y = baseline - area->height;
	area->baseline = baseline;
	area->tag = owner->tag;
	area->id = owner->id;
	return area;
}

static struct area *
number_area(struct formatter *formatter, const struct fragment *fragment, double baseline)
{
	const struct fo_node *owner = fragment->span->owner;
	const struct strut *strut = formatter_strut(formatter, owner->style);
	struct area *area = citation_area(formatter, owner);

	area->baseline = baseline - owner->style->rise;
	area->y = area->baseline - strut->ascent;
	area->height = strut->ascent + strut->descent;
	return area;
}

/* The area of one fragment, or NULL for what leaves none. */
static struct area *
fragment_area(struct formatter *formatter, const struct fragment *fragment,
	      const struct fo_node *text, double baseline)
{
	const struct fo_node *owner = text ? text : fragment->span->owner;
	struct area *area;

	switch (fragment->span->kind) {
	case SPAN_TEXT:
		return fragment->glyphs ? text_area(formatter, fragment, owner, baseline) : NULL;
	case SPAN_LEADER:
		return leader_area(fragment, baseline);
	case SPAN_BOX:
		if (owner->kind == FO_GRAPHIC)
			return graphic_area(formatter, fragment, baseline);
		if (owner->kind == FO_LEADER)
			return leader_area(fragment, baseline);
		return number_area(formatter, fragment, baseline);
	case SPAN_ANCHOR:
		if (!owner->id)
			return NULL;
		area = area_new(AREA_BLOCK, fo_kind_name(owner->kind));
		area->id = owner->id;
		area->baseline = baseline;
		return area;
	case SPAN_OPENING:
	case SPAN_CLOSING:
	case SPAN_BREAK:
	case SPAN_ISOLATE:
		break;
	}
	return NULL;
}

struct area *
line_area(struct formatter *formatter, const struct fo_node *block, const struct fo_node *text,
	  const struct line *line, double measure)
{
	struct area *area = area_new(AREA_LINE, "line");

	area->width = measure;
	area->baseline = line_baseline(line, formatter_strut(formatter, block->style),
				       text_style_line_height(block->style), &area->height);
	inline_boxes_add(formatter, text, line, area);
	for (guint i = 0; i < line->fragments->len; i++) {
		const struct fragment *fragment =
			&g_array_index(line->fragments, struct fragment, i);
		struct area *child = fragment_area(formatter, fragment, text, area->baseline);

		if (!child)
			continue;
		child->x = fragment->x;
		child->width = fragment->width;
		area_add(area, child);
	}
	return area;
}
