/* vocabulary: the words with which a language writes figures. */
#include "locale/vocabulary.h"

#include <stdlib.h>
#include <string.h>
#include "locale/letter.h"
#include "locale/locale_private.h"
#include "locale/noun_forms.h"
#include "locale/word_index.h"

struct vocabulary {
	GArray *words; /* struct word */
	struct word_index *index;
	GStringChunk *texts; /* of the words */
	GString *folded;     /* the word being added */
	GPtrArray *prefixes; /* char *, longest first */
	gunichar date_marks[4];
	bool has_date_marks;
	bool starts_inside, ends_inside, counts_myriads;
	char decimal_sign;
};

/* The same qualifier on both sides of the figure is one word, or only the first of the two would be
 * found. */
static bool
joins_other_side(struct vocabulary *vocabulary, const struct word *word)
{
	for (guint i = 0; word->kind == WORD_QUALIFIER && i < vocabulary->words->len; i++) {
		struct word *other = &g_array_index(vocabulary->words, struct word, i);

		if (other->kind == WORD_QUALIFIER && other->qualifier == word->qualifier &&
		    strcmp(other->text, word->text) == 0) {
			other->before = other->before || word->before;
			other->after = other->after || word->after;
			return true;
		}
	}
	return false;
}

static void
add_bytes(struct vocabulary *vocabulary, struct word word, const char *text, gsize bytes)
{
	g_string_truncate(vocabulary->folded, 0);
	vocabulary_fold_bytes(vocabulary->folded, text, bytes);
	if (vocabulary->folded->len == 0)
		return;
	word.text = vocabulary->folded->str;
	if (joins_other_side(vocabulary, &word))
		return;
	word.text = g_string_chunk_insert_len(vocabulary->texts, word.text,
					      (gssize)vocabulary->folded->len);
	g_array_append_val(vocabulary->words, word);
}

static void
add_word(struct vocabulary *vocabulary, struct word word, const char *text)
{
	add_bytes(vocabulary, word, text, strlen(text));
}

/* "a|b|~c": each with the properties of word. */
static void
add_list(struct vocabulary *vocabulary, struct word word, const char *list)
{
	for (const char *text = list, *end; *text; text = *end ? end + 1 : end) {
		end = strchrnul(text, '|');
		word.after = *text == '~';
		word.before = !word.after;
		text += word.after ? 1 : 0;
		add_bytes(vocabulary, word, text, (gsize)(end - text));
	}
}

/* What comes before and after the value in the pattern of a qualifier. */
static void
add_pattern(struct vocabulary *vocabulary, struct word word, const char *pattern)
{
	g_auto(GStrv) sides = g_strsplit(pattern, "{0}", 2);

	if (!sides[0] || !sides[1] || strchr(sides[0], '{') || strchr(sides[1], '{'))
		return;
	word.before = true;
	add_word(vocabulary, word, g_strstrip(sides[0]));
	word.before = false;
	word.after = true;
	add_word(vocabulary, word, g_strstrip(sides[1]));
}

static void
add_qualifiers(struct vocabulary *vocabulary, const struct locale *locale)
{
	for (int i = 0; i < QUALIFIER_COUNT; i++) {
		struct word word = {.kind = WORD_QUALIFIER, .qualifier = i};
		g_autofree char *label =
			g_strconcat("qual.", qualifier_name((enum qualifier)i), NULL);
		g_autofree char *brief = g_strconcat(label, ".short", NULL);
		g_autofree char *read = g_strconcat("read.", label, NULL);

		if (locale_has(locale, read))
			add_list(vocabulary, word, locale_find(locale, read));
		if (locale_has(locale, label))
			add_pattern(vocabulary, word, locale_find(locale, label));
		if (locale_has(locale, brief))
			add_pattern(vocabulary, word, locale_find(locale, brief));
	}
}

/* Kinds of labels read.KIND.WHAT. */
static const struct keyed {
	const char *prefix;
	enum word_kind kind;
} keyed[] = {
	{"number.", WORD_NUMBER}, {"unit.", WORD_UNIT},	  {"scale.", WORD_SCALE},
	{"month.", WORD_MONTH},	  {"times.", WORD_TIMES}, {"season.", WORD_SEASON},
};

