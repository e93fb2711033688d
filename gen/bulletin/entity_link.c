/*
 * entity_link: names, in full at first mention and short after; the author's forms against the
 * glossary.
 */
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "bulletin/assembly.h"
#include "data/dataset.h"

/* A name as names are compared: in NFC, with plain blanks and apostrophes.  The caller frees. */
static char *
plain_name(const char *name)
{
	g_autofree char *composed = text_compose(name);
	GString *out = g_string_new(NULL);

	for (const char *p = composed; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (!g_unichar_isspace(c))
			g_string_append_unichar(out, c == 0x2019 ? '\'' : c);
		else if (out->len > 0 && out->str[out->len - 1] != ' ')
			g_string_append_c(out, ' ');
	}
	return g_string_free(out, FALSE);
}

/* Is the wording the form, both as names are compared?  Where a sentence begins, so may a form with
 * a small letter, as a capital. */
static bool
is_form(const char *wording, const char *form, bool opens)
{
	gunichar first = g_utf8_get_char(wording), other = g_utf8_get_char(form);

	if (!first || !other || strcmp(g_utf8_next_char(wording), g_utf8_next_char(form)) != 0)
		return false;
	return first == other || (opens && g_unichar_tolower(first) == other);
}

static bool
is_one_of(const char *wording, const GPtrArray *forms, bool opens)
{
	g_autofree char *plain = plain_name(wording);

	for (guint i = 0; i < forms->len; i++) {
		g_autofree char *form = plain_name(forms->pdata[i]);

		if (is_form(plain, form, opens))
			return true;
	}
	return false;
}

/* The node before this one in its block, children before their parents; NULL where the block
 * begins. */
static const xmlNode *
node_before(const xmlNode *node)
{
	static const char *const inlines[] = {"emph", "strong", "link", "span", NULL};

	while (!node->prev) {
		node = node->parent;
		if (!node || !g_strv_contains(inlines, (const char *)node->name))
			return NULL;
	}
	node = node->prev;
	while (node->last && node->type == XML_ELEMENT_NODE && !tree_is(node, TREE_B, "note"))
		node = node->last;
	return node;
}

/* Does a sentence begin at the node: with its block, or behind what ends one? */
static bool
opens_sentence(const xmlNode *node)
{
	while ((node = node_before(node))) {
		const char *text = (const char *)node->content;
		const char *p = node->type == XML_TEXT_NODE ? text + strlen(text) : NULL;

		while (p && p > text) {
			gunichar c;

			p = g_utf8_prev_char(p);
			c = g_utf8_get_char(p);
			if (g_unichar_isalnum(c))
				return false;
			if (c == ',' || c == ';' || c == 0x060C || c == 0x3001)
				return false;
			if (strchr(".!?:", (int)(c < 0x80 ? c : 'x')) || c == 0x2026 ||
			    c == 0x061F || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1A)
				return true;
		}
	}
	return true;
}

static bool
is_of_language(const struct text_entry *entry, const char *lang)
{
	gsize length = entry->lang ? strlen(entry->lang) : 0;

	return !entry->lang || (strncmp(entry->lang, lang, length) == 0 &&
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

static bool
has_entry(const struct text *text, const char *lang, const char *wording)
{
	for (gsize i = 0; text && i < text->n; i++) {
		if (strcmp(text->entries[i].text, wording) == 0 &&
		    is_of_language(&text->entries[i], lang))
			return true;
	}
	return false;
}

/* Is it written just as the glossary has it?  Mostly it is. */
static bool
is_entry(const struct entity *entity, const char *lang, const char *wording)
{
	if (has_entry(entity->name, lang, wording) || has_entry(entity->short_name, lang, wording))
		return true;
	for (guint i = 0; entity->forms && i < entity->forms->len; i++) {
		const struct text_entry *entry = g_ptr_array_index(entity->forms, i);

		if (strcmp(entry->text, wording) == 0 && is_of_language(entry, lang))
			return true;
	}
	return false;
}

/* The form that differs in nothing but small and capital letters, or NULL. */
static const char *
form_alike(const char *wording, const GPtrArray *forms)
{
	g_autofree char *folded = g_utf8_casefold(wording, -1);

	for (guint i = 0; i < forms->len; i++) {
		g_autofree char *other = g_utf8_casefold(forms->pdata[i], -1);

		if (strcmp(folded, other) == 0)
			return forms->pdata[i];
	}
	return NULL;
}

static void
check_form(struct assembly *a, const struct entity *entity, const char *lang, const xmlNode *raw)
{
	g_autofree char *wording = g_strstrip(tree_plain(raw));
	g_autoptr(GPtrArray) forms = NULL;
	const char *alike;
	struct diag *diag;

	if (*wording && is_entry(entity, lang, wording))
		return;
	forms = forms_of(entity, lang);
	if (is_one_of(wording, forms, opens_sentence(raw)))
		return;
	alike = form_alike(wording, forms);
	diag = diag_add(a->env->diags, DIAG_ENTITY_FORM, tree_loc(raw, a->file),
			"“%s” is not a known form of “%s” in %s", wording, entity->id, lang);
	if (alike)
		diag_help(diag, "did you mean “%s”?", alike);
	else if (!help_nearest(diag, wording, forms))
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
print_name(struct assembly *a, const struct text *name, const char *id, char **lang, xmlNode *into)
{
	const char *actual = *lang, *text;

	if (strcmp(*lang, a->lang) == 0) {
		text_add(a, name, into);
		return;
	}
	text = text_in(name, *lang, a->source_lang, &actual);
	tree_add_run(into, text ? text : id);
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

	if (!help_nearest(diag, id, ids))
		diag_help(diag, "correct it, or add the entity to content/data/entities.yaml");
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
	page_set(a, raw, "ref", entity->id);
	page_set(a, raw, "type", entity->type);
	if (!raw->children)
		print_name(a, name, entity->id, &lang, raw);
	mark_language(raw, lang);
	g_hash_table_add(a->mentioned, (gpointer)entity->id);
}
