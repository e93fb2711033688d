#include "chart/drawing.h"

#include <string.h>
#include "data/dataset.h"
#include "locale/locale.h"

const struct cell *
drawing_cell(const struct drawing *drawing, guint row, int column)
{
	return (const struct cell *)g_ptr_array_index(drawing->rows->rows, row) + column;
}

double
drawing_text_width(const struct drawing *drawing, double size, bool bold, const char *text)
{
	const struct label_style style = scene_style(drawing->scene, size, bold);

	return drawing->measure->width(&style, text, drawing->measure->user);
}

/* Cut one word that is too wide by itself: as many characters as fit, at least one. */
static const char *
fitting_end(const struct drawing *drawing, double size, const char *word, double width)
{
	const char *end = g_utf8_next_char(word);

	while (*end) {
		const char *next = g_utf8_next_char(end);
		g_autofree char *piece = g_strndup(word, (gsize)(next - word));

		if (drawing_text_width(drawing, size, false, piece) > width)
			break;
		end = next;
	}
	return end;
}

static void
flush_line(GPtrArray *lines, GString *line)
{
	if (line->len)
		g_ptr_array_add(lines, g_strdup(line->str));
	g_string_truncate(line, 0);
}

static void
add_word(const struct drawing *drawing, double size, const char *word, double width,
	 GPtrArray *lines, GString *line)
{
	g_autofree char *longer = g_strdup_printf("%s%s%s", line->str, line->len ? " " : "", word);

	if (drawing_text_width(drawing, size, false, longer) <= width) {
		g_string_assign(line, longer);
		return;
	}
	flush_line(lines, line);
	while (drawing_text_width(drawing, size, false, word) > width) {
		const char *end = fitting_end(drawing, size, word, width);

		g_string_append_len(line, word, end - word);
		word = end;
		if (!*word)
			return;
		flush_line(lines, line);
	}
	g_string_append(line, word);
}

/* No space that wrapping would drop? */
static bool
is_plain(const char *text)
{
	gsize length = strlen(text);

	return length > 0 && text[0] != ' ' && text[length - 1] != ' ' && !strstr(text, "  ");
}

GPtrArray *
drawing_wrap(const struct drawing *drawing, double size, const char *text, double width)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) words = NULL;
	g_autoptr(GString) line = NULL;

	/* As most labels do. */
	if (is_plain(text) && drawing_text_width(drawing, size, false, text) <= width) {
		g_ptr_array_add(lines, g_strdup(text));
		return lines;
	}
	words = g_strsplit(text, " ", -1);
	line = g_string_new(NULL);
	for (int i = 0; words[i]; i++) {
		if (*words[i])
			add_word(drawing, size, words[i], width, lines, line);
	}
	flush_line(lines, line);
	return lines;
}

void
drawing_text(const struct drawing *drawing, double x, double y, enum anchor anchor, enum ink ink,
	     double size, const char *text)
{
	struct mark *mark = scene_add(drawing->scene, MARK_TEXT);

	mark->x = x;
	mark->y = y;
	mark->anchor = anchor;
	mark->fill = ink;
	mark->size = size;
	mark->text = g_strdup(text);
}

void
drawing_line(const struct drawing *drawing, double x, double y, double width, double height,
	     enum ink ink, double stroke)
{
	struct mark *mark = scene_add(drawing->scene, MARK_LINE);

	mark->x = x;
	mark->y = y;
	mark->width = width;
	mark->height = height;
	mark->stroke = ink;
	mark->stroke_width = stroke;
}

void
drawing_unit(const struct drawing *drawing, double x, double y)
{
	g_autofree char *unit = NULL;

	if (!drawing->rows->unit)
		return;
	unit = locale_unit(drawing->locale, drawing->rows->unit);
	drawing_text(drawing, x, y, ANCHOR_LEFT, INK_MUTED, TICK_SIZE, unit);
}

void
scene_mirror(struct scene *scene)
{
	for (guint i = 0; i < scene->marks->len; i++) {
		struct mark *mark = g_ptr_array_index(scene->marks, i);

		mark->x = scene->width - mark->x;
		if (mark->kind == MARK_RECT)
			mark->x -= mark->width;
		if (mark->kind == MARK_LINE)
			mark->width = -mark->width;
		if (mark->kind == MARK_TEXT && mark->anchor != ANCHOR_MIDDLE)
			mark->anchor = mark->anchor == ANCHOR_LEFT ? ANCHOR_RIGHT : ANCHOR_LEFT;
		for (guint k = 0; mark->points && k < mark->points->len; k += 2)
			g_array_index(mark->points, double, k) =
				scene->width - g_array_index(mark->points, double, k);
	}
}
