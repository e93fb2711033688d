/*
 * pagebreak: where pages end.
 *
 * Pure arithmetic over a measured list: no areas, no formatting objects, so it is tested with
 * numbers alone.  Lengths are points. An item is what cannot be divided: a line, a table row, the
 * padding of a box.  Notes are the items of the page's footnotes, one list for the whole flow, in
 * the order of their references; an item says how many of them belong to it.
 */
#ifndef CHANCERY_LAYOUT_PAGEBREAK_H
#define CHANCERY_LAYOUT_PAGEBREAK_H

#include <glib.h>
#include <stdbool.h>

enum {
	PENALTY_KEEP = 10000,		/* it breaks a keep, or leaves a widow or an orphan */
	PENALTY_INSEPARABLE = 20000	/* it tears a box from its padding */
};

struct page_item {
	double before;		/* space before it, dropped where it begins a page */
	double retained;	/* how much of it stays even there */
	double height;
	double opening;		/* height of table headers repeated above it when it begins a page */
	double closing;		/* height of table footers repeated below it when it ends a page */
	int penalty;		/* what a break before it costs: 0 free, to PENALTY_INSEPARABLE */
	bool forced;		/* a page must begin here */
	guint notes;		/* how many items of the notes belong to it */
};

struct page_rules {
	double (*room)(guint page, void *user);	/* height of page 0, 1, …'s body */
	void *user;
	double separator;	/* height of what stands between body and notes */
};

/* One page: items first to end - 1 and notes first_note to end_note - 1. */
struct page_cut {
	guint first, end;
	guint first_note, end_note;
	int unmet;		/* the penalty that had to be paid although it is a keep; else 0 */
	bool overflow;		/* its only item is higher than the page */
};

/*
 * First fit with lookback: each page takes what fits and ends at the cheapest break in it.  A keep
 * that cannot be met is broken at the last place that fits, never is an item lost.  Notes stand on
 * the page of their item; only where even one item and its notes do not fit do they run on to the
 * next page.  Returns an array of struct page_cut, at least one; the caller unrefs.
 */
GArray *pagebreak_first_fit(const struct page_item *items, guint n, const struct page_item *notes,
			    guint n_notes, const struct page_rules *rules);

#endif
