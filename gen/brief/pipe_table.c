/* pipe_table: tables written with pipes. */
#include "brief/pipe_table.h"

#include <string.h>

#include "base/diag.h"
#include "brief/convert.h"
#include "brief/inlines.h"
#include "brief/tree.h"

/* A stretch of a passage, without the blanks around it. */
struct cell {
	gsize start, end;
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static struct cell
trimmed(const char *text, gsize start, gsize end)
{
	while (start < end && is_blank(text[start]))
		start++;
	while (end > start && is_blank(text[end - 1]))
		end--;
	return (struct cell){.start = start, .end = end};
}

/* The cells of one line of the passage: struct cell; outer pipes are optional. */
static GArray *
cells_of_line(const struct passage *passage, guint line)
{
	GArray *cells = g_array_new(FALSE, FALSE, sizeof(struct cell));
	const char *text = passage->text->str;
	gsize start = g_array_index(passage->lines, gsize, line);
	struct cell row = trimmed(text, start, start + strcspn(text + start, "\n"));

	if (row.start < row.end && text[row.start] == '|')
		row.start++;
	start = row.start;
	for (gsize i = row.start; i < row.end; i++) {
		struct cell cell;

		if (text[i] == '\\' && i + 1 < row.end) {
			i++;
			continue;
		}
		if (text[i] != '|')
			continue;
		cell = trimmed(text, start, i);
		g_array_append_val(cells, cell);
		start = i + 1;
	}
	if (start < row.end) {
		struct cell cell = trimmed(text, start, row.end);

		g_array_append_val(cells, cell);
	}
	return cells;
}

/* ":--", "--:", ":-:", "---": the alignment it asks for, or NULL. */
static const char *
alignment(const char *text, struct cell cell)
{
	bool left = cell.start < cell.end && text[cell.start] == ':';
	bool right = cell.end > cell.start + 1 && text[cell.end - 1] == ':';
	gsize dashes = cell.end - cell.start - left - right;

	if (dashes == 0 || strspn(text + cell.start + left, "-") != dashes)
		return NULL;
	if (right)
		return left ? "center" : "end";
	return "start";
}

bool
pipe_table_is(const struct passage *passage)
{
	const char *text = passage->text->str;
	g_autoptr(GArray) head = NULL, rule = NULL;

	if (passage->lines->len < 2)
		return false;
	rule = cells_of_line(passage, 1);
	for (guint i = 0; i < rule->len; i++) {
		if (!alignment(text, g_array_index(rule, struct cell, i)))
			return false;
	}
	if (rule->len == 0 || !strchr(text + g_array_index(passage->lines, gsize, 1), '|'))
		return false;
	head = cells_of_line(passage, 0);
	return head->len == rule->len;
}

static void
add_cell(struct conversion *cv, struct passage *passage, struct cell cell, xmlNode *into)
{
	g_autoptr(Passage) fragment = NULL;
	const char *text = passage->text->str;
	struct place first = passage_at(passage, cell.start);
	gsize start = cell.start;

	tree_set_loc(into, (struct loc){.line = first.line, .column = first.column});
	if (cell.start == cell.end)
		return;
	if (inlines_add_plain(passage, cell.start, cell.end, into))
		return;
	fragment = passage_new(passage->file);
	fragment->fragment = true;
	passage_add_at(fragment, FRAGMENT_START, strlen(FRAGMENT_START), first);
	for (gsize i = cell.start; i + 1 < cell.end; i++) {
		/* the table's own escape goes before Markdown is read */
		if (text[i] != '\\' || text[i + 1] != '|')
			continue;
		passage_add_from(fragment, passage, start, i - start);
		start = ++i;
	}
	passage_add_from(fragment, passage, start, cell.end - start);
	convert_fragment(cv, fragment, into);
}

static void
add_row(struct conversion *cv, struct passage *passage, guint line, guint columns, xmlNode *parent,
	const char *name)
{
	g_autoptr(GArray) cells = cells_of_line(passage, line);
	xmlNode *row = tree_add(parent, TREE_B, "tr");

	for (guint i = 0; i < columns; i++) {
		xmlNode *cell = tree_add(row, TREE_B, name);

		if (i < cells->len)
			add_cell(cv, passage, g_array_index(cells, struct cell, i), cell);
	}
	if (cells->len > columns) {
		struct cell extra = g_array_index(cells, struct cell, columns);

		diag_help(diag_add(cv->diags, DIAG_SCHEMA_VALUE,
				   passage_loc(passage, extra.start, extra.end),
				   "a row of %u cells in a table of %u columns", cells->len,
				   columns),
			  "a pipe inside a cell is written \\|");
	}
}

void
pipe_table_convert(struct conversion *cv, struct passage *passage, xmlNode *table)
{
	g_autoptr(GArray) rule = cells_of_line(passage, 1);
	xmlNode *columns = tree_add(table, TREE_B, "columns");
	xmlNode *body;

	for (guint i = 0; i < rule->len; i++)
		tree_set(tree_add(columns, TREE_B, "column"), "align",
			 alignment(passage->text->str, g_array_index(rule, struct cell, i)));
	add_row(cv, passage, 0, rule->len, tree_add(table, TREE_B, "thead"), "th");
	body = tree_add(table, TREE_B, "tbody");
	for (guint line = 2; line < passage->lines->len; line++)
		add_row(cv, passage, line, rule->len, body, "td");
}
