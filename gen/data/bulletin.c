/* bulletin: what bulletin.yaml says. */
#include <string.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "data/record.h"
#include "data/schema_records.h"
#include "data/schema_value.h"
#include "data/store.h"
#include "data/value.h"

static const struct {
	const char *key;
	enum figure_kind kind;
} figure_lists[] = {{"charts", FIGURE_CHART}, {"tables", FIGURE_TABLE}, {"maps", FIGURE_MAP}};

/* The languages listed, those of the publication if none are; one it does not have is an error. */
static GPtrArray *
read_languages(const struct yaml_node *root, const struct publication *publication,
	       struct store *store, struct diag_list *diags)
{
	const struct yaml_node *list = yaml_find(root, "languages");
	GPtrArray *languages;

	if (!list || list->type != YAML_SEQUENCE || list->items->len == 0)
		return publication->languages;
	languages = store_array(store);
	for (guint i = 0; i < list->items->len; i++) {
		const struct yaml_node *item = list->items->pdata[i];

		if (item->type != YAML_SCALAR || schema_is_null(item))
			continue;
		if (g_ptr_array_find_with_equal_func(languages, item->text, g_str_equal, NULL))
			diag_add(diags, DIAG_ID_DUPLICATE, item->at,
				 "the language “%s” is listed twice", item->text);
		else if (g_ptr_array_find_with_equal_func(publication->languages, item->text,
							  g_str_equal, NULL))
			g_ptr_array_add(languages, (gpointer)item->text);
		else if (publication->languages->len > 0)
			schema_value_error(item, publication->languages, diags,
					   "“%s” is not one of the publication's languages",
					   item->text);
	}
	return languages;
}

/* 0 if there is none. */
static int
read_edition(const struct yaml_node *root, struct diag_list *diags)
{
	const struct yaml_node *node = yaml_find(root, "edition");
	struct decimal number;

	if (value_decimal(root, "edition", &number) && number.mantissa == 0)
		diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, node->at, "there is no edition %s",
				   node->text),
			  "the first is 1");
	return value_integer(root, "edition");
}

static enum bulletin_status
read_status(const struct yaml_node *root)
{
	const char *word = value_string(root, "status");

	if (g_strcmp0(word, "draft") == 0)
		return BULLETIN_DRAFT;
	return g_strcmp0(word, "withdrawn") == 0 ? BULLETIN_WITHDRAWN : BULLETIN_PUBLISHED;
}

static struct figure_spec *
read_figure(const struct yaml_node *node, enum figure_kind kind, struct store *store,
	    struct diag_list *diags)
{
	struct figure_spec *figure = store_new_record(store, struct figure_spec);
	const struct yaml_node *data = yaml_find(node, "data");

	figure->id = node->key;
	figure->kind = kind;
	figure->type =
		kind == FIGURE_CHART ? value_word(node, &schema_chart, "type", NULL) : NULL;
	if (data && data->type != YAML_MAPPING)
		schema_type_error(data, "a query (a mapping)", diags);
	else if (data)
		figure->query = query_read(data, diags);
	figure->x = value_string(node, "x");
	figure->y = value_string(node, "y");
	figure->series = value_string(node, "series");
	figure->columns = value_strings(store, node, "columns");
	figure->title = value_text(store, node, "title");
	figure->note = value_text(store, node, "note");
	figure->scale = value_string(node, "scale");
	figure->size = value_string(node, "size");
	figure->orientation = value_string(node, "orientation");
	figure->at = node->key_at;
	return figure;
}

/* A figure without a usable query stays known, so that what names it is not reported as well. */
static void
read_figures(struct bulletin *bulletin, const struct yaml_node *root, size_t list,
	     struct store *store, struct diag_list *diags)
{
	const struct yaml_node *map = yaml_find(root, figure_lists[list].key);

