/* typesetter: tables of faces, fonts and hyphenated words, filled as they are asked for. */
#include "layout/typesetter.h"

#include <string.h>
#include "font/font.h"
#include "font/families.h"
#include "font/fonts.h"
#include "layout/breaks.h"
#include "layout/plain.h"
#include "locale/locale.h"

/* A face with the parts of the style that choose it. */
struct kept_face {
	struct span_style key; /* role, size, weight, italic, lang */
	char *role;
	PangoFontDescription *description;
	struct face face;
};

/* The hyphenator of a language and the words it has seen. */
struct kept_hyphenator {
	char *lang;
	struct hyphenator *hyphenator; /* NULL: none */
	GHashTable *words;	       /* word → its places, guint64 * */
};

struct typesetter {
	const struct fonts *fonts;
	PangoContext *context;
	struct plain *plain;
	struct breaks *breaks;
	GPtrArray *faces;	  /* struct kept_face * */
	struct kept_face *latest; /* asked for; NULL at first */
	GPtrArray *facts;	  /* struct font_facts * */
	GPtrArray *hyphenators;	  /* struct kept_hyphenator * */
};

static void
face_free(gpointer data)
{
	struct kept_face *face = data;

	pango_font_description_free(face->description);
	g_free(face->role);
	g_free(face);
}

static void
facts_free(gpointer data)
{
	struct font_facts *facts = data;

	g_object_unref(facts->font);
	g_free(facts);
}

static void
kept_hyphenator_free(gpointer data)
{
	struct kept_hyphenator *kept = data;

	hyphenator_free(kept->hyphenator);
	g_hash_table_unref(kept->words);
	g_free(kept->lang);
	g_free(kept);
}

struct typesetter *
typesetter_new(const struct fonts *fonts)
{
	struct typesetter *typesetter = g_new0(struct typesetter, 1);

	typesetter->fonts = fonts;
	typesetter->context = fonts_context(fonts, NULL);
	typesetter->plain = plain_new();
	typesetter->breaks = breaks_new();
	typesetter->faces = g_ptr_array_new_with_free_func(face_free);
	typesetter->facts = g_ptr_array_new_with_free_func(facts_free);
	typesetter->hyphenators = g_ptr_array_new_with_free_func(kept_hyphenator_free);
	return typesetter;
}

void
typesetter_free(struct typesetter *typesetter)
{
	if (!typesetter)
		return;
	g_ptr_array_unref(typesetter->faces);
	g_ptr_array_unref(typesetter->facts);
	g_ptr_array_unref(typesetter->hyphenators);
	plain_free(typesetter->plain);
	breaks_free(typesetter->breaks);
	g_object_unref(typesetter->context);
	g_free(typesetter);
}

PangoContext *
typesetter_context(struct typesetter *typesetter)
{
	return typesetter->context;
}

struct shaper *
typesetter_shaper(struct typesetter *typesetter)
{
	return fonts_shaper(typesetter->fonts);
}

struct plain *
typesetter_plain(struct typesetter *typesetter)
{
	return typesetter->plain;
}

struct breaks *
typesetter_breaks(struct typesetter *typesetter)
{
	return typesetter->breaks;
}

static bool
is_face_of(const struct kept_face *face, const struct span_style *style)
{
	return face->key.size == style->size && face->key.weight == style->weight &&
	       face->key.italic == style->italic && face->key.lang == style->lang &&
	       g_strcmp0(face->role, style->role) == 0;
}

