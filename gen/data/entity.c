/* entity: states, bodies, persons, vessels and places. */
#include "base/yaml.h"
#include "data/record.h"
#include "data/schema_records.h"
#include "data/store.h"
#include "data/value.h"

struct entity *
entity_read(const struct yaml_node *node, struct store *store)
{
	const char *id = value_string(node, "id");
	struct entity *entity;

	if (!id)
		return NULL;
	entity = store_new_record(store, struct entity);
	entity->id = id;
	entity->type = value_word(node, &schema_entity, "type", "body");
	entity->name = value_text(store, node, "name");
	if (!entity->name)
		entity->name = text_of_string(store, id, node->at);
	entity->short_name = value_text(store, node, "short");
	entity->forms = value_forms(store, node, "forms");
	entity->country = value_string(node, "country");
	entity->imo = value_string(node, "imo");
	entity->list_ids = value_strings(store, node, "list-ids");
	entity->has_place = value_decimal(node, "lat", &entity->lat) &&
			    value_decimal(node, "lon", &entity->lon);
	entity->at = node->at;
	return entity;
}
