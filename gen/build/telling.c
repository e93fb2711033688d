/* telling: what the records of a data file share. */
#include "build/telling.h"

#include "base/json.h"
#include "data/dataset.h"

const char *
telling_words(const struct telling *telling, const struct text *text)
{
	const struct publication *publication = dataset_publication(telling->data);

	return text_in(text, telling->lang, publication->source_language, NULL);
}

void
telling_use_source(struct telling *telling, const char *id)
{
	const struct source *source = id ? dataset_find_source(telling->data, id) : NULL;

	if (!source || g_ptr_array_find(telling->sources, source, NULL))
		return;
	g_ptr_array_add(telling->sources, (gpointer)source);
	telling_use_source(telling, source->via);
}

void
telling_put_date(struct json *object, const char *name, const struct edtf *date)
{
	g_autofree char *text = edtf_to_text(date);

	json_put_text(object, name, text);
}

void
telling_put_source(struct telling *telling, struct json *object, const struct source_at *source)
{
	json_put_text(object, "source", source->id);
	json_put_text(object, "at", source->at);
	telling_use_source(telling, source->id);
}

/* An id, or what hedges the link besides. */
static void
append_link(struct json *list, const struct source_at *link)
{
	struct json *object;

	if (link->hedge == HEDGE_NONE) {
		json_append_text(list, link->id);
		return;
	}
	object = json_new_object();
	json_put_text(object, "id", link->id);
	json_put_text(object, "hedge", hedge_name(link->hedge));
	json_append(list, object);
}

void
telling_put_chain(struct telling *telling, struct json *object, const GPtrArray *chain)
{
	g_autoptr(Json) list = json_new_array();

	for (guint i = 0; chain && i < chain->len; i++) {
		const struct source_at *link = g_ptr_array_index(chain, i);

		append_link(list, link);
		telling_use_source(telling, link->id);
	}
	if (json_length(list))
		json_put(object, "chain", g_steal_pointer(&list));
}
