/*
 * fact_print: what a fact: link means, as text of a language and as attributes of b:fact.
 */
#ifndef CHANCERY_BULLETIN_FACT_PRINT_H
#define CHANCERY_BULLETIN_FACT_PRINT_H

#include <libxml/tree.h>
#include <stdbool.h>
#include "base/amount.h"
#include "base/loc.h"

struct assembly;
struct claim;
struct fact;
struct incident;
struct locale;

enum meant_sort { MEANT_CLAIM, MEANT_DATE, MEANT_TITLE };

/* A claim of a fact, or the date or title of an incident. */
struct meant {
	enum meant_sort sort;
	const struct fact *fact;	 /* MEANT_CLAIM only */
	const struct claim *claim;	 /* MEANT_CLAIM only */
	const struct incident *incident; /* the others */
	enum amount_form form;
	bool all_claims; /* ?form=claims */
};

/* Where the datum stands in the data files. */
struct loc meant_loc(const struct meant *meant);
/* As printed, in plain text; the caller frees. */
char *meant_text(struct assembly *a, const struct meant *meant, const struct locale *locale);
/* As printed, into the b:fact. */
void meant_print(struct assembly *a, const struct meant *meant, const struct locale *locale,
		 xmlNode *into);
/* The same in the edition's language, where only pages show it (page.c). */
void meant_show(struct assembly *a, const struct meant *meant, xmlNode *into);
/* The raw element becomes b:fact with ref and, for pages, kind, value, unit, … */
void meant_describe(const struct assembly *a, const struct meant *meant, const char *path,
		    xmlNode *raw);
/* The attributes of a claim on a b:fact; wanted is its id where it was asked for by it, or NULL. */
void meant_describe_claim(const struct assembly *a, const struct meant *meant, const char *wanted,
			  xmlNode *node);
/*
 * All claims of a fact, each with its source, and the replies to its incident, into a b:note of
 * kind claims, which is numbered (claims_note.c).
 */
void claims_fill(struct assembly *a, const struct fact *fact, xmlNode *note);

#endif
