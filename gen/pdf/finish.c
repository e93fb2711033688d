#include "pdf/finish.h"

#include <string.h>
#include "layout/area.h"
#include "pdf/artifact.h"
#include "pdf/icc.h"
#include "pdf/pdf.h"
#include "pdf/qpdf.h"
#include "pdf/standard.h"
#include "pdf/structure.h"
#include "pdf/xmp.h"

qpdf_oh
qpdf_stream_new(qpdf_data q, const void *data, gsize length, const char *dict)
{
	qpdf_oh stream = qpdf_oh_new_stream(q), null = qpdf_oh_new_null(q);

	qpdf_oh_replace_stream_data(q, stream, data, length, null, null);
	if (dict) {
		qpdf_oh target = qpdf_oh_get_dict(q, stream), source = qpdf_oh_parse(q, dict);

		qpdf_oh_begin_dict_key_iter(q, source);
		while (qpdf_oh_dict_more_keys(q)) {
			const char *key = qpdf_oh_dict_next_key(q);

			qpdf_set(q, target, key, qpdf_oh_get_key(q, source, key));
		}
		qpdf_oh_release(q, source);
		qpdf_oh_release(q, target);
	}
	qpdf_oh_release(q, null);
	return stream;
}

void
qpdf_set(qpdf_data q, qpdf_oh object, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(q, object, key, value);
	qpdf_oh_release(q, value);
}

void
qpdf_set_text(qpdf_data q, qpdf_oh object, const char *key, const char *utf8)
{
	qpdf_set(q, object, key, qpdf_oh_new_unicode_string(q, utf8));
}

/* "2021-02-10T00:00:00Z" as a PDF date (ISO 32000-1 7.9.4). */
static char *
pdf_date(const char *iso)
{
	GString *out = g_string_new("D:");

	for (const char *p = iso ? iso : "1970-01-01T00:00:00Z"; *p && *p != 'Z'; p++) {
		if (g_ascii_isdigit(*p))
			g_string_append_c(out, *p);
	}
	g_string_append_c(out, 'Z');
	return g_string_free(out, FALSE);
}

static void
finish_pages(qpdf_data q)
{
	int n = qpdf_get_num_pages(q);

	for (int i = 0; i < n; i++) {
		qpdf_oh page = qpdf_get_page_n(q, (size_t)i);
		unsigned char *data = NULL;
		size_t length = 0;
		g_autoptr(GString) marked = NULL;

		qpdf_oh_get_page_content_data(q, page, &data, &length);
		marked = artifact_mark((const char *)data, length);
		free(data);
		qpdf_set(q, page, "/Contents", qpdf_stream_new(q, marked->str, marked->len, NULL));
		qpdf_set(q, page, "/Tabs", qpdf_oh_new_name(q, "/S"));
		qpdf_oh_release(q, page);
	}
}

/* What PDF/A and PDF/UA want of fonts and images and cairo leaves out. */
static void
finish_objects(qpdf_data q)
{
	qpdf_oh trailer = qpdf_get_trailer(q), size = qpdf_oh_get_key(q, trailer, "/Size");
	int n = qpdf_oh_get_int_value_as_int(q, size);

	for (int i = 1; i < n; i++) {
		qpdf_oh object = qpdf_get_object_by_id(q, i, 0);

		if (qpdf_oh_is_dictionary(q, object) && qpdf_oh_has_key(q, object, "/Subtype")) {
			qpdf_oh subtype = qpdf_oh_get_key(q, object, "/Subtype");

			if (qpdf_oh_is_name_and_equals(q, subtype, "/CIDFontType2"))
				qpdf_set(q, object, "/CIDToGIDMap", qpdf_oh_new_name(q, "/Identity"));
			qpdf_oh_release(q, subtype);
		} else if (qpdf_oh_is_stream(q, object)) {
			qpdf_oh dict = qpdf_oh_get_dict(q, object);

			if (qpdf_oh_has_key(q, dict, "/Interpolate"))
				qpdf_oh_remove_key(q, dict, "/Interpolate");
			qpdf_oh_release(q, dict);
		}
		qpdf_oh_release(q, object);
	}
}

