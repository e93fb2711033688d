/* timing: nothing that a bulletin tells of as having happened may lie after its own date. */
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"
#include "data/dataset.h"

/* Does the first day meant lie behind the day of publication? */
static bool
is_after(const struct assembly *a, const struct edtf *date)
{
	int first, last, day, unused;

	if (!a->env->bulletin->has_date)
		return false;
	edtf_bounds(date, &first, &last);
	edtf_bounds(&a->env->bulletin->date, &day, &unused);
	return first > day;
}

static void
report(const struct assembly *a, struct loc at, const struct edtf *date, const char *what)
{
	const struct bulletin *bulletin = a->env->bulletin;
	g_autofree char *then = edtf_to_text(date);
	g_autofree char *now = edtf_to_text(&bulletin->date);
	struct diag *diag = diag_add(a->env->diags, DIAG_DATE_AFTER_PUBLICATION, at,
				     "%s is of %s, and the bulletin “%s”, which tells of it, of %s",
				     what, then, bulletin->id, now);

	diag_help(diag, "correct one of the dates; what is only planned has the status announced");
	diag_relate(diag, bulletin->date_at, "the bulletin's date");
}

static void
report_thing(const struct assembly *a, struct loc at, const struct edtf *date, const char *id)
{
	g_autofree char *what = g_strdup_printf("“%s”", id);

	report(a, at, date, what);
}

/* What is announced may lie ahead. */
static bool
is_ahead(const struct incident *incident)
{
	return g_strcmp0(incident->status, "announced") == 0;
}

/* Does one date begin behind the end of another? */
static bool
is_later(const struct edtf *date, const struct edtf *than)
{
	int first, last, unused;

	edtf_bounds(date, &first, &unused);
	edtf_bounds(than, &unused, &last);
	return first > last;
}

/* No source tells of what came after it. */
static bool
check_told(const struct assembly *a, const struct source_at *at, struct loc date_at,
	   const struct edtf *date, const char *id)
{
	const struct source *source = dataset_find_source(a->env->data, at->id);
	g_autofree char *then = NULL, *published = NULL;
	struct diag *diag;

	if (!source || !source->has_published || !is_later(date, &source->published))
		return true;
	then = edtf_to_text(date);
	published = edtf_to_text(&source->published);
	diag = diag_add(a->env->diags, DIAG_DATE_AFTER_PUBLICATION, date_at,
			"“%s” is of %s, and the source “%s”, which tells of it, of %s", id, then,
			source->id, published);
	diag_help(diag, "correct one of the dates; what is only planned has the status announced");
	diag_relate(diag, source->published_at, "when the source came out");
	return false;
}

/* The first source that is older than the incident is told, of its own and of its facts'. */
static void
check_sources(const struct assembly *a, const struct incident *incident)
{
	for (guint i = 0; i < incident->sources->len; i++) {
		if (!check_told(a, incident->sources->pdata[i], incident->date_at, &incident->date,
				incident->id))
			return;
	}
	for (guint i = 0; i < incident->facts->len; i++) {
		const struct fact *fact = incident->facts->pdata[i];

		for (guint j = 0; !fact->has_when && j < fact->claims->len; j++) {
			const struct claim *claim = fact->claims->pdata[j];

			if (claim->has_source && !check_told(a, &claim->source, incident->date_at,
							     &incident->date, incident->id))
				return;
		}
	}
}

static void
check_incident(const struct assembly *a, const struct incident *incident)
{
	if (is_ahead(incident))
		return;
	if (incident->has_date && is_after(a, &incident->date))
		report_thing(a, incident->date_at, &incident->date, incident->id);
	else if (incident->has_date)
		check_sources(a, incident);
	for (guint i = 0; i < incident->legs->len; i++) {
		const struct leg *leg = incident->legs->pdata[i];

		if (leg->has_date && strcmp(leg->status, "planned") != 0 && is_after(a, &leg->date))
			report(a, leg->date_at, &leg->date, "this leg");
	}
}

/* A date that is itself the fact, such as a deadline, may lie ahead. */
static void
check_fact(const struct assembly *a, const struct fact *fact)
{
	if (!fact->has_when || is_ahead(fact->incident))
		return;
	if (is_after(a, &fact->when))
		report_thing(a, fact->when_at, &fact->when, fact->path);
	else if (fact->preferred->has_source)
		check_told(a, &fact->preferred->source, fact->when_at, &fact->when, fact->path);
}

static void
report_course(const struct assembly *a, const struct source *source, const char *what,
	      const struct edtf *date, const char *order)
{
	g_autofree char *then = edtf_to_text(date), *published = edtf_to_text(&source->published);

	diag_help(diag_add(a->env->diags, DIAG_DATE_AFTER_PUBLICATION, source->published_at,
			   "“%s” %s %s, and came out %s that (%s)", source->id, what, then, order,
			   published),
		  "correct one of the dates");
}

/* A source comes out after the time that it covers has begun, and before it is read. */
static void
check_course(const struct assembly *a, const struct source *source)
{
	if (source->has_covers && is_later(&source->covers, &source->published))
		report_course(a, source, "covers", &source->covers, "before");
	if (source->has_accessed && is_later(&source->published, &source->accessed))
		report_course(a, source, "was read on", &source->accessed, "after");
}

static void
check_source(const struct assembly *a, const struct source *source)
{
	if (source->has_published && is_after(a, &source->published))
		report_thing(a, source->published_at, &source->published, source->id);
	else if (source->has_published)
		check_course(a, source);
}

void
timing_check_series(const struct assembly *a, const struct figure_spec *spec,
		    const struct rows *rows)
{
	g_autofree char *what = NULL;

	if (!rows->has_latest || !is_after(a, &rows->latest))
		return;
	what = g_strdup_printf("the latest row of “%s”", spec->id);
	report(a, spec->at, &rows->latest, what);
}

void
timing_check(struct assembly *a)
{
	const struct edition *edition = a->edition;

	for (guint i = 0; i < edition->incidents->len; i++)
		check_incident(a, edition->incidents->pdata[i]);
	for (guint i = 0; i < edition->facts->len; i++)
		check_fact(a, edition->facts->pdata[i]);
	for (guint i = 0; i < a->cited->len; i++)
		check_source(a, a->cited->pdata[i]);
}
