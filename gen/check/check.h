/*
 * check: what only shows when the briefs are held against the data and against each other (contract
 * section 8).
 *
 * Fed with the outlines of a bulletin in all its languages, then asked for the bulletin; at the end
 * asked for the publication.  Everything found is a diagnostic; nothing is changed.
 */
#ifndef CHANCERY_CHECK_CHECK_H
#define CHANCERY_CHECK_CHECK_H

#include <glib.h>

struct bulletin;
struct check;
struct dataset;
struct diag_list;
struct locale;
struct outline;
struct source;

struct check_env {
	const struct dataset *data; /* NULL until check_open */
	struct diag_list *diags;
	/* The locale of a language of the publication, lent; NULL if there is none. */
	const struct locale *(*locale_of)(const char *tag, void *user);
	void *user;
};

/* env is copied; what it points to must outlive the check. */
struct check *check_new(const struct check_env *env);
void check_free(struct check *check);
typedef struct check Check; /* for g_autoptr(Check) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Check, check_free)

/* The data that the next bulletins are held against, in place of those before. */
void check_open(struct check *check, const struct dataset *data);
/*
 * The brief of a bulletin in a language.  Takes outline.  told: is its own prose to be checked too,
 * or is it only what others are compared with?
 */
void check_add(struct check *check, const struct bulletin *bulletin, const char *lang,
	       struct outline *outline, gboolean told);
/* A source that an edition names: const struct source *. */
void check_cited(struct check *check, const GPtrArray *sources);

/*
 * Once its briefs are added: a bulletin's figures, headings, and its languages beside each other.
 * whole: are these all its briefs, each with the sources that it cites?
 */
void check_bulletin(struct check *check, const struct bulletin *bulletin, gboolean whole);
/* At the end: sources that nobody cites, unless a bulletin was not seen whole. */
void check_sources(const struct check *check);

#endif
