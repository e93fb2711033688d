/* font: see font.h. */
#include "font/font.h"

#include <stdbool.h>
#include "font/face.h"
#include "font/hexbox.h"

struct _ListedFont {
	PangoFont parent_instance;
	struct font_face *face;
	int size;
};

#define LISTED_TYPE_FONT (listed_font_get_type())
G_DECLARE_FINAL_TYPE(ListedFont, listed_font, LISTED, FONT, PangoFont)
G_DEFINE_FINAL_TYPE(ListedFont, listed_font, PANGO_TYPE_FONT)

static PangoFontDescription *
describe(PangoFont *font)
{
	const ListedFont *listed = LISTED_FONT(font);
	PangoFontDescription *description = pango_font_description_new();

	pango_font_description_set_family(description, font_face_family(listed->face));
	pango_font_description_set_absolute_size(description, listed->size);
	return description;
}

static PangoCoverage *
get_coverage(PangoFont *font, PangoLanguage *language)
{
	(void)language;
	return g_object_ref(font_face_coverage(LISTED_FONT(font)->face));
}

static void
set_ink(hb_font_t *font, PangoGlyph glyph, PangoRectangle *ink)
{
	hb_glyph_extents_t extents = {0};

	hb_font_get_glyph_extents(font, glyph, &extents);
	*ink = (PangoRectangle){
		.x = extents.x_bearing,
		.y = -extents.y_bearing,
		.width = extents.width,
		.height = -extents.height,
	};
}

/* The room of a box, which is all of it ink as far as anybody asks. */
static void
set_box(PangoFont *font, gunichar ch, PangoRectangle *ink, PangoRectangle *logical)
{
	const gint64 size = LISTED_FONT(font)->size;
	unsigned em = hb_face_get_upem(hb_font_get_face(font_unsized(font)));

	if (ink)
		*ink = (PangoRectangle){
			.x = (int)(size * HEXBOX_BEARING / 1000),
			.y = (int)(-size * HEXBOX_SQUARE * HEXBOX_DOWN / 1000),
			.width = (int)(size * HEXBOX_SQUARE * hexbox_across(ch) / 1000),
			.height = (int)(size * HEXBOX_SQUARE * HEXBOX_DOWN / 1000),
		};
	if (logical)
		logical->width = font_scaled(hexbox_units(ch, em), font_ratio(font));
}

static void
get_glyph_extents(PangoFont *font, PangoGlyph glyph, PangoRectangle *ink, PangoRectangle *logical)
{
	hb_font_t *hb_font = pango_font_get_hb_font(font);
	bool unknown = glyph & PANGO_GLYPH_UNKNOWN_FLAG;
	gunichar ch = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
	hb_font_extents_t extents;

	if (ink)
		*ink = (PangoRectangle){0};
	if (logical)
		*logical = (PangoRectangle){0};
	if (glyph == PANGO_GLYPH_EMPTY)
		return;
	if (unknown)
		set_box(font, ch, ink, logical);
	else if (ink)
		set_ink(hb_font, glyph, ink);
	if (!logical)
		return;
	if (!unknown)
		logical->width = hb_font_get_glyph_h_advance(hb_font, glyph);
	hb_font_get_extents_for_direction(hb_font, HB_DIRECTION_LTR, &extents);
	logical->y = -extents.ascender;
	logical->height = extents.ascender - extents.descender;
}

/* Nobody can set any, and of ours nobody asks: what Pango has for no font. */
static PangoFontMetrics *
get_metrics(PangoFont *font, PangoLanguage *language)
{
	(void)font;
	return pango_font_get_metrics(NULL, language);
}

static hb_font_t *
create_hb_font(PangoFont *font)
{
	const ListedFont *listed = LISTED_FONT(font);

	return font_face_at(listed->face, listed->size);
}

static void
listed_font_finalize(GObject *object)
{
	font_face_release(LISTED_FONT(object)->face);
	G_OBJECT_CLASS(listed_font_parent_class)->finalize(object);
}

static void
listed_font_class_init(ListedFontClass *class)
{
	PangoFontClass *font = PANGO_FONT_CLASS(class);

	G_OBJECT_CLASS(class)->finalize = listed_font_finalize;
	font->describe = describe;
	font->describe_absolute = describe;
	font->get_coverage = get_coverage;
	font->get_glyph_extents = get_glyph_extents;
	font->get_metrics = get_metrics;
	font->create_hb_font = create_hb_font;
}

static void
listed_font_init(ListedFont *font)
{
	(void)font;
}

PangoFont *
font_new(struct font_face *face, int size)
{
	ListedFont *font = g_object_new(LISTED_TYPE_FONT, NULL);

	font->face = font_face_hold(face);
	font->size = size;
	return PANGO_FONT(font);
}

const char *
font_identity(PangoFont *font)
{
	return font_face_identity(LISTED_FONT(font)->face);
}

const char *
font_family(PangoFont *font)
{
	return font_face_family(LISTED_FONT(font)->face);
}

double
font_size(PangoFont *font)
{
	return (double)LISTED_FONT(font)->size / PANGO_SCALE;
}

hb_font_t *
font_unsized(PangoFont *font)
{
	return font_face_unsized(LISTED_FONT(font)->face);
}

gint64
font_ratio(PangoFont *font)
{
	gint64 em = hb_face_get_upem(hb_font_get_face(font_unsized(font)));

	return (((gint64)LISTED_FONT(font)->size << 20) + em / 2) / em;
}
