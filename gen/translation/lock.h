/*
 * lock: content/bulletins/ID/translations.lock: which text of the source each translation renders.
 *
 * For each language the units that were stamped, in the order of the source, with the unit of the
 * translation that stood for each; and, once for all languages, the text of every source unit
 * named, so that what was translated can be read again without git.  JSON, written by the program
 * alone.
 */
#ifndef CHANCERY_TRANSLATION_LOCK_H
#define CHANCERY_TRANSLATION_LOCK_H

#include <glib.h>
#include <stdbool.h>

struct diag_list;
struct places;

struct lock_entry {
	char *unit;	   /* name of the source unit that was translated */
	char *translation; /* name of the unit that stood for it */
};

struct lock;
typedef struct lock Lock; /* for g_autoptr(Lock) only */

/*
 * The lock of a bulletin; an empty one where there is no file.  What is wrong in it is schema-value;
 * such entries are left out.  NULL with error set when the file cannot be read.  known: struct unit *
 * that have been read, whose texts need no digest again; or NULL.
 */
struct lock *lock_read(const struct places *places, const char *bulletin, const GPtrArray *known,
		       struct diag_list *diags, GError **error);
void lock_free(struct lock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lock, lock_free)

/* struct lock_entry *, or NULL for a language that was never stamped; lent. */
const GPtrArray *lock_entries(const struct lock *lock, const char *lang);
/* The text of a source unit that an entry names; lent, NULL where it is lost. */
const char *lock_text(const struct lock *lock, const char *unit);

/*
 * Give a language these entries (struct lock_entry *, taken) and remember the text of each unit
 * that is new; texts is name -> text, lent.  Texts that no language names any more are forgotten.
 */
void lock_set(struct lock *lock, const char *lang, GPtrArray *entries, GHashTable *texts);
struct lock_entry *lock_entry_new(const char *unit, const char *translation);
void lock_entry_free(gpointer entry);

/* False with error set; then the file is as it was.  source: the source language. */
bool lock_write(const struct lock *lock, const struct places *places, const char *bulletin,
		const char *source, GError **error);

#endif
