/* attach: embedded files with AFRelationship (ISO 32000-2 7.11.4, 14.13; PDF/A-3 6.8). */
#include "layout/area.h"
#include "pdf/body.h"
#include "pdf/edition.h"
#include "pdf/literal.h"
#include "pdf/pdf.h"

/* "text/csv" as a name: the slash is written #2f. */
static char *
mime_name(const char *mime)
{
	g_auto(GStrv) halves = g_strsplit(mime, "/", 2);

	return g_strjoinv("#2f", halves);
}

/* The number of its file specification (ISO 32000-1 7.11.3). */
static guint
add_file(const struct edition *edition, const struct pdf_attachment *file, const char *date)
{
	g_autofree char *mime = mime_name(file->mime);
	g_autofree char *keys = g_strdup_printf(
		"/Type/EmbeddedFile/Subtype/%s/Params<</ModDate(%s)/Size %" G_GSIZE_FORMAT ">>",
		mime, date, g_bytes_get_size(file->data));
	guint stream = body_add_stream(edition->body, keys, file->data);
	GString *text = g_string_new("<</Type/Filespec/AFRelationship/Data/F");

	literal_append_text(text, file->name);
	g_string_append(text, "/UF");
	literal_append_text(text, file->name);
	g_string_append(text, "/Desc");
	literal_append_text(text, file->description ? file->description : file->name);
	g_string_append_printf(text, "/EF<</F %u 0 R/UF %u 0 R>>>>", stream, stream);
	return body_add(edition->body, g_string_free(text, FALSE));
}

void
edition_attach(const struct edition *edition, GString *catalog, GString *names)
{
	const struct pdf_options *options = edition->options;
	const struct metadata *metadata = &edition->tree->metadata;
	g_autofree char *date =
		literal_date(metadata->modified ? metadata->modified : metadata->created);

	if (!options->n_attachments)
		return;
	g_string_append(names, "/EmbeddedFiles<</Names[");
	g_string_append(catalog, "/AF[");
	for (gsize i = 0; i < options->n_attachments; i++) {
		guint file = add_file(edition, &options->attachments[i], date);

		literal_append_text(names, options->attachments[i].name);
		g_string_append_printf(names, "%u 0 R", file);
		g_string_append_printf(catalog, "%u 0 R ", file);
	}
	g_string_append(names, "]>>");
	g_string_append_c(catalog, ']');
}
