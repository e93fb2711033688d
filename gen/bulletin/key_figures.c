/* key_figures: the figures that are set large below the summary. */
#include "bulletin/assembly.h"
#include "bulletin/fact_print.h"
#include "data/dataset.h"
#include "locale/locale.h"

/* A figure alone must not be surer than the text: what the source reserves stands beside it. */
static void
add_hedge(struct assembly *a, const struct claim *claim, xmlNode *item)
{
	g_autofree char *key = NULL;

	if (claim->hedge == HEDGE_NONE)
		return;
	key = g_strconcat("hedge.", hedge_name(claim->hedge), NULL);
	page_words(a, item, "hedge", locale_find(a->env->locale, key), NULL);
}

static void
add_key_figure(struct assembly *a, const struct fact *fact, xmlNode *list)
{
	const struct meant meant = {
		.sort = MEANT_CLAIM, .fact = fact, .claim = fact->preferred, .form = FORM_SHORT};
	const struct text *title = fact->incident ? fact->incident->title : fact->title;
	xmlNode *item = page_add(a, list, "key-figure");
	xmlNode *figure = page_add(a, item, "fact"), *words;

	if (page_wanted(a))
		meant_describe(a, &meant, fact->path, figure);
	meant_show(a, &meant, figure);
	add_hedge(a, fact->preferred, item);
	words = page_add(a, item, "title");
	if (title)
		page_text(a, title, words);
	else
		page_run(a, words, fact->path, NULL);
	fact_use(a, fact);
}

void
key_figures_build(struct assembly *a)
{
	const GPtrArray *paths = a->env->bulletin->key_figures;
	xmlNode *list = NULL;

	for (guint i = 0; paths && i < paths->len; i++) {
		const struct fact *fact = dataset_find_fact(a->env->data, paths->pdata[i]);

		/* fact-unknown was told when the data were read */
		if (!fact)
			continue;
		if (!list)
			list = page_add(a, a->meta, "key-figures");
		add_key_figure(a, fact, list);
	}
}
