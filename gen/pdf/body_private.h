/* body_private: what reading and writing of a body share. */
#ifndef CHANCERY_PDF_BODY_PRIVATE_H
#define CHANCERY_PDF_BODY_PRIVATE_H

#include "pdf/body.h"

struct object {
	struct token text;	/* in the source or one of the texts; start NULL: no object */
	GString *more;		/* keys to be added; NULL for none */
	GBytes *data;		/* of a stream; NULL for other objects */
	bool packed;		/* data went through a filter that the dictionary names */
};

struct body {
	GBytes *source;
	GArray *objects;	/* struct object, by number */
	GPtrArray *texts;	/* char *: all that were given, replaced ones too */
	guint root, info;
};

/* Without objects. */
struct body *body_new(GBytes *source);
struct object *body_at(const struct body *body, guint number);

#endif
