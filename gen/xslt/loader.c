/* loader: see loader.h. */
#include "xslt/loader.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxslt/xslt.h>
#include <stdbool.h>
#include <string.h>
#include "base/file.h"
#include "base/place.h"
#include "xslt/complaint.h"

#define STYLESHEET_LIMIT ((gsize)1 << 20) /* bytes of one file */
#define XSLT_NS ((const char *)XSLT_NAMESPACE)

/* Below templates/, no way out of it, nothing but plain file names. */
static bool
name_is_admitted(const char *relative)
{
	static const char *const plain =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";

	return g_str_has_prefix(relative, "templates/") && g_str_has_suffix(relative, ".xsl") &&
	       !strstr(relative, "..") && relative[strspn(relative, plain)] == '\0';
}

/* A DOCTYPE brings entities; no stylesheet needs one. */
static void
on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	xmlParserCtxt *parser = data;
	struct complaint *complaint = parser->_private;
	const xmlParserInput *input = parser->input;

	(void)name;
	(void)external;
	(void)system;
	complaint_add(complaint, "%s:%d: DOCTYPE is not allowed",
		      input && input->filename ? input->filename : "stylesheet",
		      input ? input->line : 0);
	parser->wellFormed = 0;
	xmlStopParser(parser);
}

/* Text that is written as it is could be markup of the author's making. */
static bool
escapes_everything(xmlDoc *doc, struct complaint *complaint)
{
	xmlNode *node = xmlDocGetRootElement(doc);

	while (node) {
		if (node->type == XML_ELEMENT_NODE && node->ns &&
		    strcmp((const char *)node->ns->href, XSLT_NS) == 0 &&
		    xmlHasProp(node, BAD_CAST "disable-output-escaping")) {
			complaint_add(complaint, "%s:%ld: disable-output-escaping is not allowed",
				      (const char *)doc->URL, xmlGetLineNo(node));
			return false;
		}
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		while (node && !node->next)
			node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent
										      : NULL;
		if (node)
			node = node->next;
	}
	return true;
}

static xmlDoc *
parse(GBytes *bytes, const char *relative, xmlDict *dict, struct complaint *complaint)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	xmlDoc *doc;
	bool good;

	if (dict) {
		xmlDictFree(parser->dict);
		parser->dict = dict;
		xmlDictReference(dict);
	}
	parser->_private = complaint;
	parser->sax->internalSubset = on_doctype;
	parser->sax->externalSubset = NULL;
	/* Comments and the white space between elements are a third of the nodes, and libxslt drops both. */
	parser->sax->comment = NULL;
	doc = xmlCtxtReadMemory(parser, g_bytes_get_data(bytes, NULL), (int)g_bytes_get_size(bytes),
				relative, NULL,
				XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOBLANKS);
	good = doc && parser->wellFormed && escapes_everything(doc, complaint);
	xmlFreeParserCtxt(parser);
	if (good)
		return doc;
	xmlFreeDoc(doc);
	return NULL;
}

xmlDoc *
loader_read(const struct places *places, const char *relative, xmlDict *dict,
	    struct complaint *complaint)
{
	g_autofree char *path = NULL;
	g_autoptr(GBytes) bytes = NULL;
	g_autoptr(GError) error = NULL;

	if (!name_is_admitted(relative)) {
		complaint_add(complaint, "%s: not a stylesheet below templates/", relative);
		return NULL;
	}
	path = places_find(places, relative);
	if (!path) {
		complaint_add(complaint, "%s: no such file", relative);
		return NULL;
	}
	bytes = file_read(path, STYLESHEET_LIMIT, &error);
	if (!bytes) {
		complaint_add(complaint, "%s", error->message);
		return NULL;
	}
	return parse(bytes, relative, dict, complaint);
}
