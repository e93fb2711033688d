/* The shipped stylesheets on handwritten samples: links that arrive, ids that are one, labels that
 * exist, FO within the subset. */
#include <glib.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/place.h"
#include "xslt/xslt.h"

#define FO_NS "http://www.w3.org/1999/XSL/Format"

static xmlDoc *
apply(const char *stylesheet, const char *sample)
{
	g_autoptr(Places) places = places_new(NULL);
	g_autoptr(GError) error = NULL;
	g_autofree char *path =
		g_build_filename(CHANCERY_SOURCE, "tests", "templates", sample, NULL);
	g_autoptr(Stylesheet) sheet = stylesheet_open(places, stylesheet, &error);
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET), *result;

	g_assert_no_error(error);
	g_assert_nonnull(doc);
	result = stylesheet_apply(sheet, doc, NULL, &error);
	g_assert_no_error(error);
	xmlFreeDoc(doc);
	return result;
}

static xmlNode *
next_node(xmlNode *node)
{
	if (node->children)
		return node->children;
	while (node && !node->next)
		node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
	return node ? node->next : NULL;
}

static char *
attribute(xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE ? (char *)xmlGetNoNsProp(node, BAD_CAST name) : NULL;
}

/* Every id of the tree, each once. */
static GHashTable *
collect_ids(xmlDoc *doc, const char *what)
{
	GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, xmlFree, NULL);

	for (xmlNode *node = xmlDocGetRootElement(doc); node; node = next_node(node)) {
		char *id = attribute(node, "id");

		if (!id)
			continue;
		if (g_hash_table_contains(ids, id))
			g_error("%s: the id %s occurs twice", what, id);
		g_hash_table_add(ids, id);
	}
	return ids;
}

/* What the attribute names (after prefix) is an id of the tree. */
static void
assert_targets(xmlDoc *doc, GHashTable *ids, const char *name, const char *prefix, const char *what)
{
	for (xmlNode *node = xmlDocGetRootElement(doc); node; node = next_node(node)) {
		char *value = attribute(node, name);

		if (value && g_str_has_prefix(value, prefix) &&
		    !g_hash_table_contains(ids, value + strlen(prefix)))
			g_error("%s: nothing has the id that %s=\"%s\" names", what, name, value);
		xmlFree(value);
	}
}

/* A key where its text should be ("doc.contents"). */
static void
assert_no_keys(xmlDoc *doc, const char *what)
{
	for (xmlNode *node = xmlDocGetRootElement(doc); node; node = next_node(node)) {
		if (node->type == XML_TEXT_NODE &&
		    g_regex_match_simple("\\b(doc|cite|index)\\.[a-z]", (const char *)node->content,
					 0, 0))
			g_error("%s: “%s”", what, (const char *)node->content);
	}
}

static void
check_page(const char *stylesheet, const char *sample)
{
	xmlDoc *doc = apply(stylesheet, sample);
	g_autoptr(GHashTable) ids = collect_ids(doc, sample);

	assert_targets(doc, ids, "href", "#", sample);
	assert_no_keys(doc, sample);
	xmlFreeDoc(doc);
}

static void
test_pages(gconstpointer data)
{
	const char *const *page = data;

	check_page(page[0], page[1]);
}

static void
assert_subset(xmlDoc *doc, const char *what)
{
	static const char *const subset[] = {"root",
					     "layout-master-set",
					     "simple-page-master",
					     "page-sequence-master",
					     "repeatable-page-master-alternatives",
					     "conditional-page-master-reference",
					     "region-body",
					     "region-before",
					     "region-after",
					     "declarations",
					     "bookmark-tree",
					     "bookmark",
					     "bookmark-title",
					     "page-sequence",
					     "static-content",
					     "flow",
					     "block",
					     "list-block",
					     "list-item",
					     "list-item-label",
					     "list-item-body",
					     "table",
					     "table-column",
					     "table-header",
					     "table-body",
					     "table-row",
					     "table-cell",
					     "inline",
					     "basic-link",
					     "footnote",
					     "footnote-body",
					     "float",
					     "page-number",
					     "page-number-citation",
					     "page-number-citation-last",
					     "leader",
					     "external-graphic",
					     "marker",
					     "retrieve-marker",
					     NULL};

	for (xmlNode *node = xmlDocGetRootElement(doc); node; node = next_node(node)) {
		if (node->type == XML_ELEMENT_NODE && node->ns &&
		    strcmp((const char *)node->ns->href, FO_NS) == 0 &&
		    !g_strv_contains(subset, (const char *)node->name))
			g_error("%s: fo:%s is not in the subset", what, (const char *)node->name);
	}
}

