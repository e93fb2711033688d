/* Which header cells head which cells of a table (gen/pdf/header_cells). */
#include <glib.h>
#include <string.h>
#include "layout/area_build.h"
#include "pdf/header_cells.h"

struct table {
	struct area_tree *tree;
	struct tag *table, *section, *row;
	GHashTable *names; /* const struct tag * -> const char * */
};

static void
set_up(struct table *table, gconstpointer data)
{
	(void)data;
	table->tree = area_tree_new();
	table->table = tag_new(table->tree->document, "Table");
	table->names = g_hash_table_new(NULL, NULL);
}

static void
tear_down(struct table *table, gconstpointer data)
{
	(void)data;
	g_hash_table_unref(table->names);
	area_tree_free(table->tree);
}

static void
begin_section(struct table *table, const char *type)
{
	table->section = tag_new(table->table, type);
}

static void
begin_row(struct table *table)
{
	table->row = tag_new(table->section, "TR");
}

/* scope: NULL for a cell of data. */
static const struct tag *
add(struct table *table, const char *name, const char *scope, int columns, int rows)
{
	struct tag *cell = tag_new(table->row, scope ? "TH" : "TD");

	cell->scope = scope;
	cell->colspan = columns;
	cell->rowspan = rows;
	g_hash_table_insert(table->names, cell, (gpointer)name);
	return cell;
}

/* Names of the cells that head one, with a blank behind each. */
static void
assert_headed(const struct table *table, GHashTable *headers, const struct tag *cell,
	      const char *expected)
{
	const GPtrArray *found = g_hash_table_lookup(headers, cell);
	g_autoptr(GString) names = g_string_new(NULL);

	for (guint i = 0; found && i < found->len; i++)
		g_string_append_printf(names, "%s ",
				       (const char *)g_hash_table_lookup(
					       table->names, g_ptr_array_index(found, i)));
	g_assert_cmpstr(names->str, ==, expected);
}

/* Where no header cell spans, scope is enough. */
static void
test_plain(struct table *table, gconstpointer data)
{
	(void)data;
	begin_section(table, "THead");
	begin_row(table);
	add(table, "A", "Column", 0, 0);
	begin_section(table, "TBody");
	begin_row(table);
	add(table, "a", NULL, 2, 0);
	g_assert_null(header_cells_new(table->table));
}

/*
 *	A   B
 *	    c   d
 *	r   1   2
 *	s   3
 *	    4
 */
static void
test_spans(struct table *table, gconstpointer data)
{
	const struct tag *cell[4], *b, *c, *r;
	g_autoptr(GHashTable) headers = NULL;

	(void)data;
	begin_section(table, "THead");
	begin_row(table);
	add(table, "A", "Column", 0, 2);
	b = add(table, "B", "Column", 2, 0);
	begin_row(table);
	c = add(table, "c", "Column", 0, 0);
	add(table, "d", "Column", 0, 0);
	begin_section(table, "TBody");
	begin_row(table);
	r = add(table, "r", "Row", 0, 0);
	cell[0] = add(table, "1", NULL, 0, 0);
	cell[1] = add(table, "2", NULL, 0, 0);
	begin_row(table);
	add(table, "s", "Row", 0, 2);
	cell[2] = add(table, "3", NULL, 2, 0);
	begin_row(table);
	cell[3] = add(table, "4", NULL, 0, 0);
	headers = header_cells_new(table->table);
	g_assert_nonnull(headers);
	assert_headed(table, headers, b, "");
	assert_headed(table, headers, c, "B ");
	assert_headed(table, headers, r, "A ");
	assert_headed(table, headers, cell[0], "B c r ");
	assert_headed(table, headers, cell[1], "B d r ");
	assert_headed(table, headers, cell[2], "B c d s ");
	assert_headed(table, headers, cell[3], "B c s ");
}

/* What reaches beyond its header, body or footer is cut off there. */
static void
test_sections(struct table *table, gconstpointer data)
{
	const struct tag *first, *second;
	g_autoptr(GHashTable) headers = NULL;

	(void)data;
	begin_section(table, "THead");
	begin_row(table);
	add(table, "A", "Column", 0, 9);
	begin_section(table, "TBody");
	begin_row(table);
	add(table, "r", "Row", 0, 9);
	begin_section(table, "TFoot");
	begin_row(table);
	first = add(table, "1", NULL, 0, 0);
	second = add(table, "2", NULL, 0, 0);
	headers = header_cells_new(table->table);
	assert_headed(table, headers, first, "A ");
	assert_headed(table, headers, second, "");
}

static void
test_names(struct table *table, gconstpointer data)
{
	g_autofree char *given = NULL, *made = NULL;

	(void)data;
	table->table->id = "x";
	given = header_cell_id(table->table);
	g_assert_cmpstr(given, ==, "x");
	made = header_cell_id(table->tree->document);
	g_assert_cmpstr(made, ==, "cell.0");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
	g_test_add("/pdf/header-cells/" name, struct table, NULL, set_up, function, tear_down)
	ADD("plain", test_plain);
	ADD("spans", test_spans);
	ADD("sections", test_sections);
	ADD("names", test_names);
	return g_test_run();
}
