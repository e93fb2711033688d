/* label: see label.h. */
#include "font/label.h"

#include <string.h>
#include "font/families.h"
#include "font/fonts.h"
#include "font/shaper.h"

/* Then all are forgotten. */
enum { MOST_LABELS = 10000 };

static void
run_free(gpointer data)
{
	PangoGlyphItem *run = data;

	pango_item_free(run->item);
	pango_glyph_string_free(run->glyphs);
	g_free(run);
}

static void
set_font(PangoContext *context, const struct fonts *fonts, const struct label_style *style)
{
	const char *list = families_find(fonts_families(fonts), style->role, style->lang);
	PangoFontDescription *font = pango_font_description_new();

	pango_font_description_set_family_static(font, list ? list : "serif");
	pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
	pango_font_description_set_weight(font, (PangoWeight)style->weight);
	pango_context_set_font_description(context, font);
	pango_context_set_language(context, pango_language_from_string(style->lang));
	pango_font_description_free(font);
}

/* From left to right; the caller frees. */
static GList *
itemise(PangoContext *context, const struct label_style *style, const char *text)
{
	GList *logical = pango_itemize_with_base_dir(context, style->base, text, 0,
						     (int)strlen(text), NULL, NULL);
	GList *visual = pango_reorder_items(logical);

	g_list_free(logical);
	return visual;
}

static struct label *
make(const struct fonts *fonts, const struct label_style *style, const char *text)
{
	struct label *label = g_new0(struct label, 1);
	PangoContext *context = fonts_measuring(fonts);
	GList *items = NULL;

	label->text = g_strdup(text);
	label->runs = g_ptr_array_new_with_free_func(run_free);
	set_font(context, fonts, style);
	if (*text)
		items = itemise(context, style, label->text);
	for (GList *at = items; at; at = at->next) {
		PangoGlyphItem *run = g_new0(PangoGlyphItem, 1);

		run->item = at->data;
		run->glyphs = shaper_shape(fonts_shaper(fonts), label->text, strlen(text),
					   run->item, style->features);
		label->width += (double)pango_glyph_string_get_width(run->glyphs) / PANGO_SCALE;
		g_ptr_array_add(label->runs, run);
	}
	g_list_free(items);
	return label;
}

static void
label_free(gpointer data)
{
	struct label *label = data;

	g_ptr_array_unref(label->runs);
	g_free(label->text);
	g_free(label);
}

GHashTable *
labels_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, label_free);
}

const struct label *
label_find(const struct fonts *fonts, const struct label_style *style, const char *text)
{
	GHashTable *labels = fonts_labels(fonts);
	g_autofree char *key = g_strdup_printf("%s %s %d %d %d %s %s", style->role, style->lang,
					       (int)(style->size * PANGO_SCALE), style->weight,
					       style->base, style->features, text);
	struct label *label = g_hash_table_lookup(labels, key);

	if (label)
		return label;
	if (g_hash_table_size(labels) >= MOST_LABELS)
		g_hash_table_remove_all(labels);
	label = make(fonts, style, text);
	g_hash_table_insert(labels, g_steal_pointer(&key), label);
	return label;
}

double
label_width(const struct label_style *style, const char *text, const void *fonts)
{
	return label_find(fonts, style, text)->width;
}
