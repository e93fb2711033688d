/* metadata: see metadata.h. */
#include "layout/metadata.h"

#include <string.h>
#include "base/diag.h"
#include "layout/area_build.h"
#include "layout/fo.h"
#include "layout/property.h"

#define DC_NS "http://purl.org/dc/elements/1.1/"
#define PDF_NS "http://ns.adobe.com/pdf/1.3/"
#define XMP_NS "http://ns.adobe.com/xap/1.0/"

static bool
is_element(const xmlNode *xml, const char *ns, const char *name)
{
	return xml->type == XML_ELEMENT_NODE && xml->ns &&
	       strcmp((const char *)xml->ns->href, ns) == 0 &&
	       strcmp((const char *)xml->name, name) == 0;
}

/* All text below xml with white space collapsed; the items of an rdf list joined by commas. */
static void
text_append(GString *out, const xmlNode *xml)
{
	for (const xmlNode *child = xml->children; child; child = child->next) {
		if (child->type == XML_ELEMENT_NODE) {
			if (strcmp((const char *)child->name, "li") == 0 && out->len > 0)
				g_string_append(out, ", ");
			text_append(out, child);
		} else if (child->content && !xmlIsBlankNode(child)) {
			g_auto(GStrv) words =
				g_strsplit_set((const char *)child->content, " \t\r\n", -1);

			for (gsize i = 0; words[i]; i++) {
				if (!*words[i])
					continue;
				if (out->len > 0 && out->str[out->len - 1] != ' ')
					g_string_append_c(out, ' ');
				g_string_append(out, words[i]);
			}
		}
	}
}

static char *
text_of(const xmlNode *xml)
{
	GString *out = g_string_new(NULL);

	text_append(out, xml);
	return g_string_free(out, out->len == 0);
}

/* The first of several is kept. */
static void
field_set(char **field, const xmlNode *xml)
{
	if (!*field)
		*field = text_of(xml);
}

static void
field_read(const xmlNode *xml, struct metadata *metadata)
{
	const struct {
		const char *ns, *name;
		char **field;
	} fields[] = {
		{DC_NS, "title", &metadata->title},
		{DC_NS, "creator", &metadata->author},
		{DC_NS, "description", &metadata->subject},
		{PDF_NS, "Keywords", &metadata->keywords},
		{DC_NS, "subject", &metadata->keywords},
		{XMP_NS, "CreateDate", &metadata->created},
		{XMP_NS, "ModifyDate", &metadata->modified},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
		if (is_element(xml, fields[i].ns, fields[i].name))
			field_set(fields[i].field, xml);
}

static void
fields_read(const xmlNode *xml, struct metadata *metadata)
{
	for (const xmlNode *child = xml->children; child; child = child->next) {
		if (child->type != XML_ELEMENT_NODE)
			continue;
		field_read(child, metadata);
		fields_read(child, metadata);
	}
}

void
metadata_read(const xmlNode *root, struct metadata *metadata)
{
	for (const xmlAttr *attr = root->properties; attr; attr = attr->next)
		if (attr->ns && strcmp((const char *)attr->name, "lang") == 0 && attr->children)
			metadata->lang = g_strdup((const char *)attr->children->content);
	for (const xmlNode *child = root->children; child; child = child->next)
		if (is_element(child, FO_NS, "declarations"))
			fields_read(child, metadata);
}

static void
bookmark_read(const xmlNode *xml, GPtrArray *siblings, struct area_tree *tree,
	      struct diag_list *diags)
{
	const char *dest = xml_attribute(xml, "internal-destination");
	const char *state = xml_attribute(xml, "starting-state");
	struct bookmark *bookmark = bookmark_new(siblings);

	bookmark->open = !state || strcmp(state, "show") == 0;
	if (dest) {
		char *copy = g_strdup(dest);

		area_tree_keep(tree, copy, g_free);
		bookmark->dest = copy;
	} else {
		diag_add(diags, DIAG_FO_UNSUPPORTED, LOC_NONE,
			 "fo:bookmark: without internal-destination");
	}
	for (const xmlNode *child = xml->children; child; child = child->next) {
		if (is_element(child, FO_NS, "bookmark-title"))
			field_set(&bookmark->title, child);
		else if (is_element(child, FO_NS, "bookmark"))
			bookmark_read(child, bookmark->children, tree, diags);
	}
	if (!bookmark->title)
		bookmark->title = g_strdup("");
}

void
bookmarks_read(const xmlNode *root, struct area_tree *tree, struct diag_list *diags)
{
	for (const xmlNode *child = root->children; child; child = child->next) {
		if (!is_element(child, FO_NS, "bookmark-tree"))
			continue;
		for (const xmlNode *xml = child->children; xml; xml = xml->next)
			if (is_element(xml, FO_NS, "bookmark"))
				bookmark_read(xml, tree->bookmarks, tree, diags);
	}
}
