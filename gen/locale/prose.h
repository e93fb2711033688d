/*
 * prose: the numbers of running text, for the checks that hold them against the data.
 *
 * Left out are numbers that count nothing: years, dates, numbers of paragraphs and documents
 * (behind a word of `read.reference`, or tied to letters, slashes or other numbers), numbers in
 * quotation marks, and behind PROSE_BARRIER none is looked for.
 */
#ifndef CHANCERY_LOCALE_PROSE_H
#define CHANCERY_LOCALE_PROSE_H

#include <glib.h>
#include <stdbool.h>
#include "base/amount.h"
#include "base/decimal.h"

struct locale;

/* What the caller puts in the place of words that are not read: no text of a brief holds it. */
#define PROSE_BARRIER '\002'

struct prose_figure {
	struct decimal value; /* with scale words put in */
	int place;	      /* the power of ten of the last digit written */
	int digits;	  /* from the first to the last that is not nought: 3 of "281 million" and
			     "28,100" */
	bool words;	  /* "four" */
	bool scaled;	  /* with a scale word */
	const char *unit; /* interned; NULL where none stands beside it */
	unsigned qualifiers; /* bits 1u << enum qualifier */
	gsize start, end;    /* bytes of the folded text, with unit and qualifier */
	gsize range_start;   /* where the figure opens a range: with its "between" or "from" too */
};

struct prose {
	const char *text; /* the caller's */
	char *folded;
	GArray *figures;	     /* struct prose_figure, in order */
	gsize passed, passed_folded; /* bytes of both texts that prose_bounds has gone over */
};

/* Numbers in a text, which must outlive the result.  Never NULL. */
struct prose *prose_read(const struct locale *locale, const char *text);
void prose_free(struct prose *prose);
typedef struct prose Prose; /* for g_autoptr(Prose) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Prose, prose_free)

const struct prose_figure *prose_figure(const struct prose *prose, guint at);
/* Bytes of the text that a figure takes with its unit and qualifier. */
void prose_bounds(struct prose *prose, const struct prose_figure *figure, gsize *start, gsize *end);
/* Is the datum, times its scale, the figure, rounded to the digits that are written? */
bool prose_is_value(const struct prose_figure *figure, struct decimal datum,
		    enum amount_scale scale);
/* Is the unit read that of the datum, or a fair word for it: "person" for workers, "USD" for
 * "USD/tonne"? */
bool prose_unit_fits(const char *wanted, const char *read);

#endif
