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
	guint stream = body_add_stream_well(edition->body, keys, file->data);
	GString *text = g_string_new("<</Type/Filespec/AFRelationship/Data/F");

	literal_append_text(text, file->name);
	g_string_append(text, "/UF");
	literal_append_text(text, file->name);
	g_string_append(text, "/Desc");
	literal_append_text(text, file->description ? file->description : file->name);
	g_string_append_printf(text, "/EF<</F %u 0 R/UF %u 0 R>>>>", stream, stream);
	return body_add(edition->body, g_string_free(text, FALSE));
}

struct entry {
	const char *name;
	guint file;
};

static int
compare_entries(gconstpointer a, gconstpointer b)
{
	return literal_compare(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

void
edition_attach(const struct edition *edition, GString *catalog, GString *names)
{
	const struct pdf_options *options = edition->options;
	const struct metadata *metadata = &edition->tree->metadata;
	g_autofree char *date =
		literal_date(metadata->modified ? metadata->modified : metadata->created);
	g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(struct entry));

	if (!options->n_attachments)
		return;
	g_string_append(catalog, "/AF[");
	for (gsize i = 0; i < options->n_attachments; i++) {
		const struct pdf_attachment *attachment = &options->attachments[i];
		const struct entry entry = {attachment->name, add_file(edition, attachment, date)};

		g_array_append_val(entries, entry);
		g_string_append_printf(catalog, "%u 0 R ", entry.file);
	}
	g_string_append_c(catalog, ']');
	g_array_sort(entries, compare_entries);
	g_string_append(names, "/EmbeddedFiles<</Names[");
	for (guint i = 0; i < entries->len; i++) {
		const struct entry *entry = &g_array_index(entries, struct entry, i);

		literal_append_text(names, entry->name);
		literal_append_reference(names, entry->file);
	}
	g_string_append(names, "]>>");
}