/* WCAG 2.2, relative luminance of a channel. */
static double
linear(unsigned value)
{
	double part = value / 255.0;

	return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

/* -1 for what is no #rrggbb. */
static double
luminance(const char *colour)
{
	unsigned r, g, b;

	if (sscanf(colour, "#%2x%2x%2x", &r, &g, &b) != 3)
		return -1;
	return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/* The nearest value of an inherited attribute at or above node; free with xmlFree, NULL if none. */
static char *
inherited(xmlNode *node, const char *name)
{
	char *value = NULL;

	for (; !value && node && node->type == XML_ELEMENT_NODE; node = node->parent)
		value = attribute(node, name);
	return value;
}

/* Words on paper or tint: 4.5 to 1 at least (WCAG 2.2, 1.4.3). */
static void
assert_contrast(xmlDoc *doc, const char *what)
{
	int seen = 0;

	for (xmlNode *node = xmlDocGetRootElement(doc); node; node = next_node(node)) {
		char *colour = attribute(node, "color");
		char *ground = colour ? inherited(node, "background-color") : NULL;
		double ink, paper = ground ? luminance(ground) : 1;

		if (colour) {
			ink = luminance(colour);
			g_assert_true(ink >= 0 && paper >= 0);
			if ((MAX(paper, ink) + 0.05) / (MIN(paper, ink) + 0.05) < 4.5)
				g_error("%s: %s on %s", what, colour, ground ? ground : "white");
			seen++;
		}
		xmlFree(colour);
		xmlFree(ground);
	}
	g_assert_cmpint(seen, >, 10);
}

static void
test_print(gconstpointer data)
{
	const char *sample = data;
	xmlDoc *doc = apply("templates/print/bulletin.xsl", sample);
	g_autoptr(GHashTable) ids = collect_ids(doc, sample);

	assert_targets(doc, ids, "internal-destination", "", sample);
	assert_targets(doc, ids, "ref-id", "", sample);
	assert_no_keys(doc, sample);
	assert_subset(doc, sample);
	assert_contrast(doc, sample);
	xmlFreeDoc(doc);
}

/* Apache FOP, with -r for our own attributes, makes a PDF and reports no error. */
static void
test_fop(void)
{
	g_autofree char *program = g_find_program_in_path("fop"), *dir = NULL, *fo = NULL,
			*pdf = NULL, *said = NULL;
	g_autofree char *complaints = NULL;
	g_autoptr(GError) error = NULL;
	xmlDoc *doc;
	int status = 0;

	if (!program) {
		g_test_skip("fop is not installed");
		return;
	}
	dir = g_dir_make_tmp("chancery-XXXXXX", NULL);
	fo = g_build_filename(dir, "sample.fo", NULL);
	pdf = g_build_filename(dir, "sample.pdf", NULL);
	doc = apply("templates/print/bulletin.xsl", "harbour.en.xml");
	g_assert_cmpint(xmlSaveFile(fo, doc), >, 0);
	xmlFreeDoc(doc);
	g_spawn_sync(dir, (char *[]){program, "-r", "-fo", fo, "-pdf", pdf, NULL}, NULL,
		     G_SPAWN_DEFAULT, NULL, NULL, &said, &complaints, &status, &error);
	g_assert_no_error(error);
	/* The sample's graphics are not there: that is one error each. */
	g_assert_null(strstr(complaints, "ValidationException"));
	g_assert_true(g_spawn_check_wait_status(status, NULL));
	g_assert_true(g_file_test(pdf, G_FILE_TEST_EXISTS));
	g_assert_true(file_remove(dir, NULL));
}

int
main(int argc, char **argv)
{
	static const char *const pages[][2] = {
		{"templates/html/bulletin.xsl", "harbour.en.xml"},
		{"templates/html/bulletin.xsl", "harbour.pl.xml"},
		{"templates/html/bulletin.xsl", "harbour.ar.xml"},
		{"templates/html/index.xsl", "index.en.xml"},
		{"templates/html/index.xsl", "index.ar.xml"},
		{"templates/html/root.xsl", "root.en.xml"},
		{"templates/html/notice.xsl", "notice.pl.xml"},
	};
	static const char *const prints[] = {"harbour.en.xml", "harbour.pl.xml", "harbour.ar.xml"};

	g_test_init(&argc, &argv, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(pages); i++) {
		g_autofree char *name = g_strdup_printf("/templates/html/%s", pages[i][1]);

		g_test_add_data_func(name, pages[i], test_pages);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(prints); i++) {
		g_autofree char *name = g_strdup_printf("/templates/print/%s", prints[i]);

		g_test_add_data_func(name, prints[i], test_print);
	}
	g_test_add_func("/templates/fop", test_fop);
	return g_test_run();
}
