/* output: an edition through the stages to bytes. */
#include "build/output.h"

#include <string.h>

#include "brief/tree.h"
#include "build/attachments.h"
#include "build/render.h"
#include "build/workshop.h"
#include "bulletin/bulletin.h"
#include "data/dataset.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "xslt/xslt.h"

struct output *
output_open(struct workshop *workshop, const struct plan *plan, const struct plan_item *item,
	    GError **error)
{
	g_autoptr(Output) output = g_new0(struct output, 1);

	output->workshop = workshop;
	output->render = render_open(workshop_press(workshop), plan, item,
				     workshop_measure(workshop), error);
	return output->render ? g_steal_pointer(&output) : NULL;
}

void
output_free(struct output *output)
{
	if (!output)
		return;
	/* The areas draw the edition's scenes and images. */
	g_clear_pointer(&output->areas, area_tree_free);
	g_clear_pointer(&output->fo, xmlFreeDoc);
	g_clear_pointer(&output->render, render_free);
	g_free(output);
}

GBytes *
output_html(struct output *output, GError **error)
{
	const struct stylesheet *sheet;
	GBytes *bytes;
	xmlDoc *result;

	sheet = workshop_stylesheet(output->workshop, "templates/html/bulletin.xsl", error);
	if (!sheet)
		return NULL;
	result = stylesheet_apply(sheet, output->render->edition->xml, NULL, error);
	if (!result)
		return NULL;
	bytes = stylesheet_serialise(sheet, result, error);
	xmlFreeDoc(result);
	return bytes;
}

bool
output_fo(struct output *output, GError **error)
{
	const struct stylesheet *sheet;

	sheet = workshop_stylesheet(output->workshop, "templates/print/bulletin.xsl", error);
	if (!sheet)
		return false;
	output->fo = stylesheet_apply(sheet, output->render->edition->xml, NULL, error);
	return output->fo != NULL;
}

static const struct scene *
find_scene(const char *src, void *user)
{
	const struct render *render = user;

	return g_hash_table_lookup(render->edition->scenes, src);
}

static const struct image *
find_image(const char *src, void *user)
{
	const struct render *render = user;

	return g_hash_table_lookup(render->edition->images, src);
}

/* Is block one whose caption and data somebody still asks for, or around one? */
static bool
may_hold_figure(const xmlNode *block)
{
	static const char *const names[] = {"figure", "table", "list", "block_quote"};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp((const char *)block->name, names[i]) == 0)
			return true;
	return false;
}

/*
 * The text, which is large, once both stylesheets have had it: blocks without figures, the rows of
 * tables, and the pictures in figures, which the PDF draws from their scenes.
 */
static void
drop_text(struct render *render)
{
	xmlNode *body = tree_child(xmlDocGetRootElement(render->edition->xml), "document");

	for (xmlNode *block = body ? body->children : NULL, *next; block; block = next) {
		xmlNode *text = block;

		next = block->next;
		if (block->type != XML_ELEMENT_NODE)
			continue;
		if (strcmp((const char *)block->name, "figure") == 0)
			text = tree_child(block, "graphic");
		else if (may_hold_figure(block))
			text = tree_child(block, "tbody");
		if (!text)
			continue;
		xmlUnlinkNode(text);
		xmlFreeNode(text);
	}
}

void
output_areas(struct output *output)
{
	drop_text(output->render);
	output->areas = layout_format(g_steal_pointer(&output->fo),
				      &(struct layout_env){
					      .typesetter = workshop_typesetter(output->workshop),
					      .find_scene = find_scene,
					      .find_image = find_image,
					      .user = output->render,
					      .diags = press_diags(output->render->press),
				      });
}

GBytes *
output_pdf(struct output *output, GError **error)
{
	const struct publication *publication =
		dataset_publication(press_data(output->render->press));
	g_autoptr(Attachments) attached = attachments_new(output->render);
	const GArray *files = attachments_list(attached);
	struct pdf_options options = {
		.standard = publication->pdf_standard,
		.attachments = (const struct pdf_attachment *)(void *)files->data,
		.n_attachments = files->len,
	};

	return pdf_write(output->areas, workshop_fonts(output->workshop), &options, error);
}
