/*
 * test-layout-areas: small FO documents (tests/unit/layout/NAME.fo) against the areas, tags and
 * problems that they give (NAME.expected).  With BLESS=1 in the environment the expectations are
 * written instead: read the diff.
 */
#include <glib.h>
#include <libxml/parser.h>
#include <string.h>
#include "base/diag.h"
#include "base/file.h"
#include "base/place.h"
#include "chart/scene.h"
#include "font/fonts.h"
#include "layout/layout.h"
#include "layout/paragraph.h"

#define FOLDER CHANCERY_SOURCE "/tests/unit/layout/"

struct document {
	const char *name;
	const struct fonts *fonts; /* opened once: a process has one struct fonts */
};

static const struct scene *
scene_of(const char *src, void *user)
{
	return strcmp(src, "missing.svg") == 0 ? NULL : user;
}

/* What the document gives, as text. */
static char *
format(const char *path, const struct fonts *fonts)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Scene) scene = scene_new("s", "en", false, 120, 60);
	struct typesetter *typesetter = typesetter_new(fonts);
	const struct layout_env env = {typesetter, scene_of, scene, diags, NULL};
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	g_autoptr(AreaTree) tree = NULL;
	g_autofree char *areas = NULL, *tags = NULL, *problems = NULL;

	g_assert_nonnull(doc);
	tree = layout_format(doc, &env);
	areas = area_tree_dump(tree);
	tags = tag_tree_dump(tree);
	problems = diag_list_to_text(diags, NULL, false);
	xmlFreeDoc(doc);
	/* The areas lend from the typesetter. */
	g_clear_pointer(&tree, area_tree_free);
	typesetter_free(typesetter);
	return g_strdup_printf("%s---\n%s---\n%s", areas, tags, problems);
}

static void
test_document(gconstpointer data)
{
	const struct document *document = data;
	g_autofree char *fo = g_strconcat(FOLDER, document->name, ".fo", NULL);
	g_autofree char *path = g_strconcat(FOLDER, document->name, ".expected", NULL);
	g_autofree char *got = format(fo, document->fonts), *expected = NULL;
	g_autoptr(GError) error = NULL;

	if (g_getenv("BLESS")) {
		file_write(path, got, strlen(got), &error);
		g_assert_no_error(error);
		return;
	}
	g_file_get_contents(path, &expected, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(got, ==, expected);
}

int
main(int argc, char **argv)
{
	static const char *const names[] = {
		"auto-columns", "blocks",   "columns", "percent", "masters", "float",	"footnote", "keep-unmet",  "keeps",
		"list",		"markers",  "note-split", "rtl",	"structure",   "table-pages",
		"table-continued", "decimals",
		"table-spans",	"tall-row", "toc",	"unsupported", "widows",
	};
	struct document documents[G_N_ELEMENTS(names)];
	g_autoptr(Places) places = places_new(NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(Fonts) fonts = NULL;

	g_test_init(&argc, &argv, NULL);
	fonts = fonts_open(places, &error);
	g_assert_no_error(error);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *test = g_strconcat("/layout/areas/", names[i], NULL);

		documents[i] = (struct document){names[i], fonts};
		g_test_add_data_func(test, &documents[i], test_document);
	}
	return g_test_run();
}
