/* sidecar: keys of a column that belong to one type only. */
#include "data/sidecar.h"

#include "base/diag.h"
#include "base/yaml.h"
#include "data/schema_records.h"
#include "data/schema_value.h"
#include "data/series.h"
#include "data/value.h"

/* Keys that say nothing of a column of this type would be passed over in silence. */
static void
check_keys(const struct yaml_node *node, enum series_type type, struct diag_list *diags)
{
	static const struct {
		const char *key, *of;
		enum series_type type;
	} keys[] = {
		{"values", "choice", SERIES_CHOICE},
		{"labels", "choice", SERIES_CHOICE},
		{"unit", "number", SERIES_NUMBER},
		{"range", "number", SERIES_NUMBER},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		const struct yaml_node *item = yaml_find(node, keys[i].key);

		if (item && type != keys[i].type)
			diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, item->key_at,
					   "“%s” belongs to a column of the type “%s”", item->key,
					   keys[i].of),
				  "write “type: %s”, or delete it", keys[i].of);
	}
}

/* A choice of nothing would let everything pass. */
static void
check_values(const struct yaml_node *node, const struct series_column *column,
	     struct diag_list *diags)
{
	const struct yaml_node *values = yaml_find(node, "values");

	if (column->type != SERIES_CHOICE || column->values->len > 0 ||
	    (values && values->type != YAML_SEQUENCE && !schema_is_null(values)))
		return;
	diag_help(diag_add(diags, DIAG_SCHEMA_MISSING, node->at, "a choice (“%s”) lacks “values”",
			   column->name),
		  "list what may stand in the column, or write “type: text”");
}

void
sidecar_check_column(const struct yaml_node *node, const struct series_column *column,
		     struct diag_list *diags)
{
	const char *type = value_string(node, "type");

	/* Of a type that there is not was told as such. */
	if (type && !value_word(node, &schema_column, "type", NULL))
		return;
	check_keys(node, column->type, diags);
	check_values(node, column, diags);
}
