#include "pdf/paint.h"

#include <math.h>
#include "chart/scene.h"
#include "layout/area.h"
#include "layout/paragraph.h"
#include "pdf/content.h"
#include "pdf/glyphs.h"
#include "pdf/sketch.h"

static void
fill_rectangle(struct content *content, double x, double y, double width, double height,
	       guint32 colour)
{
	content_fill_colour(content, colour);
	content_rectangle(content, x, y, width, height);
	content_paint(content, true, false);
}

static void
paint_borders(struct content *content, const struct area *area)
{
	const struct area_borders *b = area->borders;
	const double right = area->x + area->width, bottom = area->y + area->height;
	const struct {
		double x, y, width, height;
	} sides[4] = {
		{area->x, area->y, area->width, b->width[0]},
		{right - b->width[1], area->y, b->width[1], area->height},
		{area->x, bottom - b->width[2], area->width, b->width[2]},
		{area->x, area->y, b->width[3], area->height},
	};

	for (int i = 0; i < 4; i++) {
		if (b->width[i] > 0 && b->colour[i] != AREA_NO_COLOUR)
			fill_rectangle(content, sides[i].x, sides[i].y, sides[i].width,
				       sides[i].height, b->colour[i]);
	}
}

/*
 * Dots stand on a grid of the page, so that those of neighbouring lines are in columns.  They are
 * the round caps of a dashed line, one operator for all.
 */
static void
paint_dots(struct content *content, const struct area *area)
{
	const double pitch = 5, diameter = 0.9;
	double first = (floor(area->x / pitch) + 1) * pitch;
	double last = floor((area->x + area->width - diameter) / pitch) * pitch;

	if (last < first)
		return;
	content_stroke_colour(content, area->colour);
	content_line(content, diameter, true);
	content_dash(content, 0, pitch);
	content_move_to(content, first, area->baseline - diameter / 2);
	content_line_to(content, last + pitch / 4, area->baseline - diameter / 2);
	content_paint(content, false, true);
}

static void
paint_leader(struct content *content, const struct area *area)
{
	if (area->leader == LEADER_RULE)
		fill_rectangle(content, area->x, area->y, area->width, area->height, area->colour);
	else if (area->leader == LEADER_DOTS)
		paint_dots(content, area);
}

static void
paint_graphic(const struct painter *painter, const struct area *area)
{
	if (area->image)
		content_image(painter->content, painter->find_image(area->image, painter->user),
			      area->x, area->y, area->width, area->height);
	else if (area->scene)
		sketch_draw(&painter->easel, area->scene, area->x, area->y, area->width,
			    area->height);
}

void
paint_area(const struct painter *painter, const struct area *area)
{
	switch (area->kind) {
	case AREA_TEXT:
		if (!area->glyphs)
			return;
		content_fill_colour(painter->content, area->colour);
		glyphs_show(painter->glyphs, area->glyphs, area->text, area->x, area->baseline, 1);
		return;
	case AREA_LEADER:
		paint_leader(painter->content, area);
		return;
	case AREA_GRAPHIC:
		paint_graphic(painter, area);
		return;
	case AREA_BLOCK:
	case AREA_LINE:
		return;
	}
}

bool
paint_is_graphic(const struct area *area)
{
	return area->kind == AREA_GRAPHIC || area->kind == AREA_LEADER;
}

static void
paint_boxes(struct content *content, const struct area *area)
{
	for (; area; area = area->next) {
		if (area->background != AREA_NO_COLOUR && area->kind == AREA_BLOCK)
			fill_rectangle(content, area->x, area->y, area->width, area->height,
				       area->background);
		if (area->borders)
			paint_borders(content, area);
		paint_boxes(content, area->first);
	}
}

/*
 * Content areas without a tag: all of the static content, and repeated headers and leaders of the
 * flow.
 */
static void
paint_untagged(const struct painter *painter, const struct area *area)
{
	for (; area; area = area->next) {
		if (!area->tag)
			paint_area(painter, area);
		paint_untagged(painter, area->first);
	}
}

void
paint_furniture(const struct painter *painter, const struct page *page)
{
	content_mark_artifact(painter->content, "Layout");
	paint_boxes(painter->content, page->furniture);
	paint_boxes(painter->content, page->flow);
	paint_untagged(painter, page->flow);
	content_unmark(painter->content);
	content_mark_artifact(painter->content, "Pagination");
	paint_untagged(painter, page->furniture);
	content_unmark(painter->content);
}
