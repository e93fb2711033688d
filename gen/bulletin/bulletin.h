/*
 * bulletin: brief + data + locale = the bulletin XML of docs/bulletin-xml.md, checked on the way.
 *
 * Assembling is checking: unknown ids, wordings that differ from their datum, forms of names,
 * citations that are missing are diagnostics at their place in the brief; the tree is complete all
 * the same, with the author's text or the id where nothing better is known.
 */
#ifndef CHANCERY_BULLETIN_BULLETIN_H
#define CHANCERY_BULLETIN_BULLETIN_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct brief;
struct bulletin;
struct dataset;
struct diag_list;
struct families;
struct locale;
struct scene;
struct text_measure;

struct edition_env {
	const struct dataset *data;
	const struct bulletin *bulletin;
	struct brief *brief;	/* its trees move into the edition */
	const struct locale *locale;
	const struct families *families;
	/*
	 * For charts; NULL: the edition ends with the checks, the tree has nothing that only pages
	 * show and is not made ready to be read, nothing is drawn, no file made.
	 */
	const struct text_measure *measure;
	const char *folder;	/* where the brief stands on disk: images are read from below it */
	const GPtrArray *languages;	/* const char *: those this bulletin is published in */
	const GPtrArray *closed;	/* const struct bulletin *: held back; NULL for none */
	struct diag_list *diags;
	/*
	 * The locale of another language, lent, for `?lang=` and `lang:`; may be NULL: such figures
	 * are then printed in the bulletin's.
	 */
	const struct locale *(*locale_of)(const char *tag, void *user);
	void *locale_user;
};

/* One bulletin in one language. */
struct edition {
	xmlDoc *xml;
	GHashTable *scenes;	/* "figures/thefts.svg" -> struct scene * */
	GHashTable *images;	/* "figures/photo.jpg" -> struct image * */
	GHashTable *files;	/* published beside it: "figures/thefts.svg", ".csv" -> GBytes * */
	GPtrArray *facts;	/* const struct fact *: those used, in order of first use */
	GPtrArray *sources;	/* const struct source *: those cited, in order of first citation */
	/* const struct incident *: of those facts, and those in the rows of figures, likewise */
	GPtrArray *incidents;
};

/* Never NULL. */
struct edition *edition_assemble(const struct edition_env *env);
void edition_free(struct edition *edition);
typedef struct edition Edition;	/* for g_autoptr(Edition) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Edition, edition_free)

#endif
