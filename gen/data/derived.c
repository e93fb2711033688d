/* derived: is there exactly one operation, over facts or over a query?  derive.c computes it. */
#include "base/diag.h"
#include "base/yaml.h"
#include "data/record.h"
#include "data/value.h"

static void
check_aggregate(const struct yaml_node *node, struct diag_list *diags)
{
	const struct yaml_node *of = yaml_find(node, "of");
	const struct yaml_node *from = yaml_find(node, "from");

	if (node->type != YAML_MAPPING)
		return;
	if (of && from)
		diag_add(diags, DIAG_SCHEMA_VALUE, from->key_at,
			 "“from” cannot stand beside “of”");
	if (!of && !from)
		diag_add(diags, DIAG_SCHEMA_MISSING, node->at,
			 "“%s” lacks facts (“of”) or a query (“from”)", node->key);
}

void
derived_check(const struct yaml_node *node, struct diag_list *diags)
{
	static const char *const operations[] = {"sum",	  "count", "minimum", "maximum",
						 "ratio", "share", "change",  "rate"};
	const char *id = value_string(node, "id");
	const char *found = NULL;

	if (node->type != YAML_MAPPING)
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(operations); i++) {
		const struct yaml_node *item = yaml_find(node, operations[i]);

		if (!item)
			continue;
		if (found)
			diag_add(diags, DIAG_SCHEMA_VALUE, item->key_at,
				 "“%s” cannot stand beside “%s”", item->key, found);
		found = item->key;
		if (i < 4)
			check_aggregate(item, diags);
	}
	if (!found)
		diag_help(diag_add(diags, DIAG_SCHEMA_MISSING, node->at,
				   "a derived value (“%s”) lacks an operation", id ? id : ""),
			  "sum, count, minimum, maximum, ratio, share, change or rate");
}
