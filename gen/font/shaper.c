/* shaper: see shaper.h. */
#include "font/shaper.h"

#include <hb-ot.h>
#include <stdbool.h>
#include <string.h>
#include "font/font.h"
#include "font/hexbox.h"

/* Then all are forgotten: a bound on memory that prose in one language hardly reaches. */
#define MOST_WORDS 30000

/* Bytes; what is longer is hardly said twice. */
#define LONGEST_KEPT 120

/* So many characters before and after an item may change its glyphs. */
#define CONTEXT 5

/*
 * Words and everything besides their text that their glyphs depend on.  Of a language that is no
 * more than which of its rules a font takes: in most fonts most languages have none of their own.
 */
struct vocabulary {
	hb_font_t *font;      /* in units of its face */
	const char *features; /* interned */
	hb_segment_properties_t properties;
	unsigned languages[2]; /* rules to substitute and to place glyphs */
	GHashTable *words;     /* struct word *, as a set */
	GArray *wanted;	       /* hb_feature_t: the features */
	hb_shape_plan_t *plan;
};

/* What an item asks for. */
struct setting {
	hb_font_t *font;
	PangoLanguage *language;
	const char *features;
	guint8 script, level;
	struct vocabulary *vocabulary;
};

struct word {
	const char *text; /* in a key: not ended by a NUL */
	gsize length;
	gsize before, after; /* bytes of it that are only context */
	guint hash;
	PangoGlyphString *glyphs; /* in units of the face */
};

struct shaper {
	GArray *settings;	 /* struct setting */
	GPtrArray *vocabularies; /* struct vocabulary * */
	guint n_words;
	hb_buffer_t *buffer;
	PangoGlyphString *unkept; /* of what is too long to be kept */
};

static guint
word_hash(gconstpointer key)
{
	return ((const struct word *)key)->hash;
}

static gboolean
word_equal(gconstpointer a, gconstpointer b)
{
	const struct word *x = a, *y = b;

	return x->length == y->length && x->before == y->before && x->after == y->after &&
	       memcmp(x->text, y->text, x->length) == 0;
}

static void
word_free(gpointer data)
{
	struct word *word = data;

	pango_glyph_string_free(word->glyphs);
	g_free((char *)word->text);
	g_free(word);
}

static void
vocabulary_free(gpointer data)
{
	struct vocabulary *vocabulary = data;

	hb_font_destroy(vocabulary->font);
	hb_shape_plan_destroy(vocabulary->plan);
	g_array_unref(vocabulary->wanted);
	g_hash_table_unref(vocabulary->words);
	g_free(vocabulary);
}

