/*
 * property: attributes of a formatting object to its resolved styles (XSL 1.1 §5.1 to 5.3).
 *
 * One table says which properties there are, how their values are read and where they may stand;
 * shorthands are set before what they stand for.  What is not in the table, has a value outside the
 * subset, or stands where it means nothing is fo-unsupported and leaves the style as it was.
 */
#ifndef CHANCERY_LAYOUT_PROPERTY_H
#define CHANCERY_LAYOUT_PROPERTY_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/loc.h"
#include "layout/style.h"

#define CHANCERY_FO_NS "urn:chancery:fo"

struct diag_list;

/* What a formatting object is, as far as properties care: a bit set. */
enum property_place {
	PLACE_BLOCK = 1 << 0,	/* boxes that stack: space, keeps, breaks, margins */
	PLACE_FRAME = 1 << 1,	/* padding, border, background */
	PLACE_INLINE = 1 << 2,	/* baseline-shift */
	PLACE_GRAPHIC = 1 << 3,
	PLACE_TABLE = 1 << 4,	/* width, table-layout */
	PLACE_COLUMN = 1 << 5,
	PLACE_CELL = 1 << 6,
	PLACE_ROW = 1 << 7
};

struct property_source {
	const xmlNode *xml;
	const char *element;	/* "block", for messages */
	const char *own;	/* the element's own attributes: " name name "; may be NULL */
	int place;		/* enum property_place, or-ed */
	struct loc at;
};

/*
 * The styles of an object whose parent has the text style parent.  start-indent and end-indent come
 * out as XSL 1.1 §5.3.2 computes them from margins.  False where something was fo-unsupported.
 */
bool property_resolve(const struct property_source *source, const struct text_style *parent,
		      struct diag_list *diags, struct text_style *text, struct box_style *box);

/* May the attribute change the styles?  What only names, places or describes the object does not. */
bool property_counts(const struct property_source *source, const xmlAttr *attr);

/* The value of an attribute; lent by the document. */
const char *xml_attribute_text(const xmlAttr *attr);
/* The value of an attribute without namespace, or NULL; lent by the document. */
const char *xml_attribute(const xmlNode *xml, const char *name);
/* The same for the namespace urn:chancery:fo. */
const char *xml_chancery_attribute(const xmlNode *xml, const char *name);

#endif
