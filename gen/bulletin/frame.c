/* frame: what stands around the document: b:meta and b:labels. */
#include <string.h>

#include "bulletin/assembly.h"
#include "brief/brief.h"
#include "data/dataset.h"
#include "locale/locale.h"

/* A text of publication.yaml; in another language it carries xml:lang. */
static void
add_words(struct assembly *a, const struct text *text, const char *name)
{
	const char *foreign = NULL;
	const char *here = text_here(a, text, &foreign);
	xmlNode *node = tree_add_text(a->meta, TREE_B, name, here);

	if (node && foreign)
		tree_set_lang(node, foreign);
}

static void
check_words(const struct assembly *a, const struct text *text)
{
	const char *foreign = NULL;

	if (text_here(a, text, &foreign) && foreign)
		text_missing(a, text);
}

void
frame_check(const struct assembly *a)
{
	const struct publication *publication = dataset_publication(a->env->data);

	check_words(a, publication->title);
	if (publication->publisher)
		check_words(a, publication->publisher);
}

/* The words of a title or summary that is already in meta. */
static void
add_plain(struct assembly *a, const char *name, const char *plain_name)
{
	for (const xmlNode *node = a->meta->children; node; node = node->next) {
		g_autofree char *plain = NULL;

		if (!tree_is(node, TREE_B, name))
			continue;
		plain = g_strstrip(tree_plain(node));
		tree_add_text(a->meta, TREE_B, plain_name, plain);
		return;
	}
}

static void
add_brief(struct assembly *a)
{
	const struct brief *brief = a->env->brief;

	add_plain(a, "title", "plain-title");
	add_plain(a, "summary", "plain-summary");
	for (guint i = 0; i < brief->keywords->len; i++)
		tree_add_text(a->meta, TREE_B, "keyword", g_ptr_array_index(brief->keywords, i));
	tree_add_text(a->meta, TREE_B, "translator", brief->translator);
}

static void
add_bulletin(struct assembly *a)
{
	const struct bulletin *bulletin = a->env->bulletin;
	g_autofree char *date = locale_date(a->env->locale, &bulletin->date);
	g_autofree char *iso = edtf_to_text(&bulletin->date);

	tree_set(tree_add_text(a->meta, TREE_B, "date", date), "iso", iso);
	if (bulletin->edition > 0) {
		g_autofree char *n = locale_integer(a->env->locale, bulletin->edition);
		g_autofree char *label = locale_label(a->env->locale, "doc.edition-n", 1,
						      (const char *const[]){n});

		tree_set_int(tree_add_text(a->meta, TREE_B, "edition", label), "n",
			     bulletin->edition);
	}
	tree_add_text(a->meta, TREE_B, "symbol", bulletin->symbol);
	tree_add_text(a->meta, TREE_B, "marking", bulletin->marking);
}

static void
add_language(struct assembly *a, const char *tag)
{
	g_autofree char *name = locale_language_name(tag);
	g_autofree char *href =
		g_strdup_printf("../../%s/%s/index.html", tag, a->env->bulletin->id);
	xmlNode *node = tree_add(a->meta, TREE_B, "language");

	tree_set(node, "tag", tag);
	tree_set(node, "dir", locale_tag_is_rtl(tag) ? "rtl" : "ltr");
	tree_set(node, "name", name);
	tree_set(node, "href", href);
	if (strcmp(tag, a->lang) == 0)
		tree_set(node, "current", "true");
}

static void
add_publication(struct assembly *a, const struct publication *publication)
{
	g_autofree char *name = locale_name_of_language(a->env->locale, publication->source_language);

	tree_add_text(a->meta, TREE_B, "licence", publication->licence);
	if (publication->base_url && *publication->base_url)
		tree_add_text(a->meta, TREE_B, "base-url", publication->base_url);
	tree_add_text(a->meta, TREE_B, "paper", publication->paper ? publication->paper : "a4");
	tree_set(tree_add_text(a->meta, TREE_B, "source-language", name), "tag",
		 publication->source_language);
}

static void
add_plain_label(const char *key, const char *text, void *user)
{
	tree_set(tree_add_text(user, TREE_B, "label", text), "key", key);
}

static void
add_piece(xmlNode *into, const char *text)
{
	xmlNodeAddContent(into, BAD_CAST text);
}

static void
add_argument(xmlNode *into, int i, void *user)
{
	(void)user;
	tree_set_int(tree_add(into, TREE_B, "arg"), "n", i);
}

/* Labels whose arguments only the stylesheets know. */
static void
add_labels_with_arguments(struct assembly *a, xmlNode *labels)
{
	static const struct {
		const char *key;
		int n;
	} open[] = {
		{"cite.accessed", 1}, {"cite.covers", 1},       {"cite.via", 1},
		{"doc.note-n", 1},    {"doc.page-n", 1},        {"doc.page-n-of-m", 2},
		{"doc.pair", 2},      {"doc.paragraph-n", 1},   {"doc.translation-of", 1}};

	for (gsize i = 0; i < G_N_ELEMENTS(open); i++) {
		xmlNode *label = tree_add(labels, TREE_B, "label");

		tree_set(label, "key", open[i].key);
		label_spread(a->env->locale, open[i].key, open[i].n, label, add_piece, add_argument,
			     NULL);
	}
}

void
frame_fill(struct assembly *a, xmlNode *labels)
{
	const struct publication *publication = dataset_publication(a->env->data);
	g_autofree char *pdf = g_strdup_printf("%s.%s.pdf", a->env->bulletin->id, a->lang);

	add_brief(a);
	add_words(a, publication->title, "publication");
	if (publication->publisher)
		add_words(a, publication->publisher, "publisher");
	add_bulletin(a);
	add_publication(a, publication);
	for (guint i = 0; i < a->env->languages->len; i++)
		add_language(a, g_ptr_array_index(a->env->languages, i));
	tree_set(tree_add(a->meta, TREE_B, "pdf"), "href", pdf);
	data_file_add(a);
	locale_each_printed(a->env->locale, add_plain_label, labels);
	add_labels_with_arguments(a, labels);
}
