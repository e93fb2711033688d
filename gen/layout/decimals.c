/* decimals: see decimals.h. */
#include "layout/decimals.h"

#include <string.h>
#include "layout/block.h"
#include "layout/inline.h"

struct decimals {
	struct formatter *formatter;
	guint n_columns;
	const char **marks; /* by column; NULL for none */
	double *room;	    /* by column: the widest fraction */
	double *integer;    /* by column: the widest integer */
	glong *longest;	    /* by column: its characters; only as long ones are measured */
	GHashTable *widths; /* style to a table of texts and their widths, double * */
};

/* What may part the digits of a figure: U+00A0, U+202F and U+2019 among them. */
static bool
is_separator(gunichar c)
{
	return c == ' ' || c == 0xA0 || c == 0x202F || c == '.' || c == ',' || c == '\'' ||
	       c == 0x2019;
}

gsize
decimals_integer(const char *text, const char *mark)
{
	const char *p = text;

	while (*p && !g_unichar_isdigit(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	if (!*p)
		return strlen(text);
	while (*p) {
		gunichar c = g_utf8_get_char(p);
		const char *next = g_utf8_next_char(p);

		if (g_str_has_prefix(p, mark))
			break;
		if (!g_unichar_isdigit(c) &&
		    !(is_separator(c) && *next && g_unichar_isdigit(g_utf8_get_char(next))))
			break;
		p = next;
	}
	return (gsize)(p - text);
}

static void
table_free(gpointer table)
{
	g_hash_table_unref(table);
}

static GHashTable *
widths_in(const struct decimals *decimals, const struct text_style *style)
{
	GHashTable *widths = g_hash_table_lookup(decimals->widths, style);

	if (widths)
		return widths;
	widths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_hash_table_insert(decimals->widths, (gpointer)style, widths);
	return widths;
}

static double
text_width(struct decimals *decimals, const struct text_style *style, const char *text)
{
	struct span span = {.kind = SPAN_TEXT, .text = text, .style = span_style_of(style)};
	struct paragraph_style plain = {.line_height = style->size, .lang = style->lang};
	GHashTable *widths = widths_in(decimals, style);
	g_autoptr(Paragraph) paragraph = NULL;
	double *width;

	if (!*text)
		return 0;
	width = g_hash_table_lookup(widths, text);
	if (width)
		return *width;
	paragraph = paragraph_new(decimals->formatter->typesetter, &span, 1, &plain,
				  decimals->formatter->env->diags);
	width = g_new(double, 1);
	*width = paragraph_max_width(paragraph);
	g_hash_table_insert(widths, g_strdup(text), width);
	return *width;
}

/* The first text in node, and whether there is more. */
static const struct fo_node *
text_in(const struct fo_node *node, bool *more)
{
	const struct fo_node *found = NULL;

	if (node->kind == FO_TEXT)
		return node;
	for (const struct fo_node *child = node->first; child; child = child->next) {
		*more = *more || found;
		if (!found && !fo_is_blank(child))
			found = text_in(child, more);
	}
	return found;
}

/* Width of what stands from the mark on. */
static double
fraction_width(struct decimals *decimals, const struct grid_cell *cell)
{
	bool more = false;
	const struct fo_node *text = text_in(cell->fo, &more);
	g_autofree char *part = NULL;
	double min = 0, max = 0;
	gsize n;

	if (!text)
		return 0;
	n = decimals_integer(text->text, decimals->marks[cell->column]);
	if (!more && !text->text[n])
		return 0;
	if (!more) {
		/* White space that begins a line would be dropped. */
		part = g_strconcat("0", text->text + n, NULL);
		return text_width(decimals, text->style, part) -
		       text_width(decimals, text->style, "0");
	}
	block_need(decimals->formatter, cell->fo, &min, &max);
	part = g_strndup(text->text, n);
	return MAX(max - text_width(decimals, text->style, part), 0);
}

static bool
has_mark(const struct decimals *decimals, const struct grid_cell *cell)
{
	return cell->columns == 1 && cell->column < decimals->n_columns &&
	       decimals->marks[cell->column] && cell->fo->parent->parent->kind != FO_TABLE_HEADER;
}

/* False where no column has a mark. */
static bool
marks_read(struct decimals *decimals, const struct fo_node *table)
{
	guint column = 0;
	bool some = false;

	for (const struct fo_node *child = table->first; child; child = child->next) {
		const char *mark;

		if (child->kind != FO_TABLE_COLUMN)
			continue;
		mark = fo_attribute(child, "mark");
		some = some || mark;
		for (int i = 0; i < child->box->columns_repeated && column < decimals->n_columns;
		     i++)
			decimals->marks[column++] = mark && *mark ? mark : NULL;
	}
	return some;
}

/* Of a figure alone in its cell; others are measured with their cell. */
static void
integer_measure(struct decimals *decimals, const struct grid_cell *cell)
{
	bool more = false;
	const struct fo_node *text = text_in(cell->fo, &more);
	g_autofree char *integer = NULL;
	guint column = cell->column;
	gsize n;

	if (!text || more)
		return;
	n = decimals_integer(text->text, decimals->marks[column]);
	if (g_utf8_strlen(text->text, (gssize)n) < decimals->longest[column])
		return;
	integer = g_strndup(text->text, n);
	decimals->longest[column] = g_utf8_strlen(integer, -1);
	decimals->integer[column] =
		MAX(decimals->integer[column], text_width(decimals, text->style, integer));
}

static void
part_measure(struct decimals *decimals, const struct fo_node *part)
{
	g_autoptr(Grid) grid = grid_new(part, decimals->n_columns);

	for (guint i = 0; i < grid->cells->len; i++) {
		const struct grid_cell *cell = &g_array_index(grid->cells, struct grid_cell, i);

		if (!has_mark(decimals, cell))
			continue;
		integer_measure(decimals, cell);
		decimals->room[cell->column] =
			MAX(decimals->room[cell->column], fraction_width(decimals, cell));
	}
}

struct decimals *
decimals_new(struct formatter *formatter, const struct fo_node *table, guint n_columns)
{
	struct decimals *decimals = g_new0(struct decimals, 1);

	decimals->formatter = formatter;
	decimals->n_columns = n_columns;
	decimals->marks = g_new0(const char *, n_columns + 1);
	decimals->room = g_new0(double, n_columns + 1);
	decimals->integer = g_new0(double, n_columns + 1);
	decimals->longest = g_new0(glong, n_columns + 1);
	decimals->widths = g_hash_table_new_full(NULL, NULL, NULL, table_free);
	if (!marks_read(decimals, table)) {
		decimals_free(decimals);
		return NULL;
	}
	for (const struct fo_node *part = table->first; part; part = part->next)
		if (part->kind == FO_TABLE_BODY || part->kind == FO_TABLE_FOOTER)
			part_measure(decimals, part);
	return decimals;
}

void
decimals_free(struct decimals *decimals)
{
	if (!decimals)
		return;
	g_free(decimals->marks);
	g_free(decimals->room);
	g_free(decimals->integer);
	g_free(decimals->longest);
	g_hash_table_unref(decimals->widths);
	g_free(decimals);
}

double
decimals_pad(struct decimals *decimals, const struct grid_cell *cell)
{
	if (!decimals || !has_mark(decimals, cell))
		return 0;
	return decimals->room[cell->column] - fraction_width(decimals, cell);
}

double
decimals_need(const struct decimals *decimals, const struct grid_cell *cell)
{
	if (!decimals || !has_mark(decimals, cell))
		return 0;
	return decimals->integer[cell->column] + decimals->room[cell->column];
}
