/* Cells of a query as text: in the language, and as plain CSV. */
#include "chart/chart.h"

#include <string.h>
#include "data/dataset.h"
#include "locale/locale.h"

static const char *
local_text(const struct text *text, const struct dataset *data, const struct locale *locale)
{
	return text_in(text, locale_tag(locale), dataset_publication(data)->source_language, NULL);
}

static const char *
name_of(const char *id, const struct dataset *data, const struct locale *locale)
{
	const struct entity *entity = dataset_find_entity(data, id);
	const struct source *source = dataset_find_source(data, id);
	const char *name =
		entity	 ? local_text(entity->short_name ? entity->short_name : entity->name, data,
				    locale)
		: source ? local_text(source->title, data, locale)
			 : NULL;

	return name ? name : id;
}

/* "about $281 million (likely)", as the language sets it; of HEDGE_NONE nothing is asked. */
static char *
hedged(const char *text, enum hedge hedge, const struct locale *locale)
{
	g_autofree char *key = g_strconcat("hedge.", hedge_name(hedge), NULL);
	const char *label = locale_find(locale, key);

	return locale_label(locale, "val.hedged", 2,
			    (const char *const[]){text, label ? label : hedge_name(hedge)});
}

/* Links of a chain with what hedges them. */
static char *
names_text(const struct cell *cell, const struct dataset *data, const struct locale *locale)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < cell->ids->len; i++) {
		const void *item = g_ptr_array_index(cell->ids, i);
		const struct source_at *source = cell->kind == CELL_SOURCES ? item : NULL;
		const char *name = name_of(source ? source->id : item, data, locale);

		g_ptr_array_add(names, source && source->hedge ? hedged(name, source->hedge, locale)
							       : g_strdup(name));
	}
	return locale_list(locale, (const char *const *)names->pdata, (int)names->len);
}

static char *
date_text(const struct cell *cell, const struct dataset *data, const struct locale *locale)
{
	const char *text = local_text(cell->texts, data, locale);

	return text ? g_strdup(text) : locale_date(locale, &cell->date);
}

/* A figure stays on one line of its cell.  A hedge is shown in tables and charts, after it. */
static char *
amount_text(const struct cell *cell, const struct locale *locale)
{
	g_autofree char *amount = locale_amount(locale, &cell->amount, FORM_SHORT);
	g_autoptr(GString) text = g_string_new(amount);

	g_string_replace(text, " ", "\u00A0", 0);
	if (cell->hedge)
		return hedged(text->str, cell->hedge, locale);
	return g_strdup(text->str);
}

char *
cell_to_text(const struct cell *cell, const struct dataset *data, const struct locale *locale)
{
	const char *text;

	switch (cell->kind) {
	case CELL_NONE:
		return g_strdup("");
	case CELL_TEXT:
		text = local_text(cell->texts, data, locale);
		return g_strdup(text ? text : cell->text);
	case CELL_AMOUNT:
		return amount_text(cell, locale);
	case CELL_NUMBER:
		return locale_decimal(locale, cell->number);
	case CELL_DATE:
		return date_text(cell, data, locale);
	case CELL_ENTITIES:
	case CELL_SOURCES:
		return names_text(cell, data, locale);
	case CELL_INCIDENT:
		text = local_text(cell->incident->title, data, locale);
		return g_strdup(text ? text : cell->incident->id);
	case CELL_VOCABULARY:
		text = locale_find(locale, cell->text);
		return g_strdup(text			  ? text
				: strchr(cell->text, '.') ? strchr(cell->text, '.') + 1
							  : cell->text);
	}
	g_assert_not_reached();
}

/* RFC 4180; a cell that a spreadsheet would run as a formula gets an apostrophe before it. */
static void
append_field(GString *out, const char *text, bool number)
{
	bool formula = !number && *text && strchr("=+-@\t\r", *text);

	if (!formula && !strpbrk(text, ",\"\r\n")) {
		g_string_append(out, text);
		return;
	}
	g_string_append_c(out, '"');
	if (formula)
		g_string_append_c(out, '\'');
	for (const char *p = text; *p; p++) {
		if (*p == '"')
			g_string_append_c(out, '"');
		g_string_append_c(out, *p);
	}
	g_string_append_c(out, '"');
}

