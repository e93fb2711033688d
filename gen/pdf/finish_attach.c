#include "pdf/qpdf.h"

#include <string.h>
#include "pdf/pdf.h"

/* "text/csv" as a name: the slash is written #2f. */
static char *
mime_name(const char *mime)
{
	g_auto(GStrv) halves = g_strsplit(mime, "/", 2);

	return g_strjoinv("#2f", halves);
}

static qpdf_oh
file_specification(qpdf_data q, const struct pdf_attachment *file, const char *date)
{
	gsize size;
	const void *data = g_bytes_get_data(file->data, &size);
	g_autofree char *mime = mime_name(file->mime);
	g_autofree char *dict = g_strdup_printf(
		"<< /Type /EmbeddedFile /Subtype /%s /Params << /ModDate (%s) /Size %" G_GSIZE_FORMAT " >> >>",
		mime, date, size);
	qpdf_oh stream = qpdf_stream_new(q, data, size, dict);
	qpdf_oh spec = qpdf_oh_parse(q, "<< /Type /Filespec /AFRelationship /Data >>");
	qpdf_oh embedded = qpdf_oh_new_dictionary(q);

	qpdf_oh_replace_key(q, embedded, "/F", stream);
	qpdf_oh_replace_key(q, embedded, "/UF", stream);
	qpdf_oh_replace_key(q, spec, "/EF", embedded);
	qpdf_set_text(q, spec, "/F", file->name);
	qpdf_set_text(q, spec, "/UF", file->name);
	qpdf_set_text(q, spec, "/Desc", file->description ? file->description : file->name);
	return qpdf_make_indirect_object(q, spec);
}

/* Files come sorted by name, as a name tree wants. */
void
finish_attach(qpdf_data q, qpdf_oh root, const struct pdf_attachment *files, gsize n, const char *date)
{
	qpdf_oh tree = qpdf_oh_new_array(q), associated = qpdf_oh_new_array(q);
	qpdf_oh leaf = qpdf_oh_new_dictionary(q);
	qpdf_oh names = qpdf_oh_get_key(q, root, "/Names");

	if (!n)
		return;
	if (!qpdf_oh_is_dictionary(q, names)) {
		names = qpdf_oh_new_dictionary(q);
		qpdf_oh_replace_key(q, root, "/Names", names);
	}
	for (gsize i = 0; i < n; i++) {
		qpdf_oh spec = file_specification(q, &files[i], date);

		qpdf_oh_append_item(q, tree, qpdf_oh_new_unicode_string(q, files[i].name));
		qpdf_oh_append_item(q, tree, spec);
		qpdf_oh_append_item(q, associated, spec);
	}
	qpdf_oh_replace_key(q, leaf, "/Names", tree);
	qpdf_oh_replace_key(q, names, "/EmbeddedFiles", leaf);
	qpdf_oh_replace_key(q, root, "/AF", associated);
}
