/* page: what only pages show; a check looks at its words and makes no nodes of them. */
#include "bulletin/assembly.h"
#include "data/dataset.h"

bool
page_wanted(const struct assembly *a)
{
	return a->env->measure != NULL;
}

xmlNode *
page_add(const struct assembly *a, xmlNode *parent, const char *name)
{
	return page_wanted(a) ? tree_add(parent, TREE_B, name) : parent;
}

void
page_set(const struct assembly *a, xmlNode *node, const char *name, const char *value)
{
	if (page_wanted(a))
		tree_set(node, name, value);
}

void
page_run(struct assembly *a, xmlNode *into, const char *words, const char *lang)
{
	if (!page_wanted(a)) {
		glyphs_check_words(a, into, lang, words);
		return;
	}
	if (words && lang) {
		into = tree_add(into, TREE_B, "span");
		tree_set_lang(into, lang);
	}
	tree_add_run(into, words);
}

void
page_words(struct assembly *a, xmlNode *into, const char *name, const char *words, const char *lang)
{
	xmlNode *node;

	if (!page_wanted(a)) {
		glyphs_check_words(a, into, lang, words);
		return;
	}
	node = tree_add_text(into, TREE_B, name, words);
	if (node && lang)
		tree_set_lang(node, lang);
}

void
page_text(struct assembly *a, const struct text *text, xmlNode *into)
{
	const char *foreign = NULL;
	const char *here = text_here(a, text, &foreign);

	if (here && foreign)
		text_missing(a, text);
	page_run(a, into, here, foreign);
}
