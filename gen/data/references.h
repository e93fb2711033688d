/*
 * references: does every id that a data file names exist?
 *
 * Runs once everything is loaded, along the tables of schema_records.h: unknown sources are
 * cite-unknown, entities entity-unknown, facts fact-unknown, incidents schema-value, each at its
 * place with the nearest id.
 */
#ifndef CHANCERY_DATA_REFERENCES_H
#define CHANCERY_DATA_REFERENCES_H

struct dataset;
struct diag_list;
struct references;
struct schema_record;
struct yaml_node;

struct references *references_new(const struct dataset *data, struct diag_list *diags);
void references_free(struct references *references);

/* root is one record, or a list of records of that table; NULL is fine. */
void references_check(struct references *references, const struct yaml_node *root,
		      const struct schema_record *record);

#endif
