#include "pdf/pdf.h"

#include <stdbool.h>
#include "layout/area.h"
#include "pdf/body.h"
#include "pdf/canvas.h"
#include "pdf/edition.h"
#include "pdf/link.h"
#include "pdf/standard.h"
#include "pdf/structure.h"
#include "pdf/target.h"

/* Every bookmark leads to what is in the document. */
static bool
check_bookmarks(const GPtrArray *bookmarks, GHashTable *targets, GError **error)
{
	for (guint i = 0; bookmarks && i < bookmarks->len; i++) {
		const struct bookmark *bookmark = g_ptr_array_index(bookmarks, i);

		if (!g_hash_table_contains(targets, bookmark->dest)) {
			g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
				    "bookmark to “%s”, which is not in the document",
				    bookmark->dest);
			return false;
		}
		if (!check_bookmarks(bookmark->children, targets, error))
			return false;
	}
	return true;
}

static GBytes *
write_edition(struct edition *edition, const struct fonts *fonts, GError **error)
{
	struct body *body = edition->body;
	guint root = body_reserve(body), pages = body_reserve(body), info;
	g_autoptr(Structure) structure = NULL;
	g_autoptr(Links) links = NULL;
	char *catalog;

	if (edition->tree->pages->len == 0) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "a PDF without a page");
		return NULL;
	}
	/* the page tree names each, and body_finish wants each: none is lost */
	edition->first_page = body_reserve_many(body, edition->tree->pages->len);
	edition->structure = structure = structure_new(edition);
	edition->links = links = links_new(edition);
	if (!canvas_draw(edition, fonts, pages, error) || !links_write(links, error))
		return NULL;
	catalog = edition_catalog(edition, pages, &info);
	return body_finish(body, root, catalog, info, error);
}

GBytes *
pdf_write(const struct area_tree *tree, const struct fonts *fonts,
	  const struct pdf_options *options, GError **error)
{
	const struct pdf_standard *standard = pdf_standard_find(options->standard);
	struct edition edition = {.tree = tree, .standard = standard, .options = options};
	g_autoptr(GHashTable) targets = NULL;
	g_autoptr(Body) body = NULL;

	if (!standard) {
		g_autofree char *names = pdf_standard_names();

		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "no PDF standard “%s”; there are %s", options->standard, names);
		return NULL;
	}
	edition.body = body = body_new(standard->version);
	edition.targets = targets = targets_new(tree);
	if (!check_bookmarks(tree->bookmarks, targets, error))
		return NULL;
	return write_edition(&edition, fonts, error);
}
