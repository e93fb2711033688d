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
	tree_add_text(item, TREE_B, "hedge", locale_find(a->env->locale, key));
}

static void
add_key_figure(struct assembly *a, const struct fact *fact, xmlNode *list)
{
	const struct meant meant = {
		.sort = MEANT_CLAIM, .fact = fact, .claim = fact->preferred, .form = FORM_SHORT};
	const struct text *title = fact->incident ? fact->incident->title : fact->title;
	xmlNode *item = tree_add(list, TREE_B, "key-figure");
	xmlNode *figure = tree_add(item, TREE_B, "fact"), *words;

	meant_describe(&meant, fact->path, figure);
	meant_print(a, &meant, a->env->locale, figure);
	add_hedge(a, fact->preferred, item);
	words = tree_add(item, TREE_B, "title");
	if (title)
		text_add(a, title, words);
	else
		tree_add_run(words, fact->path);
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
			list = tree_add(a->meta, TREE_B, "key-figures");
		add_key_figure(a, fact, list);
	}
}
