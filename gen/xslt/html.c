/* html: see html.h. */
#include "xslt/html.h"

#include <stdbool.h>
#include <string.h>

/* What is to know of an element's name; asked once of each name. */
enum {
	KNOWN = 1,
	VOID = 2, /* no end tag */
	BEGINS_LINE = 4,
	REFUSED = 8,
	PREFORMATTED = 16,
};

struct page {
	GString *out;
	GHashTable *names; /* by the pointer: libxslt keeps one copy of each */
};

static bool
is_void(const char *name)
{
	static const char *const names[] = {"area",   "base",  "br",	"col",	"embed",
					    "hr",     "img",   "input", "link", "meta",
					    "source", "track", "wbr",	NULL};

	return g_strv_contains(names, name);
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

	return g_strv_contains(names, name);
}

static guint
traits_of(const struct page *page, const xmlNode *node)
{
	const char *name = (const char *)node->name;
	guint traits = GPOINTER_TO_UINT(g_hash_table_lookup(page->names, name));

	if (traits)
		return traits;
	traits = KNOWN | (is_void(name) ? VOID : 0u) | (begins_line(name) ? BEGINS_LINE : 0u) |
		 (strcmp(name, "pre") == 0 ? PREFORMATTED : 0u) |
		 (strcmp(name, "script") == 0 || strcmp(name, "style") == 0 ? REFUSED : 0u);
	g_hash_table_insert(page->names, (gpointer)name, GUINT_TO_POINTER(traits));
	return traits;
}

/* As g_string_append_len, which takes longer over the bookkeeping than over a passage of a page. */
static inline void
add_bytes(GString *out, const char *text, gsize length)
{
	if (out->len + length >= out->allocated_len) {
		g_string_append_len(out, text, (gssize)length);
		return;
	}
	memcpy(out->str + out->len, text, length);
	out->len += length;
	out->str[out->len] = '\0';
}

static inline void
add(GString *out, const char *text)
{
	add_bytes(out, text, strlen(text));
}

/* Which signs cannot stand as they are; all else is appended a passage at a time. */
enum { NOT_IN_TEXT = 1, NOT_IN_ATTRIBUTE = 2 };

static const guchar special[256] = {
	['\0'] = NOT_IN_TEXT | NOT_IN_ATTRIBUTE,
	['&'] = NOT_IN_TEXT | NOT_IN_ATTRIBUTE,
	['"'] = NOT_IN_ATTRIBUTE,
	['<'] = NOT_IN_TEXT,
	['>'] = NOT_IN_TEXT, /* as the standard does in text */
};

static void
add_escaped(GString *out, const char *text, guchar where)
{
	for (;;) {
		const char *start = text;

		while (!(special[(guchar)*text] & where))
			text++;
		add_bytes(out, start, (gsize)(text - start));
		switch (*text++) {
		case '&':
			add(out, "&amp;");
			break;
		case '"':
			add(out, "&quot;");
			break;
		case '<':
			add(out, "&lt;");
			break;
		case '>':
			add(out, "&gt;");
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

	g_string_append_c(out, ' ');
	if (prefix && !(strcmp(prefix, "xml") == 0 && strcmp(name, "lang") == 0)) {
		add(out, prefix);
		g_string_append_c(out, ':');
	}
	add(out, name);
	add(out, "=\"");
	/* a result tree has no references to entities: texts alone */
	for (const xmlNode *text = attribute->children; text; text = text->next)
		add_escaped(out, (const char *)text->content, NOT_IN_ATTRIBUTE);
	g_string_append_c(out, '"');
}

static void
add_start(GString *out, const xmlNode *node, bool begins_line)
{
	if (begins_line && out->len && out->str[out->len - 1] != '\n')
		g_string_append_c(out, '\n');
	g_string_append_c(out, '<');
	add(out, (const char *)node->name);
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

static bool add_nodes(struct page *page, const xmlNode *first, bool preserved, GError **error);

static bool
add_element(struct page *page, const xmlNode *node, bool preserved, GError **error)
{
	GString *out = page->out;
	guint traits = traits_of(page, node);

	if (traits & REFUSED) {
		g_set_error(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
			    "the element %s is not allowed in a page", (const char *)node->name);
		return false;
	}
	add_start(out, node, !preserved && traits & BEGINS_LINE);
	if (node->ns && !node->children) {
		add(out, "/>");
		return true;
	}
	g_string_append_c(out, '>');
	if (!node->ns && traits & VOID)
		return true;
	if (traits & PREFORMATTED) {
		preserved = true;
		if (begins_with_line_feed(node))
			g_string_append_c(out, '\n');
	}
	if (!add_nodes(page, node->children, preserved, error))
		return false;
	add(out, "</");
	add(out, (const char *)node->name);
	g_string_append_c(out, '>');
	return true;
}

/* preserved: inside pre. */
static bool
add_nodes(struct page *page, const xmlNode *first, bool preserved, GError **error)
{
	for (const xmlNode *node = first; node; node = node->next) {
		if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
			add_escaped(page->out, (const char *)node->content, NOT_IN_TEXT);
		else if (node->type == XML_ELEMENT_NODE &&
			 !add_element(page, node, preserved, error))
			return false;
	}
	return true;
}

GBytes *
html_serialise(const xmlDoc *doc, GError **error)
{
	g_autoptr(GString) out = g_string_new("<!DOCTYPE html>\n");
	g_autoptr(GHashTable) names = g_hash_table_new(g_direct_hash, g_direct_equal);
	struct page page = {out, names};

	if (!add_nodes(&page, doc->children, false, error))
		return NULL;
	g_string_append_c(out, '\n');
	return g_string_free_to_bytes(g_steal_pointer(&out));
}
