/*
 * test-pdf-standard: one small document by each standard; qpdf prints the objects of the file.
 * That the files conform is veraPDF's to say (make conformance); here is what makes the standards
 * differ.
 */
#include <glib.h>
#include <string.h>
#include "pdf/standard.h"
#include "fonts_fixture.h"
#include "pdf_fixture.h"

static const char document[] =
	"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='en' font-size='10pt'"
	" line-height='12pt'><fo:layout-master-set><fo:simple-page-master master-name='p'"
	" page-width='240pt' page-height='300pt' margin='20pt'><fo:region-body/>"
	"</fo:simple-page-master></fo:layout-master-set>"
	"<fo:bookmark-tree><fo:bookmark internal-destination='one'><fo:bookmark-title>One"
	"</fo:bookmark-title></fo:bookmark></fo:bookmark-tree>"
	"<fo:page-sequence master-reference='p'><fo:flow flow-name='xsl-region-body'>"
	"<fo:block role='TOC'><fo:block role='TOCI'><fo:inline role='Reference'>"
	"<fo:basic-link internal-destination='one'>One</fo:basic-link></fo:inline></fo:block>"
	"</fo:block><fo:block id='one' role='H1'>One</fo:block>"
	"<fo:block>Seen<fo:inline role='Reference' id='back'>"
	"<fo:basic-link internal-destination='note'>1</fo:basic-link></fo:inline><fo:footnote>"
	"<fo:inline/><fo:footnote-body id='note'><fo:block><fo:inline role='Lbl'>"
	"<fo:basic-link internal-destination='back'>1</fo:basic-link></fo:inline> By the panel."
	"</fo:block></fo:footnote-body></fo:footnote> in the harbour.</fo:block>"
	"<fo:block role='Caption'>Table 1</fo:block>"
	"<fo:table table-layout='fixed' width='100%'><fo:table-column column-width='100pt'/>"
	"<fo:table-header><fo:table-row><fo:table-cell><fo:block>Head</fo:block></fo:table-cell>"
	"</fo:table-row></fo:table-header><fo:table-body><fo:table-row><fo:table-cell><fo:block>"
	"Cell</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>"
	"<fo:list-block><fo:list-item><fo:list-item-label end-indent='label-end()'><fo:block>1."
	"</fo:block></fo:list-item-label><fo:list-item-body start-indent='body-start()'><fo:block>"
	"Item</fo:block></fo:list-item-body></fo:list-item></fo:list-block>"
	"</fo:flow></fo:page-sequence></fo:root>";

/* The file by a standard, with one attachment. */
static GBytes *
write_pdf(const struct fonts *fonts, const char *standard, GError **error)
{
	g_autoptr(GBytes) data = g_bytes_new_static("a,b\n", 4);
	const struct pdf_attachment file = {"a.csv", "text/csv", "Figure 1 – żółw", data};
	const struct pdf_options options = {standard, &file, 1};

	return pdf_of(fonts, document, &options, error);
}

static char *
objects_of(const struct fonts *fonts, const char *standard)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = write_pdf(fonts, standard, &error);

	g_assert_no_error(error);
	return pdf_objects(bytes);
}

static void
test_names(void)
{
	g_autofree char *names = pdf_standard_names();

	g_assert_cmpstr(pdf_standard_find(NULL)->name, ==, "ua1-a3a");
	g_assert_null(pdf_standard_find("ua3"));
	g_assert_cmpstr(names, ==, "ua1-a3a, ua2-a4f");
}

