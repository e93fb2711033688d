/* incident_json: an incident as a member of the data file. */
#include "base/json.h"
#include "build/telling.h"
#include "data/dataset.h"

static void
put_ids(struct json *object, const char *name, const GPtrArray *ids)
{
	struct json *list;

	if (ids->len == 0)
		return;
	list = json_new_array();
	for (guint i = 0; i < ids->len; i++)
		json_append_text(list, g_ptr_array_index(ids, i));
	json_put(object, name, list);
}

static void
put_sources(struct telling *telling, struct json *object, const GPtrArray *sources)
{
	struct json *list;

	if (sources->len == 0)
		return;
	list = json_new_array();
	for (guint i = 0; i < sources->len; i++) {
		struct json *source = json_new_object();

		telling_put_source(telling, source, g_ptr_array_index(sources, i));
		json_append(list, source);
	}
	json_put(object, "sources", list);
}

static struct json *
quotation_json(struct telling *telling, const struct quotation *quotation)
{
	struct json *object = json_new_object();

	json_put_text(object, "by", quotation->by);
	json_put_text(object, "quote", quotation->quote);
	json_put_text(object, "lang", quotation->quote_lang);
	json_put_text(object, "text", telling_words(telling, quotation->text));
	json_put_text(object, "hedge", hedge_name(quotation->hedge));
	if (quotation->has_source)
		telling_put_source(telling, object, &quotation->source);
	json_put_text(object, "note", telling_words(telling, quotation->note));
	return object;
}

static void
put_quotations(struct telling *telling, struct json *object, const char *name,
	       const GPtrArray *quotations)
{
	struct json *list;

	if (quotations->len == 0)
		return;
	list = json_new_array();
	for (guint i = 0; i < quotations->len; i++)
		json_append(list, quotation_json(telling, g_ptr_array_index(quotations, i)));
	json_put(object, name, list);
}

static struct json *
leg_json(const struct telling *telling, const struct leg *leg)
{
	struct json *object = json_new_object();

	json_put_text(object, "from", leg->from);
	json_put_text(object, "to", leg->to);
	json_put_text(object, "mode", leg->mode);
	json_put_text(object, "status", leg->status);
	if (leg->has_date)
		telling_put_date(object, "date", &leg->date);
	json_put_text(object, "note", telling_words(telling, leg->note));
	return object;
}

static void
put_legs(const struct telling *telling, struct json *object, const GPtrArray *legs)
{
	struct json *list;

	if (legs->len == 0)
		return;
	list = json_new_array();
	for (guint i = 0; i < legs->len; i++)
		json_append(list, leg_json(telling, g_ptr_array_index(legs, i)));
	json_put(object, "legs", list);
}

struct json *
incident_json(struct telling *telling, const struct incident *incident)
{
	struct json *object = json_new_object();

	json_put_text(object, "id", incident->id);
	put_ids(object, "kind", incident->kinds);
	json_put_text(object, "title", telling_words(telling, incident->title));
	if (incident->has_date)
		telling_put_date(object, "date", &incident->date);
	json_put_text(object, "date-text", telling_words(telling, incident->date_text));
	json_put_text(object, "status", incident->status);
	put_ids(object, "actors", incident->actors);
	put_ids(object, "subjects", incident->subjects);
	put_ids(object, "victims", incident->victims);
	put_ids(object, "places", incident->places);
	put_ids(object, "related", incident->related);
	json_put_text(object, "hedge", hedge_name(incident->hedge));
	json_put_text(object, "confidence", incident->confidence);
	json_put_text(object, "likelihood", incident->likelihood);
	telling_put_chain(telling, object, incident->chain);
	put_sources(telling, object, incident->sources);
	put_quotations(telling, object, "statements", incident->statements);
	put_quotations(telling, object, "replies", incident->replies);
	put_legs(telling, object, incident->legs);
	json_put_text(object, "note", telling_words(telling, incident->note));
	return object;
}
