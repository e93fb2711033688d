#include "pdf/sketch.h"

#include <pango/pango.h>
#include "chart/scene.h"
#include "font/label.h"
#include "pdf/content.h"
#include "pdf/glyphs.h"

/* A scene on its way. */
struct sketch {
	const struct easel *easel;
	struct content *content; /* of the easel */
	const struct scene *scene;
	double x, y, across, down; /* the origin, and the scale along each axis */
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
	const struct label_style style = scene_style(sketch->scene, mark->size, mark->bold);
	const struct label *label = label_find(sketch->easel->fonts, &style, mark->text);
	double x = mark->x;

	if (mark->anchor == ANCHOR_MIDDLE)
		x -= label->width / 2;
	else if (mark->anchor == ANCHOR_RIGHT)
		x -= label->width;
	content_fill_colour(sketch->content, ink_colour(mark->fill));
	for (guint i = 0; i < label->runs->len; i++) {
		const PangoGlyphItem *run = label->runs->pdata[i];

		glyphs_show(sketch->easel->glyphs, run, label->text, across(sketch, x),
			    down(sketch, mark->y), sketch->across);
		x += (double)pango_glyph_string_get_width(run->glyphs) / PANGO_SCALE;
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
sketch_draw(const struct easel *easel, const struct scene *scene, double x, double y, double width,
	    double height)
{
	const struct sketch sketch = {
		.easel = easel,
		.content = easel->content,
		.scene = scene,
		.x = x,
		.y = y,
		.across = width / scene->width,
		.down = height / scene->height,
	};

	for (guint i = 0; i < scene->marks->len; i++)
		draw_mark(&sketch, g_ptr_array_index(scene->marks, i));
}
