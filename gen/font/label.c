#include "font/label.h"

#include <string.h>

static void
run_free(gpointer run)
{
	pango_glyph_item_free(run);
}

static PangoAttrList *
attributes_new(const PangoFontDescription *font, const char *features)
{
	PangoAttrList *attributes = pango_attr_list_new();

	pango_attr_list_insert(attributes, pango_attr_font_desc_new(font));
	if (features)
		pango_attr_list_insert(attributes, pango_attr_font_features_new(features));
	return attributes;
}

/* The item is taken. */
static void
add_run(struct label *label, PangoItem *item, int length)
{
	PangoGlyphItem *run = g_slice_new0(PangoGlyphItem);

	run->item = item;
	run->glyphs = pango_glyph_string_new();
	pango_shape_full(label->text + item->offset, item->length, label->text, length,
			 &item->analysis, run->glyphs);
	label->width += (double)pango_glyph_string_get_width(run->glyphs) / PANGO_SCALE;
	g_ptr_array_add(label->runs, run);
}

struct label *
label_new(PangoContext *context, const PangoFontDescription *font, const char *features,
	  PangoDirection base, const char *text)
{
	struct label *label = g_new0(struct label, 1);
	g_autoptr(PangoAttrList) attributes = attributes_new(font, features);
	int length = (int)strlen(text);
	GList *items, *visual;

	label->text = g_strdup(text);
	label->runs = g_ptr_array_new_with_free_func(run_free);
	items = pango_itemize_with_base_dir(context, base, label->text, 0, length, attributes,
					    NULL);
	visual = pango_reorder_items(items);
	for (GList *at = visual; at; at = at->next)
		add_run(label, at->data, length);
	g_list_free(visual);
	g_list_free(items);
	return label;
}

void
label_free(struct label *label)
{
	if (!label)
		return;
	g_ptr_array_unref(label->runs);
	g_free(label->text);
	g_free(label);
}
