/*
 * render: one bulletin in one language, from its brief to bulletin XML; output.h makes pages of it.
 *
 * Problems of the content go to the press's diagnostics and there still is an edition; errors are the machine's.
 */
#ifndef CHANCERY_BUILD_RENDER_H
#define CHANCERY_BUILD_RENDER_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

#include "build/press.h"

struct brief;
struct bulletin;
struct edition;
struct outline;
struct plan;
struct plan_item;
struct text_measure;

struct render {
	struct press *press;		/* lent */
	const struct plan_item *item;	/* lent */
	struct brief *brief;
	struct outline *outline;	/* of the brief, for the checks; NULL for a listing */
	struct edition *edition;
};

/*
 * All checks of the brief, and its edition: with a measure of the texts of charts ready to be made into pages, without
 * one (NULL) as it is when the checks end.  NULL with error set when the brief cannot be read.
 */
struct render *render_open(struct press *press, const struct plan *plan, const struct plan_item *item,
			   const struct text_measure *measure, GError **error);
/* The same as render_open for a listing: what the front matter says, without the body where it has a title; nothing is diagnosed. */
struct render *render_open_head(struct press *press, const struct plan *plan,
				const struct plan_item *item,
				const struct text_measure *measure, GError **error);
/* The outline of a brief that is not rendered in this run; nothing is diagnosed.  NULL with error set. */
struct outline *render_outline(struct press *press, const struct bulletin *bulletin,
			       const char *lang, GError **error);
/* The outlines of all briefs that a bulletin has, one after the other, each lent to visit.  False with error set. */
bool render_each_outline(struct press *press, const struct bulletin *bulletin,
			 void (*visit)(const struct outline *outline, const char *lang, void *user),
			 void *user, GError **error);
void render_free(struct render *render);
typedef struct render Render;	/* for g_autoptr(Render) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Render, render_free)

/* Names of the files beside the page ("figures/thefts.svg"), sorted; the texts are lent. */
GPtrArray *render_files(const struct render *render);

#endif
