/* plain: see plain.h. */
#include "layout/plain.h"

#include <string.h>

/* What Pango makes of a face, for one script. */
struct sample {
	const PangoFontDescription *description;
	const char *features;
	PangoScript script;
	PangoItem *item;     /* NULL where it would not be in the face's first font */
	bool ascii;	     /* that font has all of ASCII */
	GHashTable *covered; /* other characters looked up: to 1 where it has them, else 0 */
};

struct plain {
	GPtrArray *samples; /* struct sample * */
};

static void
item_free(PangoItem *item)
{
	if (item)
		pango_item_free(item);
}

static void
sample_free(gpointer data)
{
	struct sample *sample = data;

	item_free(sample->item);
	g_hash_table_unref(sample->covered);
	g_free(sample);
}

struct plain *
plain_new(void)
{
	struct plain *plain = g_new0(struct plain, 1);

	plain->samples = g_ptr_array_new_with_free_func(sample_free);
	return plain;
}

void
plain_free(struct plain *plain)
{
	if (!plain)
		return;
	g_ptr_array_unref(plain->samples);
	g_free(plain);
}

/* ---- characters ---- */

/*
 * Without marks, the soft hyphen and what is not seen.  Left to right or neutral, all of them, and
 * shown as text.
 */
static bool
is_plain(gunichar ch)
{
	static const struct {
		gunichar first, last;
	} ranges[] = {
		{0x20, 0x7E},	  {0xA0, 0xAC},	    {0xAE, 0x24F},    {0x2BC, 0x2BC},
		{0x370, 0x377},	  {0x37A, 0x37F},   {0x384, 0x38A},   {0x38C, 0x38C},
		{0x38E, 0x3A1},	  {0x3A3, 0x3E1},   {0x3F0, 0x482},   {0x48A, 0x52F},
		{0x2002, 0x200A}, {0x2010, 0x2027}, {0x202F, 0x205E}, {0x2070, 0x2071},
		{0x2074, 0x208E}, {0x20A0, 0x20BF}, {0x2116, 0x2116}, {0x2122, 0x2122},
		{0x2212, 0x2212},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(ranges) && ch >= ranges[i].first; i++)
		if (ch <= ranges[i].last)
			return true;
	return false;
}

bool
plain_script_of(gunichar ch, PangoScript *script)
{
	*script = PANGO_SCRIPT_COMMON;
	if (ch >= 0x20 && ch < 0x7F) {
		if (g_ascii_isalpha((char)ch))
			*script = PANGO_SCRIPT_LATIN;
		return true;
	}
	if (!is_plain(ch))
		return false;
	*script = (PangoScript)g_unichar_get_script(ch);
	return *script == PANGO_SCRIPT_COMMON || *script == PANGO_SCRIPT_LATIN ||
	       *script == PANGO_SCRIPT_GREEK || *script == PANGO_SCRIPT_CYRILLIC;
}

bool
plain_text(const char *text, gsize length, PangoScript *script)
{
	const char *end = text + length;

	for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
		PangoScript own;

		if (!plain_script_of(g_utf8_get_char(p), &own))
			return false;
		if (own == PANGO_SCRIPT_COMMON || own == *script)
			continue;
		if (*script != PANGO_SCRIPT_COMMON)
			return false;
		*script = own;
	}
	return true;
}

/* ---- samples ---- */

static gboolean
take_first(PangoFontset *fontset, PangoFont *font, gpointer first)
{
	(void)fontset;
	*(PangoFont **)first = font;
	return TRUE;
}

/* Is the item in the font that is asked first for every character of its face? */
static bool
is_in_first_font(const PangoItem *item, PangoContext *context,
		 const PangoFontDescription *description)
{
	PangoFontset *fontset =
		pango_context_load_fontset(context, description, item->analysis.language);
	PangoFont *first = NULL;

	pango_fontset_foreach(fontset, take_first, &first);
	g_object_unref(fontset);
	return first == item->analysis.font;
}

static bool
has_ascii(PangoFont *font)
{
	for (gunichar ch = '!'; ch < 0x7F; ch++)
		if (!pango_font_has_char(font, ch))
			return false;
	return true;
}

