/*
 * output: one bulletin in one language through the stages that draw, bulletin XML to bytes.
 *
 * The stages are called in order, each once: output_open (render.h), output_html, output_fo, output_areas, output_pdf.
 * Problems of the content go to the press's diagnostics and the stage still gives something; errors are the machine's or
 * a stylesheet's.
 */
#ifndef CHANCERY_BUILD_OUTPUT_H
#define CHANCERY_BUILD_OUTPUT_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct area_tree;
struct plan;
struct plan_item;
struct render;
struct workshop;

struct output {
	struct workshop *workshop;	/* lent */
	struct render *render;
	xmlDoc *fo;			/* after output_fo, until output_areas */
	struct area_tree *areas;	/* after output_areas */
};

/* NULL with error set when the brief cannot be read. */
struct output *output_open(struct workshop *workshop, const struct plan *plan,
			   const struct plan_item *item, GError **error);
void output_free(struct output *output);
typedef struct output Output;	/* for g_autoptr(Output) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Output, output_free)

/* The page; NULL with error set. */
GBytes *output_html(struct output *output, GError **error);
/* False with error set. */
bool output_fo(struct output *output, GError **error);
/* After output_fo, and output_html if at all: frees the text of the bulletin XML, but for figures. */
void output_areas(struct output *output);
/* After output_areas; NULL with error set. */
GBytes *output_pdf(struct output *output, GError **error);

#endif
