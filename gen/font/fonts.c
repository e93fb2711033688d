/* fonts: what Pango and HarfBuzz need of the families, contexts. */
#include "font/fonts.h"

#include "base/place.h"
#include "font/families.h"
#include "font/fontmap.h"
#include "font/label.h"
#include "font/shaper.h"

struct fonts {
	const struct families *families;
	char *cache; /* folder */
	PangoFontMap *map;
	PangoContext *measuring; /* NULL until asked for */
	struct shaper *shaper;
	GHashTable *labels; /* label.h: its own */
};

struct fonts *
fonts_new(const struct families *families, const struct places *places)
{
	struct fonts *fonts = g_new0(struct fonts, 1);

	fonts->families = families;
	fonts->cache = g_build_filename(places->dir, "build", "cache", "fonts", NULL);
	fonts->map = fontmap_new(families_config(families));
	fonts->shaper = shaper_new();
	fonts->labels = labels_new();
	return fonts;
}

void
fonts_free(struct fonts *fonts)
{
	if (!fonts)
		return;
	g_hash_table_unref(fonts->labels);
	shaper_free(fonts->shaper);
	g_clear_object(&fonts->measuring);
	g_clear_object(&fonts->map);
	g_free(fonts->cache);
	g_free(fonts);
}

PangoContext *
fonts_context(const struct fonts *fonts, const char *lang)
{
	PangoContext *context = pango_font_map_create_context(fonts->map);

	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, pango_language_from_string(lang ? lang : "und"));
	return context;
}

PangoContext *
fonts_measuring(const struct fonts *fonts)
{
	/* What is cached here is no part of what the caller sees as constant. */
	if (!fonts->measuring)
		((struct fonts *)fonts)->measuring = fonts_context(fonts, NULL);
	return fonts->measuring;
}

const struct families *
fonts_families(const struct fonts *fonts)
{
	return fonts->families;
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

const char *
fonts_cache(const struct fonts *fonts)
{
	return fonts->cache;
}
