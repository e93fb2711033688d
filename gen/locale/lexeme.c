/* lexeme: a wording cut into numbers, known words and the rest. */
#include "locale/lexeme.h"

#include <string.h>
#include "base/amount.h"
#include "locale/letter.h"
#include "locale/vocabulary.h"

/* A text has a lexeme for about so many of its bytes. */
enum { BYTES_OF_LEXEME = 4 };

struct lexer {
	const struct vocabulary *vocabulary;
	const char *text;
	unsigned kinds;
	bool starts_inside, ends_inside, has_prefixes, has_parts; /* the vocabulary's */
	GArray *out; /* as long as there is room; n of them are read */
	guint n;
	gsize known_end; /* where the last number or known word ended */
};

static gsize
count_ascii_digits(const char *text)
{
	gsize n = 0;

	while (g_ascii_isdigit(text[n]))
		n++;
	return n;
}

/*
 * Is text[0] a thousands separator, in a number that had `before` digits so far (since the last
 * separator, which was `used`, or 0)? Spaces and apostrophes always are where three digits follow;
 * so is the sign that is not the language's decimal sign; the decimal sign itself only where it
 * comes again.
 */
static bool
is_group_separator(const struct vocabulary *vocabulary, const char *text, gsize before, char used)
{
	gsize after;

	if (text[0] == '\0' || !strchr(" ',.", text[0]) || (used && used != text[0]))
		return false;
	after = count_ascii_digits(text + 1);
	if (after != 3 || before > 3 || before == 0)
		return false;
	if (text[0] == vocabulary_decimal_sign(vocabulary))
		return used == text[0] || (text[4] == text[0] && count_ascii_digits(text + 5) == 3);
	return true;
}

/* Bytes of the decimal sign at text, with a digit behind it, or 0: either sign of any language, and
 * that of Japanese columns ("17・5"). */
static gsize
decimal_separator(const struct vocabulary *vocabulary, const char *text, char used)
{
	const gsize dot = strlen("・");

	if (text[0] == '.' || text[0] == ',')
		return text[0] != used && g_ascii_isdigit(text[1]) ? 1 : 0;
	return vocabulary_starts_inside(vocabulary) && strncmp(text, "・", dot) == 0 &&
			       g_ascii_isdigit(text[dot])
		       ? dot
		       : 0;
}

/* "½", "¼", "¾" behind a whole number: their bytes, or 0, and the digits they stand for. */
static gsize
vulgar_fraction(const char *text, const char **digits)
{
	static const char *const fractions[][2] = {{"½", "5"}, {"¼", "25"}, {"¾", "75"}};

	for (gsize i = 0; (guchar)text[0] == 0xC2 && i < G_N_ELEMENTS(fractions); i++) {
		*digits = fractions[i][1];
		if (strncmp(text, fractions[i][0], strlen(fractions[i][0])) == 0)
			return strlen(fractions[i][0]);
	}
	return 0;
}

/* What is behind the whole part of a number; bytes taken. */
static gsize
read_fraction(const struct vocabulary *vocabulary, const char *text, char used, GString *plain)
{
	gsize sign = decimal_separator(vocabulary, text, used), taken;
	const char *digits = text + sign;

	if (sign > 0) {
		taken = sign + count_ascii_digits(digits);
		g_string_append_printf(plain, ".%.*s", (int)(taken - sign), digits);
		return taken;
	}
	taken = vulgar_fraction(text, &digits);
	if (taken > 0)
		g_string_append_printf(plain, ".%s", digits);
	return taken;
}

/* A number in digits at text; bytes taken.  More digits than fit are no figure: the value is then
 * 0. */
static gsize
read_digits(const struct vocabulary *vocabulary, const char *text, bool negative,
	    struct lexeme *out)
{
	g_autoptr(GString) plain = g_string_new(negative ? "-" : "");
	gsize at = count_ascii_digits(text), before = at, fraction;
	char used = '\0';

