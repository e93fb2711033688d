/* diag_text: diagnostics as text for people, with the source line and a caret; and the nearest name. */
#include <string.h>

#include "base/diag.h"
#include "base/diag_private.h"
#include "base/file.h"

/* A paragraph is one long line in a brief: no more than so many characters of it are quoted, from so many before the caret. */
enum { QUOTED = 96, BEFORE = 32 };

#define RESET "\033[0m"
#define BOLD "\033[1m"

/* What is being written, and the lines of the file that was quoted last. */
struct writer {
	GString *out;
	const char *dir;
	bool colour;
	const char *file;	/* interned; whose lines these are */
	GBytes *bytes;		/* keeps lines alive */
	GPtrArray *lines;	/* where each line starts; NULL when the file cannot be read */
};

static void
forget_file(struct writer *writer)
{
	g_clear_pointer(&writer->lines, g_ptr_array_unref);
	g_clear_pointer(&writer->bytes, g_bytes_unref);
	writer->file = NULL;
}

/* Diagnostics come sorted by file, so one file in memory is enough. */
static void
load_file(struct writer *writer, const char *file)
{
	g_autofree char *path = g_build_filename(writer->dir, file, NULL);
	gsize size = 0;
	const char *data;

	forget_file(writer);
	writer->file = file;
	writer->bytes = file_read(path, FILE_LIMIT, NULL);
	if (!writer->bytes)
		return;
	data = g_bytes_get_data(writer->bytes, &size);
	writer->lines = g_ptr_array_new();
	for (const char *p = data; p && p <= data + size;) {
		g_ptr_array_add(writer->lines, (gpointer)p);
		p = memchr(p, '\n', (size_t)(data + size - p));
		p = p ? p + 1 : NULL;
	}
}

/* The source line of a place, fit to print; NULL when there is none.  The caller frees. */
static char *
source_line(struct writer *writer, struct loc at)
{
	const char *line, *end;
	gsize size = 0;
	const char *data;

	if (!writer->dir || !at.file || at.line <= 0)
		return NULL;
	if (writer->file != at.file)
		load_file(writer, at.file);
	if (!writer->lines || (guint)at.line > writer->lines->len)
		return NULL;
	line = writer->lines->pdata[at.line - 1];
	data = g_bytes_get_data(writer->bytes, &size);
	if (at.line == 1 && g_str_has_prefix(line, "\xef\xbb\xbf"))
		line += 3;
	end = memchr(line, '\n', (size_t)(data + size - line));
	if (!end)
		end = data + size;
	if (end > line && end[-1] == '\r')
		end--;
	return g_utf8_make_valid(line, end - line);
}

/* One cell for what would move or hide the cursor: a quoted line must not drive the terminal. */
static gunichar
printable(gunichar c)
{
	if (c == '\t' || (g_unichar_isprint(c) && !g_unichar_iszerowidth(c)) || g_unichar_ismark(c))
		return c;
	return 0xfffd;
}

