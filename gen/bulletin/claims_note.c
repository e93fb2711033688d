/* claims_note: `?form=claims`: what the sources say that disagree, and what those concerned
 * replied, in one note. */
#include "bulletin/assembly.h"
#include "bulletin/fact_print.h"
#include "data/dataset.h"
#include "locale/locale.h"

/* One claim or one reply for the pattern "{0}: {1}": whose it is, what it says. */
struct note_item {
	struct assembly *a;
	const struct fact *fact;
	const struct claim *claim; /* or */
	const struct quotation *reply;
};

static void
add_piece(xmlNode *into, const char *text)
{
	tree_add_run(into, text);
}

static void
add_source(struct assembly *a, const struct source_at *at, xmlNode *into)
{
	const struct source *source = dataset_find_source(a->env->data, at->id);

	if (source)
		source_cite(a, source, at->at, into, at->loc);
}

static void
add_claim(xmlNode *into, int i, void *user)
{
	const struct note_item *item = user;
	struct meant meant = {.fact = item->fact, .claim = item->claim, .form = FORM_FULL};
	xmlNode *fact;

	if (i == 0) {
		if (item->claim->has_source)
			add_source(item->a, &item->claim->source, into);
		return;
	}
	fact = tree_add(into, TREE_B, "fact");
	tree_set(fact, "ref", item->fact->path);
	meant_describe_claim(item->a, &meant, item->claim->id, fact);
	meant_print(item->a, &meant, item->a->env->locale, fact);
}

/* The words as they were read, in their language, between the marks of the bulletin's. */
static void
add_quote(struct assembly *a, const struct quotation *reply, xmlNode *into)
{
	const char *quotes = locale_find(a->env->locale, "meta.quotes");
	g_auto(GStrv) marks = g_strsplit(quotes ? quotes : "", " ", -1);
	bool marked = g_strv_length(marks) >= 2;
	xmlNode *words;

	tree_add_run(into, marked ? marks[0] : "“");
	words = tree_add(into, TREE_B, "span");
	tree_set_lang(words, reply->quote_lang);
	tree_add_run(words, reply->quote);
	tree_add_run(into, marked ? marks[1] : "”");
}

static void
add_reply(xmlNode *into, int i, void *user)
{
	const struct note_item *item = user;
	const struct quotation *reply = item->reply;
	const struct entity *by =
		reply->by ? dataset_find_entity(item->a->env->data, reply->by) : NULL;

	if (i == 0 && reply->has_source)
		add_source(item->a, &reply->source, into);
	else if (i == 0 && by)
		text_add(item->a, by->name, into);
	else if (i > 0 && reply->quote && reply->quote_lang)
		add_quote(item->a, reply, into);
	else if (i > 0 && reply->text)
		text_add(item->a, reply->text, into);
}

static void
add_item(struct note_item *item, bool first, xmlNode *note)
{
	const struct locale *locale = item->a->env->locale;
	const char *separator = locale_find(locale, "chart.separator");

	if (!first)
		tree_add_run(note, separator ? separator : "; ");
	label_spread(locale, "doc.pair", 2, note, add_piece, item->claim ? add_claim : add_reply,
		     item);
}

void
claims_fill(struct assembly *a, const struct fact *fact, xmlNode *note)
{
	const struct incident *incident = fact->incident;

	note_number(a, note);
	page_set(a, note, "kind", "claims");
	page_set(a, note, "ref", fact->path);
	for (guint i = 0; i < fact->claims->len; i++) {
		struct note_item item = {.a = a, .fact = fact};

		item.claim = g_ptr_array_index(fact->claims, i);
		add_item(&item, i == 0, note);
		if (item.claim->preferred && item.claim->reason) {
			tree_add_run(note, " (");
			text_add(a, item.claim->reason, note);
			tree_add_run(note, ")");
		}
	}
	for (guint i = 0; incident && i < incident->replies->len; i++) {
		struct note_item item = {.a = a, .reply = g_ptr_array_index(incident->replies, i)};

		add_item(&item, false, note);
	}
}
