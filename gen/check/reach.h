/*
 * reach: which facts and incidents bulletins use (contract sections 4 and 9).
 *
 * A brief and bulletin.yaml name facts and incidents; the queries of figures, and of derived
 * values, select incidents. Naming is stronger: what is named in one bulletin only is that
 * bulletin's, whoever selects it.
 */
#ifndef CHANCERY_CHECK_REACH_H
#define CHANCERY_CHECK_REACH_H

#include <glib.h>

struct bulletin;
struct dataset;
struct outline;

struct reach {
	GPtrArray *facts;    /* const struct fact *: used, in order of first use */
	GPtrArray *named;    /* const struct incident * */
	GPtrArray *selected; /* const struct incident * */
	GHashTable *known;   /* all of them, to find them fast */
};

struct reach *reach_new(void);
void reach_free(struct reach *reach);
typedef struct reach Reach; /* for g_autoptr(Reach) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Reach, reach_free)

/* What a brief names. */
void reach_add_brief(struct reach *reach, const struct dataset *data,
		     const struct outline *outline);
/* What bulletin.yaml names and selects. */
void reach_add_bulletin(struct reach *reach, const struct dataset *data,
			const struct bulletin *bulletin);
/* The facts used and all others of the incidents of these facts and of those named; the caller
 * unrefs. */
GPtrArray *reach_facts(const struct reach *reach);

#endif
