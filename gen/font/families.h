/*
 * families: the fonts of fonts/fonts.list, and nothing else, by role and language, and what they
 * can show.
 *
 * A private FcConfig over the folder of gathered fonts.  There is no fallback beyond the families
 * listed for a role and language.  This much is known without Pango; fonts.h is what draws.
 */
#ifndef CHANCERY_FONT_FAMILIES_H
#define CHANCERY_FONT_FAMILIES_H

#include <glib.h>

typedef struct _FcConfig FcConfig;

struct families;
struct places;

/* NULL with error set (no fonts gathered: the message says to run make). */
struct families *families_open(const struct places *places, GError **error);
void families_free(struct families *families);
typedef struct families Families; /* for g_autoptr(Families) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Families, families_free)

/* Lent. */
FcConfig *families_config(const struct families *families);

/*
 * The family list to give Pango for a role ("serif", "sans-serif", "monospace") and language ("Noto
 * Serif, Inter"); lent. An unknown role is NULL.
 */
const char *families_find(const struct families *families, const char *role, const char *lang);

/* As a role: serif and sans-serif, for prose may be set in either (captions and tables are). */
#define FAMILIES_OF_PROSE NULL

/* The first character of text that no family of the role and language has, or 0; *at (may be NULL)
 * its byte offset. */
gunichar families_missing(const struct families *families, const char *role, const char *lang,
			  const char *text, gsize *at);

#endif
