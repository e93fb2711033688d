#include "chart/chart.h"

#include <string.h>
#include "base/diag.h"
#include "chart/drawing.h"
#include "data/dataset.h"
#include "locale/locale.h"

/* type -> what it can show, how it is drawn, and which label describes it. */
struct chart_type {
	const char *name;
	bool (*suits)(const struct drawing *drawing);
	void (*draw)(struct drawing *drawing);
	const char *label_column, *value_column; /* where the spec does not say */
	const char *description;
};

static const struct chart_type types[] = {
	{"bar", bar_suits, bar_draw, "incident", "value", "chart.bar-desc"},
	{"line", line_suits, line_draw, "date", "value", "chart.line-desc"},
};

static const struct chart_type *
find_type(const struct figure_spec *spec, struct diag_list *diags)
{
	for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
		if (!g_strcmp0(types[i].name, spec->type))
			return &types[i];
	}
	/* Of a type that there is not was told when it was read. */
	if (spec->type)
		diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, spec->at,
				   "chart “%s” has a type that cannot be drawn: %s", spec->id,
				   spec->type),
			  "types are bar and line");
	return NULL;
}

static bool
is_value(const char *column)
{
	return !g_strcmp0(column, "value") || !g_strcmp0(column, "min") ||
	       !g_strcmp0(column, "max");
}

/* x and y of the spec in whichever order: bars lie, so their values may be called x or y. */
static void
choose_columns(const struct figure_spec *spec, const struct chart_type *type, const char **label,
	       const char **value)
{
	bool swapped =
		is_value(spec->x) || (spec->y && !is_value(spec->y) && type->draw == bar_draw);

	*value = swapped ? spec->x : spec->y;
	*label = swapped ? spec->y : spec->x;
	if (!*value)
		*value = type->value_column;
	if (!*label)
		*label = type->label_column;
}

/* "Theft from …: about $281 million; …": what a reader who cannot see the chart is told. */
static char *
describe(const struct drawing *drawing, const struct chart_type *type)
{
	g_autoptr(GString) items = g_string_new(NULL);
	g_autofree char *count = locale_integer(drawing->locale, drawing->rows->rows->len);
	const char *separator = locale_find(drawing->locale, "chart.separator");

	for (guint i = 0; i < drawing->rows->rows->len; i++) {
		const char *const pair[] = {drawing->labels->pdata[i], drawing->values->pdata[i]};
		g_autofree char *item = locale_label(drawing->locale, "chart.item", 2, pair);

		if (i)
			g_string_append(items, separator ? separator : "; ");
		g_string_append(items, item);
	}
	return locale_label(drawing->locale, type->description, 2,
			    (const char *const[]){count, items->str});
}

/* The cells of a column as text: char *, one a row. */
static GPtrArray *
texts_of(const struct drawing *drawing, int column)
{
	guint n = drawing->rows->rows->len;
	GPtrArray *texts = g_ptr_array_new_full(n, g_free);

	for (guint i = 0; i < n; i++)
		g_ptr_array_add(texts, cell_to_text(drawing_cell(drawing, i, column), drawing->data,
						    drawing->locale));
	return texts;
}

static bool
rows_suit(const struct drawing *drawing, const struct chart_type *type)
{
	for (guint i = 0; i < drawing->rows->rows->len; i++) {
		const struct cell *value = drawing_cell(drawing, i, drawing->value_column);

		if (value->kind == CELL_AMOUNT || value->kind == CELL_NUMBER)
			return type->suits(drawing);
	}
	diag_add(drawing->diags, DIAG_SCHEMA_VALUE, drawing->spec->at,
		 "chart “%s” has no values to draw", drawing->spec->id);
	return false;
}

