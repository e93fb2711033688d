/* links: do the relative links of an edition lead to something that is published? */
#include "build/links.h"

#include <string.h>

#include "base/diag.h"
#include "brief/tree.h"
#include "build/plan.h"
#include "build/press.h"
#include "build/render.h"
#include "bulletin/bulletin.h"
#include "data/dataset.h"

/* The path of the address alone, unescaped; NULL for one that stays on its page, or leaves the site. */
static char *
path_of(const char *address)
{
	gsize length = strcspn(address, "?#");
	gsize scheme = strcspn(address, ":/?#");
	g_autofree char *path = g_strndup(address, length);

	if (length == 0 || address[0] == '/' || address[scheme] == ':')
		return NULL;
	return g_uri_unescape_string(path, NULL);
}

/* "pl/b" and "../c/" are "pl/c/"; NULL above the root. */
static char *
resolve(const char *folder, const char *path)
{
	g_autofree char *whole = g_strconcat(folder, "/", path, NULL);
	g_auto(GStrv) parts = g_strsplit(whole, "/", -1);
	g_autoptr(GPtrArray) kept = g_ptr_array_new();

	for (char **part = parts; *part; part++) {
		if (strcmp(*part, "..") == 0) {
			if (kept->len == 0)
				return NULL;
			g_ptr_array_set_size(kept, (int)kept->len - 1);
		} else if (strcmp(*part, ".") != 0 && (**part || !part[1])) {
			g_ptr_array_add(kept, *part);
		}
	}
	g_ptr_array_add(kept, NULL);
	return g_strjoinv("/", (char **)kept->pdata);
}

static struct loc
place_of(const xmlNode *link, const struct render *render)
{
	const xmlNode *root = xmlDocGetRootElement(render->edition->xml);

	return tree_loc(link, g_intern_string(tree_find(root, "file")));
}

static void
check_link(const struct render *render, const struct plan *plan, const xmlNode *link)
{
	const struct plan_item *item = render->item;
	const char *address = tree_find(link, "destination");
	g_autofree char *path = address ? path_of(address) : NULL;
	g_autofree char *folder = g_strconcat(item->lang, "/", item->bulletin->id, NULL);
	g_autofree char *target = path ? resolve(folder, path) : NULL;

	if (!path || (target && plan_has_page(plan, press_data(render->press), target)))
		return;
	diag_help(diag_add(press_diags(render->press), DIAG_LINK_DEAD, place_of(link, render),
			   "nothing is published at “%s”", target ? target : address),
		  "link to another bulletin with [](ref:bulletin/ID), or correct the address");
}

void
links_check(const struct render *render, const struct plan *plan)
{
	const xmlNode *root = xmlDocGetRootElement(render->edition->xml);

	for (const xmlNode *node = root; node; node = tree_next(node, root, false)) {
		if (tree_is(node, TREE_CM, "link"))
			check_link(render, plan, node);
	}
}