/* The language Pango would shape it in: that of the face, unless it is not written so. */
static PangoLanguage *
shaping_language(const struct face *face, PangoScript script)
{
	PangoLanguage *usual = pango_script_get_sample_language(script);

	if (usual && !pango_language_includes_script(face->language, script))
		return usual;
	return face->language;
}

/*
 * What Pango makes of one letter, or digit.  Pango asks fontconfig again for every language, which
 * for ten of them takes a tenth of all instructions: so languages with the same families ask in
 * one.
 */
static PangoItem *
item_of_face(PangoContext *context, const struct face *face, const char *features,
	     PangoScript script)
{
	const char *text = script == PANGO_SCRIPT_LATIN	     ? "n"
			   : script == PANGO_SCRIPT_GREEK    ? "\u03BD"
			   : script == PANGO_SCRIPT_CYRILLIC ? "\u043D"
							     : "0";
	PangoAttrList *attributes = pango_attr_list_new();
	GList *items;
	PangoItem *item;

	pango_attr_list_insert(attributes, pango_attr_font_desc_new(face->description));
	pango_attr_list_insert(attributes, pango_attr_language_new(face->asking));
	if (features)
		pango_attr_list_insert(attributes, pango_attr_font_features_new(features));
	items = pango_itemize_with_base_dir(context, PANGO_DIRECTION_LTR, text, 0,
					    (int)strlen(text), attributes, NULL);
	pango_attr_list_unref(attributes);
	item = items->data;
	g_list_free(items);
	return item;
}

static struct sample *
sample_new(PangoContext *context, const struct face *face, const char *features, PangoScript script)
{
	struct sample *sample = g_new0(struct sample, 1);

	sample->description = face->description;
	sample->features = features;
	sample->script = script;
	sample->covered = g_hash_table_new(NULL, NULL);
	sample->item = item_of_face(context, face, features, script);
	if (!is_in_first_font(sample->item, context, face->description))
		g_clear_pointer(&sample->item, item_free);
	if (sample->item)
		sample->item->analysis.language = shaping_language(face, script);
	sample->ascii = sample->item && has_ascii(sample->item->analysis.font);
	return sample;
}

static struct sample *
find_sample(struct plain *plain, PangoContext *context, const struct face *face,
	    const char *features, PangoScript script)
{
	struct sample *sample;

	for (guint i = 0; i < plain->samples->len; i++) {
		sample = plain->samples->pdata[i];
		if (sample->description == face->description && sample->features == features &&
		    sample->script == script)
			return sample;
	}
	sample = sample_new(context, face, features, script);
	g_ptr_array_add(plain->samples, sample);
	return sample;
}

/* ---- items ---- */

/* Spaces are in whatever font is around them. */
static bool
covers(const struct sample *sample, gunichar ch)
{
	gpointer known = NULL, key = GUINT_TO_POINTER(ch);
	bool has;

	if (ch < 0x7F && (sample->ascii || ch == ' '))
		return true;
	if (g_hash_table_lookup_extended(sample->covered, key, NULL, &known))
		return known != NULL;
	has = g_unichar_type(ch) == G_UNICODE_SPACE_SEPARATOR ||
	      pango_font_has_char(sample->item->analysis.font, ch);
	g_hash_table_insert(sample->covered, key, GINT_TO_POINTER(has));
	return has;
}

PangoItem *
plain_item(struct plain *plain, PangoContext *context, const struct face *face,
	   const char *features, PangoScript script, const char *text, gsize length)
{
	struct sample *sample = find_sample(plain, context, face, features, script);
	const char *end = text + length;
	PangoItem *item;

	if (!sample->item)
		return NULL;
	for (const char *p = text; p < end; p = g_utf8_next_char(p))
		if (((guint8)*p >= 0x80 || !sample->ascii) && !covers(sample, g_utf8_get_char(p)))
			return NULL;
	item = pango_item_new();
	item->analysis = sample->item->analysis;
	g_object_ref(item->analysis.font);
	item->length = (int)length;
	return item;
}
