/* html: see html.h. */
#include "xslt/html.h"

#include <stdbool.h>
#include <string.h>

static bool
name_in(const char *name, const char *const *list)
{
	return g_strv_contains(list, name);
}

static bool
is_void(const char *name)
{
	static const char *const names[] = {"area",   "base",  "br",	"col",	"embed",
					    "hr",     "img",   "input", "link", "meta",
					    "source", "track", "wbr",	NULL};

	return name_in(name, names);
}

/* Where white space before the start tag does not matter, a line begins: for people who read or
 * compare the source. */
static bool
begins_line(const char *name)
{
	static const char *const names[] = {
		"article", "aside", "blockquote", "body",    "caption",	   "dd",     "details",
		"div",	   "dl",    "dt",	  "figure",  "figcaption", "footer", "h1",
		"h2",	   "h3",    "h4",	  "h5",	     "h6",	   "head",   "header",
		"hr",	   "html",  "li",	  "link",    "main",	   "meta",   "nav",
		"ol",	   "p",	    "pre",	  "section", "summary",	   "svg",    "table",
		"tbody",   "thead", "title",	  "tr",	     "ul",	   NULL};

	return name_in(name, names);
}

/* & and <, and in an attribute the quotation mark; > besides, as the standard does in text. */
static void
add_escaped(GString *out, const char *text, bool attribute)
{
	for (;;) {
		size_t plain = strcspn(text, attribute ? "&\"" : "&<>");

		g_string_append_len(out, text, (gssize)plain);
		text += plain;
		switch (*text++) {
		case '&':
			g_string_append(out, "&amp;");
			break;
		case '"':
			g_string_append(out, "&quot;");
			break;
		case '<':
			g_string_append(out, "&lt;");
			break;
		case '>':
			g_string_append(out, "&gt;");
			break;
		default:
			return;
		}
	}
}

/* xml:lang becomes lang; any other prefix (xlink:) stays, for the parser of HTML knows the few
 * there are. */
static void
add_attribute(GString *out, const xmlAttr *attribute)
{
	const char *prefix = attribute->ns ? (const char *)attribute->ns->prefix : NULL;
	const char *name = (const char *)attribute->name;
	xmlChar *value = xmlNodeListGetString(attribute->doc, attribute->children, 1);

	g_string_append_c(out, ' ');
	if (prefix && !(strcmp(prefix, "xml") == 0 && strcmp(name, "lang") == 0))
		g_string_append_printf(out, "%s:", prefix);
	g_string_append_printf(out, "%s=\"", name);
	add_escaped(out, value ? (const char *)value : "", true);
	g_string_append_c(out, '"');
	xmlFree(value);
}

static void
add_start(GString *out, const xmlNode *node, bool preserved)
{
	const char *name = (const char *)node->name;

	if (!preserved && begins_line(name) && out->len && out->str[out->len - 1] != '\n')
		g_string_append_c(out, '\n');
	g_string_append_printf(out, "<%s", name);
	for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
		add_attribute(out, attribute);
}

/* The parser drops a line feed right after <pre>: where the text begins with one, two are written.
 */
static bool
begins_with_line_feed(const xmlNode *node)
{
	return node->children && node->children->type == XML_TEXT_NODE &&
	       node->children->content[0] == '\n';
}

static bool add_nodes(GString *out, const xmlNode *first, bool preserved, GError **error);

static bool
add_element(GString *out, const xmlNode *node, bool preserved, GError **error)
{
	const char *name = (const char *)node->name;

	if (strcmp(name, "script") == 0 || strcmp(name, "style") == 0) {
		g_set_error(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
			    "the element %s is not allowed in a page", name);
		return false;
	}
	add_start(out, node, preserved);
	if (node->ns && !node->children) {
		g_string_append(out, "/>");
		return true;
	}
	g_string_append_c(out, '>');
	if (!node->ns && is_void(name))
		return true;
	if (strcmp(name, "pre") == 0) {
		preserved = true;
		g_string_append(out, begins_with_line_feed(node) ? "\n" : "");
	}
	if (!add_nodes(out, node->children, preserved, error))
		return false;
	g_string_append_printf(out, "</%s>", name);
	return true;
}

/* preserved: inside pre. */
static bool
add_nodes(GString *out, const xmlNode *first, bool preserved, GError **error)
{
	for (const xmlNode *node = first; node; node = node->next) {
		if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
			add_escaped(out, (const char *)node->content, false);
		else if (node->type == XML_ELEMENT_NODE &&
			 !add_element(out, node, preserved, error))
			return false;
	}
	return true;
}

GBytes *
html_serialise(const xmlDoc *doc, GError **error)
{
	g_autoptr(GString) out = g_string_new("<!DOCTYPE html>\n");

	if (!add_nodes(out, doc->children, false, error))
		return NULL;
	g_string_append_c(out, '\n');
	return g_string_free_to_bytes(g_steal_pointer(&out));
}
