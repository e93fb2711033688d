#include "build/attachments.h"

#include <string.h>

#include "brief/tree.h"
#include "build/facts_json.h"
#include "build/plan.h"
#include "build/render.h"
#include "bulletin/bulletin.h"
#include "data/dataset.h"
#include "locale/locale.h"
#include "pdf/pdf.h"

struct attachments {
	GArray *list;		/* struct pdf_attachment; what it points to is lent by the rest */
	GStringChunk *texts;
	GBytes *facts;
};

/* The text of a node, white space at its ends left out; "" for NULL. */
static char *
plain(const xmlNode *node)
{
	xmlChar *content = node ? xmlNodeGetContent(node) : NULL;
	char *text = g_strstrip(g_strdup(content ? (const char *)content : ""));

	xmlFree(content);
	return text;
}

/* The figure or table below node whose b:data is the file at path. */
static const xmlNode *
figure_of(const xmlNode *node, const char *path)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		const xmlNode *found = NULL;

		if (child->type != XML_ELEMENT_NODE)
			continue;
		if (xmlStrEqual(child->name, BAD_CAST "data")) {
			xmlChar *href = xmlGetProp(child, BAD_CAST "href");

			if (href && strcmp((const char *)href, path) == 0)
				found = node;
			xmlFree(href);
		} else {
			found = figure_of(child, path);
		}
		if (found)
			return found;
	}
	return NULL;
}

/* "Figure 1: Value of what was stolen", or the name where the figure has no words. */
static char *
describe_figure(const struct render *render, const char *path, const char *name)
{
	const xmlNode *figure = figure_of(xmlDocGetRootElement(render->edition->xml), path);
	g_autofree char *caption = plain(tree_child(figure, "caption"));
	xmlChar *label = figure ? xmlGetProp(figure, BAD_CAST "label") : NULL;
	char *text;

	if (label && *caption)
		text = g_strdup_printf("%s – %s", (const char *)label, caption);
	else
		text = g_strdup(*caption ? caption : name);
	xmlFree(label);
	return text;
}

static void
add(struct attachments *attachments, const char *name, const char *mime, const char *description,
    GBytes *data)
{
	struct pdf_attachment file = {
		.name = g_string_chunk_insert(attachments->texts, name),
		.mime = mime,
		.description = g_string_chunk_insert(attachments->texts, description),
		.data = data,
	};

	g_array_append_val(attachments->list, file);
}

static void
add_figures(struct attachments *attachments, const struct render *render)
{
	g_autoptr(GPtrArray) files = render_files(render);

	for (guint i = 0; i < files->len; i++) {
		const char *path = g_ptr_array_index(files, i);
		g_autofree char *name = g_path_get_basename(path), *description = NULL;

		if (!g_str_has_suffix(path, ".csv"))
			continue;
		description = describe_figure(render, path, name);
		add(attachments, name, "text/csv", description,
		    g_hash_table_lookup(render->edition->files, path));
	}
}

static void
add_facts(struct attachments *attachments, const struct render *render)
{
	const struct plan_item *item = render->item;
	const struct locale *locale = press_locale(render->press, item->brief_lang, NULL);
	const xmlNode *root = xmlDocGetRootElement(render->edition->xml);
	g_autofree char *title = plain(tree_child(tree_child(root, "meta"), "plain-title"));
	g_autofree char *name = g_strconcat(item->bulletin->id, ".json", NULL);
	const char *label = locale_find(locale, "doc.data");
	g_autofree char *description = g_strdup_printf("%s – %s", label ? label : name, title);

	attachments->facts = facts_json(press_data(render->press), item->bulletin, render->edition,
					title, item->brief_lang);
	add(attachments, name, "application/json", description, attachments->facts);
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
	const struct pdf_attachment *x = a, *y = b;

	return strcmp(x->name, y->name);
}

struct attachments *
attachments_new(const struct render *render)
{
	struct attachments *attachments = g_new0(struct attachments, 1);

	attachments->list = g_array_new(FALSE, FALSE, sizeof(struct pdf_attachment));
	attachments->texts = g_string_chunk_new(256);
	add_facts(attachments, render);
	add_figures(attachments, render);
	g_array_sort(attachments->list, compare_names);
	return attachments;
}

void
attachments_free(struct attachments *attachments)
{
	if (!attachments)
		return;
	g_array_unref(attachments->list);
	g_string_chunk_free(attachments->texts);
	g_bytes_unref(attachments->facts);
	g_free(attachments);
}

const GArray *
attachments_list(const struct attachments *attachments)
{
	return attachments->list;
}
