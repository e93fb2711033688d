#include "pdf/sketch.h"

#include <pango/pango.h>
#include "chart/scene.h"
#include "font/label.h"
#include "pdf/content.h"
#include "pdf/glyphs.h"

struct sketches {
	const struct fonts *fonts;
	struct content *content;
	struct glyphs *glyphs;
	GHashTable *labels; /* char *: all that makes a text look as it does -> struct label * */
};

/* A scene on its way. */
struct sketch {
	struct sketches *sketches;
	struct content *content;
	const struct scene *scene;
	double x, y, across, down; /* the origin, and the scale along each axis */
};

static void
destroy_label(gpointer label)
{
	label_free(label);
}

struct sketches *
sketches_new(const struct fonts *fonts, struct content *content, struct glyphs *glyphs)
{
	struct sketches *sketches = g_new(struct sketches, 1);

	sketches->fonts = fonts;
	sketches->content = content;
	sketches->glyphs = glyphs;
	sketches->labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, destroy_label);
	return sketches;
}

void
sketches_free(struct sketches *sketches)
{
	if (!sketches)
		return;
	g_hash_table_unref(sketches->labels);
	g_free(sketches);
}

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

/* Lent. */
static const struct label *
find_label(const struct sketch *sketch, const struct mark *mark)
{
	GHashTable *labels = sketch->sketches->labels;
	const struct label_style style = {
		.role = "sans-serif",
		.lang = sketch->scene->lang,
		.size = mark->size,
		.weight = mark->bold ? 600 : 400,
		.base = sketch->scene->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
		.features = g_intern_static_string("tnum 1, liga 0, clig 0"),
	};
	g_autofree char *key =
		g_strdup_printf("%s %d %d %d %s", sketch->scene->lang, sketch->scene->rtl,
				(int)(mark->size * PANGO_SCALE), mark->bold, mark->text);
	struct label *label = g_hash_table_lookup(labels, key);

	if (!label) {
		label = label_new(sketch->sketches->fonts, &style, mark->text);
		g_hash_table_insert(labels, g_steal_pointer(&key), label);
	}
	return label;
}

static void
draw_text(const struct sketch *sketch, const struct mark *mark)
{
	const struct label *label = find_label(sketch, mark);
	double x = mark->x;

	if (mark->anchor == ANCHOR_MIDDLE)
		x -= label->width / 2;
	else if (mark->anchor == ANCHOR_RIGHT)
		x -= label->width;
	content_fill_colour(sketch->content, ink_colour(mark->fill));
	for (guint i = 0; i < label->runs->len; i++) {
		const PangoGlyphItem *run = label->runs->pdata[i];

		glyphs_show(sketch->sketches->glyphs, run, label->text, across(sketch, x),
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
sketch_draw(struct sketches *sketches, const struct scene *scene, double x, double y, double width,
	    double height)
{
	const struct sketch sketch = {
		.sketches = sketches,
		.content = sketches->content,
		.scene = scene,
		.x = x,
		.y = y,
		.across = width / scene->width,
		.down = height / scene->height,
	};

	for (guint i = 0; i < scene->marks->len; i++)
		draw_mark(&sketch, g_ptr_array_index(scene->marks, i));
}
