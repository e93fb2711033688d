/* catalog: what a PDF says of itself (ISO 32000-1 7.7.2, 14.3; PDF/A-3 6.2.2, 6.6). */
#include <string.h>

#include "layout/area.h"
#include "pdf/body.h"
#include "pdf/edition.h"
#include "pdf/icc.h"
#include "pdf/literal.h"
#include "pdf/pdf.h"
#include "pdf/standard.h"
#include "pdf/structure.h"
#include "pdf/target.h"
#include "pdf/xmp.h"

void
edition_append_place(const struct edition *edition, GString *out, const char *dest)
{
	const struct target *target = g_hash_table_lookup(edition->targets, dest);

	g_assert(target);
	g_string_append(out, "/XYZ ");
	literal_append_number(out, target->x);
	literal_append_number(out, target->y);
	g_string_append_c(out, '0');
}

void
edition_append_action(const struct edition *edition, GString *out, const char *dest)
{
	const struct target *target = g_hash_table_lookup(edition->targets, dest);

	g_assert(target);
	if (!edition->standard->structure_destinations) {
		g_string_append(out, "/Dest");
		literal_append_text(out, dest);
		return;
	}
	/* ISO 32000-2 12.6.4.2 */
	g_string_append(out, "/A<</S/GoTo/D");
	literal_append_text(out, dest);
	g_string_append_printf(out, "/SD[%u 0 R",
			       structure_object(edition->structure, target->tag));
	edition_append_place(edition, out, dest);
	g_string_append(out, "]>>");
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
	return literal_compare(*(const char *const *)a, *(const char *const *)b);
}

/* A name tree has to be sorted (7.9.6). */
static guint
add_destinations(const struct edition *edition)
{
	guint n = 0, number = body_reserve(edition->body);
	g_autofree gpointer *names = g_hash_table_get_keys_as_array(edition->targets, &n);
	GString *out;

	qsort(names, n, sizeof *names, compare_names);
	out = body_open(edition->body, number);
	g_string_append(out, "<</Names[");
	for (guint i = 0; i < n; i++) {
		const struct target *target = g_hash_table_lookup(edition->targets, names[i]);

		literal_append_text(out, names[i]);
		g_string_append_c(out, '[');
		literal_append_reference(out, edition_page(edition, target->page));
		edition_append_place(edition, out, names[i]);
		g_string_append_c(out, ']');
	}
	g_string_append(out, "]>>");
	body_close(edition->body);
	return number;
}

static void
append_output_intent(struct body *body, GString *catalog)
{
	g_autoptr(GBytes) icc = icc_srgb();

	g_string_append_printf(catalog,
			       "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
			       "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
			       "/Info(sRGB IEC61966-2.1)/DestOutputProfile %u 0 R>>]",
			       body_add_stream(body, "/N 3", icc));
}

static void
append_metadata(const struct edition *edition, GString *catalog)
{
	const struct metadata *metadata = &edition->tree->metadata;
	char *packet = xmp_packet(metadata, edition->standard);
	g_autoptr(GBytes) xmp = g_bytes_new_take(packet, strlen(packet));

	g_string_append_printf(catalog, "/Metadata %u 0 R/Lang",
			       body_add_stream(edition->body, "/Type/Metadata/Subtype/XML", xmp));
	literal_append_text(catalog, metadata->lang ? metadata->lang : "und");
}

/* Where it is kept, it has to agree with the XMP (PDF/A-3 6.6.3 note). */
static guint
add_info(const struct edition *edition)
{
	const struct metadata *metadata = &edition->tree->metadata;
	g_autofree char *created = literal_date(metadata->created);
	g_autofree char *modified =
		literal_date(metadata->modified ? metadata->modified : metadata->created);
	const char *const items[][2] = {
		{"/Title", metadata->title},
		{"/Author", metadata->author},
		{"/Subject", metadata->subject},
		{"/Keywords", metadata->keywords},
		{"/Producer", "Chancery " CHANCERY_VERSION},
		{"/CreationDate", created},
		{"/ModDate", modified},
	};
	GString *out = g_string_new("<<");

	for (gsize i = 0; i < G_N_ELEMENTS(items); i++) {
		if (!items[i][1])
			continue;
		g_string_append(out, items[i][0]);
		literal_append_text(out, items[i][1]);
	}
	g_string_append(out, ">>");
	return body_add(edition->body, g_string_free(out, FALSE));
}

static void
append_names(const struct edition *edition, GString *catalog)
{
	g_autoptr(GString) names = g_string_new(NULL);

	if (g_hash_table_size(edition->targets))
		g_string_append_printf(names, "/Dests %u 0 R", add_destinations(edition));
	edition_attach(edition, catalog, names);
	if (names->len)
		g_string_append_printf(catalog, "/Names<<%s>>", names->str);
}

char *
edition_catalog(const struct edition *edition, guint pages, guint *info)
{
	GString *catalog = g_string_new(NULL);
	guint outlines = edition_outlines(edition);

	g_string_printf(catalog,
			"<</Type/Catalog/Pages %u 0 R/PageLabels %u 0 R/StructTreeRoot %u 0 R"
			"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>",
			pages, edition_page_labels(edition), structure_write(edition->structure));
	if (outlines)
		g_string_append_printf(catalog, "/Outlines %u 0 R/PageMode/UseOutlines", outlines);
	append_names(edition, catalog);
	append_output_intent(edition->body, catalog);
	append_metadata(edition, catalog);
	g_string_append(catalog, ">>");
	*info = edition->standard->info ? add_info(edition) : 0;
	return g_string_free(catalog, FALSE);
}
