/*
 * pagebreak: where pages end, chosen for the whole flow at once.
 *
 * Pure arithmetic over a measured list: no areas, no formatting objects, so it is tested with
 * numbers alone.  Lengths are points.  An item is what cannot be divided: a line, a table row, the
 * padding of a box, a figure.  Notes are the items of the page's footnotes, one list for the whole
 * flow, in the order of their references; an item says how many of them belong to it.  Floats are
 * items that may leave their place for the top of a later page; they are numbered from 0 in the
 * order of the flow and keep that order.
 *
 * What is called a page here is a column where a page has several.
 */
#ifndef CHANCERY_LAYOUT_PAGEBREAK_H
#define CHANCERY_LAYOUT_PAGEBREAK_H

#include <glib.h>
#include <stdbool.h>

enum {
	PENALTY_ROW = 400,		/* it leaves a row of a table alone */
	PENALTY_HYPHEN = 60,		/* it parts a hyphenated word: better than a tenth of white */
	PENALTY_KEEP = 10000,		/* it breaks a keep, or leaves a widow or an orphan */
	PENALTY_INSEPARABLE = 1000000	/* it tears a box from its padding */
};

enum page_force { FORCE_NONE, FORCE_COLUMN, FORCE_PAGE };

struct page_item {
	double before;		/* space before it, dropped where it begins a page */
	double shrink, stretch;	/* how far that may give way or grow */
	double retained;	/* how much of it stays even there */
	double lifted;		/* space before it where the floats just above have gone */
	double height;
	double opening;		/* height of table headers repeated above it when it begins a page */
	double closing;		/* height of table footers repeated below it when it ends a page */
	double after;		/* float: space below it at the top of a page */
	double grid;		/* its top is so many of these below that of the page; 0: anywhere */
	int penalty;		/* what a break before it costs: 0 free, to PENALTY_INSEPARABLE */
	int force;		/* enum page_force: a page must begin here */
	guint notes;		/* how many items of the notes belong to it; none to a float */
	bool floats;
};

struct page_rules {
	/*
	 * Height of the body of page 0, 1, …; last: of the flow.  From page `settled` on it is the
	 * same for pages that are `period` (at least 1) apart.
	 */
	double (*room)(guint page, bool last, void *user);
	void *user;
	guint settled, period;
	guint columns;		/* a forced page begins at a multiple of it; 0 is 1 */
	double separator;	/* height of what stands between body and notes */
};

/*
 * One page: floats first_float to end_top - 1 at its top, then items first to end - 1, among them
 * at their place floats up to end_float - 1, and notes first_note to end_note - 1 at the foot.
 */
struct page_cut {
	guint page;		/* 0, 1, …; numbers left out are empty columns */
	guint first, end;
	guint first_note, end_note;
	guint first_float, end_top, end_float;
	double height;		/* of floats at the top and items, to the foot of the last */
	double adjust;		/* -1 to 1: how much of shrink or stretch its spaces use */
	int unmet;		/* the penalty that had to be paid although it is a keep; else 0 */
	bool overflow;		/* its only item is higher than the page */
};

/*
 * The cuts whose summed costs are least: of broken keeps, hyphens, white at the foot, notes that
 * run over, floats away from their place, a last page of a few lines.  A keep that cannot be met is
 * broken, never is an item lost.  A note begins on the page of its item and runs over only where
 * the page would end too short without; the rest stands first among the notes of the next page.
 * Returns an array of struct page_cut, at least one; the caller unrefs.
 */
GArray *pagebreak_total_fit(const struct page_item *items, guint n, const struct page_item *notes,
			    guint n_notes, const struct page_rules *rules);

/* The white above an item that would stand so far below the top of the page: what its grid wants. */
double page_item_snap(const struct page_item *item, double above);

#endif
