/* word_index: the words of a vocabulary by what they begin with. */
#include "locale/word_index.h"

#include <string.h>
#include "locale/letter.h"
#include "locale/vocabulary.h"

enum {
	HEAD_BITS = 10,
	HEADS = 1 << HEAD_BITS, /* a vocabulary has some three hundred words */
	NO_WORD = -1
};

/* What is looked at before a word itself: the bytes it begins with, and who else begins so. */
struct entry {
	guint64 lead, mask; /* bytes up to a wildcard or blank; which of the lead's there are */
	int next;	    /* in the chain, or NO_WORD */
	guint rank;	    /* the lower is meant of two that match alike */
};

struct word_index {
	const GArray *words; /* struct word, the vocabulary's */
	bool ends_inside;
	struct entry *entries; /* one for each word */
	int heads[HEADS];      /* the last word of a chain, or NO_WORD */
};

static const struct word *
word_of(const struct word_index *index, int at)
{
	return &g_array_index(index->words, struct word, at);
}

/* Does anything but its first character stand for what may be another in the text? */
static bool
is_wild(char c)
{
	return c == '*' || c == ' ' || c == '-';
}

/* The first bytes of a text as the numbers that chains are found by. */
enum { KEY_ONE, KEY_TWO, KEY_FOUR, N_KEYS };

static void
read_keys(const char *text, guint32 keys[N_KEYS])
{
	const guchar *u = (const guchar *)text;

	keys[KEY_ONE] = u[0];
	keys[KEY_TWO] = keys[KEY_ONE] | (guint32)u[1] << 8;
	keys[KEY_FOUR] = keys[KEY_TWO] | (guint32)u[2] << 16 | (guint32)u[3] << 24;
}

static gsize
head_of(guint32 key)
{
	return key * 2654435761u >> (32 - HEAD_BITS);
}

/* Bytes of the word that the text must begin with, as many as an entry holds. */
static gsize
count_literal(const char *text)
{
	gsize n = 1;

	while (n < FOLD_PADDING && text[n] && !is_wild(text[n]))
		n++;
	return n;
}

static void
add_entry(struct word_index *index, guint at)
{
	const char *text = word_of(index, (int)at)->text;
	struct entry *entry = &index->entries[at];
	gsize literal = count_literal(text);
	int key = literal >= 4 ? KEY_FOUR : literal >= 2 ? KEY_TWO : KEY_ONE;
	char second = *g_utf8_next_char(text);
	guint32 keys[N_KEYS];
	int *head;

	memcpy(&entry->lead, text, literal);
	memset(&entry->mask, 0xFF, literal);
	/* Those whose second character is known come before the others. */
	entry->rank = second && !is_wild(second) ? at : index->words->len + at;
	read_keys((const char *)&entry->lead, keys);
	head = &index->heads[head_of(keys[key])];
	entry->next = *head;
	*head = (int)at;
}

struct word_index *
word_index_new(const GArray *words, bool ends_inside)
{
	struct word_index *index = g_new0(struct word_index, 1);

	index->words = words;
	index->ends_inside = ends_inside;
	index->entries = g_new0(struct entry, words->len);
	for (int i = 0; i < HEADS; i++)
		index->heads[i] = NO_WORD;
	for (guint i = 0; i < words->len; i++)
		add_entry(index, i);
	return index;
}

void
word_index_free(struct word_index *index)
{
	if (!index)
		return;
	g_free(index->entries);
	g_free(index);
}

/* Bytes of the letters at text, at most limit of them (0: all). */
static gsize
count_letters(const char *text, int limit)
{
	const char *p = text;
	gsize bytes;

	for (int n = 0; (limit == 0 || n < limit) && (bytes = letter_at(p)) > 0; n++)
		p += bytes;
	return (gsize)(p - text);
}

/* Bytes of text that the word takes, or 0. */
static gsize
match_word(const struct word_index *index, const struct word *word, const char *text)
{
	const char *p = text, *last = NULL;

	for (const char *w = word->text; *w; w++) {
		if (*w == '*') {
			p += count_letters(p, word->tail);
		} else if (*w == *p) {
			last = w;
			p++;
		} else if ((*w == ' ' && *p == '-') || (*w == '-' && *p == ' ')) {
			/* "per-cent", "dix sept" */
			p++;
		} else {
			return 0;
		}
	}
	while (last && utf8_continues(*last))
		last--;
	if (!index->ends_inside && last && letter_at(p) && letter_at(last))
		return 0;
	return (gsize)(p - text);
}

/* The best match so far: entry and bytes of text, none of it when there is none. */
struct match {
	int at;
	gsize bytes;
};

/* Of two that take as much the one without '*' is meant. */
static bool
is_better(const struct word_index *index, const struct match *one, const struct match *best)
{
	const struct entry *entries = index->entries;
	bool open, best_open;

	if (one->bytes != best->bytes || one->bytes == 0)
		return one->bytes > best->bytes;
	open = strchr(word_of(index, one->at)->text, '*') != NULL;
	best_open = strchr(word_of(index, best->at)->text, '*') != NULL;
	return open != best_open ? best_open : entries[one->at].rank < entries[best->at].rank;
}

/* Those of a chain. */
static void
match_chain(const struct word_index *index, int at, const char *text, unsigned kinds,
	    struct match *best)
{
	const struct entry *entries = index->entries;
	guint64 lead;

	memcpy(&lead, text, sizeof(lead));
	for (; at != NO_WORD; at = entries[at].next) {
		struct match one = {.at = at};

		if ((lead ^ entries[at].lead) & entries[at].mask ||
		    !(KIND_BIT(word_of(index, at)->kind) & kinds))
			continue;
		one.bytes = match_word(index, word_of(index, at), text);
		if (is_better(index, &one, best))
			*best = one;
	}
}

const struct word *
word_index_match(const struct word_index *index, const char *text, unsigned kinds, gsize *bytes)
{
	struct match best = {.at = NO_WORD};
	guint32 keys[N_KEYS];

	read_keys(text, keys);
	for (int i = 0; i < N_KEYS; i++) {
		int at = index->heads[head_of(keys[i])];

		if (at != NO_WORD)
			match_chain(index, at, text, kinds, &best);
	}
	*bytes = best.bytes;
	return best.bytes > 0 ? word_of(index, best.at) : NULL;
}
