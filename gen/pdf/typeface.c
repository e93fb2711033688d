/* typeface: which typefaces there are, and their codes; see typeface.h. */
#include "pdf/typeface.h"

#include <hb-ot.h>
#include <string.h>
#include "font/font.h"
#include "pdf/body.h"
#include "pdf/tounicode.h"
#include "pdf/typeface_private.h"

struct typefaces {
	struct body *body;
	char *cache;	     /* folder; NULL for none */
	GPtrArray *all;	     /* struct typeface, by index */
	GHashTable *by_name; /* char *: file, index and variations → struct typeface */
	GHashTable *by_font; /* PangoFont, kept → struct typeface */
	PangoFont *last_font;
	struct typeface *last;
};

static void
typeface_free(gpointer data)
{
	struct typeface *typeface = data;

	hb_font_destroy(typeface->font);
	g_free(typeface->slots);
	g_array_unref(typeface->codes);
	g_hash_table_unref(typeface->others);
	g_hash_table_unref(typeface->text_places);
	g_ptr_array_unref(typeface->texts);
	g_free(typeface);
}

struct typefaces *
typefaces_new(struct body *body)
{
	struct typefaces *typefaces = g_new0(struct typefaces, 1);

	typefaces->body = body;
	typefaces->all = g_ptr_array_new_with_free_func(typeface_free);
	typefaces->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	typefaces->by_font = g_hash_table_new_full(NULL, NULL, g_object_unref, NULL);
	return typefaces;
}

void
typefaces_free(struct typefaces *typefaces)
{
	if (!typefaces)
		return;
	g_hash_table_unref(typefaces->by_font);
	g_hash_table_unref(typefaces->by_name);
	g_ptr_array_unref(typefaces->all);
	g_free(typefaces->cache);
	g_free(typefaces);
}

void
typefaces_cache(struct typefaces *typefaces, const char *folder)
{
	g_free(typefaces->cache);
	typefaces->cache = g_strdup(folder);
}

/* The face and the variations of font, without its size: everything is in units of the face. */
static hb_font_t *
unscaled(hb_font_t *font)
{
	hb_face_t *face = hb_font_get_face(font);
	hb_font_t *copy = hb_font_create(face);
	int units = (int)hb_face_get_upem(face);
	unsigned n;
	const float *places = hb_font_get_var_coords_design(font, &n);

	hb_ot_font_set_funcs(copy);
	hb_font_set_scale(copy, units, units);
	if (n > 0)
		hb_font_set_var_coords_design(copy, places, n);
	return copy;
}

static struct typeface *
typeface_new(struct typefaces *typefaces, PangoFont *font)
{
	struct typeface *typeface = g_new0(struct typeface, 1);
	const struct code none = {0, 0};

	typeface->index = typefaces->all->len;
	typeface->object = body_reserve(typefaces->body);
	typeface->font = unscaled(pango_font_get_hb_font(font));
	typeface->n_glyphs = hb_face_get_glyph_count(hb_font_get_face(typeface->font));
	typeface->n_glyphs = CLAMP(typeface->n_glyphs, 1, G_MAXUINT16);
	typeface->slots = g_new0(struct slot, typeface->n_glyphs);
	typeface->codes = g_array_new(FALSE, FALSE, sizeof(struct code));
	g_array_append_val(typeface->codes, none);
	typeface->others = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	typeface->texts = g_ptr_array_new_with_free_func(g_free);
	typeface->text_places = g_hash_table_new(g_str_hash, g_str_equal);
	g_ptr_array_add(typefaces->all, typeface);
	return typeface;
}

static struct typeface *
find_by_name(struct typefaces *typefaces, PangoFont *font)
{
	const char *name = font_identity(font);
	struct typeface *typeface = g_hash_table_lookup(typefaces->by_name, name);

	if (!typeface) {
		typeface = typeface_new(typefaces, font);
		g_hash_table_insert(typefaces->by_name, g_strdup(name), typeface);
	}
	return typeface;
}

struct typeface *
typefaces_find(struct typefaces *typefaces, PangoFont *font)
{
	if (font == typefaces->last_font)
		return typefaces->last;
	typefaces->last_font = font;
	typefaces->last = g_hash_table_lookup(typefaces->by_font, font);
	if (!typefaces->last) {
		typefaces->last = find_by_name(typefaces, font);
		g_hash_table_insert(typefaces->by_font, g_object_ref(font), typefaces->last);
	}
	return typefaces->last;
}

guint
typeface_object(const struct typeface *typeface)
{
	return typeface->object;
}

guint
typeface_index(const struct typeface *typeface)
{
	return typeface->index;
}

double
typeface_size(PangoFont *font)
{
	return font_size(font);
}

