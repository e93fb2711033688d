/*
 * wording: texts of the data in the language of the edition, and raw elements on their way to final
 * ones.
 */
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"
#include "data/dataset.h"
#include "locale/locale.h"

/* The edition's language or a less precise tag of it ("zh" in a zh-Hans edition). */
static bool
is_same_language(const char *lang, const char *actual)
{
	gsize length = strlen(actual);

	return strncmp(lang, actual, length) == 0 && (lang[length] == '\0' || lang[length] == '-');
}

const char *
text_here(const struct assembly *a, const struct text *text, const char **foreign)
{
	const char *actual = a->lang;
	const char *here = text_in(text, a->lang, a->source_lang, &actual);

	*foreign = is_same_language(a->lang, actual) ? NULL : actual;
	return here;
}

void
text_missing(const struct assembly *a, const struct text *text)
{
	diag_help(diag_add(a->env->diags, DIAG_UNIT_MISSING, text->at, "no text in %s", a->lang),
		  "add %s: …", a->lang);
}

void
text_add(struct assembly *a, const struct text *text, xmlNode *into)
{
	const char *foreign = NULL;
	const char *here = text_here(a, text, &foreign);

	if (!here)
		return;
	if (foreign) {
		text_missing(a, text);
		into = tree_add(into, TREE_B, "span");
		tree_set_lang(into, foreign);
	}
	tree_add_run(into, here);
}

const struct locale *
locale_at(const struct assembly *a, const xmlNode *node, const char **lang)
{
	const char *own = tree_find(node, "lang");
	const char *tag = own ? own : tree_lang(node);

	*lang = tag ? tag : a->lang;
	if (strcmp(*lang, a->lang) == 0)
		return a->env->locale;
	return a->env->locale_of ? a->env->locale_of(*lang, a->env->locale_user) : NULL;
}

bool
help_nearest(struct diag *diag, const char *word, const GPtrArray *candidates)
{
	const char *near = diag_nearest(word, candidates);

	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	return near != NULL;
}

void
raw_abandon(xmlNode *raw, const char *instead)
{
	if (!raw->children)
		tree_add_run(raw, instead);
	raw_become(raw, TREE_B, "abandoned");
}

void
raw_become(xmlNode *raw, enum tree_space space, const char *name)
{
	static const char *const own[] = {"path", "fragment", "form",  "claim",
					  "lang", "kind",     "title", NULL};
	xmlAttr *next;

	xmlNodeSetName(raw, BAD_CAST name);
	xmlSetNs(raw, tree_ns(raw->doc, space));
	for (xmlAttr *attr = raw->properties; attr; attr = next) {
		next = attr->next;
		if (!attr->ns && g_strv_contains(own, (const char *)attr->name))
			xmlRemoveProp(attr);
	}
}

void
mark_language(xmlNode *node, const char *lang)
{
	xmlNode *span;

	if (g_strcmp0(tree_lang(node), lang) == 0)
		return;
	span = tree_new(node->doc, TREE_B, "span");
	tree_set_lang(span, lang);
	xmlAddPrevSibling(node, span);
	xmlUnlinkNode(node);
	xmlAddChild(span, node);
}

void
label_spread(const struct locale *locale, const char *key, int n, xmlNode *into,
	     void (*piece)(xmlNode *into, const char *text),
	     void (*argument)(xmlNode *into, int i, void *user), void *user)
{
	/* Characters that no label holds stand for the arguments while ICU arranges them. */
	static const char *const marks[] = {"\001", "\002", "\003"};
	g_autofree char *text = NULL;
	char *p;

	g_assert(n <= (int)G_N_ELEMENTS(marks));
	text = locale_label(locale, key, n, marks);
	for (p = text; *p;) {
		gsize run = strcspn(p, "\001\002\003");
		char mark = p[run];

		p[run] = '\0';
		if (run > 0)
			piece(into, p);
		if (mark == '\0')
			break;
		argument(into, mark - 1, user);
		p += run + 1;
	}
}
