#include "pdf/finish.h"

#include <string.h>
#include "layout/area.h"
#include "pdf/artifact.h"
#include "pdf/body.h"
#include "pdf/finish_private.h"
#include "pdf/icc.h"
#include "pdf/literal.h"
#include "pdf/pdf.h"
#include "pdf/standard.h"
#include "pdf/xmp.h"

/*
 * What a page paints outside marked content is an artifact; the tab order is that of the
 * structure.
 */
static bool
finish_page(struct body *body, guint page, GError **error)
{
	guint contents = body_reference(body, page, "/Contents");
	g_autoptr(GBytes) drawn = body_stream(body, contents, error);
	g_autoptr(GBytes) bytes = NULL;
	GString *marked;
	gsize size;
	const char *data;

	if (!drawn)
		return false;
	data = g_bytes_get_data(drawn, &size);
	marked = artifact_mark(data, size);
	bytes = g_string_free_to_bytes(marked);
	body_set_stream(body, contents, bytes);
	g_string_append(body_more(body, page), " /Tabs /S");
	return true;
}

/* What PDF/A and PDF/UA want of pages, fonts and images and cairo leaves out. */
static bool
finish_objects(struct body *body, GError **error)
{
	guint n = body_length(body);

	for (guint i = 1; i < n; i++) {
		struct token text = body_object(body, i), type, subtype;

		if (!token_find_key(&text, "/Type", &type))
			continue;
		if (token_is(&type, "/Page") && !finish_page(body, i, error))
			return false;
		if (token_is(&type, "/Font") && token_find_key(&text, "/Subtype", &subtype) &&
		    token_is(&subtype, "/CIDFontType2"))
			g_string_append(body_more(body, i), " /CIDToGIDMap /Identity");
		if (token_is(&type, "/XObject"))
			body_remove_key(body, i, "/Interpolate");
	}
	return true;
}

static void
add_output_intent(struct body *body, GString *catalog)
{
	g_autoptr(GBytes) icc = icc_srgb();

	g_string_append_printf(catalog,
			       " /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 "
			       "/OutputConditionIdentifier (sRGB IEC61966-2.1) "
			       "/Info (sRGB IEC61966-2.1) /DestOutputProfile %u 0 R >>]",
			       body_add_stream(body, "/N 3", icc));
}

static void
add_metadata(const struct finish *finish, GString *catalog)
{
	const struct metadata *metadata = &finish->tree->metadata;
	char *packet = xmp_packet(metadata, finish->standard);
	g_autoptr(GBytes) xmp = g_bytes_new_take(packet, strlen(packet));

	g_string_append_printf(catalog, " /Metadata %u 0 R /Lang ",
			       body_add_stream(finish->body, "/Type /Metadata /Subtype /XML", xmp));
	literal_append_text(catalog, metadata->lang ? metadata->lang : "und");
}

/* Where it is kept, it has to agree with the XMP (PDF/A-3 6.6.3 note). */
static void
finish_info(const struct finish *finish)
{
	struct body *body = finish->body;
	guint info = body_info(body);
	g_autofree char *date = g_strdup_printf("(%s)", finish->date);

	if (!info)
		return;
	if (!finish->standard->info) {
		body_drop(body, info);
		return;
	}
	body_set_key(body, info, "/Producer", "(Chancery " CHANCERY_VERSION ")");
	body_set_key(body, info, "/CreationDate", date);
	body_set_key(body, info, "/ModDate", date);
}

static void
finish_catalog(const struct finish *finish)
{
	struct body *body = finish->body;
	guint root = body_root(body);
	g_autoptr(GString) keys = g_string_new(NULL);

	body_set_key(body, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
	body_set_key(body, root, "/MarkInfo", "<< /Marked true >>");
	add_output_intent(body, keys);
	add_metadata(finish, keys);
	g_string_append(body_more(body, root), keys->str);
}

GBytes *
finish_pdf(GBytes *drawn, struct element_list *elements, const struct area_tree *tree,
	   const struct pdf_standard *standard, const struct pdf_options *options, GError **error)
{
	const struct metadata *metadata = &tree->metadata;
	g_autofree char *date = literal_date(metadata->modified ? metadata->modified :
						      metadata->created);
	g_autoptr(Body) body = body_read(drawn, error);
	struct finish finish = {body, elements, tree, standard, date};

	if (!body)
		return NULL;
	if (!finish_tree(&finish)) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			    "the structure tree is not the one that was drawn");
		return NULL;
	}
	finish_order(&finish);
	finish_captions(&finish);
	finish_links(&finish);
	if (!finish_objects(body, error))
		return NULL;
	finish_catalog(&finish);
	finish_info(&finish);
	finish_labels(&finish);
	finish_attach(&finish, options);
	return body_write(body, standard->version);
}