/* One label read.KIND.WHAT; key is what is behind "read.". */
static void
add_keyed(struct vocabulary *vocabulary, const char *key, const char *list)
{
	struct word word = {0};
	const char *what = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(keyed) && !what; i++) {
		gsize length = strlen(keyed[i].prefix);

		word.kind = keyed[i].kind;
		if (strncmp(key, keyed[i].prefix, length) == 0)
			what = key + length;
	}
	if (!what)
		return;
	if (word.kind == WORD_UNIT)
		word.unit = g_intern_string(what);
	else if (word.kind == WORD_SCALE || word.kind == WORD_MONTH || word.kind == WORD_SEASON)
		word.power = atoi(what);
	else if (!decimal_parse(what, &word.value))
		return;
	add_list(vocabulary, word, list);
}

/* "einundzwanzig": the units before the tens, written together with read.joint between them. */
static void
add_joined(struct vocabulary *vocabulary, const struct locale *locale)
{
	const char *joint = locale_find(locale, "read.joint");

	for (int n = 21; joint && n < 100; n++) {
		struct word word = {.kind = WORD_NUMBER, .value = {n, 0}};
		g_autofree char *unit_key = g_strdup_printf("read.number.%d", n % 10);
		g_autofree char *ten_key = g_strdup_printf("read.number.%d", n - n % 10);
		const char *unit = locale_find(locale, unit_key);
		const char *ten = locale_find(locale, ten_key);
		g_autofree char *text = NULL;

		if (n % 10 == 0 || !unit || !ten)
			continue;
		text = g_strdup_printf("%.*s%s%s", (int)strcspn(unit, "|"), unit, joint, ten);
		add_list(vocabulary, word, text);
	}
}

static void
add_single(struct vocabulary *vocabulary, const struct locale *locale)
{
	static const struct {
		const char *key;
		enum word_kind kind;
	} singles[] = {{"read.article", WORD_ARTICLE},
		       {"read.since", WORD_SINCE},
		       {"read.until", WORD_UNTIL},
		       {"read.range", WORD_RANGE},
		       {"read.reference", WORD_REFERENCE}};

	for (gsize i = 0; i < G_N_ELEMENTS(singles); i++) {
		const char *list = locale_find(locale, singles[i].key);

		if (list)
			add_list(vocabulary, (struct word){.kind = singles[i].kind}, list);
	}
}

/* The forms of the noun of "n.visa", and their stem. */
static void
add_noun(struct vocabulary *vocabulary, const char *key, const char *pattern)
{
	g_autoptr(GPtrArray) forms = noun_forms(pattern);
	g_autofree char *stem = noun_stem(forms);
	g_autofree char *unit = g_strdup(key + strlen("n."));
	struct word word = {.tail = 3};

	*strchrnul(unit, '.') = '\0';
	word.unit = g_intern_string(unit);
	for (guint i = 0; i < forms->len; i++) {
		const struct noun_form *form = g_ptr_array_index(forms, i);

		word.kind = form->number ? WORD_NUMBER : WORD_UNIT;
		word.value = (struct decimal){form->number, 0};
		add_word(vocabulary, word, form->text);
	}
	word.kind = WORD_UNIT;
	if (stem)
		add_word(vocabulary, word, stem);
}

static void
add_all(struct vocabulary *vocabulary, const struct locale *locale)
{
	add_qualifiers(vocabulary, locale);
	add_single(vocabulary, locale);
	add_joined(vocabulary, locale);
	for (guint i = 0; i < locale->labels->len; i++) {
		const struct yaml_pair *label = label_at(locale, i);

		if (strncmp(label->key, "read.", strlen("read.")) == 0)
			add_keyed(vocabulary, label->key + strlen("read."), label->text);
		else if (strncmp(label->key, "n.", strlen("n.")) == 0)
			add_noun(vocabulary, label->key, label->text);
	}
}

