/* plain: see plain.h. */
#include "layout/plain.h"

#include <string.h>

/* What Pango would make of a face, for one script. */
struct sample {
	const PangoFontDescription *description;
	PangoScript script;
	PangoFont *font; /* the face's first; NULL where that does not have the script's letters */
	PangoLanguage *language;
	bool ascii;	     /* the font has all of ASCII */
	GHashTable *covered; /* other characters looked up: to 1 where it has them, else 0 */
};

struct plain {
	GPtrArray *samples; /* struct sample * */
};

static void
sample_free(gpointer data)
{
	struct sample *sample = data;

	g_clear_object(&sample->font);
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
	*(PangoFont **)first = g_object_ref(font);
	return TRUE;
}

/* The font that is asked first for every character of a face, or NULL; the caller unrefs. */
static PangoFont *
first_font(PangoContext *context, const struct face *face)
{
	PangoFontset *fontset =
		pango_context_load_fontset(context, face->description, face->language);
	PangoFont *first = NULL;

	pango_fontset_foreach(fontset, take_first, &first);
	g_object_unref(fontset);
	return first;
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

static struct sample *
sample_new(PangoContext *context, const struct face *face, PangoScript script)
{
	const gunichar letter = script == PANGO_SCRIPT_LATIN	  ? 'n'
				: script == PANGO_SCRIPT_GREEK	  ? 0x03BD
				: script == PANGO_SCRIPT_CYRILLIC ? 0x043D
								  : '0';
	struct sample *sample = g_new0(struct sample, 1);

	sample->description = face->description;
	sample->script = script;
	sample->covered = g_hash_table_new(NULL, NULL);
	sample->language = shaping_language(face, script);
	sample->font = first_font(context, face);
	if (sample->font && !pango_font_has_char(sample->font, letter))
		g_clear_object(&sample->font);
	sample->ascii = sample->font && has_ascii(sample->font);
	return sample;
}

static struct sample *
find_sample(struct plain *plain, PangoContext *context, const struct face *face, PangoScript script)
{
	struct sample *sample;

	for (guint i = 0; i < plain->samples->len; i++) {
		sample = plain->samples->pdata[i];
		if (sample->description == face->description && sample->script == script)
			return sample;
	}
	sample = sample_new(context, face, script);
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
	      pango_font_has_char(sample->font, ch);
	g_hash_table_insert(sample->covered, key, GINT_TO_POINTER(has));
	return has;
}

PangoItem *
plain_item(struct plain *plain, PangoContext *context, const struct face *face, PangoScript script,
	   const char *text, gsize length)
{
	struct sample *sample = find_sample(plain, context, face, script);
	const char *end = text + length;
	PangoItem *item;

	if (!sample->font)
		return NULL;
	for (const char *p = text; p < end; p = g_utf8_next_char(p))
		if (((guint8)*p >= 0x80 || !sample->ascii) && !covers(sample, g_utf8_get_char(p)))
			return NULL;
	item = pango_item_new();
	item->analysis.font = g_object_ref(sample->font);
	item->analysis.language = sample->language;
	item->analysis.script = (guint8)script;
	item->length = (int)length;
	return item;
}
