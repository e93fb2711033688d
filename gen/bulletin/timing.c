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

static void
check_incident(const struct assembly *a, const struct incident *incident)
{
	if (is_ahead(incident))
		return;
	if (incident->has_date && is_after(a, &incident->date))
		report_thing(a, incident->date_at, &incident->date, incident->id);
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
	if (fact->has_when && is_after(a, &fact->when) && !is_ahead(fact->incident))
		report_thing(a, fact->when_at, &fact->when, fact->path);
}

static void
check_source(const struct assembly *a, const struct source *source)
{
	if (source->has_published && is_after(a, &source->published))
		report_thing(a, source->published_at, &source->published, source->id);
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
