/* passage: a stretch of Markdown with the place in the file of each of its bytes. */
#include "brief/passage.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

void
brief_text_init(struct brief_text *brief, const char *text, const char *file)
{
	gsize start = 0;

	brief->file = g_intern_string(file);
	brief->text = text;
	brief->lines = g_array_new(FALSE, FALSE, sizeof(gsize));
	g_array_append_val(brief->lines, start);
	for (const char *p = strchr(text, '\n'); p; p = strchr(p + 1, '\n')) {
		start = (gsize)(p - text) + 1;
		g_array_append_val(brief->lines, start);
	}
}

void
brief_text_clear(struct brief_text *brief)
{
	g_array_unref(brief->lines);
}

const char *
brief_text_line(const struct brief_text *brief, int line, gsize *length)
{
	const gsize *starts = (const gsize *)(void *)brief->lines->data;
	const char *start;

	if (line < 1 || (guint)line > brief->lines->len)
		return NULL;
	start = brief->text + starts[line - 1];
	*length = (guint)line < brief->lines->len ? starts[line] - starts[line - 1] - 1
						  : strlen(start);
	return start;
}

struct passage *
passage_new(const char *file)
{
	struct passage *passage = g_new0(struct passage, 1);

	passage->file = file;
	passage->text = g_string_new(NULL);
	passage->places = g_array_new(FALSE, FALSE, sizeof(struct place));
	passage->lines = g_array_new(FALSE, FALSE, sizeof(gsize));
	passage->first_line = 1;
	passage->first_column = 1;
	return passage;
}

void
passage_free(struct passage *passage)
{
	if (!passage)
		return;
	g_string_free(passage->text, TRUE);
	g_array_unref(passage->places);
	g_array_unref(passage->lines);
	g_free(passage);
}

static void
add_byte(struct passage *passage, char byte, struct place place)
{
	g_string_append_c(passage->text, byte);
	g_array_append_val(passage->places, place);
}

void
passage_add_run(struct passage *passage, const char *text, gsize length, struct place *place)
{
	int line = place->line, column = place->column;
	struct place *places;

	g_string_append_len(passage->text, text, (gssize)length);
	g_array_set_size(passage->places, passage->places->len + (guint)length);
	places = &g_array_index(passage->places, struct place, passage->places->len) - length;
	for (gsize i = 0; i < length; i++) {
		places[i].line = line;
		places[i].column = column;
		column += !utf8_continues(text[i + 1]);
	}
	place->column = column;
}

void
passage_add_at(struct passage *passage, const char *text, gsize length, struct place place)
{
	for (gsize i = 0; i < length; i++)
		add_byte(passage, text[i], place);
}

void
passage_add_byte(struct passage *passage, const struct passage *from, gsize offset, char byte)
{
	add_byte(passage, byte, g_array_index(from->places, struct place, offset));
}

/* How many bytes of a continuation line belong to its containers and indent. */
static gsize
prefix_length(const char *line, gsize length, int quotes)
{
	gsize i = 0;

	for (; i < length; i++) {
		if (line[i] == '>' && quotes-- > 0)
			continue;
		if (line[i] != ' ' && line[i] != '\t')
			break;
	}
	return i;
}

void
passage_read_block(struct passage *passage, const struct brief_text *brief, int line, int column,
		   int end_line, int quotes)
{
	g_string_truncate(passage->text, 0);
	g_array_set_size(passage->places, 0);
	g_array_set_size(passage->lines, 0);
	passage->first_line = line;
	passage->first_column = column;
	passage->shift = 0;
	for (int at = line; at <= end_line; at++) {
		gsize length = 0, start = 0;
		const char *text = brief_text_line(brief, at, &length);
		struct place place = {.line = at};

		if (!text)
			break;
		if (at == line)
			start = MIN((gsize)column - 1, length);
		else
			start = prefix_length(text, length, quotes);
		place.column = text_column(text, start);
		g_array_append_val(passage->lines, passage->text->len);
		passage_add_run(passage, text + start, length - start, &place);
		add_byte(passage, '\n', place);
	}
}

gssize
passage_offset(const struct passage *passage, int line, int column)
{
	int index = line - passage->first_line + passage->shift;
	gssize offset = column - passage->first_column;

	if (passage->lines->len > 0) {
		if (index < 0 || (guint)index >= passage->lines->len)
			return -1;
		offset += (gssize)g_array_index(passage->lines, gsize, index);
	} else if (index != 0) {
		return -1;
	}
	return offset >= 0 && (gsize)offset <= passage->text->len ? offset : -1;
}

struct loc
passage_loc(const struct passage *passage, gsize start, gsize end)
{
	struct loc at = {.file = passage->file};
	const struct place *places = (const struct place *)(void *)passage->places->data;
	guint n = passage->places->len;
	struct place last;

	if (n == 0)
		return at;
	at.line = places[MIN(start, n - 1)].line;
	at.column = places[MIN(start, n - 1)].column;
	if (end <= start || end > n)
		return at;
	last = places[end - 1];
	if (last.line == at.line && last.column >= at.column)
		at.end_column = last.column + 1;
	return at;
}
