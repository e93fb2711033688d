/* body_private: what reading and writing of a body share. */
#ifndef CHANCERY_PDF_BODY_PRIVATE_H
#define CHANCERY_PDF_BODY_PRIVATE_H

#include "pdf/body.h"

struct object {
	struct token text;	/* of the source, or of owned; start NULL: no object */
	char *owned;		/* NULL: the text is the source's */
	GString *more;		/* keys to be added; NULL for none */
	GBytes *data;		/* of a stream; NULL for other objects */
	bool packed;		/* data went through a filter that the dictionary names */
};

struct body {
	GBytes *source;
	GArray *objects;	/* struct object, by number */
	guint root, info;
};

/* An empty array of struct object. */
GArray *body_objects_new(void);
struct object *body_at(const struct body *body, guint number);

#endif
