/* sidecar: the rules of a column in the sidecar of a series that join two of its keys. */
#ifndef CHANCERY_DATA_SIDECAR_H
#define CHANCERY_DATA_SIDECAR_H

struct diag_list;
struct series_column;
struct yaml_node;

/*
 * Are the keys of node, a mapping, such as mean something for the type of the column that was read
 * from it, and are they all that it needs?  Else schema-value or schema-missing.
 */
void sidecar_check_column(const struct yaml_node *node, const struct series_column *column,
			  struct diag_list *diags);

#endif
