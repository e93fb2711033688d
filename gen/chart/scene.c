#include "chart/scene.h"

#include <string.h>

static void
mark_free(gpointer data)
{
	struct mark *mark = data;

	if (mark->points)
		g_array_unref(mark->points);
	g_free(mark->text);
	g_free(mark);
}

struct scene *
scene_new(const char *id, const char *lang, bool rtl, double width, double height)
{
	struct scene *scene = g_new0(struct scene, 1);

	scene->id = g_strdup(id);
	scene->lang = g_strdup(lang);
	scene->rtl = rtl;
	scene->width = width;
	scene->height = height;
	scene->marks = g_ptr_array_new_with_free_func(mark_free);
	return scene;
}

void
scene_free(struct scene *scene)
{
	if (!scene)
		return;
	g_free(scene->id);
	g_free(scene->lang);
	g_free(scene->title);
	g_free(scene->description);
	g_ptr_array_unref(scene->marks);
	g_free(scene);
}

struct label_style
scene_style(const struct scene *scene, double size, bool bold)
{
	return (struct label_style){
		.role = "sans-serif",
		.lang = scene->lang,
		.size = size,
		.weight = bold ? 600 : 400,
		.base = scene->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
		.features = g_intern_static_string("tnum 1, liga 0, clig 0"),
	};
}

struct mark *
scene_add(struct scene *scene, enum mark_kind kind)
{
	struct mark *mark = g_new0(struct mark, 1);

	mark->kind = kind;
	g_ptr_array_add(scene->marks, mark);
	return mark;
}

const char *
ink_name(enum ink ink)
{
	static const char *const names[] = {
		[INK_NONE] = "none",	     [INK_TEXT] = "text",
		[INK_MUTED] = "muted",	     [INK_AXIS] = "axis",
		[INK_GRID] = "grid",	     [INK_SERIES_1] = "series-1",
		[INK_SERIES_2] = "series-2", [INK_SERIES_3] = "series-3",
		[INK_SERIES_4] = "series-4", [INK_SERIES_5] = "series-5",
		[INK_SERIES_6] = "series-6", [INK_PAPER] = "paper",
	};

	return names[ink];
}

/* Told apart in greyscale too: lightness alternates.  Contrast with white is 4.5 and more but for
 * grid and series 4. */
guint32
ink_colour(enum ink ink)
{
	static const guint32 colours[] = {
		[INK_NONE] = 0,
		[INK_TEXT] = 0x1a1f26,
		[INK_MUTED] = 0x56606b,
		[INK_AXIS] = 0x56606b,
		[INK_GRID] = 0xd8dde2,
		[INK_SERIES_1] = 0x1b4f72,
		[INK_SERIES_2] = 0xb0512a,
		[INK_SERIES_3] = 0x3f6f3a,
		[INK_SERIES_4] = 0x8a6fb0,
		[INK_SERIES_5] = 0x7a1f3d,
		[INK_SERIES_6] = 0x4a4a4a,
		[INK_PAPER] = 0xffffff,
	};

	return colours[ink];
}

static void
dump_number(GString *out, const char *name, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append_printf(out, " %s=%s", name,
			       g_ascii_formatd(text, sizeof text, "%.2f", value));
}

static void
dump_mark(GString *out, const struct mark *mark)
{
	static const char *const kinds[] = {"rect", "line", "polyline", "dot", "text"};
	static const char *const anchors[] = {"left", "middle", "right"};

	g_string_append(out, kinds[mark->kind]);
	if (mark->kind != MARK_POLYLINE) {
		dump_number(out, "x", mark->x);
		dump_number(out, "y", mark->y);
	}
	if (mark->kind == MARK_RECT || mark->kind == MARK_LINE || mark->kind == MARK_DOT)
		dump_number(out, "w", mark->width);
	if (mark->kind == MARK_RECT || mark->kind == MARK_LINE)
		dump_number(out, "h", mark->height);
	for (guint i = 0; mark->points && i < mark->points->len; i++)
		dump_number(out, i % 2 ? "y" : "x", g_array_index(mark->points, double, i));
	if (mark->fill)
		g_string_append_printf(out, " fill=%s", ink_name(mark->fill));
	if (mark->stroke)
		g_string_append_printf(out, " stroke=%s", ink_name(mark->stroke));
	if (mark->dashed)
		g_string_append(out, " dashed");
	if (mark->kind == MARK_TEXT) {
		dump_number(out, "size", mark->size);
		g_string_append_printf(out, " %s%s “%s”", anchors[mark->anchor],
				       mark->bold ? " bold" : "", mark->text);
	}
	g_string_append_c(out, '\n');
}

char *
scene_dump(const struct scene *scene)
{
	GString *out = g_string_new(NULL);

	g_string_append_printf(out, "scene %s lang=%s%s", scene->id, scene->lang,
			       scene->rtl ? " rtl" : "");
	dump_number(out, "width", scene->width);
	dump_number(out, "height", scene->height);
	g_string_append_printf(out, "\ntitle “%s”\ndescription “%s”\n",
			       scene->title ? scene->title : "",
			       scene->description ? scene->description : "");
	for (guint i = 0; i < scene->marks->len; i++)
		dump_mark(out, g_ptr_array_index(scene->marks, i));
	return g_string_free(out, FALSE);
}
