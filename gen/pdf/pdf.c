#include "pdf/pdf.h"

#include <stdbool.h>
#include "layout/area.h"
#include "pdf/canvas.h"
#include "pdf/finish.h"
#include "pdf/standard.h"
#include "pdf/structure.h"
#include "pdf/qpdf.h"

/* Read the result back: a file that a reader would have to repair is never published. */
static bool
reads_back(GBytes *bytes, GError **error)
{
	qpdf_data q = qpdf_init();
	gsize size;
	const char *data = g_bytes_get_data(bytes, &size);
	bool fine;

	qpdf_silence_errors(q);
	fine = qpdf_read_memory(q, "bulletin.pdf", data, size, NULL) == QPDF_SUCCESS &&
	       qpdf_get_num_pages(q) > 0;
	if (!fine)
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "the PDF does not read back");
	qpdf_cleanup(&q);
	return fine;
}

GBytes *
pdf_write(const struct area_tree *tree, const struct fonts *fonts, const struct pdf_options *options,
	  GError **error)
{
	const struct pdf_standard *standard = pdf_standard_find(options->standard);
	g_autoptr(ElementList) elements = element_list_new();
	g_autoptr(GBytes) drawn = NULL;
	g_autoptr(GBytes) finished = NULL;

	if (!standard) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "no PDF standard “%s”; there is ua1-a3a",
			    options->standard);
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
