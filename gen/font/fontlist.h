/*
 * fontlist: which families a role has in a language, from fonts/fonts.list.
 *
 * One line a font file, six or more columns parted by tabs: role, language tag or "*", family,
 * Debian package, file name, sha256 (and more of them in further columns); '#' begins a comment
 * line.  The families of a role and tag stand in order of fallback.  The publication's lines come
 * before the program's for the same role and tag.
 */
#ifndef CHANCERY_FONT_FONTLIST_H
#define CHANCERY_FONT_FONTLIST_H

#include <glib.h>
#include <stdbool.h>

struct places;
struct fontlist;

/* NULL with error set: no list at all, or a line that is not one (file and line in the message). */
struct fontlist *fontlist_load(const struct places *places, GError **error);
void fontlist_free(struct fontlist *list);
typedef struct fontlist FontList; /* for g_autoptr(FontList) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FontList, fontlist_free)

/*
 * The families of the most specific tag with a line for the role (zh-Hans-CN, zh-Hans, zh, *),
 * joined by ", "; lent until the list is freed, the same pointer for the same tag.  NULL for a role
 * without a line.
 */
const char *fontlist_find(const struct fontlist *list, const char *role, const char *lang);

/* Is the family that of any line? */
bool fontlist_has(const struct fontlist *list, const char *family);

#endif
