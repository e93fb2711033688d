/* paragraph_items: where lines may break, what breaking costs, and what may stretch. */
#include "layout/paragraph_private.h"

#include <string.h>

/*
 * Shares of the natural width: a space of a quarter em grows to three eighths and shrinks to a
 * sixth, as in TeX.
 */
#define SPACE_STRETCH 2 /* a half */
#define SPACE_SHRINK 3	/* a third */
/*
 * Shares of the size between characters of CJK, and after its closing marks, which are half empty.
 */
#define CJK_STRETCH 0.05
#define CJK_MARK_SHRINK 0.25

#define PENALTY_HYPHEN 50
#define PENALTY_HYPHEN_RAGGED 150
#define PENALTY_HARD_HYPHEN 50	/* after the hyphen of a compound, after a slash */
#define PENALTY_BEFORE_DASH 200 /* a dash between spaces had better not begin a line */
/* Between the syllables of a Korean word: where no other break gives a line to be looked at. */
#define PENALTY_IN_HANGUL 1000
#define PENALTY_IN_HANGUL_RAGGED 2000
#define SHORTEST_HYPHENATED 5

struct itemiser {
	struct paragraph *paragraph;
	const GArray *pieces;
	const struct measured *measured;
	bool justify;
	bool short_words;	    /* of the piece's language, kept from the line's end */
	gsize box;		    /* where the box being gathered begins */
	guint room, room_for_glues; /* in the paragraph's arrays */
};

static const struct span *
span_of(const struct paragraph *paragraph, const struct piece *piece)
{
	return &paragraph->spans[piece->span];
}

/* ---- hyphenation ---- */

struct word {
	gsize start, end, n_chars, capitals;
	const char *lang;
};

/* Part of an address, a name of a file, a formula: nothing that hyphenation knows. */
static bool
is_embedded(const char *text, const struct word *word)
{
	gunichar before = 0, after = g_utf8_get_char(text + word->end);

	if (word->start > 0)
		before = g_utf8_get_char(g_utf8_prev_char(text + word->start));
	if (g_unichar_isdigit(before) || g_unichar_isdigit(after))
		return true;
	if (before != 0 && before < 0x80 && strchr("/.@_:\\&=", (int)before))
		return true;
	if (after == 0 || after >= 0x80 || !strchr("/.@_:\\&=", (int)after))
		return false;
	return g_unichar_isalnum(g_utf8_get_char(text + word->end + 1)) || after == '/';
}

/* Where the author put soft hyphens, a word breaks there and nowhere else. */
static void
mark_word(const struct paragraph *paragraph, const struct word *word, guint8 *flags)
{
	const char *text = paragraph->text->str;
	const char *at = text + word->start;
	guint64 places;

	if (word->n_chars < SHORTEST_HYPHENATED || word->n_chars > LONGEST_WORD ||
	    word->capitals > 1 || is_embedded(text, word))
		return;
	for (gsize i = word->start + 1; i < word->end; i++)
		if (flags[i] & BYTE_SOFT)
			return;
	places = typesetter_hyphens(paragraph->typesetter, word->lang, at, word->end - word->start,
				    word->n_chars);
	for (; places != 0; places >>= 1) {
		at = g_utf8_next_char(at);
		if ((places & 1) && at < text + word->end)
			flags[at - text] |= BYTE_HYPHEN;
	}
}

static bool
is_of_word(gunichar ch)
{
	if (ch < 0x80)
		return g_ascii_isalpha((char)ch);
	return g_unichar_isalpha(ch) || g_unichar_ismark(ch);
}

static bool
is_capital(gunichar ch)
{
	return ch < 0x80 ? g_ascii_isupper((char)ch) : g_unichar_isupper(ch);
}

/* Letters in a row of one language make a word, whatever spans they stand in. */
static void
mark_hyphens(const struct paragraph *paragraph, const GArray *pieces, guint8 *flags)
{
	const char *text = paragraph->text->str;
	struct word word = {0};

	for (guint i = 0; i < pieces->len; i++) {
		const struct piece *piece = &g_array_index(pieces, struct piece, i);
		const struct span *span = span_of(paragraph, piece);
		bool wanted = span->kind == SPAN_TEXT && span->style.lang &&
			      !span->style.unhyphenated &&
			      g_strcmp0(span->style.role, "monospace") != 0;

		/* A word may end in what is not wanted, but none is in it. */
		for (gsize at = piece->start; at < piece->end && (wanted || word.n_chars > 0);) {
			gunichar ch = g_utf8_get_char(text + at);
			gsize next = (gsize)(g_utf8_next_char(text + at) - text);
			bool letter = wanted && is_of_word(ch);

			/* Languages are interned. */
			if (word.n_chars > 0 && (!letter || word.lang != span->style.lang)) {
				mark_word(paragraph, &word, flags);
				word.n_chars = 0;
			}
			if (letter) {
				if (word.n_chars++ == 0)
					word = (struct word){at, at, 1, 0, span->style.lang};
				word.end = next;
				word.capitals += is_capital(ch) ? 1 : 0;
			}
			at = next;
		}
	}
	if (word.n_chars > 0)
		mark_word(paragraph, &word, flags);
}

