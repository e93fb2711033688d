/* references: ids in data against the records there are. */
#include "data/references.h"

#include <string.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "data/dataset_private.h"
#include "data/schema.h"

struct references {
	const struct dataset *data;
	struct diag_list *diags;
	/* Candidates for "did you mean", listed when the first is needed; NULL until then. */
	GPtrArray *sources, *entities, *origins, *incidents, *facts;
};

struct references *
references_new(const struct dataset *data, struct diag_list *diags)
{
	struct references *references = g_new0(struct references, 1);

	references->data = data;
	references->diags = diags;
	return references;
}

void
references_free(struct references *references)
{
	if (!references)
		return;
	g_clear_pointer(&references->sources, g_ptr_array_unref);
	g_clear_pointer(&references->entities, g_ptr_array_unref);
	g_clear_pointer(&references->origins, g_ptr_array_unref);
	g_clear_pointer(&references->incidents, g_ptr_array_unref);
	g_clear_pointer(&references->facts, g_ptr_array_unref);
	g_free(references);
}

static GPtrArray *
list_origins(const struct dataset *data)
{
	GPtrArray *ids = dataset_source_ids(data);
	g_autoptr(GPtrArray) entities = dataset_entity_ids(data);

	for (guint i = 0; i < entities->len; i++)
		g_ptr_array_add(ids, entities->pdata[i]);
	return ids;
}

static void
report(const struct references *references, enum diag_id id, const char *what, const char *where,
       const struct yaml_node *node, GPtrArray **candidates,
       GPtrArray *(*list)(const struct dataset *data))
{
	struct diag *diag =
		diag_add(references->diags, id, node->at, "there is no %s “%s”", what, node->text);
	const char *near;

	if (!*candidates)
		*candidates = list(references->data);
	near = diag_nearest(node->text, *candidates);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	else
		diag_help(diag, "correct it, or add the %s to %s", what, where);
}

static void
check(enum schema_type type, const struct yaml_node *node, void *user)
{
	struct references *references = user;
	const struct dataset *data = references->data;
	const char *id = node->text;

	if (type == SCHEMA_SOURCE && !dataset_find_source(data, id))
		report(references, DIAG_CITE_UNKNOWN, "source", "content/data/sources.yaml", node,
		       &references->sources, dataset_source_ids);
	else if (type == SCHEMA_ENTITY && !dataset_find_entity(data, id))
		report(references, DIAG_ENTITY_UNKNOWN, "entity", "content/data/entities.yaml",
		       node, &references->entities, dataset_entity_ids);
	else if (type == SCHEMA_ORIGIN && !dataset_find_source(data, id) &&
		 !dataset_find_entity(data, id))
		report(references, DIAG_ENTITY_UNKNOWN, "source or entity",
		       "content/data/sources.yaml or entities.yaml", node, &references->origins,
		       list_origins);
	else if (type == SCHEMA_INCIDENT && !dataset_find_incident(data, id))
		report(references, DIAG_SCHEMA_VALUE, "incident", "content/data/incidents.yaml",
		       node, &references->incidents, dataset_incident_ids);
	else if (type == SCHEMA_FACT && !dataset_find_fact(data, id))
		report(references, DIAG_FACT_UNKNOWN, "fact", "its incident (INCIDENT.FACT)", node,
		       &references->facts, dataset_fact_paths);
}

void
references_check(struct references *references, const struct yaml_node *root,
		 const struct schema_record *record)
{
	if (!root)
		return;
	if (root->type != YAML_SEQUENCE) {
		schema_each_reference(root, record, check, references);
		return;
	}
	for (guint i = 0; i < root->items->len; i++)
		schema_each_reference(root->items->pdata[i], record, check, references);
}
