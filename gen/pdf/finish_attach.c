#include "pdf/body.h"
#include "pdf/finish_private.h"
#include "pdf/literal.h"
#include "pdf/pdf.h"

/* "text/csv" as a name: the slash is written #2f. */
static char *
mime_name(const char *mime)
{
	g_auto(GStrv) halves = g_strsplit(mime, "/", 2);

	return g_strjoinv("#2f", halves);
}

/* The number of its file specification (ISO 32000-1 7.11.3, PDF/A-3 6.8). */
static guint
add_file(struct finish *finish, const struct pdf_attachment *file)
{
	g_autofree char *mime = mime_name(file->mime);
	g_autofree char *keys = g_strdup_printf(
		"/Type /EmbeddedFile /Subtype /%s /Params << /ModDate (%s) /Size %" G_GSIZE_FORMAT
		" >>",
		mime, finish->date, g_bytes_get_size(file->data));
	guint stream = body_add_stream(finish->body, keys, file->data);
	GString *text = g_string_new("<< /Type /Filespec /AFRelationship /Data /F ");

	literal_append_text(text, file->name);
	g_string_append(text, " /UF ");
	literal_append_text(text, file->name);
	g_string_append(text, " /Desc ");
	literal_append_text(text, file->description ? file->description : file->name);
	g_string_append_printf(text, " /EF << /F %u 0 R /UF %u 0 R >> >>", stream, stream);
	return body_add(finish->body, g_string_free(text, FALSE));
}

void
finish_attach(struct finish *finish, const struct pdf_options *options)
{
	struct body *body = finish->body;
	guint root = body_root(body), names = body_reference(body, root, "/Names");
	g_autoptr(GString) tree = g_string_new(" /EmbeddedFiles << /Names [");
	g_autoptr(GString) associated = g_string_new(" /AF [");

	if (!options->n_attachments)
		return;
	for (gsize i = 0; i < options->n_attachments; i++) {
		guint file = add_file(finish, &options->attachments[i]);

		literal_append_text(tree, options->attachments[i].name);
		g_string_append_printf(tree, " %u 0 R ", file);
		g_string_append_printf(associated, "%u 0 R ", file);
	}
	g_string_append(tree, "] >>");
	if (!names) {
		names = body_add(body, g_strdup("<< >>"));
		g_string_append_printf(body_more(body, root), " /Names %u 0 R", names);
	}
	g_string_append(body_more(body, names), tree->str);
	g_string_append_printf(body_more(body, root), "%s]", associated->str);
}
