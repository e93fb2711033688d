/*
 * translation: the state of one bulletin in one language, from the files on disk.
 */
#ifndef CHANCERY_TRANSLATION_TRANSLATION_H
#define CHANCERY_TRANSLATION_TRANSLATION_H

#include <glib.h>
#include <stdbool.h>
#include "translation/pairing.h"

struct lock;
struct places;

/* content/bulletins/ID/LANG.md as text_read cleans it; NULL with error set, or without where there
 * is none. */
GString *translation_brief(const struct places *places, const char *bulletin, const char *lang,
			   GError **error);
/* Its units; NULL likewise. */
GPtrArray *translation_units(const struct places *places, const char *bulletin, const char *lang,
			     GError **error);

/*
 * The units of a bulletin in its source language against those in lang.  NULL with error set, or
 * without where one of the two briefs does not exist.  lock must outlive the result.
 */
struct pairing *translation_pair(const struct places *places, const char *bulletin,
				 const char *source_lang, const char *lang, const struct lock *lock,
				 GError **error);

/*
 * Stamp units of a translation: those named (NULL at the end; a name may be cut short) or, with
 * NULL, all that have a counterpart.  Their number in *stamped.  False with error set, of
 * G_OPTION_ERROR for a name that is none of the source's or has no counterpart.
 */
bool translation_stamp(const struct pairing *pairing, struct lock *lock, const char *lang,
		       const char *const *names, guint *stamped, GError **error);

#endif
