/* galley_private: the inside of a galley, for galley*.c only. */
#ifndef CHANCERY_LAYOUT_GALLEY_PRIVATE_H
#define CHANCERY_LAYOUT_GALLEY_PRIVATE_H

#include "layout/galley.h"

struct slug {
	struct area *area;	/* NULL for padding, and once placed */
	struct box *box;	/* innermost; NULL for none */
	struct galley *inner;	/* float: what is in it, owned; else NULL */
	bool lifted;		/* float: it has left for the top of a later page */
};

struct galley {
	double width;
	bool rtl;
	struct galley *notes;
	struct page_item *items;
	struct slug *slugs;	/* one for each item */
	guint n, room;		/* of both */
	GPtrArray *boxes;	/* owns them; NULL for none */
	GArray *floats;		/* guint: slugs that are floats; NULL for none, */
	GArray *markers;	/* struct galley_marker; NULL for none: most galleys are cells */
	struct box *top;	/* innermost open box */
	double space, retained;	/* between the last slug and the next */
	double shrink, stretch;	/* of the space that won */
	double lifted;		/* the space between them without the floats just before */
	double grid;		/* that the next slug holds */
	int penalty;
	int force;
	int first_penalty, first_force;	/* noted before the first slug */
};

#endif
