/* word_index: the words of a vocabulary by what they begin with. */
#include "locale/word_index.h"

#include <string.h>
#include "base/utf8.h"
#include "locale/letter.h"
#include "locale/vocabulary.h"

enum {
	CHAIN_BITS = 9,
	CHAINS = 1 << CHAIN_BITS, /* a vocabulary has some three hundred words */
	SEEN_BITS = 13,		  /* so many that few are set */
	START_BITS = 10
};

/* What is looked at before a word itself: the bytes it begins with, and who else begins so. */
struct entry {
	guint64 lead, mask; /* as lead_of reads them, up to a '*'; which of them there are */
	guint32 next;	    /* in the chain: its index plus one, or 0 */
	guint32 rank;	    /* the lower is meant of two that match alike */
	guint32 letters;    /* bytes of the letters it begins with, and the text, where closed */
	guint32 kind;	    /* the word's KIND_BIT */
	guint8 literal;	    /* bytes of lead */
	bool closed;	    /* no other letters follow those that it begins with */
	bool open;	    /* it holds a '*' */
};

struct word_index {
	const GArray *words; /* struct word, the vocabulary's */
	bool ends_inside;
	/*
	 * At most places of a text no word begins, and these two kibibytes say so: by the hashes of
	 * keys whether they may be a word's, and by the first two bytes of a lead which of its
	 * parts are keys of words that are not closed.
	 */
	guint64 seen[(1 << SEEN_BITS) / 64];
	guint8 starts[1 << START_BITS];
	guint32 heads[CHAINS]; /* of the words that share a key, or its hash; like entry.next */
	struct entry *entries; /* one for each word */
};

static const struct word *
word_of(const struct word_index *index, const struct entry *entry)
{
	return &g_array_index(index->words, struct word, entry - index->entries);
}

/*
 * The first bytes of a text, with hyphens, behind the first of them, as the blanks that may stand
 * for them: "per-cent", "dix sept".
 */
static guint64
lead_of(const char *text)
{
	const guint64 low = UTF8_EACH(0x7F), behind = ~(guint64)0xFF;
	guint64 lead = utf8_eight(text), other = lead ^ UTF8_EACH('-');
	/* Of a byte that is no hyphen the highest bit is set, in itself or by the sum. */
	guint64 hyphens = ~(((other & low) + low) | other) & UTF8_EACH(0x80) & behind;

	return lead ^ (hyphens >> 7) * ('-' ^ ' ');
}

/* The parts of a lead by which words are found that are not closed: the longest that they have. */
static const guint64 parts[] = {0xFF, 0xFFFF, 0xFFFFFFFF, ~(guint64)0};

static guint64
hash_of(guint64 key)
{
	return key * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
}

static gsize
chain_of(guint64 hash)
{
	return hash >> (64 - CHAIN_BITS);
}

/* Of a closed word, or of a text: by its first letters, as far as its lead holds them. */
static guint64
hash_of_letters(guint64 lead, gsize letters)
{
	gsize bytes = CLAMP(letters, 1, sizeof(lead));

	return hash_of((lead & ~(guint64)0 >> (64 - 8 * bytes)) + letters);
}

/* In starts, by the first two bytes of a lead. */
static gsize
start_of(guint64 lead)
{
	return hash_of(lead & parts[1]) >> (64 - START_BITS);
}

static gsize
bit_of(guint64 hash)
{
	return hash >> (64 - SEEN_BITS);
}

static bool
is_seen(const struct word_index *index, guint64 hash)
{
	return index->seen[bit_of(hash) / 64] >> bit_of(hash) % 64 & 1;
}

/* Bytes of the word that the text must begin with, as many as an entry holds. */
static gsize
count_literal(const char *text)
{
	gsize n = 1;

	while (n < FOLD_PADDING && text[n] && text[n] != '*')
		n++;
	return n;
}

/* Does it stand for what may be another in the text? */
static bool
is_wild(char c)
{
	return c == '*' || c == ' ' || c == '-';
}

static struct entry
entry_of(const struct word_index *index, guint32 at)
{
	const struct word *word = &g_array_index(index->words, struct word, at);
	const char *text = word->text;
	char second = *g_utf8_next_char(text), lead[FOLD_PADDING] = {0};
	gsize letters = index->ends_inside ? 0 : letters_at(text);
	struct entry entry = {
		.kind = KIND_BIT(word->kind),
		.literal = (guint8)count_literal(text),
		.letters = (guint32)letters,
		.closed = !index->ends_inside && text[letters] != '*',
		.open = strchr(text, '*') != NULL,
	};

	memcpy(lead, text, entry.literal);
	entry.lead = lead_of(lead);
	entry.mask = ~(guint64)0 >> (64 - 8 * entry.literal);
	/* Those whose second character is known come before the others. */
	entry.rank = second && !is_wild(second) ? at : index->words->len + at;
	return entry;
}

