/*
 * pairing: which unit of a translation stands for which unit of the source, and whether it still
 * does.
 *
 * Units are paired in order, headings of a level with such headings, paragraphs with paragraphs;
 * the lock's pairs weigh more than the order.  What is compared is text; dates never are.
 */
#ifndef CHANCERY_TRANSLATION_PAIRING_H
#define CHANCERY_TRANSLATION_PAIRING_H

#include <glib.h>
#include <stdbool.h>
#include "brief/unit.h"

struct lock;

enum pair_state {
	PAIR_CURRENT,	/* stamped, and the source says the same still */
	PAIR_STALE,	/* stamped, and the source has changed since */
	PAIR_UNSTAMPED, /* a translation is there that nobody has stamped */
	PAIR_MISSING	/* the source has a unit that the translation has not */
};

struct pair {
	enum pair_state state;
	const struct unit *source;
	const struct unit *translation; /* NULL: MISSING */
	const char
		*stamped; /* STALE: name of the source unit that was translated; lent by the lock */
};

struct pairing {
	GPtrArray *source, *translation; /* struct unit *: all of both */
	GArray *pairs;			 /* struct pair: one a source unit, in order */
	guint counts[PAIR_MISSING + 1];
	bool stamped; /* the language has ever been stamped */
};

/* Takes both arrays of units; the lock must outlive the result. */
struct pairing *pairing_new(GPtrArray *source, GPtrArray *translation, const struct lock *lock,
			    const char *lang);
void pairing_free(struct pairing *pairing);
typedef struct pairing Pairing; /* for g_autoptr(Pairing) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pairing, pairing_free)

/* "current", "stale", "unstamped", "missing"; static. */
const char *pair_state_name(enum pair_state state);

#endif
