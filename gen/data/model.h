/*
 * model: the records of a publication, as plain structs (contract sections 2 and 3).
 *
 * Everything is owned by the struct publication or struct dataset it was loaded into and is
 * immutable afterwards; strings are UTF-8.  GPtrArrays hold pointers to the struct named in the
 * comment, in file order.
 */
#ifndef CHANCERY_DATA_MODEL_H
#define CHANCERY_DATA_MODEL_H

#include <glib.h>
#include <stdbool.h>
#include "base/amount.h"
#include "base/edtf.h"
#include "base/loc.h"

/* A text in several languages, or one plain string for all (lang NULL). */
struct text_entry {
	const char *lang;
	const char *text;
	struct loc at;
};
struct text {
	struct text_entry *entries;
	gsize n;
	struct loc at;
};

/*
 * The text in lang, by truncation of the tag; else in the source language; else the first.  *actual
 * (may be NULL) is the language of what was returned (lang itself for a plain string).  NULL only
 * for a NULL or empty text.
 */
const char *text_in(const struct text *text, const char *lang, const char *source_language,
		    const char **actual);

enum missing_policy { MISSING_BLOCK, MISSING_BANNER, MISSING_FALLBACK };

struct publication {
	struct text *title, *publisher;
	const char *base_url;		/* with a final '/'; "" if none */
	GPtrArray *languages;		/* const char *, canonical tags */
	const char *source_language;
	enum missing_policy missing_translations;
	const char *paper;		/* "a4" | "letter" */
	const char *pdf_standard;	/* "ua1-a3a" | "ua2-a4f" */
	GPtrArray *markings;		/* const char * */
	bool register_all;
	const char *licence;		/* may be NULL */
	GHashTable *severities;		/* diagnostic name -> severity name; may be empty */
};

struct source_at {			/* a source, perhaps with a pinpoint */
	const char *id;
	const char *at;			/* "p59", "para12"; NULL if none */
	enum hedge hedge;		/* of a link of a chain: how that link is hedged */
	struct loc loc;
};

struct source {
	const char *id, *type;
	struct text *title;
	const char *author;		/* may be NULL, as all below */
	struct text *author_text;	/* author when given per language */
	const char *symbol, *url, *via, *lang, *reliability;
	bool has_covers, has_published, has_accessed;
	struct edtf covers, published, accessed;
	struct loc published_at;
	struct loc at;
};

struct entity {
	const char *id, *type;
	struct text *name, *short_name;
	GPtrArray *forms;		/* struct text_entry *: accepted inflected forms */
	const char *country, *imo;	/* NULL if none */
	GPtrArray *list_ids;		/* const char *: its numbers on sanctions lists */
	bool has_place;
	struct decimal lat, lon;	/* degrees */
	struct loc at;
};

enum claim_kind { CLAIM_QUANTITY, CLAIM_DATE, CLAIM_TEXT };

struct claim {
	const char *id;			/* NULL for a fact with a single claim */
	enum claim_kind kind;
	struct amount amount;		/* CLAIM_QUANTITY */
	struct edtf date;		/* CLAIM_DATE */
	struct text *text;		/* CLAIM_TEXT */
	/* These, and chain, confidence, likelihood below: the incident's where the claim has none. */
	enum hedge hedge;
	bool has_source;
	struct source_at source;
	GPtrArray *sources;		/* source as a list of none or one struct source_at * */
	GPtrArray *chain;		/* struct source_at * (ids of sources or entities) */
	const char *confidence, *likelihood;
	bool preferred;
	struct text *reason, *note;
	struct loc at, value_at;	/* of the whole claim; of its number, date or text */
};

struct incident;

struct fact {
	const char *id;			/* "stolen" */
	const char *path;		/* "exchange-theft-2020-09.stolen"; derived: its id */
	const struct incident *incident;	/* NULL for a derived value */
	struct text *title;		/* derived values only; may be NULL */
	/*
	 * What a derived value comes from, at any remove: const struct fact *.  Whoever cites a
	 * source of one of them cites a source of the value.  NULL for a fact of an incident.
	 */
	GPtrArray *parts;
	/* What the query of a derived value found: const struct incident *.  NULL if it has none. */
	GPtrArray *selected;
	GPtrArray *claims;		/* struct claim *, at least one */
	const struct claim *preferred;	/* one of them, never NULL */
	bool has_when;
	struct edtf when;
	struct loc when_at;
	struct text *when_text;
	const char *part_of;		/* path of a fact; NULL if none */
	struct loc part_of_at;
	bool complete;			/* the facts that are part of it make it up */
	struct text *note;		/* of the whole fact; may be NULL */
	struct loc at;			/* its name in the file */
};

struct quotation {			/* statements and replies */
	const char *by;			/* entity or source id; may be NULL */
	const char *quote_lang, *quote;	/* NULL when it is `text` */
	struct text *text;
	bool has_source;
	struct source_at source;
	enum hedge hedge;
	struct text *note;		/* may be NULL */
	struct loc at;
};

struct leg {				/* of a route */
	const char *from, *to;		/* entities; to is NULL where it is not known */
	const char *mode;		/* "sea" | "land" | "air" | "unknown" */
	const char *status;		/* "known" | "suspected" | "planned" | "ais-off" */
	bool has_date;
	struct edtf date;
	struct text *note;		/* may be NULL */
	struct loc at, date_at;
};

struct incident {
	const char *id;
	GPtrArray *kinds;		/* const char *, the first is the main one */
	bool has_date;
	struct edtf date;
	struct loc date_at;
	struct text *date_text;
	const char *status;		/* may be NULL */
	struct text *title;
	GPtrArray *actors, *subjects, *victims, *places, *related;	/* const char * ids */
	GPtrArray *sources;		/* struct source_at * */
	GPtrArray *facts;		/* struct fact * */
	GPtrArray *statements, *replies;	/* struct quotation * */
	GPtrArray *legs;		/* struct leg *, in the order of the route */
	enum hedge hedge;
	GPtrArray *chain;		/* struct source_at * (ids of sources or entities) */
	const char *confidence, *likelihood;	/* may be NULL */
	struct text *note;
	struct loc at;
};

#endif
