/* fonts: the private configuration, families by role and language, contexts. */
#include "font/fonts.h"

#include <fontconfig/fontconfig.h>
#include <string.h>
#include "base/place.h"
#include "font/coverage.h"
#include "font/fontlist.h"
#include "font/fontmap.h"
#include "font/label.h"
#include "font/shaper.h"

/* A text is asked about role by role, and the next is mostly in the same language. */
struct recent {
	const char *role; /* interned; NULL: both of prose */
	char lang[32];
	struct coverage *coverage;
};

enum { RECENT = 4 };

struct fonts {
	struct fontlist *list;
	struct recent recent[RECENT]; /* of coverage, the latest in turn */
	guint n_recent;
	char *cache; /* folder */
	FcConfig *config;
	GHashTable *coverage;	 /* family list → struct coverage */
	PangoFontMap *map;	 /* NULL until asked for */
	PangoContext *measuring; /* NULL likewise */
	struct shaper *shaper;
	GHashTable *labels; /* label.h: its own */
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

/* The characters of a family list as fonts_families gives it; lent. */
static struct coverage *
coverage_of(const struct fonts *fonts, const char *families)
{
	struct coverage *coverage = g_hash_table_lookup(fonts->coverage, families);
	g_auto(GStrv) names = NULL;

	if (coverage)
		return coverage;
	coverage = coverage_new();
	names = g_strsplit(families, ", ", -1);
	for (char **name = names; *name; name++) {
		g_autoptr(GPtrArray) sets = sets_of(fonts->config, *name);

		coverage_add(coverage, sets);
	}
	g_hash_table_insert(fonts->coverage, g_strdup(families), coverage);
	return coverage;
}

/*
 * The list promises its families for every language; those of one language alone may be gathered
 * later.
 */
static bool
check_gathered(const struct fonts *fonts, const char *folder, GError **error)
{
	static const char *const roles[] = {"serif", "sans-serif", "monospace"};
	bool found = true;

	for (gsize i = 0; found && i < G_N_ELEMENTS(roles); i++) {
		const char *families = fontlist_find(fonts->list, roles[i], "*");
		g_auto(GStrv) names = g_strsplit(families ? families : "", ", ", -1);

		for (char **name = names; found && *name; name++) {
			g_autoptr(GPtrArray) sets = sets_of(fonts->config, *name);

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

struct fonts *
fonts_open(const struct places *places, GError **error)
{
	g_autoptr(Fonts) fonts = g_new0(struct fonts, 1);

	fonts->coverage = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_coverage);
	fonts->labels = labels_new();
	fonts->shaper = shaper_new();
	fonts->cache = g_build_filename(places->dir, "build", "cache", "fonts", NULL);
	fonts->list = fontlist_load(places, error);
	if (!fonts->list)
		return NULL;
	fonts->config = load_config(places->fonts);
	if (!fonts->config) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			    "%s: fontconfig cannot read the fonts", places->fonts);
		return NULL;
	}
	drop_unlisted(fonts->config, fonts->list);
	if (!check_gathered(fonts, places->fonts, error))
		return NULL;
	return g_steal_pointer(&fonts);
}

void
fonts_free(struct fonts *fonts)
{
	if (!fonts)
		return;
	g_clear_pointer(&fonts->labels, g_hash_table_unref);
	shaper_free(fonts->shaper);
	g_clear_object(&fonts->measuring);
	g_clear_object(&fonts->map);
	if (fonts->config)
		FcConfigDestroy(fonts->config);
	fontlist_free(fonts->list);
	g_free(fonts->cache);
	g_hash_table_unref(fonts->coverage);
	g_free(fonts);
}

static PangoFontMap *
font_map(const struct fonts *fonts)
{
	/* What is cached here is no part of what the caller sees as constant. */
	if (!fonts->map)
		((struct fonts *)fonts)->map = fontmap_new(fonts->config);
	return fonts->map;
}

PangoContext *
fonts_context(const struct fonts *fonts, const char *lang)
{
	PangoContext *context = pango_font_map_create_context(font_map(fonts));

	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, pango_language_from_string(lang ? lang : "und"));
	return context;
}

const char *
fonts_families(const struct fonts *fonts, const char *role, const char *lang)
{
	return fontlist_find(fonts->list, role, lang);
}

const char *
fonts_cache(const struct fonts *fonts)
{
	return fonts->cache;
}

/* Of one role, or of both that prose may be set in. */
static struct coverage *
coverage_for(const struct fonts *fonts, const char *role, const char *lang)
{
	const char *families = role ? fonts_families(fonts, role, lang) : NULL;
	struct coverage *one, *other, *both;
	g_autofree char *key = NULL;

	if (role)
		return coverage_of(fonts, families ? families : "");
	one = coverage_for(fonts, "serif", lang);
	other = coverage_for(fonts, "sans-serif", lang);
	key = g_strdup_printf("%p and %p", (void *)one, (void *)other);
	both = g_hash_table_lookup(fonts->coverage, key);
	if (!both) {
		both = coverage_both(one, other);
		g_hash_table_insert(fonts->coverage, g_steal_pointer(&key), both);
	}
	return both;
}

static struct coverage *
recent_coverage(struct fonts *fonts, const char *role, const char *lang)
{
	struct recent *recent;

	for (guint i = 0; i < MIN(fonts->n_recent, RECENT); i++) {
		recent = &fonts->recent[i];
		if (g_strcmp0(recent->role, role) == 0 && strcmp(recent->lang, lang) == 0)
			return recent->coverage;
	}
	recent = &fonts->recent[fonts->n_recent++ % RECENT];
	recent->coverage = coverage_for(fonts, role, lang);
	recent->role = g_intern_string(role);
	/* One too long to be kept is not found again. */
	if (g_strlcpy(recent->lang, lang, sizeof(recent->lang)) >= sizeof(recent->lang))
		recent->lang[0] = '\0';
	return recent->coverage;
}

gunichar
fonts_missing(const struct fonts *fonts, const char *role, const char *lang, const char *text,
	      gsize *at)
{
	struct coverage *coverage = recent_coverage((struct fonts *)fonts, role, lang);
	const char *missing = coverage_missing(coverage, text);

	if (!missing)
		return 0;
	if (at)
		*at = (gsize)(missing - text);
	return g_utf8_get_char(missing);
}

PangoContext *
fonts_measuring(const struct fonts *fonts)
{
	if (!fonts->measuring)
		((struct fonts *)fonts)->measuring = fonts_context(fonts, NULL);
	return fonts->measuring;
}

struct shaper *
fonts_shaper(const struct fonts *fonts)
{
	return fonts->shaper;
}

GHashTable *
fonts_labels(const struct fonts *fonts)
{
	return fonts->labels;
}
