/* structure_private: what recording and writing of the structure tree share. */
#ifndef CHANCERY_PDF_STRUCTURE_PRIVATE_H
#define CHANCERY_PDF_STRUCTURE_PRIVATE_H

#include <stdbool.h>
#include "pdf/structure.h"

/* One child of an element that is no element. */
struct item {
	guint page;
	guint number;		/* of marked content on the page; of an annotation, its object */
	bool annotation;
	guint next;		/* of the same element: 1 + index; 0: none */
};

struct record {			/* of one tag */
	guint first, last;	/* items, likewise */
	gunichar label;		/* the first character that a label shows; else 0 */
};

struct box {
	guint page;
	double sides[4];	/* left, bottom, right, top */
};

struct structure {
	const struct edition *edition;
	guint root;		/* the object of the tree's root */
	guint first;		/* that of the document's element; those of the others follow */
	guint n;		/* of tags */
	struct record *records;	/* by the order of the tags */
	GArray *items;		/* struct item */
	GHashTable *boxes;	/* const struct tag * -> struct box * */
	GString *shown;		/* the elements of this page's content: " 12 0 R" each */
	guint n_shown;
	GArray *parents;	/* guint: objects with that of each page */
	GArray *annotated;	/* guint: the element of each annotation */
};

/* elements.c: all elements; keys of the root are appended to root. */
void elements_write(const struct structure *structure, GString *root);

#endif
