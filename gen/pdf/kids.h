/*
 * kids: the children of a structure element (/K, ISO 32000-1 14.7.2) as a list.
 */
#ifndef CHANCERY_PDF_KIDS_H
#define CHANCERY_PDF_KIDS_H

#include <glib.h>
#include "pdf/token.h"

struct body;

struct kid {
	guint object;		/* an element; 0: content of the parent's own */
	struct token text;	/* as the body lends it */
};

/* GArray of struct kid, empty where there are none. */
GArray *kids_read(const struct body *body, guint parent);
/* Give the parent these children; theirs is to name it as their parent. */
void kids_write(struct body *body, guint parent, const GArray *kids);

#endif
