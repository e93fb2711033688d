/* xliff_read: an XLIFF file as a tree whose elements know their places. */
#include "translation/xliff_read.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "translation/xliff_private.h"

/* Where the tag begins that the parser has just read. */
static struct loc
tag_place(xmlParserCtxt *parser, const char *file)
{
	const xmlParserInput *input = parser->input;
	struct loc at = {.file = file, .line = input->line, .column = 1};
	const xmlChar *p = input->cur;

	while (p > input->base && *p != '<') {
		at.line -= *p == '\n';
		p--;
	}
	for (const xmlChar *q = p; q > input->base && q[-1] != '\n'; q--)
		at.column += !utf8_continues((char)q[-1]);
	return at;
}

static void
start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
	      int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
	      const xmlChar **attributes)
{
	xmlParserCtxt *parser = context;
	struct xliff_document *document = parser->_private;
	struct loc at = tag_place(parser, document->file);

	xmlSAX2StartElementNs(context, name, prefix, uri, n_namespaces, namespaces, n_attributes,
			      n_defaulted, attributes);
	if (!parser->node)
		return;
	g_array_append_val(document->places, at);
	parser->node->_private = GUINT_TO_POINTER(document->places->len);
}

/* A document type could hold entities without end; XLIFF has none. */
static void
refuse_doctype(void *context, const xmlChar *name, const xmlChar *public_id,
	       const xmlChar *system_id)
{
	(void)name;
	(void)public_id;
	(void)system_id;
	xmlStopParser(context);
}

static bool
refuse(struct diag_list *diags, struct loc at, const char *what)
{
	diag_help(diag_add(diags, DIAG_XLIFF_INVALID, at, "%s", what),
		  "export the bulletin again and translate that file");
	return false;
}

static bool
check_root(const struct xliff_document *document, struct diag_list *diags)
{
	const xmlNode *root = xmlDocGetRootElement(document->doc);
	const char *version = root ? xliff_attribute(root, "version") : NULL;

	if (!root || !xliff_is(root, "xliff") || !version || !g_str_has_prefix(version, "2."))
		return refuse(diags, (struct loc){.file = document->file, .line = 1, .column = 1},
			      "this is no XLIFF 2");
	return true;
}

bool
xliff_read(struct xliff_document *document, GBytes *bytes, const char *file,
	   struct diag_list *diags)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	struct loc at = {.file = g_intern_string(file), .line = 1, .column = 1};
	gsize size = 0;
	const char *data = g_bytes_get_data(bytes, &size);
	bool good;

	g_assert(parser && size <= G_MAXINT);
	document->file = at.file;
	document->places = g_array_new(FALSE, FALSE, sizeof(struct loc));
	parser->_private = document;
	parser->sax->startElementNs = start_element;
	parser->sax->internalSubset = refuse_doctype;
	document->doc = xmlCtxtReadMemory(parser, data, (int)size, NULL, "UTF-8",
					  XML_PARSE_NONET | XML_PARSE_NOERROR |
						  XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
	good = document->doc && parser->wellFormed && !parser->disableSAX;
	if (!good && parser->lastError.line > 0) {
		at.line = parser->lastError.line;
		at.column = MAX(parser->lastError.int2, 1);
	}
	xmlFreeParserCtxt(parser);
	if (!good)
		return refuse(diags, at, "this is not well-formed XML without a document type");
	return check_root(document, diags);
}

void
xliff_document_clear(struct xliff_document *document)
{
	g_clear_pointer(&document->places, g_array_unref);
	g_clear_pointer(&document->doc, xmlFreeDoc);
}

struct loc
xliff_place(const struct xliff_document *document, const xmlNode *node)
{
	struct loc nowhere = {.file = document->file, .line = 1, .column = 1};
	guint index = GPOINTER_TO_UINT(node->_private);

	return index > 0 ? g_array_index(document->places, struct loc, index - 1) : nowhere;
}

bool
xliff_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns &&
	       strcmp((const char *)node->ns->href, XLIFF_NAMESPACE) == 0 &&
	       strcmp((const char *)node->name, name) == 0;
}

const char *
xliff_attribute(const xmlNode *node, const char *name)
{
	const xmlAttr *attribute = xmlHasProp((xmlNode *)(gpointer)node, BAD_CAST name);

	if (!attribute)
		return NULL;
	return attribute->children ? (const char *)attribute->children->content : "";
}
