/* fontmap: see fontmap.h. */
#include "font/fontmap.h"

#include <fontconfig/fontconfig.h>
#include <stdbool.h>
#include <string.h>
#include "font/face.h"
#include "font/font.h"

/* The faces for a list of families, a weight and a style, the best first. */
struct ranking {
	const char *families; /* interned */
	PangoWeight weight;
	PangoStyle style;
	PangoLanguage *language; /* NULL for any */
	GPtrArray *faces;	 /* struct font_face *, lent by the store */
};

/* The same at a size. */
struct kept_fontset {
	const struct ranking *ranking;
	int size;
	PangoFontset *fontset;
};

/* A face at a size, whatever it was chosen for. */
struct kept_font {
	struct font_face *face;
	int size;
	PangoFont *font;
};

struct _ListedFontMap {
	PangoFontMap parent_instance;
	FcConfig *config;
	GHashTable *families; /* name → FcFontSet * */
	struct face_store *store;
	GPtrArray *rankings; /* struct ranking * */
	GPtrArray *fontsets; /* struct kept_fontset * */
	GHashTable *fonts;   /* struct kept_font *, as a set */
};

#define LISTED_TYPE_FONT_MAP (listed_font_map_get_type())
G_DECLARE_FINAL_TYPE(ListedFontMap, listed_font_map, LISTED, FONT_MAP, PangoFontMap)
G_DEFINE_FINAL_TYPE(ListedFontMap, listed_font_map, PANGO_TYPE_FONT_MAP)

static void
ranking_free(gpointer data)
{
	struct ranking *ranking = data;

	g_ptr_array_unref(ranking->faces);
	g_free(ranking);
}

static void
kept_fontset_free(gpointer data)
{
	struct kept_fontset *kept = data;

	g_object_unref(kept->fontset);
	g_free(kept);
}

static guint
kept_font_hash(gconstpointer key)
{
	const struct kept_font *kept = key;

	return g_direct_hash(kept->face) * 31 + (guint)kept->size;
}

static gboolean
kept_font_equal(gconstpointer a, gconstpointer b)
{
	const struct kept_font *x = a, *y = b;

	return x->face == y->face && x->size == y->size;
}

static void
kept_font_free(gpointer data)
{
	struct kept_font *kept = data;

	g_object_unref(kept->font);
	g_free(kept);
}

/* ---- families ---- */

static void
destroy_set(gpointer set)
{
	FcFontSetDestroy(set);
}

static void
add_to_family(ListedFontMap *map, FcPattern *pattern, const char *family)
{
	FcFontSet *set = g_hash_table_lookup(map->families, family);

	if (!set) {
		set = FcFontSetCreate();
		g_hash_table_insert(map->families, g_strdup(family), set);
	}
	FcPatternReference(pattern);
	FcFontSetAdd(set, pattern);
}

static void
index_families(ListedFontMap *map)
{
	const FcFontSet *all = FcConfigGetFonts(map->config, FcSetSystem);
	FcChar8 *name;

	for (int i = 0; all && i < all->nfont; i++)
		for (int k = 0;
		     FcPatternGetString(all->fonts[i], FC_FAMILY, k, &name) == FcResultMatch; k++)
			add_to_family(map, all->fonts[i], (const char *)name);
}

/* ---- faces ---- */

static FcPattern *
make_pattern(const struct ranking *ranking)
{
	int slant = ranking->style == PANGO_STYLE_ITALIC    ? FC_SLANT_ITALIC
		    : ranking->style == PANGO_STYLE_OBLIQUE ? FC_SLANT_OBLIQUE
							    : FC_SLANT_ROMAN;

	FcPattern *pattern = FcPatternBuild(
		NULL, FC_WEIGHT, FcTypeDouble, FcWeightFromOpenTypeDouble(ranking->weight),
		FC_SLANT, FcTypeInteger, slant, FC_WIDTH, FcTypeInteger, FC_WIDTH_NORMAL,
		FC_VARIABLE, FcTypeBool, FcDontCare, NULL);

	if (ranking->language)
		FcPatternAddString(pattern, FC_LANG,
				   (const FcChar8 *)pango_language_to_string(ranking->language));
	return pattern;
}

/* Those of a set in the order in which fontconfig finds them near; family NULL: by their names. */
static void
rank_set(ListedFontMap *map, const struct ranking *ranking, FcFontSet *set, const char *family)
{
	FcPattern *pattern = make_pattern(ranking);
	FcResult result;
	FcFontSet *sorted = FcFontSetSort(map->config, &set, 1, pattern, FcFalse, NULL, &result);

	for (int i = 0; sorted && i < sorted->nfont; i++) {
		FcPattern *font = FcFontRenderPrepare(map->config, pattern, sorted->fonts[i]);
		FcChar8 *name = (FcChar8 *)"";

		FcPatternGetString(font, FC_FAMILY, 0, &name);
		g_ptr_array_add(
			ranking->faces,
			face_store_find(map->store, font, family ? family : (const char *)name));
		FcPatternDestroy(font);
	}
	if (sorted)
		FcFontSetDestroy(sorted);
	FcPatternDestroy(pattern);
}

/*
 * Pango asks for the family "emoji", whatever the text's own are, where a character mostly is one:
 * then all families will do, and the language chooses.
 */
