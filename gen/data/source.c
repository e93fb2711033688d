/* source: reports, articles and statements that findings were read in. */
#include "base/yaml.h"
#include "data/record.h"
#include "data/schema_records.h"
#include "data/store.h"
#include "data/value.h"

struct source *
source_read(const struct yaml_node *node, struct store *store)
{
	const char *id = value_string(node, "id");
	const struct yaml_node *author = yaml_find(node, "author");
	struct source *source;

	if (!id)
		return NULL;
	source = store_new_record(store, struct source);
	source->id = id;
	source->type = value_word(node, &schema_source, "type", "web");
	source->title = value_text(store, node, "title");
	if (!source->title)
		source->title = text_of_string(store, id, node->at);
	source->author = value_string(node, "author");
	if (author && author->type == YAML_MAPPING)
		source->author_text = value_text(store, node, "author");
	source->symbol = value_string(node, "symbol");
	source->url = value_string(node, "url");
	source->via = value_string(node, "via");
	source->lang = value_string(node, "lang");
	source->reliability = value_word(node, &schema_source, "reliability", NULL);
	source->has_covers = value_date(node, "covers", &source->covers);
	source->has_published = value_date(node, "published", &source->published);
	source->has_accessed = value_date(node, "accessed", &source->accessed);
	source->published_at = value_at(node, "published");
	source->at = node->at;
	return source;
}
