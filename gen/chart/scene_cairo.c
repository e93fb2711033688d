#include "chart/scene.h"

#include <pango/pangocairo.h>
#include "font/fonts.h"

struct painter {
	cairo_t *cr;
	const struct scene *scene;
	PangoLayout *layout;
	PangoFontDescription *font;
};

static void
set_ink(cairo_t *cr, enum ink ink)
{
	guint32 colour = ink_colour(ink);

	cairo_set_source_rgb(cr, (double)(colour >> 16 & 0xff) / 255,
			     (double)(colour >> 8 & 0xff) / 255, (double)(colour & 0xff) / 255);
}

static void
fill_and_stroke(cairo_t *cr, const struct mark *mark)
{
	const double dashes[] = {3, 3};

	if (mark->fill) {
		set_ink(cr, mark->fill);
		if (mark->stroke)
			cairo_fill_preserve(cr);
		else
			cairo_fill(cr);
	}
	if (mark->stroke) {
		set_ink(cr, mark->stroke);
		cairo_set_line_width(cr, mark->stroke_width);
		cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
		cairo_set_dash(cr, dashes, mark->dashed ? 2 : 0, 0);
		cairo_stroke(cr);
	}
}

static void
paint_text(const struct painter *painter, const struct mark *mark)
{
	PangoLayoutLine *line;
	PangoRectangle extents;
	double x = mark->x, width;

	pango_font_description_set_absolute_size(painter->font, mark->size * PANGO_SCALE);
	pango_font_description_set_weight(painter->font,
					  mark->bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(painter->layout, painter->font);
	pango_layout_set_text(painter->layout, mark->text, -1);
	line = pango_layout_get_line_readonly(painter->layout, 0);
	pango_layout_line_get_extents(line, NULL, &extents);
	width = (double)extents.width / PANGO_SCALE;
	if (mark->anchor == ANCHOR_MIDDLE)
		x -= width / 2;
	else if (mark->anchor == ANCHOR_RIGHT)
		x -= width;
	set_ink(painter->cr, mark->fill);
	cairo_move_to(painter->cr, x, mark->y);
	pango_cairo_show_layout_line(painter->cr, line);
	cairo_new_path(painter->cr);
}

static void
paint_mark(const struct painter *painter, const struct mark *mark)
{
	cairo_t *cr = painter->cr;

	switch (mark->kind) {
	case MARK_TEXT:
		paint_text(painter, mark);
		return;
	case MARK_RECT:
		cairo_rectangle(cr, mark->x, mark->y, mark->width, mark->height);
		break;
	case MARK_DOT:
		cairo_new_sub_path(cr);
		cairo_arc(cr, mark->x, mark->y, mark->width / 2, 0, 2 * G_PI);
		break;
	case MARK_LINE:
		cairo_move_to(cr, mark->x, mark->y);
		cairo_rel_line_to(cr, mark->width, mark->height);
		break;
	case MARK_POLYLINE:
		for (guint i = 0; i + 1 < mark->points->len; i += 2)
			cairo_line_to(cr, g_array_index(mark->points, double, i),
				      g_array_index(mark->points, double, i + 1));
		break;
	}
	fill_and_stroke(cr, mark);
}

void
scene_paint(const struct scene *scene, cairo_t *cr, const struct fonts *fonts)
{
	PangoContext *context = fonts_context(fonts, scene->lang);
	g_autoptr(PangoLayout) layout = NULL;
	g_autoptr(PangoFontDescription) font = pango_font_description_new();
	g_autoptr(PangoAttrList) attributes = pango_attr_list_new();
	struct painter painter = {.cr = cr, .scene = scene, .font = font};

	pango_context_set_base_dir(context, scene->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
	layout = pango_layout_new(context);
	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum 1, liga 0, clig 0"));
	pango_layout_set_attributes(layout, attributes);
	pango_font_description_set_family(font, fonts_families(fonts, "sans-serif", scene->lang));
	painter.layout = layout;
	cairo_save(cr);
	for (guint i = 0; i < scene->marks->len; i++)
		paint_mark(&painter, g_ptr_array_index(scene->marks, i));
	cairo_restore(cr);
	g_object_unref(context);
}
