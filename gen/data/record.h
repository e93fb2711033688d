/*
 * record: from validated YAML nodes to the structs of model.h.  One source file per sort of record.
 *
 * The readers check what a table cannot say (keys that exclude or need each other) and otherwise
 * trust schema_check to have complained: what is wrong is read as absent, so that a record stays
 * known to the briefs that name it.  Records are the store's.
 */
#ifndef CHANCERY_DATA_RECORD_H
#define CHANCERY_DATA_RECORD_H

#include "data/dataset.h"

struct diag_list;
struct schema_context;
struct store;
struct yaml_node;

/* Never NULL, whatever root is; languages are empty if none could be read. */
struct publication *publication_read(const struct yaml_node *root, struct store *store,
				     struct diag_list *diags);

/* These four give NULL, with nothing said, for a node without an id. */
struct source *source_read(const struct yaml_node *node, struct store *store);
struct entity *entity_read(const struct yaml_node *node, struct store *store,
			   struct diag_list *diags);
struct incident *incident_read(const struct yaml_node *node, struct store *store,
			       struct diag_list *diags);
/* node is one of the map `facts`; incident is only pointed to. */
struct fact *fact_read(const struct yaml_node *node, const struct incident *incident,
		       struct store *store, struct diag_list *diags);

/* Checks that exactly one operation is named, and by facts or by a query. */
void derived_check(const struct yaml_node *node, struct diag_list *diags);

/*
 * Never NULL: root may be NULL, the bulletin then has only its id.  Queries are owned by the
 * bulletin: bulletin_clear frees them.
 */
struct bulletin *bulletin_read(const struct yaml_node *root, const char *id,
			       const struct publication *publication, struct store *store,
			       struct diag_list *diags);
void bulletin_clear(struct bulletin *bulletin);
/* Queries and column names against the data: they need everything else loaded. */
void bulletin_check_figures(const struct yaml_node *root, const struct bulletin *bulletin,
			    const struct dataset *data, struct diag_list *diags);

#endif
