/*
 * translations: what the locks say of the editions of a run: stale and missing units become
 * diagnostics and are marked in the brief (contract, section 9).
 */
#ifndef CHANCERY_BUILD_TRANSLATIONS_H
#define CHANCERY_BUILD_TRANSLATIONS_H

#include <glib.h>
#include <stdbool.h>

struct brief;
struct diag_list;
struct places;
struct plan_item;
struct publication;

struct translations;
typedef struct translations Translations;	/* for g_autoptr(Translations) only */

/* Locks and sources are read at first use.  What is given must outlive the result. */
struct translations *translations_new(const struct places *places,
				      const struct publication *publication);
void translations_free(struct translations *translations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Translations, translations_free)

struct translation_marks {
	guint stale;	/* units whose source has changed: their blocks have state="stale" */
	guint missing;	/* units that the translation lacks */
	guint lent;	/* blocks put in from the source for them: state="missing", with its language */
};

/*
 * Mark the blocks of the brief of an edition, and under the policy “fallback” put in what is missing.
 * Nothing happens to the source itself, whose units are kept for its translations if they were read with it, nor to a language
 * that was never stamped.  False with error
 * set when a file cannot be read.
 */
bool translations_mark(struct translations *translations, const struct plan_item *item,
		       struct brief *brief, struct diag_list *diags,
		       struct translation_marks *marks, GError **error);

#endif