struct shaper *
shaper_new(void)
{
	struct shaper *shaper = g_new0(struct shaper, 1);

	shaper->settings = g_array_new(FALSE, FALSE, sizeof(struct setting));
	shaper->vocabularies = g_ptr_array_new_with_free_func(vocabulary_free);
	shaper->unkept = pango_glyph_string_new();
	shaper->buffer = hb_buffer_create();
	hb_buffer_set_cluster_level(shaper->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_flags(shaper->buffer, HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT);
	hb_buffer_set_invisible_glyph(shaper->buffer, PANGO_GLYPH_EMPTY);
	return shaper;
}

void
shaper_free(struct shaper *shaper)
{
	if (!shaper)
		return;
	g_array_unref(shaper->settings);
	g_ptr_array_unref(shaper->vocabularies);
	pango_glyph_string_free(shaper->unkept);
	hb_buffer_destroy(shaper->buffer);
	g_free(shaper);
}

/* ---- vocabularies ---- */

/* From left to right, and of a script whose letters do not know what stands beyond a space. */
static bool
parts_at_spaces(const PangoAnalysis *analysis)
{
	return analysis->level % 2 == 0 &&
	       (analysis->script == PANGO_SCRIPT_LATIN || analysis->script == PANGO_SCRIPT_GREEK ||
		analysis->script == PANGO_SCRIPT_CYRILLIC ||
		analysis->script == PANGO_SCRIPT_COMMON);
}

static hb_segment_properties_t
properties_of(const PangoAnalysis *analysis)
{
	const char *language = pango_language_to_string(analysis->language);

	return (hb_segment_properties_t){
		.direction = analysis->level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR,
		.script =
			(hb_script_t)g_unicode_script_to_iso15924((GUnicodeScript)analysis->script),
		.language = hb_language_from_string(language, -1),
	};
}

/* Of "liga 0, clig 0"; hb_feature_t. */
static GArray *
read_features(const char *features)
{
	g_auto(GStrv) parts = g_strsplit(features ? features : "", ",", -1);
	GArray *wanted = g_array_new(FALSE, FALSE, sizeof(hb_feature_t));

	for (char **part = parts; *part; part++) {
		hb_feature_t feature;

		if (hb_feature_from_string(g_strstrip(*part), -1, &feature))
			g_array_append_val(wanted, feature);
	}
	return wanted;
}

/* Which language's rules a table of the font has for the properties. */
static unsigned
rules_of(hb_font_t *font, hb_tag_t table, const hb_segment_properties_t *properties)
{
	hb_face_t *face = hb_font_get_face(font);
	hb_tag_t scripts[HB_OT_MAX_TAGS_PER_SCRIPT], languages[HB_OT_MAX_TAGS_PER_LANGUAGE];
	unsigned n_scripts = G_N_ELEMENTS(scripts), n_languages = G_N_ELEMENTS(languages);
	unsigned script, language;

	hb_ot_tags_from_script_and_language(properties->script, properties->language, &n_scripts,
					    scripts, &n_languages, languages);
	hb_ot_layout_table_select_script(face, table, n_scripts, scripts, &script, NULL);
	hb_ot_layout_script_select_language(face, table, script, n_languages, languages, &language);
	return language;
}

static bool
share_words(const struct vocabulary *a, const struct vocabulary *b)
{
	return a->font == b->font && a->features == b->features &&
	       a->properties.direction == b->properties.direction &&
	       a->properties.script == b->properties.script && a->languages[0] == b->languages[0] &&
	       a->languages[1] == b->languages[1];
}

static void
make_plan(struct vocabulary *vocabulary)
{
	unsigned n_coords;
	const int *coords = hb_font_get_var_coords_normalized(vocabulary->font, &n_coords);

	hb_font_reference(vocabulary->font);
	vocabulary->words = g_hash_table_new_full(word_hash, word_equal, word_free, NULL);
	vocabulary->wanted = read_features(vocabulary->features);
	vocabulary->plan = hb_shape_plan_create_cached2(
		hb_font_get_face(vocabulary->font), &vocabulary->properties,
		(const hb_feature_t *)(const void *)vocabulary->wanted->data,
		vocabulary->wanted->len, coords, n_coords, NULL);
}

static struct vocabulary *
find_vocabulary(struct shaper *shaper, const PangoAnalysis *analysis, const char *features)
{
	struct vocabulary key =
				  {
					  .font = font_unsized(analysis->font),
					  .features = features,
					  .properties = properties_of(analysis),
				  },
			  *vocabulary;

	key.languages[0] = rules_of(key.font, HB_OT_TAG_GSUB, &key.properties);
	key.languages[1] = rules_of(key.font, HB_OT_TAG_GPOS, &key.properties);
	for (guint i = 0; i < shaper->vocabularies->len; i++)
		if (share_words(shaper->vocabularies->pdata[i], &key))
			return shaper->vocabularies->pdata[i];
	vocabulary = g_memdup2(&key, sizeof(key));
	make_plan(vocabulary);
	g_ptr_array_add(shaper->vocabularies, vocabulary);
	return vocabulary;
}

static struct vocabulary *
vocabulary_of(struct shaper *shaper, const PangoAnalysis *analysis, const char *features)
{
	const struct setting wanted = {
		.font = font_unsized(analysis->font),
		.language = analysis->language,
		.features = features,
		.script = analysis->script,
		.level = analysis->level % 2,
		.vocabulary = NULL,
	};

	for (guint i = 0; i < shaper->settings->len; i++) {
		const struct setting *setting = &g_array_index(shaper->settings, struct setting, i);

		if (setting->font == wanted.font && setting->language == wanted.language &&
		    setting->features == wanted.features && setting->script == wanted.script &&
		    setting->level == wanted.level)
			return setting->vocabulary;
	}
	g_array_append_val(shaper->settings, wanted);
	return g_array_index(shaper->settings, struct setting, shaper->settings->len - 1)
		       .vocabulary = find_vocabulary(shaper, analysis, features);
}

/* ---- words ---- */

/*
 * Is the space at p between letters?  Fonts kern a comma with its space and what follows, and Inter
 * raises a dash between capitals and turns an x between numbers into a sign, over spaces.
 */
static bool
is_between_letters(const char *start, const char *p, const char *end)
{
	return p > start && p + 1 < end && g_unichar_isalpha(g_utf8_get_char(p + 1)) &&
	       g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(p)));
}

