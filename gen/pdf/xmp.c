#include "pdf/xmp.h"

#include "layout/area.h"

/* PDF/A wants every schema that it does not know described; this one is ISO 14289-1's. */
static const char ua_schema[] =
	"<rdf:Description rdf:about=\"\""
	" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
	" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
	"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
	"<pdfaProperty:name>part</pdfaProperty:name>"
	"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
	"<pdfaProperty:category>internal</pdfaProperty:category>"
	"<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
	"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
	"</rdf:Description>\n";

static void
append_element(GString *out, const char *before, const char *text, const char *after)
{
	g_autofree char *escaped = NULL;

	if (!text)
		return;
	escaped = g_markup_escape_text(text, -1);
	g_string_append_printf(out, "%s%s%s\n", before, escaped, after);
}

static void
append_dublin_core(GString *out, const struct metadata *metadata)
{
	g_string_append(out, "<dc:format>application/pdf</dc:format>\n");
	append_element(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", metadata->title,
		       "</rdf:li></rdf:Alt></dc:title>");
	append_element(out, "<dc:creator><rdf:Seq><rdf:li>", metadata->author,
		       "</rdf:li></rdf:Seq></dc:creator>");
	append_element(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
		       metadata->subject, "</rdf:li></rdf:Alt></dc:description>");
	append_element(out, "<dc:language><rdf:Bag><rdf:li>", metadata->lang,
		       "</rdf:li></rdf:Bag></dc:language>");
}

static void
append_claims(GString *out, const struct pdf_standard *standard)
{
	g_string_append_printf(out, "<pdfaid:part>%d</pdfaid:part>", standard->a_part);
	append_element(out, "<pdfaid:conformance>", standard->a_conformance,
		       "</pdfaid:conformance>");
	append_element(out, "<pdfaid:rev>", standard->a_revision, "</pdfaid:rev>");
	g_string_append_printf(out, "<pdfuaid:part>%d</pdfuaid:part>\n", standard->ua_part);
	append_element(out, "<pdfuaid:rev>", standard->ua_revision, "</pdfuaid:rev>");
}

/* PDF Declarations (PDF Association, 2019): a claim each, by URI. */
static void
append_declarations(GString *out, const char *const *declarations)
{
	if (!declarations)
		return;
	g_string_append(out, "<pdfd:declarations><rdf:Bag>\n");
	for (; *declarations; declarations++)
		append_element(out, "<rdf:li rdf:parseType=\"Resource\"><pdfd:conformsTo>",
			       *declarations, "</pdfd:conformsTo></rdf:li>");
	g_string_append(out, "</rdf:Bag></pdfd:declarations>\n");
}

char *
xmp_packet(const struct metadata *metadata, const struct pdf_standard *standard)
{
	GString *out = g_string_new(
		"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");

	if (standard->ua_schema)
		g_string_append(out, ua_schema);
	g_string_append(out, "<rdf:Description rdf:about=\"\""
			     " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
			     " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
			     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
			     " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
			     " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
			     " xmlns:pdfd=\"http://pdfa.org/declarations/\">\n");
	append_dublin_core(out, metadata);
	append_element(out, "<pdf:Keywords>", metadata->keywords, "</pdf:Keywords>");
	append_element(out, "<pdf:Producer>", "Chancery " CHANCERY_VERSION, "</pdf:Producer>");
	append_element(out, "<xmp:CreateDate>", metadata->created, "</xmp:CreateDate>");
	append_element(out, "<xmp:ModifyDate>",
		       metadata->modified ? metadata->modified : metadata->created,
		       "</xmp:ModifyDate>");
	append_claims(out, standard);
	append_declarations(out, standard->declarations);
	g_string_append(out, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
	return g_string_free(out, FALSE);
}