	g_string_append_len(plain, text, (gssize)at);
	while (!(before == 1 && !used && text[0] == '0') &&
	       is_group_separator(vocabulary, text + at, before, used)) {
		used = text[at];
		g_string_append_len(plain, text + at + 1, 3);
		at += 4;
		before = 3;
	}
	out->digits = (int)plain->len - (negative ? 1 : 0);
	out->grouped = used != '\0';
	fraction = read_fraction(vocabulary, text + at, used, plain);
	out->fraction = fraction > 0;
	decimal_parse(plain->str, &out->value);
	return at + fraction;
}

/* A new one, nothing of it set but where it is. */
static struct lexeme *
push(struct lexer *lexer, enum lexeme_kind kind, gsize start, gsize bytes)
{
	struct lexeme *lexeme;

	if (lexer->n == lexer->out->len)
		g_array_set_size(lexer->out, 2 * lexer->n);
	lexeme = &g_array_index(lexer->out, struct lexeme, lexer->n++);
	*lexeme = (struct lexeme){.kind = kind, .start = start, .end = start + bytes};
	return lexeme;
}

static void
push_other(struct lexer *lexer, gsize start, gsize bytes)
{
	/* Unknown characters of a language without spaces are one word. */
	if (lexer->ends_inside && lexer->n > 0 &&
	    g_array_index(lexer->out, struct lexeme, lexer->n - 1).kind == LEXEME_OTHER)
		return;
	push(lexer, LEXEME_OTHER, start, bytes);
}

/* Is text[at] within letters that began before it and were not read? */
static bool
is_inside(const struct lexer *lexer, gsize at)
{
	return at != lexer->known_end && !lexer->starts_inside && letter_before(lexer->text, at);
}

/*
 * A noun that others are tied to by hyphens counts nothing ("20 ship-to-ship transfers"), but for
 * the figure itself ("a 15-tonne load") and what a currency is of ("US-Dollar").
 */
static bool
is_tied(const struct lexer *lexer, gsize at, const struct word *word, gsize bytes)
{
	const char *after = lexer->text + at + bytes;

	if (word->kind != WORD_UNIT || unit_is_currency(word->unit))
		return false;
	if (after[0] == '-' && letter_at(after + 1))
		return true;
	return at > 1 && lexer->text[at - 1] == '-' && lexer->known_end != at - 1 &&
	       letter_before(lexer->text, at - 1);
}

/* Words put together of so many parts say no number. */
enum {
	PARTS = 16,
	NAMES_FROM = 12 /* "구조", a rescue, not nine times ten to the twelfth */
};

/* Is what is behind a Korean compound counted by it, or another of its kind? */
static bool
is_counted(const struct lexer *lexer, const char *text)
{
	gsize bytes;

	text += *text == ' ' ? 1 : 0;
	return vocabulary_match(lexer->vocabulary, text, 0,
				KIND_BIT(WORD_UNIT) | KIND_BIT(WORD_QUALIFIER), &bytes) ||
	       vocabulary_part(lexer->vocabulary, text, &bytes);
}

/* "einhundert", "einundzwanzig", but neither "einmal" nor "einfach" */
static bool
opens_number(const struct word *first, const struct word *second)
{
	return first->value.mantissa != 1 || second->kind == WORD_SCALE ||
	       second->kind == WORD_ARTICLE;
}

/*
 * A number written as one word, "zweihundertachtzig", "이백팔십", as its parts; bytes taken or 0.
 * Many a word begins like a number: it counts only where nothing else is in it, and where particles
 * follow words (Korean) only with a noun behind it, since it might be a name.
 */
G_NO_INLINE static gsize
read_compound(struct lexer *lexer, gsize at)
{
	const struct word *parts[PARTS];
	gsize ends[PARTS], n = 0, bytes, end = at;
	bool scaled = false;

	while (n < PARTS &&
	       (parts[n] = vocabulary_part(lexer->vocabulary, lexer->text + end, &bytes))) {
		scaled = scaled || parts[n]->kind == WORD_SCALE;
		end += bytes;
		ends[n++] = end;
	}
	if (n < 2 || n == PARTS || !opens_number(parts[0], parts[1]))
		return 0;
	if (lexer->ends_inside ? !scaled || parts[1]->power >= NAMES_FROM ||
					 !is_counted(lexer, lexer->text + end)
			       : letter_at(lexer->text + end) > 0)
		return 0;
	for (gsize i = 0; i < n; i++) {
		gsize start = i == 0 ? at : ends[i - 1];

		push(lexer, LEXEME_WORD, start, ends[i] - start)->word = parts[i];
	}
	lexer->known_end = end;
	return end - at;
}