static struct scene *
draw(struct drawing *drawing, const struct chart_type *type, const char *caption, double width)
{
	const char *tag = locale_tag(drawing->locale);
	const char *title = text_in(drawing->spec->title, tag, tag, NULL);
	g_autofree char *id = g_strdup_printf("chart-%s", drawing->spec->id);
	g_autoptr(GPtrArray) labels = texts_of(drawing, drawing->label_column);
	g_autoptr(GPtrArray) values = texts_of(drawing, drawing->value_column);
	struct scene *scene = scene_new(id, tag, locale_is_rtl(drawing->locale), width, 0);

	drawing->scene = scene;
	drawing->labels = labels;
	drawing->values = values;
	type->draw(drawing);
	scene->title = g_strdup(title ? title : caption);
	scene->description = describe(drawing, type);
	if (scene->rtl)
		scene_mirror(scene);
	return scene;
}

/* Is there a number in the column of the rows? */
static bool
has_numbers(const struct rows *rows, guint column)
{
	for (guint i = 0; i < rows->rows->len; i++) {
		const struct cell *cells = rows->rows->pdata[i];

		if (cells[column].kind == CELL_AMOUNT || cells[column].kind == CELL_NUMBER)
			return true;
	}
	return false;
}

/* A column that the chart does not name, and its data do not have; names are those they have. */
static void
check_default(const struct figure_spec *spec, const char *column, GPtrArray *names,
	      struct diag_list *diags)
{
	bool named = !g_strcmp0(column, spec->x) || !g_strcmp0(column, spec->y);

	if (!named && !g_ptr_array_find_with_equal_func(names, column, g_str_equal, NULL))
		diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, spec->at,
				   "chart “%s” names no column for one of its sides, and its data "
				   "have no “%s”",
				   spec->id, column),
			  "say which column is x and which is y");
}

/*
 * The rows of two columns, the one that labels and the one that is drawn.  Which of x and y is
 * which, the data decide where one alone has numbers.  NULL where one is missing.
 */
static struct rows *
rows_of_chart(const struct figure_spec *spec, const struct chart_type *type,
	      const struct dataset *data, struct diag_list *diags)
{
	g_autoptr(GPtrArray) names = query_columns(spec->query, data);
	g_autoptr(GPtrArray) columns = g_ptr_array_new();
	const char *label, *value;
	struct rows *rows;

	choose_columns(spec, type, &label, &value);
	if (!names)
		return NULL;
	check_default(spec, label, names, diags);
	check_default(spec, value, names, diags);
	g_ptr_array_add(columns, (gpointer)label);
	g_ptr_array_add(columns, (gpointer)value);
	rows = query_run(spec->query, data, columns, diags);
	if (!rows->refused && !has_numbers(rows, 1) && has_numbers(rows, 0)) {
		rows_free(rows);
		columns->pdata[0] = (gpointer)value;
		columns->pdata[1] = (gpointer)label;
		rows = query_run(spec->query, data, columns, diags);
	}
	if (rows->refused)
		g_clear_pointer(&rows, rows_free);
	return rows;
}

struct chart *
chart_build(const struct figure_spec *spec, const struct dataset *data, const struct locale *locale,
	    const struct text_measure *measure, const char *caption, double width,
	    struct diag_list *diags)
{
	const struct chart_type *type = find_type(spec, diags);
	struct drawing drawing = {.spec = spec,
				  .data = data,
				  .locale = locale,
				  .measure = measure,
				  .diags = diags,
				  .label_column = 0,
				  .value_column = 1,
				  .series_column = -1};
	struct rows *rows = NULL;
	struct chart *chart;

	if (type && spec->query)
		rows = rows_of_chart(spec, type, data, diags);
	if (!rows)
		return NULL;
	drawing.rows = rows;
	chart = g_new0(struct chart, 1);
	chart->rows = rows;
	if (!rows_suit(&drawing, type))
		g_clear_pointer(&chart, chart_free);
	else if (measure)
		chart->scene = draw(&drawing, type, caption, width);
	return chart;
}

void
chart_free(struct chart *chart)
{
	if (!chart)
		return;
	scene_free(chart->scene);
	rows_free(chart->rows);
	g_free(chart);
}
