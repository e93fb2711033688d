#include "build/facts_json.h"

#include "base/json.h"
#include "bulletin/bulletin.h"
#include "data/dataset.h"

struct telling {
	const struct dataset *data;
	const char *lang;
	GPtrArray *sources;	/* const struct source *, in order of first use */
};

static const char *
words(const struct telling *telling, const struct text *text)
{
	const struct publication *publication = dataset_publication(telling->data);

	return text_in(text, telling->lang, publication->source_language, NULL);
}

/* Remember a source, and what it was read through, for the list at the end. */
static void
use_source(struct telling *telling, const char *id)
{
	const struct source *source = id ? dataset_find_source(telling->data, id) : NULL;

	if (!source || g_ptr_array_find(telling->sources, source, NULL))
		return;
	g_ptr_array_add(telling->sources, (gpointer)source);
	use_source(telling, source->via);
}

static void
put_date(struct json *object, const char *name, const struct edtf *date)
{
	g_autofree char *text = edtf_to_text(date);

	json_put_text(object, name, text);
}

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

/* From whom the source has it. */
static void
put_chain(struct telling *telling, struct json *object, const GPtrArray *chain)
{
	g_autoptr(Json) list = json_new_array();

	for (guint i = 0; chain && i < chain->len; i++) {
		const struct source_at *link = g_ptr_array_index(chain, i);

		json_append_text(list, link->id);
		use_source(telling, link->id);
	}
	if (json_length(list))
		json_put(object, "chain", g_steal_pointer(&list));
}

static void
put_claim(struct telling *telling, struct json *object, const struct claim *claim)
{
	switch (claim->kind) {
	case CLAIM_QUANTITY:
		put_amount(object, &claim->amount);
		break;
	case CLAIM_DATE:
		put_date(object, "date", &claim->date);
		break;
	case CLAIM_TEXT:
		json_put_text(object, "text", words(telling, claim->text));
		break;
	}
	json_put_text(object, "hedge", hedge_name(claim->hedge));
	if (claim->has_source) {
		json_put_text(object, "source", claim->source.id);
		json_put_text(object, "at", claim->source.at);
		use_source(telling, claim->source.id);
	}
	put_chain(telling, object, claim->chain);
	json_put_text(object, "confidence", claim->confidence);
	json_put_text(object, "likelihood", claim->likelihood);
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
	json_put_text(object, "reason", words(telling, fact->preferred->reason));
	json_put(object, "other-claims", list);
}

static struct json *
tell_fact(struct telling *telling, const struct fact *fact)
{
	struct json *object = json_new_object();

	json_put_text(object, "id", fact->path);
	if (fact->incident)
		json_put_text(object, "incident", words(telling, fact->incident->title));
	json_put_text(object, "title", words(telling, fact->title));
	put_claim(telling, object, fact->preferred);
	if (fact->has_when)
		put_date(object, "when", &fact->when);
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

static struct json *
tell_source(const struct telling *telling, const struct source *source)
{
	struct json *object = json_new_object();

	json_put_text(object, "id", source->id);
	json_put_text(object, "type", source->type);
	json_put_text(object, "title", words(telling, source->title));
	json_put_text(object, "symbol", source->symbol);
	if (source->has_published)
		put_date(object, "published", &source->published);
	if (source->has_covers)
		put_date(object, "covers", &source->covers);
	json_put_text(object, "url", source->url);
	json_put_text(object, "via", source->via);
	json_put_text(object, "reliability", source->reliability);
	return object;
}

static void
put_head(struct json *object, const struct bulletin *bulletin, const char *title,
	 const char *lang)
{
	json_put_text(object, "bulletin", bulletin->id);
	json_put_text(object, "language", lang);
	json_put_text(object, "title", title);
	json_put_text(object, "symbol", bulletin->symbol);
	put_date(object, "date", &bulletin->date);
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
	struct json *facts = json_new_array(), *list = json_new_array();

	put_head(object, bulletin, title, lang);
	for (guint i = 0; i < edition->facts->len; i++)
		json_append(facts, tell_fact(&telling, g_ptr_array_index(edition->facts, i)));
	json_put(object, "facts", facts);
	for (guint i = 0; i < sources->len; i++)
		json_append(list, tell_source(&telling, g_ptr_array_index(sources, i)));
	json_put(object, "sources", list);
	return json_print(object);
}