/* Which of the parts is the key of a word that is not closed. */
static gsize
part_of(const struct entry *entry)
{
	gsize part = G_N_ELEMENTS(parts) - 1;

	while ((parts[part] & entry->mask) != parts[part])
		part--;
	return part;
}

/* Makes the entry known, at the head of the chain of its key. */
static void
add_entry(struct word_index *index, guint32 at)
{
	struct entry *entry = &index->entries[at];
	gsize part = entry->closed ? 0 : part_of(entry);
	guint64 hash = entry->closed ? hash_of_letters(entry->lead, entry->letters)
				     : hash_of(entry->lead & parts[part]);

	index->seen[bit_of(hash) / 64] |= (guint64)1 << bit_of(hash) % 64;
	entry->next = index->heads[chain_of(hash)];
	index->heads[chain_of(hash)] = at + 1;
	if (entry->closed)
		return;
	/* of a word of one byte any other may follow it */
	for (guint64 second = 0; part == 0 && second < 256; second++)
		index->starts[start_of(entry->lead | second << 8)] |= 1;
	index->starts[start_of(entry->lead)] |= (guint8)(1u << part);
}

struct word_index *
word_index_new(const GArray *words, bool ends_inside)
{
	struct word_index *index = g_new0(struct word_index, 1);

	index->words = words;
	index->ends_inside = ends_inside;
	index->entries = g_new(struct entry, words->len);
	for (guint32 i = 0; i < words->len; i++) {
		index->entries[i] = entry_of(index, i);
		add_entry(index, i);
	}
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

/* A place of a text, and the best match so far: bytes of it, 0 before the first. */
struct search {
	const char *text;
	guint64 lead;
	gsize letters;
	unsigned kinds;
	const struct entry *best;
	gsize bytes;
};

/* Bytes of text that the word takes, or 0; it begins as the entry says. */
static gsize
match_word(const struct word_index *index, const struct entry *entry, const char *text)
{
	const struct word *word = word_of(index, entry);
	const char *w = word->text + entry->literal, *p = text + entry->literal, *last = NULL;

	for (; *w; w++) {
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
	if (index->ends_inside || letter_at(p) == 0)
		return (gsize)(p - text);
	/* in the lead blanks and hyphens are alike */
	for (gsize i = entry->literal; !last && i-- > 0;)
		last = word->text[i] == text[i] ? word->text + i : NULL;
	while (last && utf8_continues(*last))
		last--;
	return last && letter_at(last) ? 0 : (gsize)(p - text);
}

/* Of two that take as much the one without '*' is meant. */
static bool
is_better(const struct search *search, const struct entry *entry, gsize bytes)
{
	if (bytes != search->bytes || bytes == 0)
		return bytes > search->bytes;
	if (entry->open != search->best->open)
		return search->best->open;
	return entry->rank < search->best->rank;
}

/* Those of the chain of a hash. */
static void
match_chain(const struct word_index *index, guint64 hash, struct search *search)
{
	const struct entry *entry;

	for (guint32 at = index->heads[chain_of(hash)]; at; at = entry->next) {
		gsize bytes;

		entry = &index->entries[at - 1];
		if (((search->lead ^ entry->lead) & entry->mask) ||
		    (entry->closed && entry->letters != search->letters) ||
		    !(entry->kind & search->kinds))
			continue;
		bytes = match_word(index, entry, search->text);
		if (is_better(search, entry, bytes)) {
			search->best = entry;
			search->bytes = bytes;
		}
	}
}

const struct word *
word_index_match(const struct word_index *index, const char *text, gsize letters, unsigned kinds,
		 gsize *bytes)
{
	guint64 lead = lead_of(text), closed = hash_of_letters(lead, letters);
	struct search search = {.text = text, .lead = lead, .letters = letters, .kinds = kinds};

	if (is_seen(index, closed))
		match_chain(index, closed, &search);
	for (guint some = index->starts[start_of(lead)]; some; some &= some - 1) {
		guint64 hash = hash_of(lead & parts[__builtin_ctz(some)]);

		if (is_seen(index, hash))
			match_chain(index, hash, &search);
	}
	*bytes = search.bytes;
	return search.bytes > 0 ? word_of(index, search.best) : NULL;
}
