#include "build/facts_json.h"

#include "base/json.h"
#include "bulletin/bulletin.h"
#include "build/telling.h"
#include "data/dataset.h"

/* One number, or two where there are two; none where nothing follows from the data. */
static void
put_amount(struct json *object, const struct amount *amount)
{
	int scale = (int)amount->scale;

	if (amount->qualifier == QUALIFIER_NO_BOUND) {
		json_put_null(object, "value");
	} else if (decimal_compare(amount->min, amount->max) == 0) {
		json_put_decimal(object, "value", decimal_scale(amount->min, scale));
	} else {
		json_put_decimal(object, "min", decimal_scale(amount->min, scale));
		json_put_decimal(object, "max", decimal_scale(amount->max, scale));
	}
	json_put_text(object, "unit", amount->unit);
	json_put_text(object, "qualifier", qualifier_name(amount->qualifier));
}

static void
put_claim(struct telling *telling, struct json *object, const struct claim *claim)
{
	switch (claim->kind) {
	case CLAIM_QUANTITY:
		put_amount(object, &claim->amount);
		break;
	case CLAIM_DATE:
		telling_put_date(object, "date", &claim->date);
		break;
	case CLAIM_TEXT:
		json_put_text(object, "text", telling_words(telling, claim->text));
		break;
	}
	json_put_text(object, "hedge", hedge_name(claim->hedge));
	if (claim->has_source) {
		json_put_text(object, "source", claim->source.id);
		json_put_text(object, "at", claim->source.at);
		telling_use_source(telling, claim->source.id);
	}
	telling_put_chain(telling, object, claim->chain);
	json_put_text(object, "confidence", claim->confidence);
	json_put_text(object, "likelihood", claim->likelihood);
	json_put_text(object, "note", telling_words(telling, claim->note));
}

/* The claims that were not preferred. */
static void
put_others(struct telling *telling, struct json *object, const struct fact *fact)
{
	struct json *list;

	if (fact->claims->len < 2)
		return;
	list = json_new_array();
	for (guint i = 0; i < fact->claims->len; i++) {
		const struct claim *claim = g_ptr_array_index(fact->claims, i);
		struct json *other;

		if (claim == fact->preferred)
			continue;
		other = json_new_object();
		put_claim(telling, other, claim);
		json_append(list, other);
	}
	json_put_text(object, "reason", telling_words(telling, fact->preferred->reason));
	json_put(object, "other-claims", list);
}

static struct json *
tell_fact(struct telling *telling, const struct fact *fact)
{
	struct json *object = json_new_object();

	json_put_text(object, "id", fact->path);
	if (fact->incident)
		json_put_text(object, "incident", telling_words(telling, fact->incident->title));
	json_put_text(object, "title", telling_words(telling, fact->title));
	put_claim(telling, object, fact->preferred);
	if (fact->incident)
		json_put_text(object, "incident-id", fact->incident->id);
	if (fact->has_when)
		telling_put_date(object, "when", &fact->when);
	json_put_text(object, "when-text", telling_words(telling, fact->when_text));
	json_put_text(object, "part-of", fact->part_of);
	if (fact->parts && fact->parts->len) {
		struct json *parts = json_new_array();

		for (guint i = 0; i < fact->parts->len; i++) {
			const struct fact *part = g_ptr_array_index(fact->parts, i);

			json_append_text(parts, part->path);
		}
		json_put(object, "derived-from", parts);
	}
	put_others(telling, object, fact);
	return object;
}

struct json *
facts_json_one(const struct dataset *data, const struct fact *fact, const char *lang)
{
	g_autoptr(GPtrArray) sources = g_ptr_array_new();
	struct telling telling = {data, lang, sources};

	return tell_fact(&telling, fact);
}

static struct json *
tell_source(const struct telling *telling, const struct source *source)
{
	struct json *object = json_new_object();

	json_put_text(object, "id", source->id);
	json_put_text(object, "type", source->type);
	json_put_text(object, "title", telling_words(telling, source->title));
	json_put_text(object, "symbol", source->symbol);
	if (source->has_published)
		telling_put_date(object, "published", &source->published);
	if (source->has_covers)
		telling_put_date(object, "covers", &source->covers);
	json_put_text(object, "url", source->url);
	json_put_text(object, "via", source->via);
	json_put_text(object, "reliability", source->reliability);
	return object;
}

static void
put_head(struct json *object, const struct bulletin *bulletin, const char *title, const char *lang)
{
	json_put_text(object, "bulletin", bulletin->id);
	json_put_text(object, "language", lang);
	json_put_text(object, "title", title);
	json_put_text(object, "symbol", bulletin->symbol);
	telling_put_date(object, "date", &bulletin->date);
	if (bulletin->edition)
		json_put_integer(object, "edition", bulletin->edition);
}

GBytes *
facts_json(const struct dataset *data, const struct bulletin *bulletin,
	   const struct edition *edition, const char *title, const char *lang)
{
	g_autoptr(Json) object = json_new_object();
	g_autoptr(GPtrArray) sources = g_ptr_array_new();
	struct telling telling = {data, lang, sources};
	struct json *facts = json_new_array(), *incidents = json_new_array();
	struct json *list = json_new_array();

	put_head(object, bulletin, title, lang);
	for (guint i = 0; i < edition->facts->len; i++)
		json_append(facts, tell_fact(&telling, g_ptr_array_index(edition->facts, i)));
	json_put(object, "facts", facts);
	for (guint i = 0; i < edition->incidents->len; i++)
		json_append(incidents,
			    incident_json(&telling, g_ptr_array_index(edition->incidents, i)));
	json_put(object, "incidents", incidents);
	for (guint i = 0; i < sources->len; i++)
		json_append(list, tell_source(&telling, g_ptr_array_index(sources, i)));
	json_put(object, "sources", list);
	return json_print(object);
}
