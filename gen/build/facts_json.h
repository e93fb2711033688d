/*
 * facts_json: the facts that one edition of a bulletin uses, as the data file that travels with it.
 *
 * Values are those of the data, in full and before rounding, never those of the page; names of
 * members are those of the contract (section 3).
 */
#ifndef CHANCERY_BUILD_FACTS_JSON_H
#define CHANCERY_BUILD_FACTS_JSON_H

#include <glib.h>

struct bulletin;
struct dataset;
struct edition;
struct fact;
struct json;

/*
 * {"bulletin": …, "facts": [{"id", "value" or "min" and "max", "unit", "qualifier", "source" …}],
 * "incidents": [{"id", "kind", "date", "status", "hedge", "chain", "statements", "replies", "legs" …}],
 * "sources": […]}; texts in lang where there are any.
 */
GBytes *facts_json(const struct dataset *data, const struct bulletin *bulletin,
		   const struct edition *edition, const char *title, const char *lang);

/* The first of these objects alone: one fact, texts in lang; the caller's. */
struct json *facts_json_one(const struct dataset *data, const struct fact *fact, const char *lang);

#endif
