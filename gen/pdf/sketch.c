#include "pdf/sketch.h"

#include <pango/pango.h>
#include "chart/scene.h"
#include "font/fonts.h"
#include "pdf/content.h"
#include "pdf/glyphs.h"

struct sketch {
	struct content *content;
	struct glyphs *glyphs;
	double x, y, across, down; /* the origin, and the scale along each axis */
	PangoLayout *layout;
	PangoFontDescription *font;
};

static double
across(const struct sketch *sketch, double x)
{
	return sketch->x + x * sketch->across;
}

static double
down(const struct sketch *sketch, double y)
{
	return sketch->y + y * sketch->down;
}

static void
draw_text(const struct sketch *sketch, const struct mark *mark)
{
	PangoLayoutLine *line;
	PangoRectangle extents;
	double x = mark->x, width;

	pango_font_description_set_absolute_size(sketch->font, mark->size * PANGO_SCALE);
	pango_font_description_set_weight(sketch->font,
					  mark->bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(sketch->layout, sketch->font);
	pango_layout_set_text(sketch->layout, mark->text, -1);
	line = pango_layout_get_line_readonly(sketch->layout, 0);
	pango_layout_line_get_extents(line, NULL, &extents);
	width = (double)extents.width / PANGO_SCALE;
	if (mark->anchor == ANCHOR_MIDDLE)
		x -= width / 2;
	else if (mark->anchor == ANCHOR_RIGHT)
		x -= width;
	content_fill_colour(sketch->content, ink_colour(mark->fill));
	for (GSList *run = line->runs; run; run = run->next) {
		glyphs_show(sketch->glyphs, run->data, mark->text, across(sketch, x),
			    down(sketch, mark->y), sketch->across);
		x += (double)pango_glyph_string_get_width(((PangoGlyphItem *)run->data)->glyphs) /
		     PANGO_SCALE;
	}
}

static void
trace_polyline(const struct sketch *sketch, const GArray *points)
{
	for (guint i = 0; i + 1 < points->len; i += 2) {
		double x = across(sketch, g_array_index(points, double, i));
		double y = down(sketch, g_array_index(points, double, i + 1));

		if (i == 0)
			content_move_to(sketch->content, x, y);
		else
			content_line_to(sketch->content, x, y);
	}
}

static void
trace(const struct sketch *sketch, const struct mark *mark)
{
	double x = across(sketch, mark->x), y = down(sketch, mark->y);
	double width = mark->width * sketch->across, height = mark->height * sketch->down;

	switch (mark->kind) {
	case MARK_TEXT:
		break;
	case MARK_RECT:
		content_rectangle(sketch->content, x, y, width, height);
		break;
	case MARK_DOT:
		content_circle(sketch->content, x, y, width / 2);
		break;
	case MARK_LINE:
		content_move_to(sketch->content, x, y);
		content_line_to(sketch->content, x + width, y + height);
		break;
	case MARK_POLYLINE:
		trace_polyline(sketch, mark->points);
		break;
	}
}

static void
draw_mark(const struct sketch *sketch, const struct mark *mark)
{
	struct content *content = sketch->content;
	const double dash = mark->dashed ? 3 * sketch->across : 0;

	if (mark->kind == MARK_TEXT) {
		draw_text(sketch, mark);
		return;
	}
	if (mark->fill)
		content_fill_colour(content, ink_colour(mark->fill));
	if (mark->stroke) {
		content_stroke_colour(content, ink_colour(mark->stroke));
		content_line(content, mark->stroke_width * sketch->across, false);
		content_dash(content, dash, dash);
	}
	trace(sketch, mark);
	content_paint(content, mark->fill, mark->stroke);
}

void
sketch_draw(const struct scene *scene, const struct fonts *fonts, struct content *content,
	    struct glyphs *glyphs, double x, double y, double width, double height)
{
	PangoContext *context = fonts_context(fonts, scene->lang);
	g_autoptr(PangoAttrList) attributes = pango_attr_list_new();
	g_autoptr(PangoLayout) layout = NULL;
	struct sketch sketch = {
		.content = content,
		.glyphs = glyphs,
		.x = x,
		.y = y,
		.across = width / scene->width,
		.down = height / scene->height,
		.font = pango_font_description_new(),
	};

	pango_context_set_base_dir(context, scene->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
	sketch.layout = layout = pango_layout_new(context);
	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum 1, liga 0, clig 0"));
	pango_layout_set_attributes(layout, attributes);
	pango_font_description_set_family(sketch.font,
					  fonts_families(fonts, "sans-serif", scene->lang));
	for (guint i = 0; i < scene->marks->len; i++)
		draw_mark(&sketch, g_ptr_array_index(scene->marks, i));
	pango_font_description_free(sketch.font);
	g_object_unref(context);
}
