/*
 * telling: what the records of a data file share while one is written: the language, and the
 * sources that have been named, which are listed at its end.
 */
#ifndef CHANCERY_BUILD_TELLING_H
#define CHANCERY_BUILD_TELLING_H

#include <glib.h>

struct dataset;
struct edtf;
struct incident;
struct json;
struct source_at;
struct text;

struct telling {
	const struct dataset *data;
	const char *lang;
	GPtrArray *sources; /* const struct source *, in order of first use */
};

/* A text in the language, else in the source language; NULL for none. */
const char *telling_words(const struct telling *telling, const struct text *text);
/* Remember a source, and what it was read through, for the list at the end; NULL, and ids of
 * entities, are none. */
void telling_use_source(struct telling *telling, const char *id);
void telling_put_date(struct json *object, const char *name, const struct edtf *date);
/* "source" and "at"; the source is used. */
void telling_put_source(struct telling *telling, struct json *object,
			const struct source_at *source);
/* "chain": whom the source has it from, ids or {"id", "hedge"}; nothing where there is none. */
void telling_put_chain(struct telling *telling, struct json *object, const GPtrArray *chain);

/* {"id", "kind", "title", "date", "status", … "statements", "replies", "legs"}; the caller's. */
struct json *incident_json(struct telling *telling, const struct incident *incident);

#endif
