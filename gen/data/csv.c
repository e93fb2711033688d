/* csv: libcsv fed line by line, since it knows no positions. */
#include "data/csv.h"

#include <csv.h>
#include <stdbool.h>
#include <string.h>

#include "base/diag.h"
#include "base/text.h"

struct reader {
	struct csv_parser parser;
	struct csv_row row;
	GString *text;		/* the cells of the row so far, each with its NUL */
	GArray *offsets;	/* gsize: where in text each cell begins */
	GPtrArray *cells;
	void (*each)(const struct csv_row *row, void *user);
	void *user;
	struct diag_list *diags;
	bool ended;		/* the row is complete */
};

static int
never(unsigned char c G_GNUC_UNUSED)
{
	return 0;
}

static int
is_newline(unsigned char c)
{
	return c == '\n';
}

static void
open_parser(struct reader *reader)
{
	int failed = csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);

	g_assert(failed == 0);
	csv_set_space_func(&reader->parser, never);
	csv_set_term_func(&reader->parser, is_newline);
}

static void
take_cell(void *cell, size_t size, void *user)
{
	struct reader *reader = user;
	gsize offset = reader->text->len;

	g_array_append_val(reader->offsets, offset);
	/* CSV_APPEND_NULL: there is a NUL behind the cell. */
	g_string_append_len(reader->text, cell, (gssize)size + 1);
}

static void
take_end(int end G_GNUC_UNUSED, void *user)
{
	struct reader *reader = user;

	reader->ended = true;
}

static void
drop_row(struct reader *reader)
{
	g_string_truncate(reader->text, 0);
	g_array_set_size(reader->offsets, 0);
	reader->ended = false;
	reader->row.start = NULL;
}

static void
give_row(struct reader *reader)
{
	g_ptr_array_set_size(reader->cells, (gint)reader->offsets->len);
	for (guint i = 0; i < reader->offsets->len; i++)
		reader->cells->pdata[i] =
			reader->text->str + g_array_index(reader->offsets, gsize, i);
	reader->row.n = reader->cells->len;
	reader->row.cells = (const char *const *)reader->cells->pdata;
	reader->each(&reader->row, reader->user);
	drop_row(reader);
}

/* A fresh parser after a broken row; what it had read of the row is lost, as it should be. */
static void
break_row(struct reader *reader, struct loc at, const char *what)
{
	diag_help(diag_add(reader->diags, DIAG_CSV_ROW, at, "%s", what),
		  "a cell with a comma, quote or line break stands in quotes, its quotes doubled");
	csv_free(&reader->parser);
	open_parser(reader);
	drop_row(reader);
}

/* One physical line of size bytes with its newline, if it has one. */
static void
take_line(struct reader *reader, const char *line, gsize size, int number)
{
	struct loc at = {.file = reader->row.file, .line = number};
	gsize done;

	if (!reader->row.start) {
		if (*line == '\n')
			return;
		reader->row.start = line;
		reader->row.line = number;
	}
	done = csv_parse(&reader->parser, line, size, take_cell, take_end, reader);
	if (done < size) {
		at.column = text_column(line, done);
		break_row(reader, at, "a quote in the wrong place");
	} else if (reader->ended) {
		give_row(reader);
	}
}

static void
finish(struct reader *reader)
{
	struct loc at = {.file = reader->row.file, .line = reader->row.line, .column = 1};

	if (!reader->row.start)
		return;
	if (csv_fini(&reader->parser, take_cell, take_end, reader) != 0)
		break_row(reader, at, "a quoted cell of this row is never closed");
	else if (reader->ended)
		give_row(reader);
}

void
csv_read(const char *text, const char *file, void (*each)(const struct csv_row *row, void *user),
	 void *user, struct diag_list *diags)
{
	struct reader reader = {
		.row = {.file = g_intern_string(file)},
		.text = g_string_new(NULL),
		.offsets = g_array_new(FALSE, FALSE, sizeof(gsize)),
		.cells = g_ptr_array_new(),
		.each = each,
		.user = user,
		.diags = diags,
	};
	int number = 1;

	open_parser(&reader);
	while (*text) {
		const char *newline = strchr(text, '\n');
		gsize size = newline ? (gsize)(newline - text) + 1 : strlen(text);

		take_line(&reader, text, size, number++);
		text += size;
	}
	finish(&reader);
	csv_free(&reader.parser);
	g_string_free(reader.text, TRUE);
	g_array_unref(reader.offsets);
	g_ptr_array_unref(reader.cells);
}

struct loc
csv_cell_at(const struct csv_row *row, guint cell)
{
	struct loc at = {.file = row->file, .line = row->line, .column = 1};
	bool quoted = false;
	const char *p;

	for (p = row->start; *p && cell > 0; p = g_utf8_next_char(p)) {
		if (*p == '"')
			quoted = !quoted;
		if (*p == '\n' && !quoted)
			break;
		if (*p == ',' && !quoted)
			cell--;
		at.column++;
		if (*p == '\n') {
			at.line++;
			at.column = 1;
		}
	}
	return at;
}
