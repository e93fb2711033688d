/*
 * entity_link: names, in full at first mention and short after; the author's forms against the
 * glossary.
 */
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "bulletin/assembly.h"
#include "data/dataset.h"

/* Two names in NFC, the first letter in either case, blanks as they are. */
static bool
is_same_name(const char *a, const char *b)
{
	g_autofree char *x = text_compose(a);
	g_autofree char *y = text_compose(b);

	if (!x || !y || !*x || !*y)
		return false;
	return g_unichar_tolower(g_utf8_get_char(x)) == g_unichar_tolower(g_utf8_get_char(y)) &&
	       strcmp(g_utf8_next_char(x), g_utf8_next_char(y)) == 0;
}

static bool
is_of_language(const struct text_entry *entry, const char *lang)
{
	gsize length = entry->lang ? strlen(entry->lang) : 0;

	return !entry->lang ||
	       (strncmp(entry->lang, lang, length) == 0 &&
		(lang[length] == '\0' || lang[length] == '-'));
}

static void
add_entries(const struct text *text, const char *lang, GPtrArray *forms)
{
	for (gsize i = 0; text && i < text->n; i++) {
		if (is_of_language(&text->entries[i], lang))
			g_ptr_array_add(forms, (gpointer)text->entries[i].text);
	}
}

/* Every form that may be written in the language: const char *, lent. */
static GPtrArray *
forms_of(const struct entity *entity, const char *lang)
{
	GPtrArray *forms = g_ptr_array_new();

	add_entries(entity->name, lang, forms);
	add_entries(entity->short_name, lang, forms);
	for (guint i = 0; entity->forms && i < entity->forms->len; i++) {
		const struct text_entry *entry = g_ptr_array_index(entity->forms, i);

		if (is_of_language(entry, lang))
			g_ptr_array_add(forms, (gpointer)entry->text);
	}
	return forms;
}

static void
check_form(struct assembly *a, const struct entity *entity, const char *lang, const xmlNode *raw)
{
	g_autoptr(GPtrArray) forms = forms_of(entity, lang);
	g_autofree char *wording = g_strstrip(tree_plain(raw));
	struct diag *diag;

	for (guint i = 0; i < forms->len; i++) {
		if (is_same_name(wording, g_ptr_array_index(forms, i)))
			return;
	}
	diag = diag_add(a->env->diags, DIAG_ENTITY_FORM, tree_loc(raw, a->file),
			"“%s” is not a known form of “%s” in %s", wording, entity->id, lang);
	if (!help_nearest(diag, wording, forms))
		diag_help(diag, "write a name of it, or add this one under forms: %s:", lang);
	if (entity->at.file)
		diag_relate(diag, entity->at, "its names");
}

/* The name asked for, or the one that is due. */
static const struct text *
name_due(struct assembly *a, const struct entity *entity, const xmlNode *raw)
{
	const char *form = tree_find(raw, "form");
	bool first = !g_hash_table_contains(a->mentioned, entity->id);

	if (form && strcmp(form, "name") == 0)
		return entity->name;
	if (form && strcmp(form, "short") == 0)
		return entity->short_name ? entity->short_name : entity->name;
	if (form)
		diag_help(diag_add(a->env->diags, DIAG_SCHEMA_VALUE, tree_loc(raw, a->file),
				   "a name has no form “%s”", form),
			  "forms are name and short");
	return first || !entity->short_name ? entity->name : entity->short_name;
}

/* The name in the language that the link asks for; *lang becomes that of what there was. */
static void
print_name(struct assembly *a, const struct text *name, char **lang, xmlNode *into)
{
	const char *actual = *lang, *text;

	if (strcmp(*lang, a->lang) == 0) {
		text_add(a, name, into);
		return;
	}
	text = text_in(name, *lang, a->source_lang, &actual);
	tree_add_run(into, text ? text : tree_find(into, "ref"));
	if (strcmp(actual, *lang) != 0) {
		g_free(*lang);
		*lang = g_strdup(actual);
	}
}

static void
refuse_unknown(struct assembly *a, xmlNode *raw)
{
	const char *id = tree_find(raw, "path");
	g_autoptr(GPtrArray) ids = dataset_entity_ids(a->env->data);
	struct diag *diag = diag_add(a->env->diags, DIAG_ENTITY_UNKNOWN, tree_loc(raw, a->file),
				     "there is no entity “%s”", id);

	help_nearest(diag, id, ids);
	raw_abandon(raw, id);
}

void
entity_resolve(struct assembly *a, xmlNode *raw)
{
	const struct entity *entity = dataset_find_entity(a->env->data, tree_find(raw, "path"));
	const char *own = tree_find(raw, "lang"), *around = tree_lang(raw);
	g_autofree char *lang = g_strdup(own ? own : around ? around : a->lang);
	const struct text *name;

	if (!entity) {
		refuse_unknown(a, raw);
		return;
	}
	name = name_due(a, entity, raw);
	if (raw->children)
		check_form(a, entity, lang, raw);
	raw_become(raw, TREE_B, "entity");
	tree_set(raw, "ref", entity->id);
	tree_set(raw, "type", entity->type);
	if (!raw->children)
		print_name(a, name, &lang, raw);
	mark_language(raw, lang);
	g_hash_table_add(a->mentioned, (gpointer)entity->id);
}
