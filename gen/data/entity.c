/* entity: states, bodies, persons, vessels and places. */
#include "base/diag.h"
#include "base/yaml.h"
#include "data/record.h"
#include "data/schema_records.h"
#include "data/store.h"
#include "data/value.h"

/* Degrees north or east; the other of the two must be there. */
static void
check_degrees(const struct yaml_node *node, const char *key, const char *other, int most,
	      struct diag_list *diags)
{
	const struct decimal high = {.mantissa = most}, low = {.mantissa = -most};
	const struct yaml_node *item = yaml_find(node, key);
	struct decimal degrees;

	if (!item)
		return;
	if (!yaml_find(node, other))
		diag_add(diags, DIAG_SCHEMA_MISSING, item->key_at,
			 "“%s” is missing: “lat” and “lon” stand together", other);
	if (value_decimal(node, key, &degrees) &&
	    (decimal_compare(degrees, low) < 0 || decimal_compare(degrees, high) > 0))
		diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, item->at,
				   "“%s” is no place on earth: “%s” lies between -%d and %d",
				   item->text, key, most, most),
			  "“lat” is the degrees north, “lon” those east, both as decimals");
}

struct entity *
entity_read(const struct yaml_node *node, struct store *store, struct diag_list *diags)
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
	check_degrees(node, "lat", "lon", 90, diags);
	check_degrees(node, "lon", "lat", 180, diags);
	entity->has_place = value_decimal(node, "lat", &entity->lat) &&
			    value_decimal(node, "lon", &entity->lon);
	entity->at = node->at;
	return entity;
}
