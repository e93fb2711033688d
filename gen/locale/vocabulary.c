/* vocabulary: the words with which a language writes figures. */
#include "locale/vocabulary.h"

#include <stdlib.h>
#include <string.h>
#include "locale/letter.h"
#include "locale/locale_private.h"
#include "locale/noun_forms.h"
#include "locale/word_index.h"

/* The tail of a word that is read within compounds alone, while it is added. */
enum { PART_ONLY = -1 };

struct vocabulary {
	GArray *words; /* struct word */
	struct word_index *index;
	GArray *parts;		       /* struct word: of compounds, some for nothing else */
	struct word_index *part_index; /* NULL where words are not put together */
	GStringChunk *texts;	       /* of the words */
	GString *folded;	       /* the word being added */
	GPtrArray *prefixes;	       /* char *, longest first */
	gunichar date_marks[4];
	bool has_date_marks;
	bool starts_inside, ends_inside, counts_myriads;
	bool inverts, says_nought, dots_ordinals;
	bool joins; /* any number words are written together, not only some */
	char decimal_sign;
};

/* The same qualifier on both sides of a figure is one word, or only the first would be found. */
static bool
joins_other_side(struct vocabulary *vocabulary, const struct word *word)
{
	for (guint i = vocabulary->words->len; word->kind == WORD_QUALIFIER && i-- > 0;) {
		struct word *other = &g_array_index(vocabulary->words, struct word, i);

		/* those of one qualifier are added one after the other */
		if (other->kind != WORD_QUALIFIER || other->qualifier != word->qualifier)
			return false;
		if (other->text[0] == word->text[0] && strcmp(other->text, word->text) == 0) {
			other->before = other->before || word->before;
			other->after = other->after || word->after;
			return true;
		}
	}
	return false;
}

/* A word whose text is folded and lent by texts. */
static void
add_folded(struct vocabulary *vocabulary, struct word word, char *text)
{
	GArray *words = word.tail == PART_ONLY ? vocabulary->parts : vocabulary->words;

	word.text = text;
	word.tail = MAX(word.tail, 0);
	if (*text && !joins_other_side(vocabulary, &word))
		g_array_append_val(words, word);
}

/* The text folded, in texts. */
static char *
keep_folded(struct vocabulary *vocabulary, const char *text)
{
	g_string_truncate(vocabulary->folded, 0);
	vocabulary_fold_bytes(vocabulary->folded, text, strlen(text));
	return g_string_chunk_insert_len(vocabulary->texts, vocabulary->folded->str,
					 (gssize)vocabulary->folded->len);
}

static void
add_word(struct vocabulary *vocabulary, struct word word, const char *text)
{
	add_folded(vocabulary, word, keep_folded(vocabulary, text));
}

