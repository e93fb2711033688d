/* xliff_read: an XLIFF file as a tree whose elements know their places. */
#ifndef CHANCERY_TRANSLATION_XLIFF_READ_H
#define CHANCERY_TRANSLATION_XLIFF_READ_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/loc.h"

struct diag_list;

struct xliff_document {
	xmlDoc *doc;
	GArray *places;	  /* struct loc; a node's _private is the index + 1 */
	const char *file; /* interned */
};

/* False with xliff-invalid for what is no XML, has a DOCTYPE, or is no XLIFF 2. */
bool xliff_read(struct xliff_document *document, GBytes *bytes, const char *file,
		struct diag_list *diags);
void xliff_document_clear(struct xliff_document *document);

/* Where an element's tag begins. */
struct loc xliff_place(const struct xliff_document *document, const xmlNode *node);
bool xliff_is(const xmlNode *node, const char *name);
/* An attribute's value, lent; NULL where there is none. */
const char *xliff_attribute(const xmlNode *node, const char *name);

#endif