static void
finish_output_intent(qpdf_data q, qpdf_oh root)
{
	g_autoptr(GBytes) icc = icc_srgb();
	gsize size;
	const void *data = g_bytes_get_data(icc, &size);
	qpdf_oh intent = qpdf_oh_parse(q, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier "
					  "(sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) >>");
	qpdf_oh intents = qpdf_oh_new_array(q);

	qpdf_set(q, intent, "/DestOutputProfile", qpdf_stream_new(q, data, size, "<< /N 3 >>"));
	qpdf_oh_append_item(q, intents, qpdf_make_indirect_object(q, intent));
	qpdf_set(q, root, "/OutputIntents", intents);
}

static void
finish_metadata(qpdf_data q, qpdf_oh root, const struct metadata *metadata,
		const struct pdf_standard *standard, const char *date)
{
	g_autofree char *packet = xmp_packet(metadata, standard);
	qpdf_oh trailer = qpdf_get_trailer(q), info = qpdf_oh_get_key(q, trailer, "/Info");

	qpdf_set_text(q, root, "/Lang", metadata->lang ? metadata->lang : "und");
	qpdf_set(q, root, "/ViewerPreferences", qpdf_oh_parse(q, "<< /DisplayDocTitle true >>"));
	qpdf_set(q, root, "/MarkInfo", qpdf_oh_parse(q, "<< /Marked true >>"));
	qpdf_set(q, root, "/Metadata",
		 qpdf_stream_new(q, packet, strlen(packet), "<< /Type /Metadata /Subtype /XML >>"));
	/* Info and XMP have to agree (PDF/A-3 6.6.3 note) */
	qpdf_set_text(q, info, "/Producer", "Chancery " CHANCERY_VERSION);
	qpdf_set(q, info, "/CreationDate", qpdf_oh_new_string(q, date));
	qpdf_set(q, info, "/ModDate", qpdf_oh_new_string(q, date));
}

static GBytes *
write_out(qpdf_data q, const struct pdf_standard *standard)
{
	if (qpdf_init_write_memory(q) & QPDF_ERRORS)
		return NULL;
	qpdf_set_deterministic_ID(q, QPDF_TRUE);
	qpdf_set_object_stream_mode(q, qpdf_o_generate);
	qpdf_set_minimum_pdf_version(q, standard->version);
	qpdf_set_newline_before_endstream(q, QPDF_TRUE);
	qpdf_set_compress_streams(q, QPDF_TRUE);
	if (qpdf_write(q) & QPDF_ERRORS)
		return NULL;
	return g_bytes_new(qpdf_get_buffer(q), qpdf_get_buffer_length(q));
}

static bool
finish_all(qpdf_data q, const struct element_list *elements, const struct area_tree *tree,
	   const struct pdf_standard *standard, const struct pdf_options *options)
{
	const struct metadata *metadata = &tree->metadata;
	g_autofree char *date = pdf_date(metadata->modified ? metadata->modified : metadata->created);
	qpdf_oh root = qpdf_get_root(q);

	if (!finish_tree(q, qpdf_oh_get_key(q, root, "/StructTreeRoot"), elements))
		return false;
	finish_order(q, qpdf_oh_get_key(q, root, "/StructTreeRoot"), elements);
	finish_pages(q);
	finish_objects(q);
	finish_output_intent(q, root);
	finish_metadata(q, root, metadata, standard, date);
	finish_attach(q, root, options->attachments, options->n_attachments, date);
	return true;
}

GBytes *
finish_pdf(GBytes *drawn, const struct element_list *elements, const struct area_tree *tree,
	   const struct pdf_standard *standard, const struct pdf_options *options, GError **error)
{
	qpdf_data q = qpdf_init();
	gsize size;
	const char *data = g_bytes_get_data(drawn, &size);
	GBytes *out = NULL;
	const char *why = NULL;

	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	if (qpdf_read_memory(q, "drawn.pdf", data, size, NULL) & QPDF_ERRORS)
		why = "libqpdf cannot read what cairo wrote";
	else if (!finish_all(q, elements, tree, standard, options))
		why = "the structure tree is not the one that was drawn";
	else if (!(out = write_out(q, standard)))
		why = "libqpdf cannot write the file";
	if (why) {
		qpdf_error problem = qpdf_has_error(q) ? qpdf_get_error(q) : NULL;

		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s%s%s", why,
			    problem ? ": " : "", problem ? qpdf_get_error_full_text(q, problem) : "");
	}
	qpdf_cleanup(&q);
	return out;
}
