/*
 * page_cost: what speaks against a page that ends so, for pagebreak.c; the sum over all pages is
 * made least.
 *
 * Shares are of the height of a page's body.  Penalties of keeps, rows and hyphens are costs too
 * (pagebreak.h), so that all of these weigh against each other.
 */
#ifndef CHANCERY_LAYOUT_PAGE_COST_H
#define CHANCERY_LAYOUT_PAGE_COST_H

#include <glib.h>

#define CHEAP 100.0	  /* an end that costs less than this makes white above it needless */
#define COST_SQUEEZE 60.0 /* of using all shrink or stretch */
#define COST_NOTE_RUNS 100.0
#define COST_NOTE_LATE 5000.0 /* not even a line of it stands where it should */
#define COST_FLOAT 20.0	      /* each float, each page it is late */

/*
 * Of white at the foot: a page that ends a third of its height early costs a ninth of the first
 * figure; more where it might have gone on, for white is not spread over the pages before, it
 * stands where it has to.
 */
static inline double
cost_of_white(double empty, double needless)
{
	return 250 * empty * empty + 6000 * needless * needless;
}

/* Of a last page filled to that share: one with a line or two looks like a mishap. */
static inline double
cost_of_stub(double filled)
{
	const double enough = 0.25;
	double missing = MAX(1 - filled / enough, 0);

	return 800 * missing * missing;
}

#endif