/* A key for what stands at text: up to the next space between letters, and with it.  FNV-1a. */
static struct word
next_word(const char *text, const char *end)
{
	struct word key = {.text = text, .hash = 2166136261u};
	const char *p = text;
	bool more = true;

	for (; p < end && more; p++) {
		key.hash = (key.hash ^ (guint8)*p) * 16777619u;
		more = *p != ' ' || !is_between_letters(text, p, end);
	}
	key.length = (gsize)(p - text);
	return key;
}

/* The words of one item. */
struct assembly {
	struct shaper *shaper;
	struct vocabulary *vocabulary;
	const char *text;
	gsize length;
	const PangoItem *item;
	gint64 ratio;
};

/* What the font does not have, in units of its face: the room of the box, wherever HarfBuzz put it.
 */
static PangoGlyphInfo
unknown_glyph(gunichar ch, hb_font_t *font)
{
	return (PangoGlyphInfo){
		.glyph = PANGO_GET_UNKNOWN_GLYPH(ch),
		.geometry.width = hexbox_units(ch, hb_face_get_upem(hb_font_get_face(font))),
	};
}

static PangoGlyphInfo
glyph_of(const hb_glyph_info_t *info, const hb_glyph_position_t *position, const char *text,
	 hb_font_t *font)
{
	PangoGlyphInfo glyph = {
		.glyph = info->codepoint,
		.geometry = {position->x_advance, position->x_offset, -position->y_offset},
	};

	if (info->codepoint == 0)
		return unknown_glyph(g_utf8_get_char(text + info->cluster), font);
	return glyph;
}

/* Shape length bytes at start, which is in the item; clusters count from there. */
static void
shape(const struct assembly *assembly, const char *start, gsize length, PangoGlyphString *glyphs)
{
	const struct vocabulary *vocabulary = assembly->vocabulary;
	hb_buffer_t *buffer = assembly->shaper->buffer;
	const int offset = (int)(start - assembly->text);
	const hb_glyph_position_t *positions;
	const hb_glyph_info_t *infos;
	unsigned n;

	hb_buffer_clear_contents(buffer);
	hb_buffer_set_segment_properties(buffer, &vocabulary->properties);
	hb_buffer_add_utf8(buffer, assembly->text, (int)assembly->length, (unsigned)offset,
			   (int)length);
	hb_shape_plan_execute(vocabulary->plan, vocabulary->font, buffer,
			      (const hb_feature_t *)(const void *)vocabulary->wanted->data,
			      vocabulary->wanted->len);
	infos = hb_buffer_get_glyph_infos(buffer, &n);
	positions = hb_buffer_get_glyph_positions(buffer, &n);
	pango_glyph_string_set_size(glyphs, (int)n);
	for (unsigned i = 0; i < n; i++) {
		glyphs->glyphs[i] =
			glyph_of(&infos[i], &positions[i], assembly->text, vocabulary->font);
		glyphs->log_clusters[i] = (int)infos[i].cluster - offset;
		glyphs->glyphs[i].attr.is_cluster_start =
			i == 0 || infos[i].cluster != infos[i - 1].cluster;
	}
}

