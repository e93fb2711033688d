/* table_marker: see table_marker.h. */
#include "layout/table_marker.h"

#include <string.h>

/* Rows of the body that are looked at: both markers stand in the first ones. */
#define ROWS_SEEN 2

/* The last marker of the class among those of the first cells of some rows. */
static const struct fo_node *
marker_in_rows(const struct fo_node *body, const char *class_name, int rows)
{
	const struct fo_node *found = NULL;

	for (const struct fo_node *row = body->first; row && rows > 0; row = row->next, rows--) {
		const struct fo_node *cell = fo_child(row, FO_TABLE_CELL);
		const struct fo_node *marker = cell ? fo_child(cell, FO_MARKER) : NULL;
		const char *name = marker ? fo_attribute(marker, "marker-class-name") : NULL;

		if (name && strcmp(name, class_name) == 0)
			found = marker;
	}
	return found;
}

const struct fo_node *
table_marker(struct formatter *formatter, const struct fo_node *node)
{
	const struct table_facts *table = formatter->table;
	const char *name = fo_attribute(node, "retrieve-class-name");
	const char *position = fo_attribute(node, "retrieve-position-within-table");
	const struct fo_node *body;

	if (!table || !name || g_strcmp0(position, "first-including-carryover") != 0) {
		formatter_complain(formatter, node,
				   table ? "another position or no class" : "outside a header");
		return NULL;
	}
	body = fo_child(table->fo, FO_TABLE_BODY);
	return body ? marker_in_rows(body, name, table->repeated ? ROWS_SEEN : 1) : NULL;
}

bool
table_marker_is_empty(struct formatter *formatter, const struct fo_node *node)
{
	const struct fo_node *marker;

	if (node->kind != FO_RETRIEVE_TABLE_MARKER)
		return false;
	marker = table_marker(formatter, node);
	return !marker || !marker->xml->children;
}

bool
table_marker_is_in(const struct fo_node *node)
{
	bool found = node->kind == FO_RETRIEVE_TABLE_MARKER;

	for (const struct fo_node *child = node->first; child && !found; child = child->next)
		found = table_marker_is_in(child);
	return found;
}