/* ---- items ---- */

static double
points_between(const struct paragraph *paragraph, gsize start, gsize end)
{
	return pango_units_to_double(paragraph->x[end] - paragraph->x[start]);
}

static void
add_item(struct itemiser *itemiser, const struct break_item *item, gsize end, gsize next)
{
	struct paragraph *paragraph = itemiser->paragraph;

	if (paragraph->n_items == itemiser->room) {
		itemiser->room *= 2;
		paragraph->items = g_renew(struct break_item, paragraph->items, itemiser->room);
		paragraph->places = g_renew(struct place, paragraph->places, itemiser->room);
	}
	paragraph->items[paragraph->n_items] = *item;
	paragraph->places[paragraph->n_items++] = (struct place){.end = end, .next = next};
}

/*
 * A break after the hyphen of a compound: one more hyphen begins the next line.  Broken at, the
 * first item disappears and the second is that hyphen's width; else they make nothing together.
 */
static void
add_repeating(struct itemiser *itemiser, struct break_item item, gsize at)
{
	const struct measured *measured = itemiser->measured;
	const struct run *run =
		&g_array_index(itemiser->paragraph->runs, struct run, measured->run[at]);
	struct break_item again = {.penalty = BREAK_NEVER};

	again.width = pango_units_to_double(run->facts->hyphen_width);
	item.width -= again.width;
	add_item(itemiser, &item, at, at);
	itemiser->paragraph->places[itemiser->paragraph->n_items - 1].repeat = true;
	add_item(itemiser, &again, at, at);
}

/* The box up to here, if there is anything in it. */
static void
end_box(struct itemiser *itemiser, gsize at, gsize next)
{
	if (at > itemiser->box) {
		struct break_item item = {
			.width = points_between(itemiser->paragraph, itemiser->box, at),
			.penalty = BREAK_NEVER,
		};

		add_item(itemiser, &item, at, at);
	}
	itemiser->box = next;
}

/* Let the cluster from start to end give way by so much; the item gets the same. */
static void
add_glue(struct itemiser *itemiser, struct break_item *item, gsize start, gsize end, int stretch,
	 int shrink)
{
	const struct measured *measured = itemiser->measured;
	struct paragraph *paragraph = itemiser->paragraph;
	struct glue glue = {.start = start, .end = end, .stretch = stretch, .shrink = shrink};

	if (!itemiser->justify || !(measured->flags[start] & BYTE_CLUSTER) ||
	    (stretch == 0 && shrink == 0))
		return;
	glue.run = measured->run[start];
	glue.glyph = measured->glyph[start];
	if (paragraph->n_glues == itemiser->room_for_glues) {
		itemiser->room_for_glues = MAX(2 * itemiser->room_for_glues, 32);
		paragraph->glues = g_renew(struct glue, paragraph->glues, itemiser->room_for_glues);
	}
	paragraph->glues[paragraph->n_glues++] = glue;
	item->stretch += pango_units_to_double(stretch);
	item->shrink += pango_units_to_double(shrink);
}

/* Is the language one of those listed, "pl" or "pl-PL"? */
static bool
is_one_of(const char *lang, const char *const *languages, gsize n)
{
	for (gsize i = 0; lang && i < n; i++)
		if (strncmp(lang, languages[i], 2) == 0 && (lang[2] == '\0' || lang[2] == '-'))
			return true;
	return false;
}

/* Languages whose one-letter words (prepositions, conjunctions) do not stand at a line's end. */
static bool
keeps_short_words(const char *lang)
{
	static const char *const languages[] = {"pl", "uk", "cs", "sk", "ru", "be"};

	return is_one_of(lang, languages, G_N_ELEMENTS(languages));
}

/* Languages that begin the next line with the hyphen of a compound broken after it. */
static bool
repeats_hyphens(const char *lang)
{
	static const char *const languages[] = {"pl", "cs", "sk", "pt"};

	return is_one_of(lang, languages, G_N_ELEMENTS(languages));
}

static bool
follows_letter(const char *text, gsize at)
{
	return at > 0 && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(text + at)));
}

