/* shaper: see shaper.h. */
#include "layout/shaper.h"

#include <stdbool.h>
#include <string.h>

/* Then all are forgotten: a bound on memory that prose in one language hardly reaches. */
#define MOST_WORDS 30000

/* Everything besides its text that a word's glyphs depend on. */
struct setting {
	PangoFont *font;
	PangoLanguage *language;
	const char *features; /* interned */
	guint8 script, level, gravity, flags;
	GHashTable *words; /* struct word *, as a set */
};

struct word {
	const char *text; /* in a key: not ended by a NUL */
	gsize length;
	guint hash;
	PangoGlyphString *glyphs;
};

struct shaper {
	GPtrArray *settings; /* struct setting * */
	guint n_words;
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

	return x->length == y->length && memcmp(x->text, y->text, x->length) == 0;
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
setting_free(gpointer data)
{
	struct setting *setting = data;

	g_object_unref(setting->font);
	g_hash_table_unref(setting->words);
	g_free(setting);
}

struct shaper *
shaper_new(void)
{
	struct shaper *shaper = g_new0(struct shaper, 1);

	shaper->settings = g_ptr_array_new_with_free_func(setting_free);
	return shaper;
}

void
shaper_free(struct shaper *shaper)
{
	if (!shaper)
		return;
	g_ptr_array_unref(shaper->settings);
	g_free(shaper);
}

/* From left to right, and of a script whose letters do not know what stands beyond a space. */
static bool
parts_at_spaces(const PangoAnalysis *analysis)
{
	return analysis->level % 2 == 0 &&
	       (analysis->script == PANGO_SCRIPT_LATIN || analysis->script == PANGO_SCRIPT_GREEK ||
		analysis->script == PANGO_SCRIPT_CYRILLIC ||
		analysis->script == PANGO_SCRIPT_COMMON);
}

static bool
is_setting_of(const struct setting *setting, const PangoAnalysis *analysis, const char *features)
{
	return setting->font == analysis->font && setting->language == analysis->language &&
	       setting->features == features && setting->script == analysis->script &&
	       setting->level == analysis->level && setting->gravity == analysis->gravity &&
	       setting->flags == analysis->flags;
}

static struct setting *
find_setting(struct shaper *shaper, const PangoAnalysis *analysis, const char *features)
{
	struct setting *setting;

	for (guint i = 0; i < shaper->settings->len; i++) {
		setting = shaper->settings->pdata[i];
		if (is_setting_of(setting, analysis, features))
			return setting;
	}
	setting = g_new0(struct setting, 1);
	setting->font = g_object_ref(analysis->font);
	setting->language = analysis->language;
	setting->features = features;
	setting->script = analysis->script;
	setting->level = analysis->level;
	setting->gravity = analysis->gravity;
	setting->flags = analysis->flags;
	setting->words = g_hash_table_new_full(word_hash, word_equal, word_free, NULL);
	g_ptr_array_add(shaper->settings, setting);
	return setting;
}

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
	struct setting *setting;
	const char *text;
	gsize length;
	const PangoItem *item;
};

static const struct word *
find_word(const struct assembly *assembly, const struct word *key)
{
	struct word *word = g_hash_table_lookup(assembly->setting->words, key);

	if (word)
		return word;
	word = g_new(struct word, 1);
	*word = *key;
	word->text = g_strndup(key->text, key->length);
	word->glyphs = pango_glyph_string_new();
	pango_shape_full(key->text, (int)key->length, assembly->text, (int)assembly->length,
			 &assembly->item->analysis, word->glyphs);
	g_hash_table_add(assembly->setting->words, word);
	assembly->shaper->n_words++;
	return word;
}

/* offset: bytes from the item's start; left: bytes there and after, so at most as many glyphs. */
static void
append_word(PangoGlyphString *glyphs, const PangoGlyphString *word, int offset, int left)
{
	int before = glyphs->num_glyphs, wanted = before + word->num_glyphs;

	/* It grows by doubling, from few. */
	if (wanted > glyphs->space)
		pango_glyph_string_set_size(glyphs, MAX(wanted, before + left));
	glyphs->num_glyphs = wanted;
	memcpy(glyphs->glyphs + before, word->glyphs,
	       (gsize)word->num_glyphs * sizeof(*word->glyphs));
	for (int i = 0; i < word->num_glyphs; i++)
		glyphs->log_clusters[before + i] = offset + word->log_clusters[i];
}

PangoGlyphString *
shaper_shape(struct shaper *shaper, const char *text, gsize length, const PangoItem *item,
	     const char *features)
{
	PangoGlyphString *glyphs = pango_glyph_string_new();
	const char *start = text + item->offset, *end = start + item->length;
	struct assembly assembly = {shaper, NULL, text, length, item};

	if (!parts_at_spaces(&item->analysis)) {
		pango_shape_full(start, item->length, text, (int)length, &item->analysis, glyphs);
		return glyphs;
	}
	if (shaper->n_words > MOST_WORDS) {
		g_ptr_array_set_size(shaper->settings, 0);
		shaper->n_words = 0;
	}
	assembly.setting = find_setting(shaper, &item->analysis, features);
	for (const char *p = start; p < end;) {
		struct word key = next_word(p, end);

		append_word(glyphs, find_word(&assembly, &key)->glyphs, (int)(p - start),
			    (int)(end - p));
		p += key.length;
	}
	return glyphs;
}
