/* lock: content/bulletins/ID/translations.lock. */
#include "translation/lock.h"

#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/json.h"
#include "base/place.h"
#include "base/text.h"
#include "brief/unit.h"

struct lock {
	GHashTable *texts;     /* unit -> text */
	GHashTable *languages; /* tag -> GPtrArray of struct lock_entry * */
};

struct lock_entry *
lock_entry_new(const char *unit, const char *translation)
{
	struct lock_entry *entry = g_new0(struct lock_entry, 1);

	entry->unit = g_strdup(unit);
	entry->translation = g_strdup(translation);
	return entry;
}

void
lock_entry_free(gpointer data)
{
	struct lock_entry *entry = data;

	g_free(entry->unit);
	g_free(entry->translation);
	g_free(entry);
}

static void
entries_unref(gpointer entries)
{
	g_ptr_array_unref(entries);
}

static struct lock *
lock_new(void)
{
	struct lock *lock = g_new0(struct lock, 1);

	lock->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	lock->languages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, entries_unref);
	return lock;
}

void
lock_free(struct lock *lock)
{
	if (!lock)
		return;
	g_hash_table_unref(lock->texts);
	g_hash_table_unref(lock->languages);
	g_free(lock);
}

/* content/bulletins/ID/translations.lock */
static char *
lock_file(const char *bulletin)
{
	return g_strdup_printf("content/bulletins/%s/translations.lock", bulletin);
}

/* ---- reading ---- */

struct reader {
	struct lock *lock;
	GPtrArray *entries; /* of the language being read */
	GHashTable *known;  /* name -> const struct unit *, of those whose digest has been made */
	const char *file, *text;
	struct diag_list *diags;
};

static struct loc
loc_of(const struct reader *reader, const char *place)
{
	struct loc at = {.file = g_intern_string(reader->file), .line = 1, .column = 1};

	for (const char *p = reader->text; p < place; p = g_utf8_next_char(p)) {
		at.column = *p == '\n' ? 1 : at.column + 1;
		at.line += *p == '\n';
	}
	return at;
}

/* Where a key stands: units are written last, and their names stand before them too. */
static const char *
place_of(const struct reader *reader, const char *key)
{
	g_autofree char *quoted = g_strdup_printf("\"%s\":", key);
	const char *place = g_strrstr(reader->text, quoted);

	return place ? place : reader->text;
}

static void
refuse(const struct reader *reader, const char *key, const char *what)
{
	diag_help(diag_add(reader->diags, DIAG_SCHEMA_VALUE, loc_of(reader, place_of(reader, key)),
			   "%s", what),
		  "take the file back from version control, or stamp again");
}

static bool
is_digest(const struct reader *reader, const char *name, const char *said, const char *text)
{
	const struct unit *unit = g_hash_table_lookup(reader->known, name);
	g_autofree char *digest = NULL;

	if (unit && strcmp(unit->text, text) == 0)
		return strcmp(unit->digest, said) == 0;
	if (!text_is_utf8(text, strlen(text)))
		return false;
	digest = unit_digest(text);
	return strcmp(digest, said) == 0;
}

/* A text that was changed by hand is no longer what was translated. */
static void
read_unit(const char *name, const struct json *unit, void *user)
{
	struct reader *reader = user;
	const char *text = json_text(json_member(unit, "text"));
	const char *said = json_text(json_member(unit, "digest"));

	if (!text || !said || strncmp(said, name, strcspn(name, "-")) != 0 ||
	    !is_digest(reader, name, said, text))
		refuse(reader, name, "the text is not the one that was stamped");
	else
		g_hash_table_insert(reader->lock->texts, g_strdup(name), g_strdup(text));
}

static void
read_entry(const char *unit, const struct json *translation, void *user)
{
	struct reader *reader = user;
	const char *name = json_text(translation);

	if (name)
		g_ptr_array_add(reader->entries, lock_entry_new(unit, name));
	else
		refuse(reader, unit, "a unit has the name of its translation here");
}

static void
read_language(const char *lang, const struct json *language, void *user)
{
	struct reader *reader = user;

	reader->entries = g_ptr_array_new_with_free_func(lock_entry_free);
	if (!json_each(language, read_entry, reader))
		refuse(reader, lang, "a language has its units here");
	g_hash_table_replace(reader->lock->languages, g_strdup(lang), reader->entries);
}

struct lock *
lock_read(const struct places *places, const char *bulletin, const GPtrArray *known,
	  struct diag_list *diags, GError **error)
{
	g_autoptr(Lock) lock = lock_new();
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	g_autofree char *file = lock_file(bulletin);
	g_autofree char *path = g_build_filename(places->dir, file, NULL);
	struct reader reader = {.lock = lock, .known = names, .file = file, .diags = diags};
	g_autoptr(GBytes) bytes = NULL;
	g_autoptr(Json) root = NULL;
	gsize size = 0, at = 0;