int
typeface_thousandths(const struct typeface *typeface, int units)
{
	int em = (int)hb_face_get_upem(hb_font_get_face(typeface->font));

	return (units * 1000 + (units < 0 ? -em : em) / 2) / em;
}

static inline text_key
key_of_short(const char *text, gsize length)
{
	text_key key = 0;

	for (gsize i = 0; i < length; i++)
		key = key << 8 | (guint8)text[i];
	return key;
}

static text_key
key_of_long(struct typeface *typeface, const char *text, gsize length)
{
	g_autofree char *copy = g_strndup(text, length);
	gpointer place;

	if (!g_hash_table_lookup_extended(typeface->text_places, copy, NULL, &place)) {
		place = GUINT_TO_POINTER(typeface->texts->len);
		g_hash_table_insert(typeface->text_places, copy, place);
		g_ptr_array_add(typeface->texts, g_steal_pointer(&copy));
	}
	return TEXT_LONG | GPOINTER_TO_UINT(place);
}

char *
typeface_text(const struct typeface *typeface, text_key key)
{
	char *text;
	int n = 0;

	if (key >= TEXT_LONG)
		return g_strdup(g_ptr_array_index(typeface->texts, key - TEXT_LONG));
	text = g_new0(char, sizeof(key) + 1);
	for (int shift = 24; shift >= 0; shift -= 8) {
		if (key >> shift & 0xFF)
			text[n++] = (char)(key >> shift & 0xFF);
	}
	return text;
}

/* The next code; 0 where there is none left. */
static guint16
add_code(struct typeface *typeface, guint glyph, text_key text)
{
	const struct code code = {(guint16)glyph, text};

	if (typeface->codes->len > G_MAXUINT16)
		return 0;
	g_array_append_val(typeface->codes, code);
	return (guint16)(typeface->codes->len - 1);
}

static int
advance_of(const struct typeface *typeface, guint glyph)
{
	int advance = hb_font_get_glyph_h_advance(typeface->font, glyph);

	return CLAMP(typeface_thousandths(typeface, advance), 0, G_MAXUINT16);
}

/* The first code of a glyph, or the first text of a code. */
static void
settle(struct typeface *typeface, guint glyph, text_key text)
{
	struct slot *slot = &typeface->slots[glyph];

	if (!slot->code) {
		slot->code = add_code(typeface, glyph, text);
		typeface->full |= slot->code == 0;
		slot->advance = (guint16)advance_of(typeface, glyph);
	}
	slot->text = text;
	g_array_index(typeface->codes, struct code, slot->code).text = text;
}

/*
 * The code of a glyph for a text that is not its first one; 0 where none is left: half of all codes
 * are for glyphs.
 */
static guint16
other_code(struct typeface *typeface, guint glyph, text_key text)
{
	guint64 both = (guint64)glyph << 32 | text;
	guint16 code = (guint16)GPOINTER_TO_UINT(g_hash_table_lookup(typeface->others, &both));

	if (code || typeface->codes->len > G_MAXINT16)
		return code;
	code = add_code(typeface, glyph, text);
	if (code)
		g_hash_table_insert(typeface->others, g_memdup2(&both, sizeof(both)),
				    GUINT_TO_POINTER(code));
	return code;
}

/* All but what typeface_use settles at once. */
static bool
use_otherwise(struct typeface *typeface, guint glyph, const char *text, gsize length, guint16 *code,
	      int *advance)
{
	struct slot *slot = &typeface->slots[glyph];
	text_key key = 0;
	bool said = tounicode_can_say(text, length);

	if (said)
		key = length <= sizeof(key) ? key_of_short(text, length)
					    : key_of_long(typeface, text, length);
	if (!slot->code || (!slot->text && key))
		settle(typeface, glyph, key);
	*code = slot->code;
	*advance = slot->advance;
	if (key && key != slot->text) {
		*code = other_code(typeface, glyph, key);
		said = *code != 0;
		if (!said)
			*code = slot->code;
	}
	return said;
}

bool
typeface_use(struct typeface *typeface, PangoGlyph glyph, const char *text, gsize length,
	     guint16 *code, int *advance)
{
	const struct slot *slot;

	if (glyph >= typeface->n_glyphs)
		glyph = 0;
	slot = &typeface->slots[glyph];
	if (!slot->code || length > sizeof(text_key) ||
	    (length > 0 && slot->text != key_of_short(text, length)))
		return use_otherwise(typeface, glyph, text, length, code, advance);
	*code = slot->code;
	*advance = slot->advance;
	return true;
}

bool
typefaces_write(struct typefaces *typefaces, GError **error)
{
	for (guint i = 0; i < typefaces->all->len; i++) {
		if (!typeface_write(g_ptr_array_index(typefaces->all, i), typefaces->body,
				    typefaces->cache, error))
			return false;
	}
	return true;
}
