/* diag_text: diagnostics as text for people, with the source line and a caret. */
#include <string.h>

#include "base/diag_private.h"
#include "base/file.h"

/* A paragraph is one long line in a brief: no more than so many characters of it are quoted, from
 * so many before the caret. */
enum { QUOTED = 96, BEFORE = 32, TAB = 4 };

#define RESET "\033[0m"
#define BOLD "\033[1m"

static const char *const colours[] = {"", "\033[1;36m", "\033[1;35m", "\033[1;31m"};

/* The lines of the file that was quoted last: diagnostics come sorted by file, so one in memory is
 * enough. */
struct quoted {
	const char *file; /* interned; whose lines these are */
	GBytes *bytes;	  /* keeps lines alive */
	GPtrArray *lines; /* where each line starts; NULL when the file cannot be read */
	/*
	 * The line quoted last, and how far into it the last quotation began: tens of thousands of
	 * diagnostics may stand in one line, sorted by column.
	 */
	int line;	    /* 0 if none */
	char *text;	    /* fit to print */
	glong length;	    /* of text, in characters */
	const char *cursor; /* in text */
	glong passed;	    /* characters before the cursor */
};

struct writer {
	GString *out;
	const char *dir;
	bool colour;
	struct quoted own, other; /* for diagnostics, for places related to them */
};

static void
forget_line(struct quoted *quoted)
{
	g_clear_pointer(&quoted->text, g_free);
	quoted->line = 0;
}

static void
forget_file(struct quoted *quoted)
{
	forget_line(quoted);
	g_clear_pointer(&quoted->lines, g_ptr_array_unref);
	g_clear_pointer(&quoted->bytes, g_bytes_unref);
	quoted->file = NULL;
}

static void
load_file(struct quoted *quoted, const char *dir, const char *file)
{
	g_autofree char *path = g_build_filename(dir, file, NULL);
	gsize size = 0;
	const char *data;

	forget_file(quoted);
	quoted->file = file;
	quoted->bytes = file_read(path, FILE_LIMIT, NULL);
	if (!quoted->bytes)
		return;
	data = g_bytes_get_data(quoted->bytes, &size);
	quoted->lines = g_ptr_array_new();
	for (const char *p = data; p && p <= data + size;) {
		g_ptr_array_add(quoted->lines, (gpointer)p);
		p = memchr(p, '\n', (size_t)(data + size - p));
		p = p ? p + 1 : NULL;
	}
}

static void
load_line(struct quoted *quoted, int number)
{
	const char *line = quoted->lines->pdata[number - 1], *end, *data;
	gsize size = 0;

	forget_line(quoted);
	data = g_bytes_get_data(quoted->bytes, &size);
	if (number == 1 && g_str_has_prefix(line, "\xef\xbb\xbf"))
		line += 3;
	end = memchr(line, '\n', (size_t)(data + size - line));
	if (!end)
		end = data + size;
	if (end > line && end[-1] == '\r')
		end--;
	quoted->line = number;
	quoted->text = g_utf8_make_valid(line, end - line);
	quoted->length = g_utf8_strlen(quoted->text, -1);
	quoted->cursor = quoted->text;
	quoted->passed = 0;
}

/* Makes the source line of a place the one quoted; false when there is none. */
static bool
find_line(struct quoted *quoted, const char *dir, struct loc at)
{
	if (!dir || !at.file || at.line <= 0)
		return false;
	if (quoted->file != at.file)
		load_file(quoted, dir, at.file);
	if (!quoted->lines || (guint)at.line > quoted->lines->len)
		return false;
	if (quoted->line != at.line)
		load_line(quoted, at.line);
	return true;
}

/* The vowels and final consonants of Korean written letter by letter: they join the one before. */
static bool
is_joining_jamo(gunichar c)
{
	return c >= 0x1160 && c <= 0x11ff;
}

/* One cell for what would move or hide the cursor: a quoted line must not drive the terminal. */
static gunichar
printable(gunichar c)
{
	if (g_unichar_ismark(c) || is_joining_jamo(c))
		return c;
	return g_unichar_isprint(c) && !g_unichar_iszerowidth(c) ? c : 0xfffd;
}

