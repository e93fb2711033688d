/*
 * test-pdf-structure: the structure tree and the annotations of small documents, as qpdf prints the
 * objects (gen/pdf/structure, elements, link).
 */
#include <glib.h>
#include <string.h>
#include "fonts_fixture.h"
#include "pdf_fixture.h"

static const char before[] =
	"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='en' font-size='10pt'"
	" line-height='12pt'><fo:layout-master-set><fo:simple-page-master master-name='p'"
	" page-width='200pt' page-height='76pt' margin='20pt'><fo:region-body/>"
	"</fo:simple-page-master></fo:layout-master-set>"
	"<fo:page-sequence master-reference='p'><fo:flow flow-name='xsl-region-body'>";
static const char after[] = "</fo:flow></fo:page-sequence></fo:root>";

/* The file of a flow, or NULL with error set. */
static GBytes *
file_of(const struct fonts *fonts, const char *flow, GError **error)
{
	g_autofree char *text = g_strconcat(before, flow, after, NULL);
	const struct pdf_options options = {NULL, NULL, 0};

	return pdf_of(fonts, text, &options, error);
}

static char *
objects_of(const struct fonts *fonts, const char *flow)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) file = file_of(fonts, flow, &error);

	g_assert_no_error(error);
	return pdf_objects(file);
}

/* Two lines on one page and one on the next: one element, two annotations, corners for two lines.
 */
static void
test_link(gconstpointer fonts)
{
	g_autofree char *text = objects_of(
		fonts, "<fo:block orphans='1' widows='1'>One line.</fo:block>"
		       "<fo:block orphans='1' widows='1'><fo:basic-link"
		       " external-destination='url(https://example.org/a(b)?ą)'>A link that is so"
		       " long that it takes two lines of this page and goes on upon the next"
		       "</fo:basic-link>.</fo:block>");

	g_assert_cmpuint(pdf_count(text, "/S /Link\n"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/Type /OBJR"), ==, 2);
	g_assert_cmpuint(pdf_count(text, "/Type /MCR"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/Subtype /Link"), ==, 2);
	g_assert_cmpuint(pdf_count(text, "/QuadPoints ["), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/F 4\n"), ==, 2);
	/* each says all of it */
	g_assert_cmpuint(pdf_count(text,
				   "/Contents (A link that is so long that it takes two lines "
				   "of this page and goes on upon the next)"),
			 ==, 2);
	g_assert_cmpuint(pdf_count(text, "/URI (https://example.org/a\\(b\\)?%C4%85)"), ==, 2);
	/* keys of the parent tree: two pages, then the annotations */
	g_assert_cmpuint(pdf_count(text, "/StructParent 2\n"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/StructParent 3\n"), ==, 1);
}

static void
test_link_broken(gconstpointer fonts)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) file =
		file_of(fonts,
			"<fo:block><fo:basic-link internal-destination='nowhere'>A link"
			"</fo:basic-link></fo:block>",
			&error);

	g_assert_null(file);
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
	g_assert_nonnull(strstr(error->message, "nowhere"));
}

/* A cell below a header of two columns names it; a table without such a header names none. */
static void
test_headers(gconstpointer fonts)
{
	static const char table[] =
		"<fo:table><fo:table-column column-width='50pt' number-columns-repeated='2'/>"
		"<fo:table-header><fo:table-row><fo:table-cell%s><fo:block>H</fo:block>"
		"</fo:table-cell></fo:table-row></fo:table-header><fo:table-body><fo:table-row>"
		"<fo:table-cell><fo:block>a</fo:block></fo:table-cell><fo:table-cell><fo:block>b"
		"</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>";
	g_autofree char *spanned = NULL, *plain = NULL, *text = NULL, *other = NULL;
	g_autofree char *headers = NULL;
	char *id;

	spanned = g_strdup_printf(table, " number-columns-spanned='2'");
	text = objects_of(fonts, spanned);
	id = strstr(text, "/ID (cell.");
	g_assert_nonnull(id);
	id += strlen("/ID ");
	headers = g_strdup_printf("/Headers [\n        %.*s\n      ]",
				  (int)(strchr(id, ')') + 1 - id), id);
	g_assert_cmpuint(pdf_count(text, headers), ==, 2);
	g_assert_cmpuint(pdf_count(text, "/ColSpan 2"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/IDTree "), ==, 1);
	plain = g_strdup_printf(table, "");
	other = objects_of(fonts, plain);
	g_assert_cmpuint(pdf_count(other, "/Headers"), ==, 0);
	g_assert_cmpuint(pdf_count(other, "/IDTree "), ==, 0);
	g_assert_cmpuint(pdf_count(other, "/Scope /Column"), ==, 1);
}

/* What is read of a language says so; an empty cell is an element without content. */
static void
test_elements(gconstpointer fonts)
{
	g_autofree char *text = objects_of(
		fonts, "<fo:block>In <fo:inline xml:lang='pl'>polsku</fo:inline>.</fo:block>"
		       "<fo:table><fo:table-column column-width='50pt'/><fo:table-body>"
		       "<fo:table-row><fo:table-cell><fo:block/></fo:table-cell></fo:table-row>"
		       "</fo:table-body></fo:table>");
	const char *cell = strstr(text, "/S /TD");

	g_assert_cmpuint(pdf_count(text, "/Lang (pl)"), ==, 1);
	/* the document's element and the catalog */
	g_assert_cmpuint(pdf_count(text, "/Lang (en)"), ==, 2);
	g_assert_nonnull(cell);
	while (strncmp(cell, " 0 obj", 6) != 0)
		g_assert_true(strncmp(cell--, "/K ", 3) != 0);
}

int
main(int argc, char **argv)
{
	g_autoptr(Fonts) fonts = NULL;

	g_test_init(&argc, &argv, NULL);
	fonts = program_fonts();
	g_test_add_data_func("/pdf/structure/link", fonts, test_link);
	g_test_add_data_func("/pdf/structure/link-broken", fonts, test_link_broken);
	g_test_add_data_func("/pdf/structure/headers", fonts, test_headers);
	g_test_add_data_func("/pdf/structure/elements", fonts, test_elements);
	return g_test_run();
}
