/*
 * render: one bulletin in one language through the stages, brief to bytes.
 *
 * The stages are called in order, each once: render_open (brief, bulletin XML), render_html, render_fo, render_areas,
 * render_pdf.  Problems of the content go to the press's diagnostics and the stage still gives something; errors are the
 * machine's or a stylesheet's.
 */
#ifndef CHANCERY_BUILD_RENDER_H
#define CHANCERY_BUILD_RENDER_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

#include "build/press.h"

struct area_tree;
struct brief;
struct bulletin;
struct edition;
struct outline;
struct plan;
struct plan_item;

struct render {
	struct press *press;		/* lent */
	const struct plan_item *item;	/* lent */
	struct brief *brief;
	struct outline *outline;	/* of the brief, for the checks; NULL for a listing */
	struct edition *edition;
	xmlDoc *fo;			/* after render_fo, until render_areas */
	struct area_tree *areas;	/* after render_areas */
};

/* NULL with error set when the brief cannot be read. */
struct render *render_open(struct press *press, const struct plan *plan, const struct plan_item *item,
			   GError **error);
/* All checks of the brief, and nothing that could be shown: nothing is drawn, no stylesheet runs, no page is laid out. */
struct render *render_check(struct press *press, const struct plan *plan, const struct plan_item *item,
		  GError **error);
/* The same as render_open for a listing: what the front matter says, without the body where it has a title; nothing is diagnosed. */
struct render *render_open_head(struct press *press, const struct plan *plan,
				const struct plan_item *item, GError **error);
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

/* The page; NULL with error set. */
GBytes *render_html(struct render *render, GError **error);
/* False with error set. */
bool render_fo(struct render *render, GError **error);
/* After render_fo, and render_html if at all: frees the text of the bulletin XML, but for figures. */
void render_areas(struct render *render);
/* After render_areas; NULL with error set. */
GBytes *render_pdf(struct render *render, GError **error);

/* Names of the files beside the page ("figures/thefts.svg"), sorted; the texts are lent. */
GPtrArray *render_files(const struct render *render);

#endif
