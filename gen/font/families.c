/* families: the private configuration, families by role and language, their characters. */
#include "font/families.h"

#include <fontconfig/fontconfig.h>
#include <string.h>
#include "base/place.h"
#include "font/coverage.h"
#include "font/fontlist.h"

/* A text is asked about role by role, and the next is mostly in the same language. */
struct recent {
	const char *role; /* interned; NULL: both of prose */
	char lang[32];
	struct coverage *coverage;
};

enum { RECENT = 4 };

struct families {
	struct fontlist *list;
	struct recent recent[RECENT]; /* of coverage, the latest in turn */
	guint n_recent;
	FcConfig *config;
	GHashTable *coverage; /* family list → struct coverage */
};

static void
free_coverage(gpointer coverage)
{
	coverage_free(coverage);
}

/*
 * The folders as fonts/gather.sh fills them; the cache is found by the path of the folder of files.
 */
static FcConfig *
load_config(const char *folder)
{
	g_autofree char *files = g_build_filename(folder, "files", NULL);
	g_autofree char *cache = g_build_filename(folder, "cache", NULL);
	g_autofree char *xml = g_markup_printf_escaped(
		"<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
		"<reset-dirs/><dir>%s</dir><cachedir>%s</cachedir></fontconfig>",
		files, cache);
	FcConfig *config = FcConfigCreate();

	if (!FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)xml, FcTrue) ||
	    !FcConfigBuildFonts(config)) {
		FcConfigDestroy(config);
		return NULL;
	}
	return config;
}

static bool
is_listed(const struct fontlist *list, const FcPattern *pattern)
{
	FcChar8 *name;

	for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
		if (fontlist_has(list, (const char *)name))
			return true;
	return false;
}

/*
 * A file may hold families that the list does not name, as the collections of CJK do: none of them
 * is to be found, and fontconfig is slow to compare sets of so many characters.
 */
static void
drop_unlisted(FcConfig *config, const struct fontlist *list)
{
	FcFontSet *all = FcConfigGetFonts(config, FcSetSystem);
	int kept = 0;

	for (int i = 0; all && i < all->nfont; i++) {
		if (is_listed(list, all->fonts[i]))
			all->fonts[kept++] = all->fonts[i];
		else
			FcPatternDestroy(all->fonts[i]);
	}
	if (all)
		all->nfont = kept;
}

static bool
pattern_has_family(const FcPattern *pattern, const char *family)
{
	FcChar8 *name;

	for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
		if (strcmp((const char *)name, family) == 0)
			return true;
	return false;
}

/* The sets of characters of the faces of a family, FcCharSet *, lent; the caller frees the array.
 */
static GPtrArray *
sets_of(FcConfig *config, const char *family)
{
	const FcFontSet *all = FcConfigGetFonts(config, FcSetSystem);
	GPtrArray *sets = g_ptr_array_new();

	for (int i = 0; all && i < all->nfont; i++) {
		FcCharSet *set;

		if (pattern_has_family(all->fonts[i], family) &&
		    FcPatternGetCharSet(all->fonts[i], FC_CHARSET, 0, &set) == FcResultMatch)
			g_ptr_array_add(sets, set);
	}
	return sets;
}

/* The characters of a family list as families_find gives it; lent. */
static struct coverage *
coverage_of(const struct families *families, const char *list)
{
	struct coverage *coverage = g_hash_table_lookup(families->coverage, list);
	g_auto(GStrv) names = NULL;

	if (coverage)
		return coverage;
	coverage = coverage_new();
	names = g_strsplit(list, ", ", -1);
	for (char **name = names; *name; name++) {
		g_autoptr(GPtrArray) sets = sets_of(families->config, *name);

		coverage_add(coverage, sets);
	}
	g_hash_table_insert(families->coverage, g_strdup(list), coverage);
	return coverage;
}

/*
 * The list promises its families for every language; those of one language alone may be gathered
 * later.
 */
static bool
check_gathered(const struct families *families, const char *folder, GError **error)
{
	static const char *const roles[] = {"serif", "sans-serif", "monospace"};
	bool found = true;

	for (gsize i = 0; found && i < G_N_ELEMENTS(roles); i++) {
		const char *list = fontlist_find(families->list, roles[i], "*");
		g_auto(GStrv) names = g_strsplit(list ? list : "", ", ", -1);

		for (char **name = names; found && *name; name++) {
			g_autoptr(GPtrArray) sets = sets_of(families->config, *name);

			found = sets->len > 0;
			if (!found)
				g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
					    "%s: no font of the family %s; run make to gather the "
					    "fonts",
					    folder, *name);
		}
	}
	return found;
}

struct families *
families_open(const struct places *places, GError **error)
{
	g_autoptr(Families) families = g_new0(struct families, 1);

	families->coverage = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_coverage);
	families->list = fontlist_load(places, error);
	if (!families->list)
		return NULL;
	families->config = load_config(places->fonts);
	if (!families->config) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			    "%s: fontconfig cannot read the fonts", places->fonts);
		return NULL;
	}
	drop_unlisted(families->config, families->list);
	if (!check_gathered(families, places->fonts, error))
		return NULL;
	return g_steal_pointer(&families);
}

void
families_free(struct families *families)
{
	if (!families)
		return;
	if (families->config)
		FcConfigDestroy(families->config);
	fontlist_free(families->list);
	g_hash_table_unref(families->coverage);
	g_free(families);
}

FcConfig *
families_config(const struct families *families)
{
	return families->config;
}

const char *
families_find(const struct families *families, const char *role, const char *lang)
{
	return fontlist_find(families->list, role, lang);
}

/* Of one role, or of both that prose may be set in. */
static struct coverage *
coverage_for(const struct families *families, const char *role, const char *lang)
{
	const char *list = role ? families_find(families, role, lang) : NULL;
	struct coverage *one, *other, *both;
	g_autofree char *key = NULL;

	if (role)
		return coverage_of(families, list ? list : "");
	one = coverage_for(families, "serif", lang);
	other = coverage_for(families, "sans-serif", lang);
	key = g_strdup_printf("%p and %p", (void *)one, (void *)other);
	both = g_hash_table_lookup(families->coverage, key);
	if (!both) {
		both = coverage_both(one, other);
		g_hash_table_insert(families->coverage, g_steal_pointer(&key), both);
	}
	return both;
}

static struct coverage *
recent_coverage(struct families *families, const char *role, const char *lang)
{
	struct recent *recent;

	for (guint i = 0; i < MIN(families->n_recent, RECENT); i++) {
		recent = &families->recent[i];
		if (g_strcmp0(recent->role, role) == 0 && strcmp(recent->lang, lang) == 0)
			return recent->coverage;
	}
	recent = &families->recent[families->n_recent++ % RECENT];
	recent->coverage = coverage_for(families, role, lang);
	recent->role = g_intern_string(role);
	/* One too long to be kept is not found again. */
	if (g_strlcpy(recent->lang, lang, sizeof(recent->lang)) >= sizeof(recent->lang))
		recent->lang[0] = '\0';
	return recent->coverage;
}

gunichar
families_missing(const struct families *families, const char *role, const char *lang,
		 const char *text, gsize *at)
{
	struct coverage *coverage = recent_coverage((struct families *)families, role, lang);
	const char *missing = coverage_missing(coverage, text);

	if (!missing)
		return 0;
	if (at)
		*at = (gsize)(missing - text);
	return g_utf8_get_char(missing);
}
