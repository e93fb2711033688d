/* vocabulary: the words with which a language writes figures. */
#include "locale/vocabulary.h"

#include <stdlib.h>
#include <string.h>
#include "locale/locale_private.h"
#include "locale/noun_forms.h"

struct vocabulary {
	GArray *words;	     /* struct word */
	GHashTable *initials; /* initial_of -> GArray of guint: words that begin so, in order */
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
add_word(struct vocabulary *vocabulary, struct word word, const char *text)
{
	word.text = vocabulary_fold(text);
	if (*word.text && !joins_other_side(vocabulary, &word))
		g_array_append_val(vocabulary->words, word);
	else
		g_free(word.text);
}

/* "a|b|~c": each with the properties of word. */
static void
add_list(struct vocabulary *vocabulary, struct word word, const char *list)
{
	g_auto(GStrv) texts = g_strsplit(list, "|", -1);

	for (char **text = texts; *text; text++) {
		word.after = **text == '~';
		word.before = !word.after;
		add_word(vocabulary, word, *text + (word.after ? 1 : 0));
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

/* One label read.KIND.WHAT; false if it is of no kind that is keyed so. */
static bool
add_keyed(struct vocabulary *vocabulary, const char *key, const char *list)
{
	struct word word = {0};

	if (g_str_has_prefix(key, "read.unit.")) {
		word.kind = WORD_UNIT;
		word.unit = g_intern_string(key + strlen("read.unit."));
	} else if (g_str_has_prefix(key, "read.scale.")) {
		word.kind = WORD_SCALE;
		word.power = atoi(key + strlen("read.scale."));
	} else if (g_str_has_prefix(key, "read.month.")) {
		word.kind = WORD_MONTH;
		word.power = atoi(key + strlen("read.month."));
	} else if (g_str_has_prefix(key, "read.number.")) {
		word.kind = WORD_NUMBER;
		if (!decimal_parse(key + strlen("read.number."), &word.value))
			return false;
	} else if (g_str_has_prefix(key, "read.times.")) {
		word.kind = WORD_TIMES;
		if (!decimal_parse(key + strlen("read.times."), &word.value))
			return false;
	} else {
		return false;
	}
	add_list(vocabulary, word, list);
	return true;
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
	for (guint i = 0; i < locale->keys->len; i++) {
		const char *key = g_ptr_array_index(locale->keys, i);
		const char *text = locale_find(locale, key);

		if (g_str_has_prefix(key, "read."))
			add_keyed(vocabulary, key, text);
		else if (g_str_has_prefix(key, "n."))
			add_noun(vocabulary, key, text);
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

static void
initial_free(gpointer indices)
{
	g_array_unref(indices);
}

/* The first two characters as one number; of one alone where the second can stand for another. */
static gpointer
initial_of(const char *text, bool alone)
{
	gunichar first = g_utf8_get_char(text), second = 0;

	if (!alone && first)
		second = g_utf8_get_char(g_utf8_next_char(text));
	if (second == '*' || second == ' ' || second == '-')
		second = 0;
	return GUINT_TO_POINTER(first ^ second << 11);
}

/* A text is looked up at every word of it, among hundreds. */
static void
index_initials(struct vocabulary *vocabulary)
{
	vocabulary->initials = g_hash_table_new_full(NULL, NULL, NULL, initial_free);
	for (guint i = 0; i < vocabulary->words->len; i++) {
		const struct word *word = &g_array_index(vocabulary->words, struct word, i);
		gpointer initial = initial_of(word->text, false);
		GArray *indices = g_hash_table_lookup(vocabulary->initials, initial);

		if (!indices) {
			indices = g_array_new(FALSE, FALSE, sizeof(guint));
			g_hash_table_insert(vocabulary->initials, initial, indices);
		}
		g_array_append_val(indices, i);
	}
}

static void
word_clear(gpointer word)
{
	g_free(((struct word *)word)->text);
}

const struct vocabulary *
vocabulary_of(const struct locale *locale)
{
	struct vocabulary *vocabulary = locale->cache->vocabulary;

	if (vocabulary)
		return vocabulary;
	vocabulary = g_new0(struct vocabulary, 1);
	vocabulary->words = g_array_new(FALSE, FALSE, sizeof(struct word));
	g_array_set_clear_func(vocabulary->words, word_clear);
	vocabulary->prefixes = g_ptr_array_new_with_free_func(g_free);
	locale->cache->vocabulary = vocabulary;
	read_settings(vocabulary, locale);
	add_all(vocabulary, locale);
	index_initials(vocabulary);
	return vocabulary;
}

void
vocabulary_free(struct vocabulary *vocabulary)
{
	if (!vocabulary)
		return;
	g_hash_table_unref(vocabulary->initials);
	g_array_unref(vocabulary->words);
	g_ptr_array_unref(vocabulary->prefixes);
	g_free(vocabulary);
}

/* Bytes of the letters at text, at most limit of them (0: all). */
static gsize
count_letters(const char *text, int limit)
{
	const char *p = text;

	for (int n = 0; g_unichar_isalpha(g_utf8_get_char(p)) && (limit == 0 || n < limit); n++)
		p = g_utf8_next_char(p);
	return (gsize)(p - text);
}

/* Bytes of text that the word takes, or 0. */
static gsize
match_word(const struct vocabulary *vocabulary, const struct word *word, const char *text)
{
	const char *p = text;
	gunichar last = ' ', next;

	for (const char *w = word->text; *w; w = g_utf8_next_char(w)) {
		if (*w == '*') {
			p += count_letters(p, word->tail);
			continue;
		}
		/* "per-cent", "dix sept" */
		if ((*w == ' ' && *p == '-') || (*w == '-' && *p == ' ')) {
			p++;
			continue;
		}
		last = g_utf8_get_char(w);
		if (last != g_utf8_get_char(p))
			return 0;
		p = g_utf8_next_char(p);
	}
	next = g_utf8_get_char(p);
	if (!vocabulary->ends_inside && g_unichar_isalpha(last) && g_unichar_isalpha(next))
		return 0;
	return (gsize)(p - text);
}

/* Of the words with the initial, one that takes more of text than *bytes, else best. */
static const struct word *
match_initial(const struct vocabulary *vocabulary, gpointer initial, const char *text,
	      unsigned kinds, const struct word *best, gsize *bytes)
{
	const GArray *indices = g_hash_table_lookup(vocabulary->initials, initial);

	for (guint i = 0; indices && i < indices->len; i++) {
		guint at = g_array_index(indices, guint, i);
		const struct word *word = &g_array_index(vocabulary->words, struct word, at);
		gsize length;
		bool exact;

		if (!(KIND_BIT(word->kind) & kinds))
			continue;
		length = match_word(vocabulary, word, text);
		/* Of two that take as much, the one without '*' is meant. */
		exact = length > 0 && length == *bytes && strchr(best->text, '*') &&
			!strchr(word->text, '*');
		if (length > *bytes || exact) {
			best = word;
			*bytes = length;
		}
	}
	return best;
}

const struct word *
vocabulary_match(const struct vocabulary *vocabulary, const char *text, unsigned kinds,
		 gsize *bytes)
{
	gpointer two = initial_of(text, false), one = initial_of(text, true);
	const struct word *best;

	*bytes = 0;
	best = match_initial(vocabulary, two, text, kinds, NULL, bytes);
	return two == one ? best : match_initial(vocabulary, one, text, kinds, best, bytes);
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

	while (start > text && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(start))))
		start = g_utf8_prev_char(start);
	return vocabulary_prefix(vocabulary, start) == (gsize)(text + at - start);
}

gsize
vocabulary_prefix(const struct vocabulary *vocabulary, const char *text)
{
	gsize most = 0;

	for (guint i = 0; i < vocabulary->prefixes->len; i++) {
		const char *prefix = g_ptr_array_index(vocabulary->prefixes, i);

		if (g_str_has_prefix(text, prefix))
			most = MAX(most, strlen(prefix));
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
