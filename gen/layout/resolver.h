/*
 * resolver: the styles of formatting objects, worked out once for all objects that are alike.
 *
 * A document has many objects and few combinations of parent, element and attributes: a table of
 * 60,000 cells has a handful.  What is resolved lives as long as the resolver, and equal styles are
 * one object (style.h).
 */
#ifndef CHANCERY_LAYOUT_RESOLVER_H
#define CHANCERY_LAYOUT_RESOLVER_H

#include "layout/property.h"

struct resolver;

struct resolver *resolver_new(void);
void resolver_free(struct resolver *resolver);

struct styles {
	const struct text_style *text;
	const struct box_style *box;
};

/*
 * The styles of an object below parent, which must be one of the resolver's or NULL for none; lent.
 * What is wrong with an attribute is said at every object that has it.
 */
struct styles resolver_find(struct resolver *resolver, const struct property_source *source,
			    const struct text_style *parent, struct diag_list *diags);

#endif
