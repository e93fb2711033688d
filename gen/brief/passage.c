/* passage: a stretch of Markdown with the place in the file of each of its bytes. */
#include "brief/passage.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

void
brief_text_init(struct brief_text *brief, const char *text, const char *file)
{
	gsize *starts;
	guint n = 1;

	brief->file = g_intern_string(file);
	brief->text = text;
	for (const char *p = text; (p = strchr(p, '\n')); p++)
		n++;
	brief->lines = g_array_sized_new(FALSE, FALSE, sizeof(gsize), n);
	g_array_set_size(brief->lines, n);
	starts = (gsize *)(void *)brief->lines->data;
	*starts++ = 0;
	for (const char *p = text; (p = strchr(p, '\n')); p++)
		*starts++ = (gsize)(p - text) + 1;
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
	passage->stretches = g_array_new(FALSE, FALSE, sizeof(struct stretch));
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
	g_array_unref(passage->stretches);
	g_array_unref(passage->lines);
	g_free(passage);
}

/* The bytes that are added next stand there. */
static void
add_stretch(struct passage *passage, struct place place, bool still)
{
	struct stretch stretch = {.start = passage->text->len, .place = place, .still = still};

	g_array_append_val(passage->stretches, stretch);
}

void
passage_add_run(struct passage *passage, const char *text, gsize length, struct place *place)
{
	add_stretch(passage, *place, false);
	g_string_append_len(passage->text, text, (gssize)length);
	place->column += (int)utf8_count(text, length);
}

void
passage_add_at(struct passage *passage, const char *text, gsize length, struct place place)
{
	add_stretch(passage, place, true);
	g_string_append_len(passage->text, text, (gssize)length);
}

void
passage_add_from(struct passage *passage, struct passage *from, gsize offset, gsize length)
{
	add_stretch(passage, passage_at(from, offset), false);
	g_string_append_len(passage->text, from->text->str + offset, (gssize)length);
}

void
passage_truncate(struct passage *passage, gsize length)
{
	guint n = passage->stretches->len;

	while (n > 0 && g_array_index(passage->stretches, struct stretch, n - 1).start >= length)
		n--;
	g_array_set_size(passage->stretches, n);
	g_array_set_size(passage->lines, 0);
	g_string_truncate(passage->text, length);
	passage->last = (struct passage_last){0};
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
	passage_truncate(passage, 0);
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
		add_stretch(passage, place, false);
		g_string_append_len(passage->text, text + start, (gssize)(length - start));
		g_string_append_c(passage->text, '\n');
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

/* The stretch that holds a byte: the last that does not start behind it. */
static guint
stretch_at(const struct passage *passage, gsize byte)
{
	const struct stretch *stretches = (const struct stretch *)(void *)passage->stretches->data;
	guint low = 0, high = passage->stretches->len;

	if (byte >= passage->last.byte) {
		low = passage->last.stretch;
		if (low + 1 < high && byte < stretches[low + 1].start)
			return low;
	}
	while (high - low > 1) {
		guint middle = low + (high - low) / 2;

		if (stretches[middle].start <= byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* A byte's stretch and column, counted from the last one's where that stands before it. */
static struct passage_last
find_byte(const struct passage *passage, gsize byte)
{
	struct passage_last found = {.stretch = stretch_at(passage, byte), .byte = byte};
	const struct stretch *stretch =
		&g_array_index(passage->stretches, struct stretch, found.stretch);
	gsize from = stretch->start;

	found.column = stretch->place.column;
	if (stretch->still)
		return found;
	if (found.stretch == passage->last.stretch && passage->last.column > 0 &&
	    passage->last.byte <= byte) {
		found.column = passage->last.column;
		from = passage->last.byte;
	}
	found.column += (int)utf8_count(passage->text->str + from + 1, byte - from);
	return found;
}

static struct place
place_of(const struct passage *passage, const struct passage_last *found)
{
	return (struct place){
		.line = g_array_index(passage->stretches, struct stretch, found->stretch)
				.place.line,
		.column = found->column};
}

struct place
passage_at(struct passage *passage, gsize byte)
{
	passage->last = find_byte(passage, MIN(byte, passage->text->len - 1));
	return place_of(passage, &passage->last);
}

struct loc
passage_loc(struct passage *passage, gsize start, gsize end)
{
	struct loc at = {.file = passage->file};
	struct passage_last behind;
	struct place place;

	if (passage->text->len == 0)
		return at;
	place = passage_at(passage, start);
	at.line = place.line;
	at.column = place.column;
	if (end <= start || end > passage->text->len)
		return at;
	/* what stands within a link is asked for behind it: its end is not remembered */
	behind = find_byte(passage, end - 1);
	place = place_of(passage, &behind);
	if (place.line == at.line && place.column >= at.column)
		at.end_column = place.column + 1;
	return at;
}
