/*
 * linebreak: the best set of lines for one paragraph (Knuth and Plass 1981, total fit).
 *
 * Pure arithmetic over measured items: no fonts, no Pango, no output, so it is tested with numbers
 * alone. All lengths are points.  Items and breaks are in logical order; direction is the caller's
 * affair.
 *
 * An item that is broken at disappears together with its width, stretch and shrink (a space at the
 * line's end), and the next line begins with the item after it.  Items that may not be broken at
 * are boxes (no stretch) or spaces that bind.  There are never more than two hyphens in a row.
 */
#ifndef CHANCERY_LAYOUT_LINEBREAK_H
#define CHANCERY_LAYOUT_LINEBREAK_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Penalties between these two are costs of the size of a badness: 50 is a hyphen's usual one. */
enum { BREAK_FORCED = -10000, BREAK_NEVER = 10000 };

struct break_item {
	double width;	/* natural advance */
	double stretch; /* how far it may grow; 0 for a box */
	double shrink;	/* how far it may give way; at most width */
	int penalty;	/* BREAK_NEVER .. BREAK_FORCED; a break here costs this */
	bool hyphen;	/* breaking here draws a hyphen, hyphen_width wide */
};

/* What a paragraph asks of all its lines. */
struct break_rules {
	double hyphen_width;
	double ragged;	 /* stretch at the end of every line: 0 where both margins are straight */
	double shortest; /* a last line narrower than this is avoided; 0: any will do */
	int settled;	 /* from this line on all measures are the same: what makes it fast */
};

/*
 * Choose breaks for the n items so that the summed demerits are least.
 * measure(line, user) gives the measure of line 0, 1, … so that an indent or a float can shorten
 * the first few. Returns the indices (gsize) of the items broken at, ending with n; never NULL, the
 * caller unrefs.  A paragraph that fits nowhere (one box wider than the measure) is still broken,
 * and *overfull (may be NULL) is set to the worst excess once all shrink is used, else to 0.
 */
GArray *linebreak_total_fit(const struct break_item *items, gsize n,
			    const struct break_rules *rules,
			    double (*measure)(int line, void *user), void *user, double *overfull);

#endif
