/* press: what is loaded once for all bulletins of a run. */
#include "build/press.h"

#include "base/place.h"
#include "build/translations.h"
#include "data/dataset.h"
#include "font/families.h"
#include "locale/locale.h"

struct press {
	struct places *places;
	struct diag_list *diags;
	struct dataset *data;
	struct families *families;
	struct translations *translations;
	GHashTable *locales;		/* tag to struct locale */
};

static void
free_locale(gpointer data)
{
	locale_free(data);
}

/* The publication's wishes first, then those of the command line; what is a warning then may be made an error. */
static void
apply_severities(struct press *press, const char *const *settings, bool strict)
{
	const struct publication *publication = dataset_publication(press->data);
	enum diag_severity severity;
	enum diag_id id;

	for (id = 0; publication->severities && id < DIAG_COUNT; id++) {
		const char *name = g_hash_table_lookup(publication->severities, diag_name(id));

		if (name && diag_severity_of_name(name, &severity))
			diag_list_set_severity(press->diags, id, severity);
	}
	for (; settings && *settings; settings++) {
		if (diag_setting_parse(*settings, &id, &severity))
			diag_list_set_severity(press->diags, id, severity);
	}
	for (id = 0; strict && id < DIAG_COUNT; id++) {
		if (diag_list_severity(press->diags, id) == DIAG_WARNING)
			diag_list_set_severity(press->diags, id, DIAG_ERROR);
	}
	/* What must not be published is no matter of severities. */
	if (publication->missing_translations == MISSING_BLOCK) {
		diag_list_set_severity(press->diags, DIAG_UNIT_MISSING, DIAG_ERROR);
		diag_list_set_severity(press->diags, DIAG_UNIT_STALE, DIAG_ERROR);
	}
}

struct press *
press_open(const char *dir, const char *const *severities, bool strict, GError **error)
{
	g_autoptr(Press) press = g_new0(struct press, 1);

	press->places = places_new(dir);
	press->diags = diag_list_new();
	press->locales = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_locale);
	press->data = dataset_load(press->places, NULL, press->diags, error);
	if (!press->data)
		return NULL;
	apply_severities(press, severities, strict);
	press->families = families_open(press->places, error);
	if (!press->families)
		return NULL;
	return g_steal_pointer(&press);
}

void
press_free(struct press *press)
{
	if (!press)
		return;
	g_hash_table_unref(press->locales);
	g_clear_pointer(&press->translations, translations_free);
	g_clear_pointer(&press->families, families_free);
	g_clear_pointer(&press->data, dataset_free);
	diag_list_free(press->diags);
	places_free(press->places);
	g_free(press);
}

bool
press_withhold(struct press *press, GHashTable *incidents, GError **error)
{
	g_autoptr(DiagList) ignored = diag_list_new();
	struct dataset *data = dataset_load(press->places, incidents, ignored, error);

	if (!data)
		return false;
	g_clear_pointer(&press->translations, translations_free);
	dataset_free(press->data);
	press->data = data;
	return true;
}

const struct places *
press_places(const struct press *press)
{
	return press->places;
}

const struct dataset *
press_data(const struct press *press)
{
	return press->data;
}

const struct families *
press_families(const struct press *press)
{
	return press->families;
}

struct translations *
press_translations(struct press *press)
{
	if (!press->translations)
		press->translations =
			translations_new(press->places, dataset_publication(press->data));
	return press->translations;
}

struct diag_list *
press_diags(const struct press *press)
{
	return press->diags;
}

const struct locale *
press_locale(struct press *press, const char *lang, GError **error)
{
	struct locale *locale = g_hash_table_lookup(press->locales, lang);

	if (locale)
		return locale;
	locale = locale_open(press->places, lang, press->diags, error);
	if (locale)
		g_hash_table_insert(press->locales, g_strdup(lang), locale);
	return locale;
}
