/*
 * usage: every place where a fact is used: in briefs, as a key figure, in a figure, in a derived
 * value.
 */
#ifndef CHANCERY_CHECK_USAGE_H
#define CHANCERY_CHECK_USAGE_H

#include <glib.h>

#include "base/loc.h"

struct bulletin;
struct dataset;
struct fact;
struct outline;
struct usage;

struct use {
	const struct bulletin *bulletin; /* NULL in a derived value */
	const char *lang;		 /* in a brief; else NULL: in all */
	const char *as; /* "text", "key-figure", "chart", "table", "map", "derived"; static */
	const char *id; /* of the figure or derived value; else NULL */
	struct loc at;
};

/* What the derived values of data use is known from the start. */
struct usage *usage_new(const struct dataset *data);
void usage_free(struct usage *usage);
typedef struct usage Usage; /* for g_autoptr(Usage) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Usage, usage_free)

void usage_add_bulletin(struct usage *usage, const struct bulletin *bulletin);
void usage_add_brief(struct usage *usage, const struct bulletin *bulletin, const char *lang,
		     const struct outline *outline);

/* struct use, in the order in which they were added; NULL if there is none.  Lent. */
const GArray *usage_of(const struct usage *usage, const struct fact *fact);

#endif