/* The glyphs of length bytes at start, which key stands for; lent until the next are asked for. */
static const PangoGlyphString *
find_word(const struct assembly *assembly, const struct word *key, const char *start, gsize length)
{
	struct word *word;

	if (key->length > LONGEST_KEPT) {
		shape(assembly, start, length, assembly->shaper->unkept);
		return assembly->shaper->unkept;
	}
	word = g_hash_table_lookup(assembly->vocabulary->words, key);
	if (!word) {
		word = g_new(struct word, 1);
		*word = *key;
		word->text = g_strndup(key->text, key->length);
		word->glyphs = pango_glyph_string_new();
		shape(assembly, start, length, word->glyphs);
		g_hash_table_add(assembly->vocabulary->words, word);
		assembly->shaper->n_words++;
	}
	return word->glyphs;
}

/* offset: bytes from the item's start; left: bytes there and after, so at most as many glyphs. */
static void
append_word(PangoGlyphString *glyphs, const PangoGlyphString *word, int offset, int left,
	    gint64 ratio)
{
	int before = glyphs->num_glyphs, wanted = before + word->num_glyphs;

	/* It grows by doubling, from few. */
	if (wanted > glyphs->space)
		pango_glyph_string_set_size(glyphs, MAX(wanted, before + left));
	glyphs->num_glyphs = wanted;
	for (int i = 0; i < word->num_glyphs; i++) {
		PangoGlyphInfo *glyph = &glyphs->glyphs[before + i];

		*glyph = word->glyphs[i];
		glyph->geometry.width = font_scaled(glyph->geometry.width, ratio);
		glyph->geometry.x_offset = font_scaled(glyph->geometry.x_offset, ratio);
		glyph->geometry.y_offset = font_scaled(glyph->geometry.y_offset, ratio);
		glyphs->log_clusters[before + i] = offset + word->log_clusters[i];
	}
}

/* Do letters change by what stands beyond the item? */
static bool
reaches_out(const PangoAnalysis *analysis)
{
	switch (analysis->script) {
	case PANGO_SCRIPT_HAN:
	case PANGO_SCRIPT_HIRAGANA:
	case PANGO_SCRIPT_KATAKANA:
	case PANGO_SCRIPT_HANGUL:
	case PANGO_SCRIPT_BOPOMOFO:
		return false;
	default:
		return true;
	}
}

/* A key for the item as a whole, with as much around it as its glyphs depend on. */
static struct word
whole_item(const struct assembly *assembly)
{
	const PangoItem *item = assembly->item;
	const char *start = assembly->text + item->offset, *end = start + item->length;
	const char *text = start;
	struct word key = {.hash = 2166136261u};

	for (int i = 0; i < CONTEXT && reaches_out(&item->analysis); i++) {
		if (text > assembly->text)
			text = g_utf8_prev_char(text);
		if (end < assembly->text + assembly->length)
			end = g_utf8_next_char(end);
	}
	key.text = text;
	key.length = (gsize)(end - text);
	key.before = (gsize)(start - text);
	key.after = (gsize)(end - start) - (gsize)item->length;
	for (gsize i = 0; i < key.length && i < LONGEST_KEPT; i++)
		key.hash = (key.hash ^ (guint8)text[i]) * 16777619u;
	return key;
}

PangoGlyphString *
shaper_shape(struct shaper *shaper, const char *text, gsize length, const PangoItem *item,
	     const char *features)
{
	PangoGlyphString *glyphs = pango_glyph_string_new();
	const char *start = text + item->offset, *end = start + item->length;
	struct assembly assembly = {shaper, NULL, text, length, item, 0};

	if (shaper->n_words > MOST_WORDS) {
		g_array_set_size(shaper->settings, 0);
		g_ptr_array_set_size(shaper->vocabularies, 0);
		shaper->n_words = 0;
	}
	assembly.vocabulary = vocabulary_of(shaper, &item->analysis, features);
	assembly.ratio = font_ratio(item->analysis.font);
	if (!parts_at_spaces(&item->analysis)) {
		struct word key = whole_item(&assembly);

		append_word(glyphs, find_word(&assembly, &key, start, (gsize)item->length), 0,
			    item->length, assembly.ratio);
		return glyphs;
	}
	for (const char *p = start; p < end;) {
		struct word key = next_word(p, end);

		append_word(glyphs, find_word(&assembly, &key, p, key.length), (int)(p - start),
			    (int)(end - p), assembly.ratio);
		p += key.length;
	}
	return glyphs;
}