static char *
ids_text(const struct cell *cell)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < cell->ids->len; i++) {
		const void *item = g_ptr_array_index(cell->ids, i);

		g_string_append_printf(out, "%s%s", i ? " " : "",
				       cell->kind == CELL_SOURCES
					       ? ((const struct source_at *)item)->id
					       : (const char *)item);
	}
	return g_string_free(out, FALSE);
}

/* Texts stand in the source language, so that the file is one for all. */
static const char *
text_of(const struct cell *cell, const struct dataset *data)
{
	const char *source = dataset_publication(data)->source_language, *found;

	if (cell->text)
		return cell->text;
	return cell->texts ? text_in(cell->texts, source, source, &found) : "";
}

static char *
plain_text(const struct cell *cell, const struct dataset *data)
{
	switch (cell->kind) {
	case CELL_NUMBER:
		return decimal_to_text(cell->number);
	case CELL_DATE:
		return edtf_to_text(&cell->date);
	case CELL_ENTITIES:
	case CELL_SOURCES:
		return ids_text(cell);
	case CELL_INCIDENT:
		return g_strdup(cell->incident->id);
	case CELL_VOCABULARY:
		return g_strdup(strchr(cell->text, '.') ? strchr(cell->text, '.') + 1 : cell->text);
	case CELL_TEXT:
		return g_strdup(text_of(cell, data));
	default:
		return g_strdup("");
	}
}

/* An amount takes the columns NAME, NAME-max, unit, qualifier, hedge. */
static void
append_amount(GString *out, const struct cell *cell)
{
	g_autofree char *min =
		decimal_to_text(decimal_scale(cell->amount.min, (int)cell->amount.scale));
	g_autofree char *max =
		decimal_to_text(decimal_scale(cell->amount.max, (int)cell->amount.scale));
	const char *hedge = hedge_name(cell->hedge);

	append_field(out, min, true);
	g_string_append_c(out, ',');
	append_field(out, max, true);
	g_string_append_printf(out, ",%s,%s,%s", cell->amount.unit ? cell->amount.unit : "",
			       qualifier_name(cell->amount.qualifier), hedge ? hedge : "");
}

static bool
is_amount_column(const struct rows *rows, guint column)
{
	for (guint i = 0; i < rows->rows->len; i++) {
		if (((const struct cell *)g_ptr_array_index(rows->rows, i))[column].kind ==
		    CELL_AMOUNT)
			return true;
	}
	return false;
}

static void
append_header(GString *out, const struct rows *rows, const bool *amounts)
{
	for (guint i = 0; i < rows->columns->len; i++) {
		const char *name = g_ptr_array_index(rows->columns, i);

		if (i)
			g_string_append_c(out, ',');
		append_field(out, name, false);
		if (amounts[i])
			g_string_append_printf(out, ",%s-max,unit,qualifier,hedge", name);
	}
	g_string_append(out, "\r\n");
}

static void
append_row(GString *out, const struct cell *cells, const struct rows *rows, const bool *amounts,
	   const struct dataset *data)
{
	for (guint i = 0; i < rows->columns->len; i++) {
		g_autofree char *text = NULL;

		if (i)
			g_string_append_c(out, ',');
		if (cells[i].kind == CELL_AMOUNT) {
			append_amount(out, &cells[i]);
			continue;
		}
		text = plain_text(&cells[i], data);
		append_field(out, text, cells[i].kind == CELL_NUMBER);
		if (amounts[i])
			g_string_append(out, ",,,,");
	}
	g_string_append(out, "\r\n");
}

GBytes *
rows_to_csv(const struct rows *rows, const struct dataset *data)
{
	GString *out = g_string_new(NULL);
	g_autofree bool *amounts = g_new0(bool, rows->columns->len + 1);

	for (guint i = 0; i < rows->columns->len; i++)
		amounts[i] = is_amount_column(rows, i);
	append_header(out, rows, amounts);
	for (guint i = 0; i < rows->rows->len; i++)
		append_row(out, g_ptr_array_index(rows->rows, i), rows, amounts, data);
	return g_string_free_to_bytes(out);
}