static void
read_settings(struct vocabulary *vocabulary, const struct locale *locale)
{
	const char *words = locale_find(locale, "read.words");
	const char *marks = locale_find(locale, "read.date-marks");
	const char *prefixes = locale_find(locale, "read.prefix");
	g_autofree char *half = locale_decimal(locale, (struct decimal){5, -1});
	g_auto(GStrv) list = g_strsplit(marks ? marks : "", "|", 3);

	vocabulary->starts_inside = words && strcmp(words, "unspaced") == 0;
	vocabulary->ends_inside = words != NULL;
	vocabulary->counts_myriads = locale_has(locale, "read.scale.4");
	vocabulary->decimal_sign = strchr(half, ',') ? ',' : '.';
	vocabulary->has_date_marks = g_strv_length(list) == 3;
	for (int i = 0; i < 3 && vocabulary->has_date_marks; i++)
		vocabulary->date_marks[i] = g_utf8_get_char(list[i]);
	if (prefixes) {
		g_auto(GStrv) all = g_strsplit(prefixes, "|", -1);

		for (char **prefix = all; *prefix; prefix++)
			g_ptr_array_add(vocabulary->prefixes, vocabulary_fold(*prefix));
	}
}

const struct vocabulary *
vocabulary_of(const struct locale *locale)
{
	struct vocabulary *vocabulary = locale->cache->vocabulary;

	if (vocabulary)
		return vocabulary;
	vocabulary = g_new0(struct vocabulary, 1);
	vocabulary->words = g_array_sized_new(FALSE, FALSE, sizeof(struct word), 512);
	vocabulary->texts = g_string_chunk_new(4096);
	vocabulary->folded = g_string_sized_new(64);
	vocabulary->prefixes = g_ptr_array_new_with_free_func(g_free);
	locale->cache->vocabulary = vocabulary;
	read_settings(vocabulary, locale);
	add_all(vocabulary, locale);
	vocabulary->index = word_index_new(vocabulary->words, vocabulary->ends_inside);
	return vocabulary;
}

void
vocabulary_free(struct vocabulary *vocabulary)
{
	if (!vocabulary)
		return;
	word_index_free(vocabulary->index);
	g_array_unref(vocabulary->words);
	g_string_chunk_free(vocabulary->texts);
	g_string_free(vocabulary->folded, TRUE);
	g_ptr_array_unref(vocabulary->prefixes);
	g_free(vocabulary);
}

const struct word *
vocabulary_match(const struct vocabulary *vocabulary, const char *text, gsize letters,
		 unsigned kinds, gsize *bytes)
{
	return word_index_match(vocabulary->index, text, letters, kinds, bytes);
}

gsize
vocabulary_letters(const struct vocabulary *vocabulary, const char *text)
{
	return vocabulary->ends_inside ? 0 : letters_at(text);
}

bool
vocabulary_starts_inside(const struct vocabulary *vocabulary)
{
	return vocabulary->starts_inside;
}

bool
vocabulary_ends_inside(const struct vocabulary *vocabulary)
{
	return vocabulary->ends_inside;
}

bool
vocabulary_counts_myriads(const struct vocabulary *vocabulary)
{
	return vocabulary->counts_myriads;
}

bool
vocabulary_is_particle(const struct vocabulary *vocabulary, const char *text, gsize at)
{
	const char *start = text + at;

	while (letter_before(text, (gsize)(start - text)))
		start = g_utf8_prev_char(start);
	return vocabulary_prefix(vocabulary, start) == (gsize)(text + at - start);
}

bool
vocabulary_has_prefixes(const struct vocabulary *vocabulary)
{
	return vocabulary->prefixes->len > 0;
}

gsize
vocabulary_prefix(const struct vocabulary *vocabulary, const char *text)
{
	gsize most = 0;

	for (guint i = 0; i < vocabulary->prefixes->len; i++) {
		const char *prefix = g_ptr_array_index(vocabulary->prefixes, i);
		gsize bytes = 0;

		while (prefix[bytes] && prefix[bytes] == text[bytes])
			bytes++;
		if (prefix[bytes] == '\0')
			most = MAX(most, bytes);
	}
	return most;
}

char
vocabulary_decimal_sign(const struct vocabulary *vocabulary)
{
	return vocabulary->decimal_sign;
}

const gunichar *
vocabulary_date_marks(const struct vocabulary *vocabulary)
{
	return vocabulary->has_date_marks ? vocabulary->date_marks : NULL;
}
