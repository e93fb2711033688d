/*
 * target: where the destinations of an area tree are: the place, and the element that holds what
 * stands there.
 */
#ifndef CHANCERY_PDF_TARGET_H
#define CHANCERY_PDF_TARGET_H

#include <glib.h>

struct area_tree;
struct tag;

struct target {
	guint page;		/* 0-based */
	double x, y;		/* PDF coordinates */
	/*
	 * The least element around all that the area shows; for an empty area, the next one shown.
	 */
	const struct tag *tag;
};

/* const char *id -> struct target *.  The tree must outlive the result. */
GHashTable *targets_new(const struct area_tree *tree);

#endif
