/*
 * schema_value: is one YAML value what its type in the tables says?  The leaves of the walk in
 * schema.c.
 */
#ifndef CHANCERY_DATA_SCHEMA_VALUE_H
#define CHANCERY_DATA_SCHEMA_VALUE_H

#include "base/edtf.h"
#include "base/loc.h"
#include "data/schema.h"

/*
 * Check a value of any type but SCHEMA_RECORD, SCHEMA_QUERY and SCHEMA_FREE, whose checks lie
 * elsewhere.  False when it is wrong, with a diagnostic.
 */
bool schema_check_value(const struct yaml_node *node, const struct schema_field *field,
			const struct schema_context *context);

/* Add schema-type: expected (a noun with its article) against what node is; gives false. */
bool schema_type_error(const struct yaml_node *node, const char *expected, struct diag_list *diags);
/*
 * Add schema-value with the nearest of candidates (const char *; NULL for none) as help; gives
 * false.
 */
bool schema_value_error(const struct yaml_node *node, const GPtrArray *candidates,
			struct diag_list *diags, const char *format, ...) G_GNUC_PRINTF(4, 5);

/* A date as edtf_parse reads it; false with date-invalid or date-impossible at at. */
bool schema_read_date(const char *text, struct loc at, struct edtf *date, struct diag_list *diags);
/* Contract section 1: [a-z0-9]+(-[a-z0-9]+)*, at most 64 characters. */
bool schema_is_id(const char *text);
/* Nothing, ~ or null, written without quotes. */
bool schema_is_null(const struct yaml_node *node);
/*
 * Is item `at` of a mapping no key, but the rest of the text before it, since "{en: One, two}" ends
 * at the comma?  schema-type then, once for several such rests.
 */
bool schema_is_cut_off(const struct yaml_node *mapping, guint at, struct diag_list *diags);

#endif