/* Does a word of one letter end here? */
static bool
ends_short_word(const char *text, gsize at)
{
	const char *letter;
	gunichar before;

	if (!follows_letter(text, at))
		return false;
	letter = g_utf8_prev_char(text + at);
	if (letter == text)
		return true;
	before = g_utf8_get_char(g_utf8_prev_char(letter));
	return !g_unichar_isalnum(before) && !g_unichar_ismark(before) && before != '.' &&
	       before != '-' && before != '\'' && before != 0x2019;
}

/* Does an abbreviation of one letter follow a number here, as in "2018 r." or "2018 г."? */
static bool
is_before_abbreviation(const char *text, gsize at, gsize next)
{
	const char *letter = text + next;

	return at > 0 && g_ascii_isdigit(text[at - 1]) &&
	       g_unichar_isalpha(g_utf8_get_char(letter)) && *g_utf8_next_char(letter) == '.';
}

static bool
is_dash(gunichar ch)
{
	return ch == 0x2013 || ch == 0x2014 || ch == 0x2212;
}

/* One or more spaces; what is left of the box before them ends. */
static gsize
add_spaces(struct itemiser *itemiser, const struct piece *piece, gsize at)
{
	struct paragraph *paragraph = itemiser->paragraph;
	const char *text = paragraph->text->str;
	struct break_item item = {.penalty = BREAK_NEVER};
	gsize end = at;
	bool breaks;

	end_box(itemiser, at, at);
	for (; end < piece->end && text[end] == ' '; end++) {
		int width = paragraph->x[end + 1] - paragraph->x[end];

		if (!paragraph->style.preserve)
			add_glue(itemiser, &item, end, end + 1, width / SPACE_STRETCH,
				 width / SPACE_SHRINK);
	}
	itemiser->box = end;
	item.width = points_between(paragraph, at, end);
	breaks = (itemiser->measured->flags[end] & BYTE_BREAK) && text[end] != CHAR_LEADER;
	if (breaks && at > 0 && text[at - 1] == CHAR_LEADER)
		breaks = false;
	if (breaks && itemiser->short_words &&
	    (ends_short_word(text, at) || is_before_abbreviation(text, at, end)))
		breaks = false;
	if (breaks)
		item.penalty = is_dash(g_utf8_get_char(text + end)) ? PENALTY_BEFORE_DASH : 0;
	add_item(itemiser, &item, at, end);
	return end;
}

static bool
is_hangul(gunichar ch)
{
	return (ch >= 0xAC00 && ch <= 0xD7A3) || (ch >= 0x1100 && ch <= 0x11FF);
}

static int
penalty_between(gunichar before, gunichar ch, bool justify)
{
	if (is_hangul(before) && is_hangul(ch))
		return justify ? PENALTY_IN_HANGUL : PENALTY_IN_HANGUL_RAGGED;
	if (g_unichar_iswide(before) || g_unichar_iswide(ch) || before == 0x200B)
		return 0;
	if (before == '-' || before == 0x2010 || before == '/')
		return PENALTY_HARD_HYPHEN;
	return is_dash(ch) ? PENALTY_BEFORE_DASH : 0;
}

/* U+1100 is the first wide character. */
static bool
may_be_wide(const char *p)
{
	return (guint8)*p >= 0xE1;
}

/*
 * What is between two characters without a space: a break, a hyphen, or only the give between wide
 * characters.
 */
static void
add_between(struct itemiser *itemiser, const struct span *span, gsize at)
{
	const char *text = itemiser->paragraph->text->str;
	gsize previous = (gsize)(g_utf8_prev_char(text + at) - text);
	gunichar before = g_utf8_get_char(text + previous), ch = g_utf8_get_char(text + at);
	bool wide = g_unichar_iswide(before) && g_unichar_iswide(ch);
	bool hyphen = (itemiser->measured->flags[at] & (BYTE_HYPHEN | BYTE_SOFT)) != 0;
	bool breaks = (itemiser->measured->flags[at] & BYTE_BREAK) != 0;
	struct break_item item = {.penalty = BREAK_NEVER};

	if (before == CHAR_LEADER || ch == CHAR_LEADER || ch == CHAR_ANCHOR)
		breaks = false;
	/* No letter stays alone before its hyphen: "S-Class". */
	if (before == '-' && ends_short_word(text, previous))
		breaks = false;
	/* The mark of a note never begins a line, whatever UAX #14 has between a stop and a digit.
	 */
	if (span->style.rise > 0 || span->style.rise < 0)
		breaks = false;
	if (!breaks && !hyphen && !(wide && itemiser->justify))
		return;
	end_box(itemiser, at, at);
	if (breaks)
		item.penalty = penalty_between(before, ch, itemiser->justify);
	if (hyphen) {
		item.penalty = itemiser->justify ? PENALTY_HYPHEN : PENALTY_HYPHEN_RAGGED;
		item.hyphen = true;
	}
	if (wide)
		add_glue(itemiser, &item, previous, at,
			 pango_units_from_double(span->style.size * CJK_STRETCH),
			 cjk_is_closing(before) && !cjk_is_closing(ch) && !cjk_is_opening(ch)
				 ? pango_units_from_double(span->style.size * CJK_MARK_SHRINK)
				 : 0);
	if (breaks && before == '-' && g_unichar_isalpha(ch) && repeats_hyphens(span->style.lang) &&
	    follows_letter(text, previous))
		add_repeating(itemiser, item, at);
	else
		add_item(itemiser, &item, at, at);
}

