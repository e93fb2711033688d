/*
 * place: where a publication and the program's own files are (contract section 1).
 *
 * dir is what -C names: content/, out/ and build/ are below it.  share is the program's own: $CHANCERY_SHARE, else
 * ../share/chancery beside the program, else the source tree it was built in; templates/, fonts/,
 * docs/diagnostics/ are below it.
 * fonts is the folder of gathered font files and their cache: <share>/gathered when installed, else the folder
 * build/fonts of the source tree.
 */
#ifndef CHANCERY_BASE_PLACE_H
#define CHANCERY_BASE_PLACE_H

#include <glib.h>

struct places {
	char *dir;
	char *share;
	char *fonts;
};

/* dir may be NULL (the current folder).  Never NULL; paths need not exist. */
struct places *places_new(const char *dir);
void places_free(struct places *places);
typedef struct places Places;	/* for g_autoptr(Places) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Places, places_free)

/* The publication's own file at relative ("templates/print/bulletin.xsl") if there, else the program's; NULL if neither. */
char *places_find(const struct places *places, const char *relative);

/* A file in the folder of the running program; the caller frees.  It need not be there; NULL without /proc. */
char *places_beside_program(const char *name);

#endif