/* A known word at the place, perhaps behind a particle written together with it; bytes taken or 0.
 * letters is from vocabulary_letters.
 */
static gsize
read_known(struct lexer *lexer, gsize at, gsize letters)
{
	const struct vocabulary *vocabulary = lexer->vocabulary;
	const char *text = lexer->text + at;
	gsize bytes, prefix;
	const struct word *word;

	if (is_inside(lexer, at))
		return 0;
	word = vocabulary_match(vocabulary, text, letters, lexer->kinds, &bytes);
	prefix = word || !lexer->has_prefixes ? 0 : vocabulary_prefix(vocabulary, text);
	if (prefix > 0)
		word = vocabulary_match(vocabulary, text + prefix,
					vocabulary_letters(vocabulary, text + prefix), lexer->kinds,
					&bytes);
	if (!word)
		return lexer->has_parts ? read_compound(lexer, at) : 0;
	if (is_tied(lexer, at, word, prefix + bytes))
		return 0;
	push(lexer, LEXEME_WORD, at, prefix + bytes)->word = word;
	lexer->known_end = at + prefix + bytes;
	return prefix + bytes;
}

/* All of a word, or one character where words are not parted. */
static gsize
read_other(struct lexer *lexer, gsize at, gsize letters)
{
	const char *text = lexer->text + at;
	gsize bytes = letters > 0 ? letters : (gsize)(g_utf8_next_char(text) - text);

	push_other(lexer, at, bytes);
	return bytes;
}

/* A number begins here, perhaps with its sign. */
static bool
is_number(const char *text, gsize at)
{
	if (g_ascii_isdigit(text[at]))
		return true;
	return text[at] == '-' && g_ascii_isdigit(text[at + 1]) && (at == 0 || text[at - 1] == ' ');
}

static gsize
read_number(struct lexer *lexer, gsize at)
{
	struct lexeme *lexeme = push(lexer, LEXEME_DIGITS, at, 0);
	bool negative = lexer->text[at] == '-';
	gsize sign = negative ? 1 : 0;
	gsize bytes =
		sign + read_digits(lexer->vocabulary, lexer->text + at + sign, negative, lexeme);

	lexer->known_end = lexeme->end = at + bytes;
	return bytes;
}

static gsize
read_one(struct lexer *lexer, gsize at)
{
	const char *text = lexer->text + at;
	gsize letters, bytes;

	/* A full stop ends an abbreviation here; those of numbers are read with them. */
	if (*text == ' ' || *text == '.')
		return 1;
	if (is_number(lexer->text, at))
		return read_number(lexer, at);
	if (*text == '~' && at > 0 && at == lexer->known_end) {
		push(lexer, LEXEME_DASH, at, 1);
		return 1;
	}
	letters = lexer->ends_inside ? 0 : letters_at(text);
	bytes = read_known(lexer, at, letters);
	if (bytes > 0)
		return bytes;
	if (*text == '-')
		return 1;
	if (strncmp(text, "–", strlen("–")) == 0) {
		push(lexer, LEXEME_DASH, at, strlen("–"));
		return strlen("–");
	}
	return read_other(lexer, at, letters);
}

GArray *
lexeme_read(const struct vocabulary *vocabulary, const char *folded, unsigned kinds)
{
	struct lexer lexer = {
		.vocabulary = vocabulary,
		.text = folded,
		.kinds = kinds,
		.starts_inside = vocabulary_starts_inside(vocabulary),
		.ends_inside = vocabulary_ends_inside(vocabulary),
		.has_prefixes = vocabulary_has_prefixes(vocabulary),
		.has_parts = vocabulary_has_parts(vocabulary),
	};
	gsize bytes = strlen(folded), at = 0;

	lexer.out = g_array_new(FALSE, FALSE, sizeof(struct lexeme));
	g_array_set_size(lexer.out, (guint)(bytes / BYTES_OF_LEXEME) + 1);
	while (at < bytes)
		at += read_one(&lexer, at);
	g_array_set_size(lexer.out, lexer.n);
	return lexer.out;
}