	for (guint i = 0; map && map->type == YAML_MAPPING && i < map->items->len; i++) {
		const struct yaml_node *item = map->items->pdata[i];
		const struct figure_spec *first = bulletin_find_figure(bulletin, item->key);

		if (first) {
			diag_relate(diag_add(diags, DIAG_ID_DUPLICATE, item->key_at,
					     "the id “%s” is used twice in this bulletin",
					     item->key),
				    first->at, "first here");
			continue;
		}
		g_ptr_array_add(bulletin->figures,
				read_figure(item, figure_lists[list].kind, store, diags));
	}
}

struct bulletin *
bulletin_read(const struct yaml_node *root, const char *id, const struct publication *publication,
	      struct store *store, struct diag_list *diags)
{
	struct bulletin *bulletin = store_new_record(store, struct bulletin);

	bulletin->id = id;
	/* A day in any case: without one there was a diagnostic, and nothing is published. */
	bulletin->has_date = value_date(root, "date", &bulletin->date) &&
			     bulletin->date.start.precision == EDTF_DAY;
	if (!bulletin->has_date)
		edtf_parse("1970-01-01", &bulletin->date, NULL);
	bulletin->edition = read_edition(root, diags);
	bulletin->symbol = value_string(root, "symbol");
	bulletin->marking = value_string(root, "marking");
	if (bulletin->marking)
		bulletin->marking_at = value_at(root, "marking");
	bulletin->status = read_status(root);
	bulletin->embargo = value_string(root, "embargo");
	bulletin->numbered_paragraphs = value_true(root, "numbered-paragraphs");
	bulletin->languages = read_languages(root, publication, store, diags);
	bulletin->key_figures = value_strings(store, root, "key-figures");
	bulletin->figures = store_array(store);
	for (size_t i = 0; i < G_N_ELEMENTS(figure_lists); i++)
		read_figures(bulletin, root, i, store, diags);
	if (root) {
		bulletin->at = root->at;
		bulletin->date_at = value_at(root, "date");
	}
	return bulletin;
}

void
bulletin_clear(struct bulletin *bulletin)
{
	for (guint i = 0; i < bulletin->figures->len; i++) {
		struct figure_spec *figure = bulletin->figures->pdata[i];

		query_free(figure->query);
		figure->query = NULL;
	}
}

const struct figure_spec *
bulletin_find_figure(const struct bulletin *bulletin, const char *id)
{
	for (guint i = 0; i < bulletin->figures->len; i++) {
		const struct figure_spec *figure = bulletin->figures->pdata[i];

		if (strcmp(figure->id, id) == 0)
			return figure;
	}
	return NULL;
}

static void
check_column(const struct yaml_node *node, GPtrArray *names, struct diag_list *diags)
{
	if (!node || node->type != YAML_SCALAR || schema_is_null(node))
		return;
	if (!g_ptr_array_find_with_equal_func(names, node->text, g_str_equal, NULL))
		query_report_column(node->text, node->at, names, diags);
}

static void
check_figure(const struct yaml_node *node, const struct figure_spec *figure,
	     const struct dataset *data, struct diag_list *diags)
{
	static const char *const keys[] = {"x", "y", "series"};
	const struct yaml_node *columns = yaml_find(node, "columns");
	g_autoptr(GPtrArray) names = NULL;

	if (!figure->query)
		return;
	query_check(figure->query, data, NULL, diags);
	names = query_columns(figure->query, data);
	if (!names)
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
		check_column(yaml_find(node, keys[i]), names, diags);
	for (guint i = 0; columns && columns->items && i < columns->items->len; i++)
		check_column(columns->items->pdata[i], names, diags);
}

void
bulletin_check_figures(const struct yaml_node *root, const struct bulletin *bulletin,
		       const struct dataset *data, struct diag_list *diags)
{
	for (guint i = 0; i < bulletin->figures->len; i++) {
		const struct figure_spec *figure = bulletin->figures->pdata[i];
		const char *list = figure_lists[figure->kind].key;

		check_figure(yaml_find(yaml_find(root, list), figure->id), figure, data, diags);
	}
}
