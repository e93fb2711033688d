/* body_private: how a body keeps its objects; beside body.c, for the tests that look at them. */
#ifndef CHANCERY_PDF_BODY_PRIVATE_H
#define CHANCERY_PDF_BODY_PRIVATE_H

#include <stdbool.h>
#include "pdf/body.h"

/* A reader unpacks all of an object stream for one of its objects; more pack better. */
enum { OBJECTS_PER_STREAM = 200 };

enum entry_type { ENTRY_FREE, ENTRY_PLAIN, ENTRY_PACKED };

struct entry {
	guint8 type;	/* enum entry_type; free: no object yet */
	guint8 index;	/* within the object stream */
	guint32 place;	/* offset in the file, or the number of the object stream */
};

G_STATIC_ASSERT(OBJECTS_PER_STREAM <= G_MAXUINT8);

struct body {
	GString *out;		/* the file so far */
	GArray *entries;	/* struct entry, by number; that of 0 is free */
	GString *names, *texts;	/* the object stream that gathers: "number offset" of each, text */
	guint packed;		/* objects in it */
	guint pack;		/* its number; 0: none is begun */
	bool open;
	struct flate *flate;
};

#endif
