/* rows: what a query gives, and gives again. */
#include <string.h>

#include "data/query_private.h"

/* Tables of ten thousand rows need not be kept. */
enum { KEPT_MOST = 1000 };

struct rows *
rows_new(const GPtrArray *columns)
{
	struct result *result = g_new0(struct result, 1);

	result->users = 1;
	result->owned = g_ptr_array_new_with_free_func(g_free);
	result->rows.columns = g_ptr_array_new_with_free_func(g_free);
	result->rows.titles = g_ptr_array_new();
	result->rows.rows = g_ptr_array_new_with_free_func(g_free);
	result->rows.sources = g_ptr_array_new();
	result->rows.incidents = g_ptr_array_new();
	for (guint i = 0; i < columns->len; i++)
		g_ptr_array_add(result->rows.columns, g_strdup(columns->pdata[i]));
	g_ptr_array_set_size(result->rows.titles, (int)columns->len);
	return &result->rows;
}

void
rows_free(struct rows *rows)
{
	struct result *result = (struct result *)rows;

	if (!rows || --result->users > 0)
		return;
	g_ptr_array_unref(rows->columns);
	g_ptr_array_unref(rows->titles);
	g_ptr_array_unref(rows->rows);
	g_ptr_array_unref(rows->sources);
	g_ptr_array_unref(rows->incidents);
	g_ptr_array_unref(result->owned);
	g_free(result);
}

int
rows_column(const struct rows *rows, const char *name)
{
	for (guint i = 0; i < rows->columns->len; i++) {
		if (strcmp(rows->columns->pdata[i], name) == 0)
			return (int)i;
	}
	return -1;
}

static struct rows *
use(struct rows *rows)
{
	((struct result *)rows)->users++;
	return rows;
}

struct rows *
rows_find_kept(const struct query *query, const struct dataset *data, const GPtrArray *columns)
{
	const struct kept *kept = query->kept;

	if (!kept->rows || kept->data != data || kept->all_columns != !columns)
		return NULL;
	if (columns && columns->len != kept->rows->columns->len)
		return NULL;
	for (guint i = 0; columns && i < columns->len; i++) {
		if (strcmp(columns->pdata[i], kept->rows->columns->pdata[i]) != 0)
			return NULL;
	}
	return use(kept->rows);
}

void
rows_keep(struct rows *rows, const struct query *query, const struct dataset *data,
	  bool all_columns)
{
	if (rows->rows->len > KEPT_MOST)
		return;
	rows_free(query->kept->rows);
	*query->kept = (struct kept){use(rows), data, all_columns};
}
