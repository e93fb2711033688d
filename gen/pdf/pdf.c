#include "pdf/pdf.h"

#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include "layout/area.h"
#include "pdf/canvas.h"
#include "pdf/finish.h"
#include "pdf/standard.h"
#include "pdf/structure.h"

/* One page at least; /Count saves reading every page. */
static bool
has_pages(qpdf_data q)
{
	qpdf_oh root = qpdf_get_root(q), pages = qpdf_oh_get_key_if_dict(q, root, "/Pages");
	qpdf_oh count = qpdf_oh_get_key_if_dict(q, pages, "/Count");
	int n = 0;

	return qpdf_oh_get_value_as_int(q, count, &n) && n > 0;
}

/*
 * Another program reads the result: a file that a reader would have to repair is never published.
 */
static bool
reads_back(GBytes *bytes, GError **error)
{
	qpdf_data q = qpdf_init();
	gsize size;
	const char *data = g_bytes_get_data(bytes, &size);
	bool fine;

	qpdf_silence_errors(q);
	fine = qpdf_read_memory(q, "bulletin.pdf", data, size, NULL) == QPDF_SUCCESS &&
	       has_pages(q) && !qpdf_more_warnings(q) && !qpdf_has_error(q);
	if (!fine)
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "the PDF does not read back");
	qpdf_cleanup(&q);
	return fine;
}

GBytes *
pdf_write(const struct area_tree *tree, const struct fonts *fonts,
	  const struct pdf_options *options, GError **error)
{
	const struct pdf_standard *standard = pdf_standard_find(options->standard);
	g_autoptr(ElementList) elements = element_list_new();
	g_autoptr(GBytes) drawn = NULL;
	g_autoptr(GBytes) finished = NULL;

	if (!standard) {
		g_autofree char *names = pdf_standard_names();

		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "no PDF standard “%s”; there are %s", options->standard, names);
		return NULL;
	}
	drawn = canvas_draw(tree, fonts, elements, error);
	if (!drawn)
		return NULL;
	finished = finish_pdf(drawn, elements, tree, standard, options, error);
	if (!finished || !reads_back(finished, error))
		return NULL;
	return g_steal_pointer(&finished);
}