static struct kept_face *
make_face(const struct typesetter *typesetter, const struct span_style *style)
{
	struct kept_face *face = g_new0(struct kept_face, 1);
	PangoFontDescription *description = pango_font_description_new();
	const char *role = style->role ? style->role : "serif";
	const char *families =
		families_find(fonts_families(typesetter->fonts), role, style->lang);

	face->key = *style;
	face->role = g_strdup(style->role);
	face->description = description;
	face->face.description = description;
	face->face.families = families ? families : role;
	face->face.language = pango_language_from_string(style->lang ? style->lang : "und");
	pango_font_description_set_family_static(description, face->face.families);
	pango_font_description_set_absolute_size(description, style->size * PANGO_SCALE);
	pango_font_description_set_weight(description, (PangoWeight)style->weight);
	pango_font_description_set_style(description,
					 style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	return face;
}

struct face
typesetter_face(struct typesetter *typesetter, const struct span_style *style)
{
	struct kept_face *face = typesetter->latest;

	for (guint i = 0; !face || !is_face_of(face, style); i++) {
		if (i == typesetter->faces->len)
			g_ptr_array_add(typesetter->faces, make_face(typesetter, style));
		face = g_ptr_array_index(typesetter->faces, i);
	}
	typesetter->latest = face;
	return face->face;
}

/*
 * The hyphen that is inserted: the font's own glyph for U+00AD where it looks like the hyphen.  A
 * glyph has one meaning in a PDF's ToUnicode, and search has to find the hyphens of the text.
 */
static void
find_hyphen(struct font_facts *facts, hb_font_t *unsized)
{
	hb_glyph_extents_t ink = {0}, soft_ink = {0};
	hb_codepoint_t hyphen, soft;
	int width;

	facts->hyphen = PANGO_GLYPH_EMPTY;
	if (!hb_font_get_nominal_glyph(unsized, '-', &hyphen))
		return;
	width = hb_font_get_glyph_h_advance(unsized, hyphen);
	facts->hyphen = hyphen;
	facts->hyphen_width = font_scaled(width, font_ratio(facts->font));
	if (!hb_font_get_nominal_glyph(unsized, 0x00AD, &soft) ||
	    hb_font_get_glyph_h_advance(unsized, soft) != width)
		return;
	hb_font_get_glyph_extents(unsized, hyphen, &ink);
	hb_font_get_glyph_extents(unsized, soft, &soft_ink);
	if (soft_ink.width == ink.width && soft_ink.height == ink.height)
		facts->hyphen = soft;
}

/*
 * Of the font; or where it has no hyphen, as the Naskh of Arabic, of a box with the baseline about
 * where Latin words and figures have it: its own 1.7 em would lift the line above its middle.
 */
static void
find_extents(struct font_facts *facts, hb_font_t *unsized)
{
	const int size = pango_units_from_double(font_size(facts->font));
	const gint64 ratio = font_ratio(facts->font);
	hb_font_extents_t extents;

	hb_font_get_h_extents(unsized, &extents);
	facts->ascent = font_scaled(extents.ascender, ratio);
	facts->descent = font_scaled(-extents.descender, ratio);
	if (facts->hyphen == PANGO_GLYPH_EMPTY) {
		facts->ascent = size * 21 / 25;
		facts->descent = size * 3 / 25;
	}
}

static struct font_facts *
make_facts(const PangoAnalysis *analysis)
{
	struct font_facts *facts = g_new0(struct font_facts, 1);
	hb_font_t *unsized = font_unsized(analysis->font);
	hb_codepoint_t space = PANGO_GLYPH_EMPTY;

	facts->font = g_object_ref(analysis->font);
	facts->family = font_family(analysis->font);
	find_hyphen(facts, unsized);
	find_extents(facts, unsized);
	hb_font_get_nominal_glyph(unsized, ' ', &space);
	facts->space = space;
	return facts;
}

const struct font_facts *
typesetter_font(struct typesetter *typesetter, const PangoAnalysis *analysis)
{
	struct font_facts *facts;

	for (guint i = 0; i < typesetter->facts->len; i++) {
		facts = g_ptr_array_index(typesetter->facts, i);
		if (facts->font == analysis->font)
			return facts;
	}
	facts = make_facts(analysis);
	g_ptr_array_add(typesetter->facts, facts);
	return facts;
}

static struct kept_hyphenator *
find_hyphenator(struct typesetter *typesetter, const char *lang)
{
	struct kept_hyphenator *kept;

	for (guint i = 0; i < typesetter->hyphenators->len; i++) {
		kept = g_ptr_array_index(typesetter->hyphenators, i);
		if (strcmp(kept->lang, lang) == 0)
			return kept;
	}
	kept = g_new0(struct kept_hyphenator, 1);
	kept->lang = g_strdup(lang);
	kept->hyphenator = hyphenator_open(lang);
	kept->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_ptr_array_add(typesetter->hyphenators, kept);
	return kept;
}

guint64
typesetter_hyphens(struct typesetter *typesetter, const char *lang, const char *word, gsize bytes,
		   gsize n_chars)
{
	struct kept_hyphenator *kept = lang ? find_hyphenator(typesetter, lang) : NULL;
	bool breaks[LONGEST_WORD] = {false};
	char key[LONGEST_WORD * 4 + 1];
	guint64 *places;

	if (!kept || !kept->hyphenator || n_chars > LONGEST_WORD || bytes >= sizeof(key))
		return 0;
	memcpy(key, word, bytes);
	key[bytes] = '\0';
	places = g_hash_table_lookup(kept->words, key);
	if (places)
		return *places;
	places = g_new0(guint64, 1);
	hyphenator_word(kept->hyphenator, word, bytes, n_chars, breaks);
	for (gsize i = 0; i < n_chars; i++)
		if (breaks[i])
			*places |= G_GUINT64_CONSTANT(1) << i;
	g_hash_table_insert(kept->words, g_strdup(key), places);
	return *places;
}
