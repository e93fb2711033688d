/* translation: the state of one bulletin in one language. */
#include "translation/translation.h"

#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/place.h"
#include "base/text.h"
#include "translation/lock.h"

GString *
translation_brief(const struct places *places, const char *bulletin, const char *lang,
		  GError **error)
{
	g_autofree char *file = g_strdup_printf("content/bulletins/%s/%s.md", bulletin, lang);
	g_autofree char *path = g_build_filename(places->dir, file, NULL);
	g_autoptr(DiagList) ignored = diag_list_new();
	g_autoptr(GBytes) bytes = NULL;
	GString *text;

	if (!g_file_test(path, G_FILE_TEST_EXISTS))
		return NULL;
	bytes = file_read(path, FILE_LIMIT, error);
	if (!bytes)
		return NULL;
	text = text_read(bytes, file, ignored);
	if (!text)
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: is not UTF-8", file);
	return text;
}

GPtrArray *
translation_units(const struct places *places, const char *bulletin, const char *lang,
		  GError **error)
{
	g_autofree char *file = g_strdup_printf("content/bulletins/%s/%s.md", bulletin, lang);
	g_autoptr(GString) text = translation_brief(places, bulletin, lang, error);

	return text ? units_read(text->str, file) : NULL;
}

struct pairing *
translation_pair(const struct places *places, const char *bulletin, const char *source_lang,
		 const char *lang, const struct lock *lock, GError **error)
{
	g_autoptr(GPtrArray) source = NULL, translation = NULL;
	GError *problem = NULL;

	source = translation_units(places, bulletin, source_lang, &problem);
	if (source)
		translation = translation_units(places, bulletin, lang, &problem);
	if (problem)
		g_propagate_error(error, problem);
	if (!source || !translation)
		return NULL;
	return pairing_new(g_steal_pointer(&source), g_steal_pointer(&translation), lock, lang);
}

/* ---- stamping ---- */

static const struct pair *
pair_at(const struct pairing *pairing, guint index)
{
	return &g_array_index(pairing->pairs, struct pair, index);
}

static bool
is_named(const struct pair *pair, const char *const *names)
{
	for (; names && *names; names++) {
		if (g_str_has_prefix(pair->source->name, *names))
			return true;
	}
	return !names;
}

/* Every name must be that of a unit that can be stamped. */
static bool
check_names(const struct pairing *pairing, const char *const *names, GError **error)
{
	for (; names && *names; names++) {
		const char *const one[] = {*names, NULL};
		const struct pair *found = NULL;

		for (guint i = 0; i < pairing->pairs->len && !found; i++) {
			if (is_named(pair_at(pairing, i), one))
				found = pair_at(pairing, i);
		}
		if (found && found->translation)
			continue;
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    found ? "unit “%s” has no translation yet"
				  : "the source has no unit “%s”; chancery status lists them",
			    *names);
		return false;
	}
	return true;
}

bool
translation_stamp(const struct pairing *pairing, struct lock *lock, const char *lang,
		  const char *const *names, guint *stamped, GError **error)
{
	g_autoptr(GHashTable) texts = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *entries;

	if (!check_names(pairing, names, error))
		return false;
	entries = g_ptr_array_new_with_free_func(lock_entry_free);
	*stamped = 0;
	for (guint i = 0; i < pairing->pairs->len; i++) {
		const struct pair *pair = pair_at(pairing, i);
		bool now = pair->translation && is_named(pair, names);
		/* What is not stamped now stays as it was known. */
		const char *unit =
			now || pair->state == PAIR_CURRENT ? pair->source->name : pair->stamped;

		if (!unit || !pair->translation)
			continue;
		*stamped += now && pair->state != PAIR_CURRENT;
		g_ptr_array_add(entries, lock_entry_new(unit, pair->translation->name));
		g_hash_table_insert(texts, pair->source->name, pair->source->text);
	}
	lock_set(lock, lang, entries, texts);
	return true;
}