/* "a|b|~c": each with the properties of word. */
static void
add_list(struct vocabulary *vocabulary, struct word word, const char *list)
{
	char *text = keep_folded(vocabulary, list);

	while (text) {
		char *end = strchr(text, '|');

		if (end)
			*end = '\0';
		word.after = *text == '~';
		word.before = !word.after;
		add_folded(vocabulary, word, text + (word.after ? 1 : 0));
		text = end ? end + 1 : NULL;
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

/* Signs that say the same in every language. */
static void
add_signs(struct vocabulary *vocabulary)
{
	static const struct {
		const char *list;
		enum qualifier qualifier;
	} signs[] = {{"≈|±", QUALIFIER_ABOUT},
		     {">|~+", QUALIFIER_OVER},
		     {"≥", QUALIFIER_AT_LEAST},
		     {"<", QUALIFIER_UNDER},
		     {"≤", QUALIFIER_UP_TO}};

	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
		add_list(
			vocabulary,
			(struct word){.kind = WORD_QUALIFIER, .qualifier = (int)signs[i].qualifier},
			signs[i].list);
	/* in a list it would mark what follows a figure */
	add_word(
		vocabulary,
		(struct word){.kind = WORD_QUALIFIER, .qualifier = QUALIFIER_ABOUT, .before = true},
		"~");
	add_word(vocabulary, (struct word){.kind = WORD_NUMBER, .value = {5, -1}}, "½");
}

static void
add_qualifiers(struct vocabulary *vocabulary, const struct locale *locale)
{
	add_signs(vocabulary);
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
	const char *name;
	enum word_kind kind;
	enum { KEY_UNIT, KEY_VALUE, KEY_POWER } what;
	enum qualifier qualifier;
	bool part;
} keyed[] = {
	{"number", WORD_NUMBER, KEY_VALUE, 0, false},
	{"unit", WORD_UNIT, KEY_UNIT, 0, false},
	{"scale", WORD_SCALE, KEY_POWER, 0, false},
	{"month", WORD_MONTH, KEY_POWER, 0, false},
	{"times", WORD_TIMES, KEY_VALUE, 0, false},
	{"fraction", WORD_FRACTION, KEY_VALUE, 0, false},
	{"season", WORD_SEASON, KEY_POWER, 0, false},
	{"span", WORD_SPAN, KEY_POWER, 0, false},
	{"governed", WORD_GOVERNED, KEY_VALUE, 0, false},
	{"dual", WORD_DUAL, KEY_POWER, 0, false},
	{"era", WORD_ERA, KEY_POWER, 0, false},
	{"rough", WORD_NUMBER, KEY_VALUE, QUALIFIER_ABOUT, false},
	{"part", WORD_NUMBER, KEY_VALUE, 0, true},
	{"part-scale", WORD_SCALE, KEY_POWER, 0, true},
};

static const struct keyed *
find_keyed(const char *key, gsize bytes)
{
	for (gsize i = 0; i < G_N_ELEMENTS(keyed); i++)
		if (keyed[i].name[0] == key[0] && strncmp(key, keyed[i].name, bytes) == 0 &&
		    keyed[i].name[bytes] == '\0')
			return &keyed[i];
	return NULL;
}

/* Of "read.span.7-12" the months, first times a hundred plus last; of others the number. */
static int
power_of_key(const char *what)
{
	const char *dash = strchr(what, '-');

	return dash ? atoi(what) * 100 + atoi(dash + 1) : atoi(what);
}

/* One label read.KIND.WHAT; key is what is behind "read.". */
static void
add_keyed(struct vocabulary *vocabulary, const char *key, const char *list)
{
	const char *dot = strchr(key, '.');
	const struct keyed *kind = dot ? find_keyed(key, (gsize)(dot - key)) : NULL;
	struct word word = {0};

	if (!kind)
		return;
	word.kind = kind->kind;
	word.qualifier = (int)kind->qualifier;
	word.tail = kind->part ? PART_ONLY : 0;
	if (kind->what == KEY_UNIT)
		word.unit = g_intern_string(dot + 1);
	else if (kind->what == KEY_POWER)
		word.power = power_of_key(dot + 1);
	else if (!decimal_parse(dot + 1, &word.value))
		return;
	add_list(vocabulary, word, list);
}

static void
add_single(struct vocabulary *vocabulary, const struct locale *locale)
{
	static const struct {
		const char *key;
		enum word_kind kind;
		int power;
	} singles[] = {{"read.article", WORD_ARTICLE, 0},
		       {"read.since", WORD_SINCE, 0},
		       {"read.until", WORD_UNTIL, 0},
		       {"read.range", WORD_RANGE, 0},
		       {"read.reference", WORD_REFERENCE, 0},
		       {"read.half", WORD_HALF, 0},
		       {"read.ratio", WORD_RATIO, 1},
		       {"read.ratio-of", WORD_RATIO, -1},
		       {"read.point", WORD_POINT, 0},
		       {"read.minus", WORD_MINUS, 0},
		       {"read.vague", WORD_VAGUE, 0},
		       {"read.not", WORD_NOT, 0},
		       {"read.ordinal", WORD_ORDINAL, 0}};

	for (gsize i = 0; i < G_N_ELEMENTS(singles); i++) {
		const char *list = locale_find(locale, singles[i].key);
		struct word word = {.kind = singles[i].kind, .power = singles[i].power};

		if (list)
			add_list(vocabulary, word, list);
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
		const struct noun_form *last = i > 0 ? g_ptr_array_index(forms, i - 1) : NULL;

		if (last && last->number == form->number && strcmp(last->text, form->text) == 0)
			continue;
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
	for (guint i = 0; i < locale->labels->len; i++) {
		const struct yaml_pair *label = label_at(locale, i);

		if (label->key[0] == 'r' && g_str_has_prefix(label->key, "read."))
			add_keyed(vocabulary, label->key + strlen("read."), label->text);
		else if (label->key[0] == 'n' && label->key[1] == '.')
			add_noun(vocabulary, label->key, label->text);
	}
}

/* May a word be part of a compound: a number, its scale, and what is counted in times? */
static bool
is_part(const struct vocabulary *vocabulary, const struct word *word)
{
	switch (word->kind) {
	case WORD_SCALE:
		return true;
	case WORD_NUMBER:
	case WORD_FRACTION:
	case WORD_HALF:
		return vocabulary->joins && !strpbrk(word->text, "* ");
	case WORD_UNIT:
		return vocabulary->joins && strcmp(word->unit, "times") == 0;
	default:
		return false;
	}
}

/* "zweihundertundachtzig", "이백팔십" */
static void
add_parts(struct vocabulary *vocabulary, const struct locale *locale)
{
	const char *joint = locale_find(locale, "read.joint");

	if (!locale_has(locale, "read.compound"))
		return;
	vocabulary->joins = joint != NULL;
	for (guint i = 0; i < vocabulary->words->len; i++) {
		const struct word *word = &g_array_index(vocabulary->words, struct word, i);

		if (is_part(vocabulary, word))
			g_array_append_val(vocabulary->parts, *word);
	}
	if (joint)
		add_word(vocabulary, (struct word){.kind = WORD_ARTICLE, .tail = PART_ONLY}, joint);
	vocabulary->part_index = word_index_new(vocabulary->parts, true);
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
	vocabulary->inverts = locale_has(locale, "read.inverted");
	vocabulary->says_nought =
		vocabulary->starts_inside && locale_has(locale, "read.nought-said");
	vocabulary->dots_ordinals = locale_has(locale, "read.ordinal-dot");
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
	vocabulary->parts = g_array_new(FALSE, FALSE, sizeof(struct word));
	vocabulary->texts = g_string_chunk_new(4096);
	vocabulary->folded = g_string_sized_new(64);
	vocabulary->prefixes = g_ptr_array_new_with_free_func(g_free);
	locale->cache->vocabulary = vocabulary;
	read_settings(vocabulary, locale);
	add_all(vocabulary, locale);
	add_parts(vocabulary, locale);
	vocabulary->index = word_index_new(vocabulary->words, vocabulary->ends_inside);
	return vocabulary;
}

void
vocabulary_free(struct vocabulary *vocabulary)
{
	if (!vocabulary)
		return;
	word_index_free(vocabulary->index);
	word_index_free(vocabulary->part_index);
	g_array_unref(vocabulary->parts);
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

const struct word *
vocabulary_part(const struct vocabulary *vocabulary, const char *text, gsize *bytes)
{
	if (!vocabulary->part_index)
		return NULL;
	return word_index_match(vocabulary->part_index, text, 0, ~0u, bytes);
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
vocabulary_has_parts(const struct vocabulary *vocabulary)
{
	return vocabulary->part_index;
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

bool
vocabulary_inverts(const struct vocabulary *vocabulary)
{
	return vocabulary->inverts;
}

bool
vocabulary_says_nought(const struct vocabulary *vocabulary)
{
	return vocabulary->says_nought;
}

bool
vocabulary_dots_ordinals(const struct vocabulary *vocabulary)
{
	return vocabulary->dots_ordinals;
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
