/* data_table: rows of a query as a table in the language. */
#include <string.h>

#include "bulletin/assembly.h"
#include "chart/chart.h"
#include "data/dataset.h"
#include "locale/locale.h"

static const struct cell *
cell_at(const struct rows *rows, guint row, guint column)
{
	const struct cell *cells = g_ptr_array_index(rows->rows, row);

	return &cells[column];
}

/* A column is what its first cell is. */
static bool
is_figure(const struct rows *rows, guint column)
{
	for (guint row = 0; row < rows->rows->len; row++) {
		enum cell_kind kind = cell_at(rows, row, column)->kind;

		if (kind != CELL_NONE)
			return kind == CELL_AMOUNT || kind == CELL_NUMBER;
	}
	return false;
}

/* Money, or money by something ("USD/tonne"). */
static bool
is_money(const char *unit)
{
	g_autofree char *counted = unit ? g_strndup(unit, strcspn(unit, "/")) : NULL;

	return counted && unit_is_currency(counted);
}

/* In half of the languages the word for the value of a thing is its price: visas have a number. */
static char *
heading_key(const struct rows *rows, guint column)
{
	const char *name = g_ptr_array_index(rows->columns, column);

	if (strcmp(name, "value") == 0 && is_figure(rows, column) && !is_money(rows->unit))
		name = "quantity";
	return g_strconcat("col.", name, NULL);
}

static void
add_head(struct assembly *a, const struct rows *rows, xmlNode *into)
{
	xmlNode *row = page_add(a, page_add(a, into, "thead"), "tr");

	for (guint i = 0; i < rows->columns->len; i++) {
		const char *name = g_ptr_array_index(rows->columns, i);
		g_autofree char *key = heading_key(rows, i);
		const char *label = locale_find(a->env->locale, key);
		const struct text *title = g_ptr_array_index(rows->titles, i);
		xmlNode *cell = page_add(a, row, "th");

		if (title)
			page_text(a, title, cell);
		else
			page_run(a, cell, label ? label : name, NULL);
	}
}

/*
 * The words of a cell that the data writes itself, or NULL: only these can be in another language.
 */
static const struct text *
own_words(const struct cell *cell)
{
	switch (cell->kind) {
	case CELL_INCIDENT:
		return cell->incident->title;
	case CELL_TEXT:
	case CELL_DATE:
		return cell->texts;
	default:
		return NULL;
	}
}

static void
add_cell(struct assembly *a, const struct cell *cell, xmlNode *into)
{
	const struct text *words = own_words(cell);
	g_autofree char *text = NULL;

	if (words) {
		page_text(a, words, into);
		return;
	}
	text = cell_to_text(cell, a->env->data, a->env->locale);
	if (*text)
		page_run(a, into, text, NULL);
}

void
data_table_fill(struct assembly *a, const struct rows *rows, xmlNode *into)
{
	xmlNode *columns = page_add(a, into, "columns"), *body;

	for (guint i = 0; i < rows->columns->len; i++)
		page_set(a, page_add(a, columns, "column"), "align",
			 /* figures line up */
			 is_figure(rows, i) ? "end" : "start");
	add_head(a, rows, into);
	body = page_add(a, into, "tbody");
	for (guint row = 0; row < rows->rows->len; row++) {
		xmlNode *line = page_add(a, body, "tr");

		for (guint i = 0; i < rows->columns->len; i++) {
			/* the first column names the row, for those who hear the table */
			xmlNode *cell = page_add(a, line, i == 0 ? "th" : "td");

			if (i == 0)
				page_set(a, cell, "scope", "row");
			add_cell(a, cell_at(rows, row, i), cell);
		}
	}
}