static void
test_unknown(gconstpointer fonts)
{
	g_autoptr(GError) error = NULL;

	g_assert_null(write_pdf(fonts, "ua3", &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
}

static void
test_ua1(gconstpointer fonts)
{
	g_autofree char *text = objects_of(fonts, "ua1-a3a");

	g_assert_true(g_str_has_prefix(text, "%PDF-1.7\n"));
	g_assert_cmpuint(pdf_count(text, "/Producer (Chancery"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/S /Note\n"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/ListNumbering /Decimal"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/Scope /Column"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/AFRelationship /Data"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/Dest (one)"), ==, 2);
	g_assert_cmpuint(pdf_count(text, "/SD "), ==, 0);
	g_assert_cmpuint(pdf_count(text, "/NS "), ==, 0);
	g_assert_cmpuint(pdf_count(text, "<pdfuaid:part>1<"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "<pdfaid:part>3<"), ==, 1);
}

static void
test_ua2(gconstpointer fonts)
{
	g_autofree char *text = objects_of(fonts, "ua2-a4f");

	g_assert_true(g_str_has_prefix(text, "%PDF-2.0\n"));
	g_assert_cmpuint(pdf_count(text, "/Producer (Chancery"), ==, 0);
	g_assert_cmpuint(pdf_count(text, "/S /FENote\n"), ==, 1);
	g_assert_cmpuint(pdf_count(text, "/NoteType /Footnote"), ==, 1);
	/* three links and a bookmark; each goes to an element, too */
	g_assert_cmpuint(pdf_count(text, "/S /GoTo"), ==, 4);
	g_assert_cmpuint(pdf_count(text, "/SD ["), ==, 4);
	g_assert_cmpuint(pdf_count(text, "/Dest ("), ==, 0);
	/* the line of the contents; the note and its mark, each of the other */
	g_assert_cmpuint(pdf_count(text, "/Ref ["), ==, 3);
	/* every element, which has a parent, and the namespaces themselves */
	g_assert_cmpuint(pdf_count(text, "/NS "), ==,
			 pdf_count(text, "\n  /P ") + pdf_count(text, "/NS (http"));
	g_assert_cmpuint(pdf_count(text, "wtpdf#"), ==, 2);
	g_assert_cmpuint(pdf_count(text, "<pdfaid:rev>2020<"), ==, 1);
}

/* The object number that stands behind key in the object that says words. */
static int
reference_in(const char *text, const char *words, const char *key)
{
	const char *place = strstr(text, words), *end;
	g_autofree char *object = NULL;
	const char *found;

	g_assert_nonnull(place);
	end = strstr(place, "endobj");
	while (strncmp(place, " 0 obj", 6) != 0)
		place--;
	object = g_strndup(place, (gsize)(end - place));
	found = strstr(object, key);
	g_assert_nonnull(found);
	return atoi(found + strlen(key));
}

/* By PDF/UA-2 the caption is the table's first child; before, it stays beside it. */
static void
test_caption(gconstpointer fonts)
{
	g_autofree char *beside = objects_of(fonts, "ua1-a3a");
	g_autofree char *inside = objects_of(fonts, "ua2-a4f");
	int table = reference_in(inside, "/S /THead", "/P ");
	g_autofree char *first = g_strdup_printf("\n%d 0 obj\n", table);
	const char *object = strstr(inside, first), *caption;

	g_assert_cmpint(reference_in(beside, "/S /Caption", "/P "), ==,
			reference_in(beside, "/S /Table\n", "/P "));
	g_assert_cmpint(reference_in(inside, "/S /Caption", "/P "), ==, table);
	caption = strstr(inside, "/S /Caption");
	while (strncmp(caption, " 0 obj", 6) != 0)
		caption--;
	while (g_ascii_isdigit(caption[-1]))
		caption--;
	object = strstr(object, "/K [\n");
	g_assert_nonnull(object);
	g_assert_cmpint(atoi(object + strlen("/K [\n")), ==, atoi(caption));
}

static void
test_same_bytes(gconstpointer fonts)
{
	static const char *const standards[] = {"ua1-a3a", "ua2-a4f"};

	for (gsize i = 0; i < G_N_ELEMENTS(standards); i++) {
		g_autoptr(GBytes) one = write_pdf(fonts, standards[i], NULL);
		g_autoptr(GBytes) two = write_pdf(fonts, standards[i], NULL);

		g_assert_true(g_bytes_equal(one, two));
	}
}

int
main(int argc, char **argv)
{
	g_autoptr(Fonts) fonts = NULL;

	g_test_init(&argc, &argv, NULL);
	fonts = program_fonts();
	g_test_add_func("/pdf/standard/names", test_names);
	g_test_add_data_func("/pdf/standard/unknown", fonts, test_unknown);
	g_test_add_data_func("/pdf/standard/ua1", fonts, test_ua1);
	g_test_add_data_func("/pdf/standard/ua2", fonts, test_ua2);
	g_test_add_data_func("/pdf/standard/caption", fonts, test_caption);
	g_test_add_data_func("/pdf/standard/same-bytes", fonts, test_same_bytes);
	return g_test_run();
}
