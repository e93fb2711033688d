/*
 * plan: which pages a run makes: bulletin × language, and of what kind (contract section 9).
 *
 * Items stand newest bulletin first, languages in the publication's order.  A bulletin that is held back (draft, marking,
 * embargo) has no item at all.  Everything an item points to is lent from the dataset.
 */
#ifndef CHANCERY_BUILD_PLAN_H
#define CHANCERY_BUILD_PLAN_H

#include <glib.h>
#include <stdbool.h>

struct bulletin;
struct dataset;
struct diag_list;
struct places;

enum plan_kind {
	PLAN_EDITION,	/* page and PDF from the brief of the language */
	PLAN_FALLBACK,	/* no brief: page and PDF in the source language, marked as such */
	PLAN_PSEUDO,	/* page and PDF from the source, disguised (respell.h); made only when asked for, and never listed */
	PLAN_MISSING,	/* no brief: a page that says so */
	PLAN_WITHDRAWN	/* a page that says so */
};

struct plan_item {
	const struct bulletin *bulletin;
	const char *lang;	/* of the reader */
	const char *brief_lang;	/* of the brief: lang, or for a fallback or pseudo-language that of the source; NULL if there is none */
	enum plan_kind kind;
	bool selected;		/* asked for; the others are only listed */
};

struct plan {
	GPtrArray *items;	/* struct plan_item * */
	GPtrArray *closed;	/* const struct bulletin *: those held back */
	bool everything;	/* as in the options */
};

struct plan_options {
	const char *const *ids;	/* bulletins asked for, NULL at the end; NULL or empty: all */
	const char *lang;	/* the one language asked for, or NULL */
	bool drafts;		/* drafts too */
	bool everything;	/* also what is held back, and withdrawn bulletins as editions */
	bool closed_only;	/* with everything: those bulletins alone */
	gint64 as_of;		/* seconds since 1970: embargoes up to then are over */
};

/* Missing briefs are unit-missing.  NULL with error set when an id or language asked for does not exist. */
struct plan *plan_make(const struct places *places, const struct dataset *data,
		       const struct plan_options *options, struct diag_list *diags, GError **error);
void plan_free(struct plan *plan);
typedef struct plan Plan;	/* for g_autoptr(Plan) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Plan, plan_free)

/* Is it a page and a PDF made from a brief, and not only a notice? */
bool plan_is_edition(const struct plan_item *item);

/* The languages a bulletin has editions in: const char *, lent; the caller unrefs the array. */
GPtrArray *plan_languages(const struct plan *plan, const struct bulletin *bulletin);

/* Are editions of the bulletin published, or is it held back or withdrawn? */
bool plan_publishes(const struct plan *plan, const struct bulletin *bulletin);

/*
 * Is there a page, PDF or data file at path ("pl/b/index.html", "pl/b/", "pl/b/b.pl.pdf") once all of the plan is
 * built?  Of the files beside a page only the folder is looked at.
 */
bool plan_has_page(const struct plan *plan, const struct dataset *data, const char *path);

/* "published", "missing", … as in the site XML; static. */
const char *plan_kind_name(enum plan_kind kind);

/* Path of a brief relative to the publication ("content/bulletins/ID/LANG.md"); the caller frees. */
char *plan_brief_file(const struct bulletin *bulletin, const char *lang);

/* `dump plan`: one line an item; the caller frees. */
char *plan_to_text(const struct plan *plan);

/*
 * Seconds since 1970 of "2021-02-10" (00:00 UTC) or an RFC 3339 instant; false for anything else.
 */
bool plan_instant(const char *text, gint64 *seconds);

#endif