	if (!g_file_test(path, G_FILE_TEST_EXISTS))
		return g_steal_pointer(&lock);
	bytes = file_read(path, FILE_LIMIT, error);
	if (!bytes)
		return NULL;
	for (guint i = 0; known && i < known->len; i++) {
		struct unit *unit = g_ptr_array_index(known, i);

		g_hash_table_insert(names, unit->name, unit);
	}
	reader.text = g_bytes_get_data(bytes, &size);
	root = json_read(reader.text, size, &at);
	if (!root)
		diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, loc_of(&reader, reader.text + at),
				   "this is not JSON as “chancery stamp” writes it"),
			  "take the file back from version control, or remove it and stamp again");
	else if (!json_each(json_member(root, "units"), read_unit, &reader) ||
		 !json_each(json_member(root, "languages"), read_language, &reader))
		refuse(&reader, "source", "this is not what “chancery stamp” writes");
	return g_steal_pointer(&lock);
}

/* ---- asking and changing ---- */

const GPtrArray *
lock_entries(const struct lock *lock, const char *lang)
{
	return g_hash_table_lookup(lock->languages, lang);
}

const char *
lock_text(const struct lock *lock, const char *unit)
{
	return g_hash_table_lookup(lock->texts, unit);
}

static void
mark_named(const struct lock *lock, GHashTable *named)
{
	GHashTableIter languages;
	gpointer entries;

	g_hash_table_iter_init(&languages, lock->languages);
	while (g_hash_table_iter_next(&languages, NULL, &entries)) {
		const GPtrArray *list = entries;

		for (guint i = 0; i < list->len; i++) {
			const struct lock_entry *entry = g_ptr_array_index(list, i);

			g_hash_table_add(named, entry->unit);
		}
	}
}

static gboolean
is_unnamed(gpointer unit, gpointer text, gpointer named)
{
	(void)text;
	return !g_hash_table_contains(named, unit);
}

void
lock_set(struct lock *lock, const char *lang, GPtrArray *entries, GHashTable *texts)
{
	g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);

	g_hash_table_replace(lock->languages, g_strdup(lang), entries);
	for (guint i = 0; i < entries->len; i++) {
		const struct lock_entry *entry = g_ptr_array_index(entries, i);
		const char *text = g_hash_table_lookup(texts, entry->unit);

		if (text && !lock_text(lock, entry->unit))
			g_hash_table_insert(lock->texts, g_strdup(entry->unit), g_strdup(text));
	}
	mark_named(lock, named);
	g_hash_table_foreach_remove(lock->texts, is_unnamed, named);
}

/* ---- writing ---- */

static GList *
sorted_keys(GHashTable *table)
{
	return g_list_sort(g_hash_table_get_keys(table), (GCompareFunc)strcmp);
}

static struct json *
texts_to_json(const struct lock *lock)
{
	struct json *units = json_new_object();
	g_autoptr(GList) names = sorted_keys(lock->texts);

	for (const GList *name = names; name; name = name->next) {
		struct json *unit = json_new_object();
		const char *text = lock_text(lock, name->data);
		g_autofree char *digest = unit_digest(text);

		json_put_text(unit, "digest", digest);
		json_put_text(unit, "text", text);
		json_put(units, name->data, unit);
	}
	return units;
}

static struct json *
languages_to_json(const struct lock *lock)
{
	struct json *languages = json_new_object();
	g_autoptr(GList) tags = sorted_keys(lock->languages);

	for (const GList *tag = tags; tag; tag = tag->next) {
		const GPtrArray *entries = lock_entries(lock, tag->data);
		struct json *language = json_new_object();

		for (guint i = 0; i < entries->len; i++) {
			const struct lock_entry *entry = g_ptr_array_index(entries, i);

			json_put_text(language, entry->unit, entry->translation);
		}
		json_put(languages, tag->data, language);
	}
	return languages;
}

bool
lock_write(const struct lock *lock, const struct places *places, const char *bulletin,
	   const char *source, GError **error)
{
	g_autoptr(Json) root = json_new_object();
	g_autofree char *file = lock_file(bulletin);
	g_autofree char *path = g_build_filename(places->dir, file, NULL);
	g_autoptr(GBytes) bytes = NULL;
	gsize size = 0;
	const void *data;

	json_put_text(root, "source", source);
	json_put(root, "languages", languages_to_json(lock));
	json_put(root, "units", texts_to_json(lock));
	bytes = json_print(root);
	data = g_bytes_get_data(bytes, &size);
	return file_write(path, data, size, error);
}
