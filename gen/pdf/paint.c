#include "pdf/paint.h"

#include <math.h>
#include <pango/pangocairo.h>
#include "chart/scene.h"
#include "image/image.h"
#include "layout/area.h"
#include "layout/paragraph.h"

static void
set_colour(cairo_t *cr, guint32 colour)
{
	cairo_set_source_rgb(cr, (double)(colour >> 16 & 0xff) / 255,
			     (double)(colour >> 8 & 0xff) / 255, (double)(colour & 0xff) / 255);
}

static void
fill_rectangle(cairo_t *cr, double x, double y, double width, double height, guint32 colour)
{
	set_colour(cr, colour);
	cairo_rectangle(cr, x, y, width, height);
	cairo_fill(cr);
}

static void
paint_borders(cairo_t *cr, const struct area *area)
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
			fill_rectangle(cr, sides[i].x, sides[i].y, sides[i].width, sides[i].height,
				       b->colour[i]);
	}
}

static void
paint_text(cairo_t *cr, const struct area *area)
{
	set_colour(cr, area->colour);
	cairo_move_to(cr, area->x, area->baseline);
	pango_cairo_show_glyph_item(cr, area->text, area->glyphs);
}

/*
 * Dots stand on a grid of the page, so that those of neighbouring lines are in columns.  They are
 * the round caps of a dashed line, one operator in the PDF: as circles they were a tenth of all
 * instructions of a build.
 */
static void
paint_dots(cairo_t *cr, const struct area *area)
{
	const double pitch = 5, diameter = 0.9, dashes[] = {0, pitch};
	double first = (floor(area->x / pitch) + 1) * pitch;
	double last = floor((area->x + area->width - diameter) / pitch) * pitch;

	if (last < first)
		return;
	cairo_set_line_width(cr, diameter);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
	cairo_set_dash(cr, dashes, 2, 0);
	cairo_move_to(cr, first, area->baseline - diameter / 2);
	cairo_line_to(cr, last + pitch / 4, area->baseline - diameter / 2);
	cairo_stroke(cr);
	cairo_set_dash(cr, NULL, 0, 0);
}

static void
paint_leader(cairo_t *cr, const struct area *area)
{
	set_colour(cr, area->colour);
	if (area->leader == LEADER_RULE) {
		cairo_rectangle(cr, area->x, area->y, area->width, area->height);
		cairo_fill(cr);
	} else if (area->leader == LEADER_DOTS) {
		paint_dots(cr, area);
	}
}

void
paint_content(cairo_t *cr, const struct area *area, const struct fonts *fonts)
{
	if (area->kind == AREA_TEXT && area->glyphs) {
		paint_text(cr, area);
	} else if (area->kind == AREA_LEADER) {
		paint_leader(cr, area);
	} else if (area->kind == AREA_GRAPHIC && area->image) {
		cairo_save(cr);
		cairo_translate(cr, area->x, area->y);
		image_paint(area->image, cr, area->width, area->height);
		cairo_restore(cr);
	} else if (area->kind == AREA_GRAPHIC && area->scene) {
		cairo_save(cr);
		cairo_translate(cr, area->x, area->y);
		cairo_scale(cr, area->width / area->scene->width,
			    area->height / area->scene->height);
		scene_paint(area->scene, cr, fonts);
		cairo_restore(cr);
	}
}

static void
paint_boxes(cairo_t *cr, const GPtrArray *areas)
{
	for (guint i = 0; areas && i < areas->len; i++) {
		const struct area *area = g_ptr_array_index(areas, i);

		if (area->background != AREA_NO_COLOUR && area->kind == AREA_BLOCK)
			fill_rectangle(cr, area->x, area->y, area->width, area->height,
				       area->background);
		if (area->borders)
			paint_borders(cr, area);
		paint_boxes(cr, area->children);
	}
}

/* Content areas without a tag: all of the static content, and repeated headers and leaders of the
 * flow. */
static void
paint_untagged(cairo_t *cr, const GPtrArray *areas, const struct fonts *fonts)
{
	for (guint i = 0; areas && i < areas->len; i++) {
		const struct area *area = g_ptr_array_index(areas, i);

		if (!area->tag)
			paint_content(cr, area, fonts);
		paint_untagged(cr, area->children, fonts);
	}
}

void
paint_furniture(cairo_t *cr, const struct page *page, const struct fonts *fonts)
{
	paint_boxes(cr, page->furniture);
	paint_boxes(cr, page->flow);
	paint_untagged(cr, page->furniture, fonts);
	paint_untagged(cr, page->flow, fonts);
}
