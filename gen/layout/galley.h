/*
 * galley: type that is set but not yet made up into pages.
 *
 * A galley is as wide as the reference area it will stand in and endlessly long.  It is built from
 * the top: boxes (blocks, lists, tables) are opened and closed, slugs (a line, a row, the padding
 * of a box) are added, and between them spaces and keeps are noted, which resolve as XSL 1.1 §4.3
 * and §4.8 say: of adjoining spaces the widest wins, of keeps the strongest.  Then stretches of it
 * are placed on pages: boxes that reach over the end of a page make one area on each. Positions
 * inside are relative to the slug's top and the galley's left edge; starts count from the start
 * edge.
 */
#ifndef CHANCERY_LAYOUT_GALLEY_H
#define CHANCERY_LAYOUT_GALLEY_H

#include <glib.h>
#include <stdbool.h>
#include "layout/area_build.h"
#include "layout/fo.h"
#include "layout/pagebreak.h"

struct galley;

/* What is repeated at the top or foot of each page that a table reaches over. */
struct repeat {
	struct area *areas;	/* around them, at y from 0; NULL for none */
	double height;
};

struct box {
	struct box *parent;
	const struct fo_node *fo;
	double start, width;	/* of the border rectangle */
	guint depth;
	gint first, last;	/* slugs; -1 while there are none */
	struct area *beside;	/* around what is beside its first slug: a label; may be NULL */
	struct repeat header, footer;
	bool header_done;	/* slugs from here on want the header above them */
	bool footer_done;	/* slugs from here on want no footer below them */
};

/* A marker stands before slug number slug; box is the one it is in, or NULL. */
struct galley_marker {
	const struct fo_node *fo;
	const struct box *box;
	guint slug;
};

/* What was noted before its first slug, or after its last. */
struct galley_edge {
	double space;
	int penalty;
	enum page_force force;
};

/* notes: the galley that footnotes go to, lent; NULL where there may be none. */
struct galley *galley_new(double width, bool rtl, struct galley *notes);
void galley_free(struct galley *galley);
typedef struct galley Galley;	/* for g_autoptr(Galley) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Galley, galley_free)

double galley_width(const struct galley *galley);
bool galley_is_rtl(const struct galley *galley);
struct galley *galley_notes(const struct galley *galley);
/* x of something that begins start from the start edge and is width wide. */
double galley_x(const struct galley *galley, double start, double width);

/* Building.  Boxes nest; the box is the galley's. */
struct box *galley_open(struct galley *galley, const struct fo_node *fo, double start,
			double width);
void galley_close(struct galley *galley, struct box *box);
/* Is a box open that has no slug yet? */
bool galley_is_opening(const struct galley *galley);
void galley_space(struct galley *galley, const struct space *space);
/* What comes next begins on a grid; in notes and static content nothing does. */
void galley_snap(struct galley *galley, double grid);
/* The strength of the keep between what was added last and what comes next. */
void galley_keep(struct galley *galley, int penalty);
void galley_break(struct galley *galley, enum page_force force);
/* area (may be NULL) becomes the galley's; notes is how many items it added to the notes. */
void galley_add(struct galley *galley, struct area *area, double height, guint notes);
void galley_mark(struct galley *galley, const struct fo_node *marker);
/* The markers of inner, which is about to be set beside or in the next slug. */
void galley_mark_inner(struct galley *galley, const struct galley *inner);
/* Children of node that are markers. */
void galley_mark_children(struct galley *galley, const struct fo_node *node);

/*
 * All of inner becomes one slug that may float; galley owns it then.  Or all its slugs and boxes
 * become galley's, and the caller frees what is left.
 */
void galley_float(struct galley *galley, struct galley *inner);
void galley_append(struct galley *galley, struct galley *inner);

/* From now on the box's footer is not repeated any more. */
void galley_forget_closing(struct box *box);

/* What was built. */
guint galley_length(const struct galley *galley);	/* in slugs */
struct galley_edge galley_before(const struct galley *galley);
struct galley_edge galley_after(const struct galley *galley);
struct page_item *galley_item(const struct galley *galley, guint index);
struct area *galley_slug(const struct galley *galley, guint index);	/* lent; NULL for padding */
struct area *galley_take(struct galley *galley, guint index);	/* the same, the caller's now */
/* The object of the slug's box; may be NULL. */
const struct fo_node *galley_source(const struct galley *galley, guint index);
const GPtrArray *galley_boxes(const struct galley *galley);	/* struct box *, all opened; NULL for none */
const GArray *galley_markers(const struct galley *galley);	/* struct galley_marker; NULL for none */
/* Height of slugs from to end - 1 where they stand together below the top of a page. */
double galley_height(const struct galley *galley, guint from, guint end);
/* From the top of slug from down to the top of slug to, with the space between. */
double galley_offset(const struct galley *galley, guint from, guint to);
/* Baseline of the first line, from the top of slug index; negative where it has none. */
double galley_baseline(const struct galley *galley, guint index);
/* The same below an area. */
double area_first_baseline(const struct area *area);

/*
 * The area of an object with background, borders, id; begins, ends: whether its first and last part
 * are in it.  The caller's.
 */
struct area *box_area(const struct fo_node *fo, bool rtl, bool begins, bool ends);

/*
 * Move slugs from to end - 1 to out, as its children, the first at left, top.
 * Returns the y below the last.  Each slug can be placed once.
 */
double galley_place(struct galley *galley, guint from, guint end, double left, double top,
		    struct area *out);
/* The same for what the cut says: floats at the top, then slugs, without those that float later. */
double galley_place_cut(struct galley *galley, const struct page_cut *cut, double left, double top,
			struct area *out);

#endif