static struct ranking *
make_ranking(ListedFontMap *map, const struct ranking *key)
{
	struct ranking *ranking = g_memdup2(key, sizeof(*key));
	g_auto(GStrv) names = g_strsplit(key->families, ",", -1);
	gpointer set;

	ranking->families = g_intern_string(key->families);
	ranking->language = NULL;
	ranking->faces = g_ptr_array_new();
	for (char **name = names; *name; name++) {
		set = g_hash_table_lookup(map->families, g_strstrip(*name));
		if (set)
			rank_set(map, ranking, set, *name);
	}
	if (ranking->faces->len == 0) {
		ranking->language = key->language;
		rank_set(map, ranking, FcConfigGetFonts(map->config, FcSetSystem), NULL);
	}
	return ranking;
}

static const struct ranking *
find_ranking(ListedFontMap *map, const PangoFontDescription *description, PangoLanguage *language)
{
	const struct ranking key = {
		.families = pango_font_description_get_family(description),
		.weight = pango_font_description_get_weight(description),
		.style = pango_font_description_get_style(description),
		.language = language,
	};

	for (guint i = 0; i < map->rankings->len; i++) {
		const struct ranking *ranking = map->rankings->pdata[i];

		if (ranking->weight == key.weight && ranking->style == key.style &&
		    (!ranking->language || ranking->language == language) &&
		    strcmp(ranking->families, key.families) == 0)
			return ranking;
	}
	g_ptr_array_add(map->rankings, make_ranking(map, &key));
	return map->rankings->pdata[map->rankings->len - 1];
}

/* ---- fonts ---- */

/* A new reference. */
static PangoFont *
find_font(ListedFontMap *map, struct font_face *face, int size)
{
	const struct kept_font key = {.face = face, .size = size};
	struct kept_font *kept = g_hash_table_lookup(map->fonts, &key);

	if (!kept) {
		kept = g_new(struct kept_font, 1);
		*kept = (struct kept_font){face, size, font_new(face, size)};
		g_hash_table_add(map->fonts, kept);
	}
	return g_object_ref(kept->font);
}

/* Pango would ask a fontset for its language only to guess at metrics. */
static PangoFontset *
make_fontset(ListedFontMap *map, const struct ranking *ranking, int size)
{
	PangoFontsetSimple *fontset = pango_fontset_simple_new(pango_language_from_string("und"));

	for (guint i = 0; i < ranking->faces->len; i++)
		pango_fontset_simple_append(fontset,
					    find_font(map, ranking->faces->pdata[i], size));
	return PANGO_FONTSET(fontset);
}

static PangoFontset *
load_fontset(PangoFontMap *fontmap, PangoContext *context, const PangoFontDescription *description,
	     PangoLanguage *language)
{
	ListedFontMap *map = LISTED_FONT_MAP(fontmap);
	const struct ranking *ranking = find_ranking(map, description, language);
	int size = pango_font_description_get_size(description);
	struct kept_fontset *kept;

	(void)context;
	for (guint i = 0; i < map->fontsets->len; i++) {
		kept = map->fontsets->pdata[i];
		if (kept->ranking == ranking && kept->size == size)
			return g_object_ref(kept->fontset);
	}
	kept = g_new(struct kept_fontset, 1);
	*kept = (struct kept_fontset){ranking, size, make_fontset(map, ranking, size)};
	g_ptr_array_add(map->fontsets, kept);
	return g_object_ref(kept->fontset);
}

static gboolean
take_first(PangoFontset *fontset, PangoFont *font, gpointer first)
{
	(void)fontset;
	*(PangoFont **)first = g_object_ref(font);
	return TRUE;
}

static PangoFont *
load_font(PangoFontMap *fontmap, PangoContext *context, const PangoFontDescription *description)
{
	PangoFontset *fontset = load_fontset(fontmap, context, description, NULL);
	PangoFont *first = NULL;

	pango_fontset_foreach(fontset, take_first, &first);
	g_object_unref(fontset);
	return first;
}

/* Nobody chooses from a list. */
static void
list_families(PangoFontMap *fontmap, PangoFontFamily ***families, int *n)
{
	(void)fontmap;
	*families = NULL;
	*n = 0;
}

/* ---- the map ---- */

static void
listed_font_map_finalize(GObject *object)
{
	ListedFontMap *map = LISTED_FONT_MAP(object);

	g_ptr_array_unref(map->fontsets);
	g_ptr_array_unref(map->rankings);
	g_hash_table_unref(map->fonts);
	g_hash_table_unref(map->families);
	face_store_free(map->store);
	FcConfigDestroy(map->config);
	G_OBJECT_CLASS(listed_font_map_parent_class)->finalize(object);
}

static void
listed_font_map_class_init(ListedFontMapClass *class)
{
	PangoFontMapClass *map = PANGO_FONT_MAP_CLASS(class);

	G_OBJECT_CLASS(class)->finalize = listed_font_map_finalize;
	map->load_font = load_font;
	map->load_fontset = load_fontset;
	map->list_families = list_families;
}

static void
listed_font_map_init(ListedFontMap *map)
{
	map->store = face_store_new();
	map->families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, destroy_set);
	map->fonts = g_hash_table_new_full(kept_font_hash, kept_font_equal, kept_font_free, NULL);
	map->rankings = g_ptr_array_new_with_free_func(ranking_free);
	map->fontsets = g_ptr_array_new_with_free_func(kept_fontset_free);
}

PangoFontMap *
fontmap_new(FcConfig *config)
{
	ListedFontMap *map = g_object_new(LISTED_TYPE_FONT_MAP, NULL);

	map->config = FcConfigReference(config);
	index_families(map);
	return PANGO_FONT_MAP(map);
}