/* How many cells of a terminal it takes. */
static int
width(gunichar c)
{
	if (c == '\t')
		return TAB;
	if (g_unichar_ismark(c) || is_joining_jamo(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}

/* The line below: blanks up to the column, then a caret and tildes to end_column. */
static void
write_caret(struct writer *writer, const char *line, struct loc at)
{
	int end_column = at.end_column > at.column ? at.end_column : at.column + 1;
	int column = 1, start = 0, end = 0;

	for (const char *p = line; *p && column < end_column; p = g_utf8_next_char(p), column++) {
		int cells = width(g_utf8_get_char(p));

		/* A mark stands on the character before it. */
		if (column == at.column && cells == 0 && start > 0)
			start--;
		end += cells;
		if (column < at.column)
			start = end;
	}
	g_string_append_printf(writer->out, "  %*s^", start, "");
	for (int i = start + 1; i < end; i++)
		g_string_append_c(writer->out, '~');
	g_string_append_c(writer->out, '\n');
}

/* The line, or of a long one the part around the place, which moves with it.  The caller frees. */
static char *
excerpt(struct quoted *quoted, struct loc *at)
{
	glong length = quoted->length;
	glong start = MAX(0, at->column - 1 - BEFORE);
	glong end = MIN(length, start + QUOTED);
	g_autofree char *part = NULL;

	if (length <= QUOTED)
		return g_strdup(quoted->text);
	if (end == length)
		start = length - QUOTED;
	quoted->cursor = g_utf8_offset_to_pointer(quoted->cursor, start - quoted->passed);
	quoted->passed = start;
	part = g_utf8_substring(quoted->cursor, 0, end - start);
	if (start > 0) {
		at->column -= (int)start - 1;
		at->end_column -= at->end_column > 0 ? (int)start - 1 : 0;
	}
	return g_strconcat(start > 0 ? "\u2026" : "", part, end < length ? "\u2026" : "", NULL);
}

static void
write_source(struct writer *writer, struct quoted *quoted, struct loc at)
{
	g_autofree char *line = NULL;

	if (!find_line(quoted, writer->dir, at))
		return;
	line = excerpt(quoted, &at);
	g_string_append(writer->out, "  ");
	for (const char *p = line; *p; p = g_utf8_next_char(p)) {
		if (*p == '\t')
			g_string_append_printf(writer->out, "%*s", TAB, "");
		else
			g_string_append_unichar(writer->out, printable(g_utf8_get_char(p)));
	}
	g_string_append_c(writer->out, '\n');
	if (at.column > 0)
		write_caret(writer, line, at);
}

static void
write_place(struct writer *writer, struct loc at)
{
	g_autofree char *place = loc_to_text(at);

	if (*place)
		g_string_append_printf(writer->out, "%s: ", place);
}

static void
write_related(struct writer *writer, const struct diag_related *related)
{
	bool colour = writer->colour;

	write_place(writer, related->at);
	g_string_append_printf(writer->out, "%snote:%s %s\n", colour ? colours[DIAG_NOTE] : "",
			       colour ? RESET : "", related->message);
	write_source(writer, &writer->other, related->at);
}

static void
write_diag(struct writer *writer, const struct diag *diag, enum diag_severity severity)
{
	bool colour = writer->colour;

	write_place(writer, diag->at);
	g_string_append_printf(writer->out, "%s%s:%s %s%s%s [%s]\n",
			       colour ? colours[severity] : "", diag_severity_name(severity),
			       colour ? RESET : "", colour ? BOLD : "", diag->message,
			       colour ? RESET : "", diag_name(diag->id));
	write_source(writer, &writer->own, diag->at);
	if (diag->help)
		g_string_append_printf(writer->out, "  help: %s\n", diag->help);
	for (guint i = 0; diag->related && i < diag->related->len; i++)
		write_related(writer, diag->related->pdata[i]);
}

char *
diag_text(const struct diag_list *list, const GPtrArray *listed, const char *dir, bool colour)
{
	struct writer writer = {.out = g_string_new(NULL), .dir = dir, .colour = colour};

	for (guint i = 0; i < listed->len; i++) {
		const struct diag *diag = listed->pdata[i];

		write_diag(&writer, diag, list->severity[diag->id]);
	}
	forget_file(&writer.own);
	forget_file(&writer.other);
	return g_string_free(writer.out, FALSE);
}