/* A space that binds is no place to break, but grows with the others. */
static void
add_binding_space(struct itemiser *itemiser, gsize at, gsize next)
{
	struct paragraph *paragraph = itemiser->paragraph;
	int width = paragraph->x[next] - paragraph->x[at];
	struct break_item item = {
		.width = pango_units_to_double(width),
		.penalty = BREAK_NEVER,
	};

	end_box(itemiser, at, next);
	add_glue(itemiser, &item, at, next, width / SPACE_STRETCH, width / SPACE_SHRINK);
	add_item(itemiser, &item, at, next);
}

/* The line that ends here has more room, so it seems the narrower by that. */
static void
end_line(struct itemiser *itemiser, gsize at, gsize next)
{
	struct break_item item = {
		.width = -itemiser->paragraph->style.last_outdent,
		.penalty = BREAK_NEVER,
	};

	end_box(itemiser, at, next);
	if (item.width < 0 || item.width > 0)
		add_item(itemiser, &item, at, at);
}

static void
add_forced(struct itemiser *itemiser, gsize at, gsize next)
{
	struct break_item item = {.penalty = BREAK_FORCED};

	end_line(itemiser, at, next);
	add_item(itemiser, &item, at, next);
}

/* May add_between find anything to add?  Between most letters there is nothing. */
static bool
is_joint(const struct itemiser *itemiser, const char *p, guint8 flags)
{
	return (flags & BYTE_CLUSTER) && ((flags & (BYTE_BREAK | BYTE_HYPHEN | BYTE_SOFT)) ||
					  (itemiser->justify && may_be_wide(p)));
}

/* All characters of a piece. */
static void
add_piece(struct itemiser *itemiser, const struct piece *piece)
{
	const struct paragraph *paragraph = itemiser->paragraph;
	const char *text = paragraph->text->str;
	const struct span *span = span_of(paragraph, piece);
	const guint8 *flags = itemiser->measured->flags;
	gsize next;

	itemiser->short_words = keeps_short_words(span->style.lang);
	for (gsize at = piece->start; at < piece->end; at = next) {
		const char *p = text + at;

		next = (gsize)(g_utf8_next_char(p) - text);
		if (*p == ' ' && span->kind == SPAN_TEXT) {
			next = add_spaces(itemiser, piece, at);
			continue;
		}
		if (is_character(p, "\u2028")) {
			add_forced(itemiser, at, next);
		} else if (itemiser->box < at && is_joint(itemiser, p, flags[at])) {
			add_between(itemiser, span, at);
		}
		if (is_character(p, "\u00A0") && !paragraph->style.preserve)
			add_binding_space(itemiser, at, next);
	}
}

void
paragraph_itemise(struct paragraph *paragraph, const GArray *pieces, struct measured *measured)
{
	struct itemiser itemiser = {
		.paragraph = paragraph,
		.pieces = pieces,
		.measured = measured,
		.justify = paragraph->style.align == ALIGN_JUSTIFY ||
			   paragraph->style.align_last == ALIGN_JUSTIFY,
	};

	/* Words and the spaces between them are some seven letters long. */
	itemiser.room = 4 + (guint)paragraph->text->len / 3;
	paragraph->items = g_new(struct break_item, itemiser.room);
	paragraph->places = g_new(struct place, itemiser.room);
	for (guint i = 0; paragraph->soft && i < paragraph->soft->len; i++)
		measured->flags[g_array_index(paragraph->soft, gsize, i)] |= BYTE_SOFT;
	if (paragraph->style.hyphenate)
		mark_hyphens(paragraph, pieces, measured->flags);
	for (guint i = 0; i < pieces->len; i++)
		add_piece(&itemiser, &g_array_index(pieces, struct piece, i));
	end_line(&itemiser, paragraph->text->len, paragraph->text->len);
}