static int
width(gunichar c)
{
	if (g_unichar_ismark(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}

/* The line below: blanks up to the column (tabs kept), then a caret and tildes to end_column. */
static void
write_caret(struct writer *writer, const char *line, struct loc at)
{
	int end = at.end_column > at.column ? at.end_column : at.column + 1;
	int column = 1;
	bool first = true;

	g_string_append(writer->out, "  ");
	for (const char *p = line; *p && column < end; p = g_utf8_next_char(p), column++) {
		gunichar c = printable(g_utf8_get_char(p));
		int cells = c == '\t' ? 1 : width(c);

		for (int i = 0; i < cells; i++) {
			if (column < at.column) {
				g_string_append_c(writer->out, c == '\t' ? '\t' : ' ');
			} else {
				g_string_append_c(writer->out, first ? '^' : '~');
				first = false;
			}
		}
	}
	if (first)
		g_string_append_c(writer->out, '^');
	g_string_append_c(writer->out, '\n');
}

/* Cuts a long line to the part around the place, which moves with it.  Takes line. */
static char *
excerpt(char *line, struct loc *at)
{
	g_autofree char *whole = line;
	glong length = g_utf8_strlen(line, -1);
	glong start = MAX(0, at->column - 1 - BEFORE);
	glong end = MIN(length, start + QUOTED);
	g_autofree char *part = NULL;

	if (length <= QUOTED)
		return g_steal_pointer(&whole);
	if (end == length)
		start = length - QUOTED;
	part = g_utf8_substring(line, start, end);
	if (start > 0) {
		at->column -= (int)start - 1;
		at->end_column -= at->end_column > 0 ? (int)start - 1 : 0;
	}
	return g_strconcat(start > 0 ? "\u2026" : "", part, end < length ? "\u2026" : "", NULL);
}

static void
write_source(struct writer *writer, struct loc at)
{
	g_autofree char *line = source_line(writer, at);

	if (!line)
		return;
	line = excerpt(line, &at);
	g_string_append(writer->out, "  ");
	for (const char *p = line; *p; p = g_utf8_next_char(p))
		g_string_append_unichar(writer->out, printable(g_utf8_get_char(p)));
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
write_diag(struct writer *writer, const struct diag *diag, enum diag_severity severity)
{
	static const char *const colours[] = {"", "\033[1;36m", "\033[1;35m", "\033[1;31m"};
	bool colour = writer->colour;

	write_place(writer, diag->at);
	g_string_append_printf(writer->out, "%s%s:%s %s%s%s [%s]\n",
			       colour ? colours[severity] : "", diag_severity_name(severity),
			       colour ? RESET : "", colour ? BOLD : "", diag->message,
			       colour ? RESET : "", diag_name(diag->id));
	write_source(writer, diag->at);
	if (diag->help)
		g_string_append_printf(writer->out, "  help: %s\n", diag->help);
	for (guint i = 0; diag->related && i < diag->related->len; i++) {
		const struct diag_related *related = diag->related->pdata[i];

		write_place(writer, related->at);
		g_string_append_printf(writer->out, "note: %s\n", related->message);
	}
}

char *
diag_list_to_text(struct diag_list *list, const char *dir, bool colour)
{
	g_autoptr(GPtrArray) sorted = diag_list_sorted(list);
	struct writer writer = {.out = g_string_new(NULL), .dir = dir, .colour = colour};

	for (guint i = 0; i < sorted->len; i++) {
		const struct diag *diag = sorted->pdata[i];

		write_diag(&writer, diag, list->severity[diag->id]);
	}
	forget_file(&writer);
	return g_string_free(writer.out, FALSE);
}

/*
 * Damerau-Levenshtein distance (optimal string alignment: insert, delete, replace, swap neighbours) between code points,
 * or limit + 1 where it is greater than limit.  rows is room for 3 × (m + 1) numbers.
 */
static glong
distance(const gunichar *a, glong n, const gunichar *b, glong m, glong limit, glong *rows)
{
	glong *before = rows, *above = rows + m + 1, *row = rows + 2 * (m + 1);

	if (ABS(n - m) > limit)
		return limit + 1;
	for (glong j = 0; j <= m; j++)
		above[j] = j;
	for (glong i = 1; i <= n; i++) {
		glong *swap = before;
		glong best = row[0] = i;

		for (glong j = 1; j <= m; j++) {
			glong cost = above[j - 1] + (a[i - 1] != b[j - 1]);

			cost = MIN(cost, MIN(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				cost = MIN(cost, before[j - 2] + 1);
			row[j] = cost;
			best = MIN(best, cost);
		}
		if (best > limit)
			return limit + 1;
		before = above;
		above = row;
		row = swap;
	}
	return above[m];
}

const char *
diag_nearest(const char *word, const GPtrArray *candidates)
{
	glong length = 0;
	g_autofree gunichar *wanted = g_utf8_to_ucs4_fast(word, -1, &length);
	glong best = MAX(1, length / 3) + 1;
	const char *nearest = NULL;

	for (guint i = 0; i < candidates->len; i++) {
		const char *candidate = candidates->pdata[i];
		glong size = 0;
		g_autofree gunichar *points = g_utf8_to_ucs4_fast(candidate, -1, &size);
		g_autofree glong *rows = g_new(glong, (gsize)(3 * (size + 1)));
		glong d = distance(wanted, length, points, size, best, rows);

		if (d < best || (d == best && nearest && strcmp(candidate, nearest) < 0)) {
			best = d;
			nearest = candidate;
		}
	}
	return nearest;
}
