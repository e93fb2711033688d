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
	diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, spec->at,
			   "chart “%s” has a type that cannot be drawn: %s", spec->id,
			   spec->type ? spec->type : "none"),
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

struct chart *
chart_build(const struct figure_spec *spec, const struct dataset *data, const struct locale *locale,
	    const struct text_measure *measure, const char *caption, double width, struct diag_list *diags)
{
	const struct chart_type *type = find_type(spec, diags);
	g_autoptr(GPtrArray) columns = g_ptr_array_new();
	struct drawing drawing = {.spec = spec,
				  .data = data,
				  .locale = locale,
				  .measure = measure,
				  .diags = diags,
				  .label_column = 0,
				  .value_column = 1,
				  .series_column = -1};
	const char *label, *value;
	struct rows *rows;
	struct chart *chart;

	if (!type || !spec->query)
		return NULL;
	choose_columns(spec, type, &label, &value);
	g_ptr_array_add(columns, (gpointer)label);
	g_ptr_array_add(columns, (gpointer)value);
	rows = query_run(spec->query, data, columns, diags);
	drawing.rows = rows;
	if (rows->columns->len < 2) {
		rows_free(rows);
		return NULL;
	}
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
