/* figure: the numbers in a wording, with their scale words put in. */
#include "locale/figure.h"

#include <string.h>

#include "base/amount.h"
#include "locale/lexeme.h"
#include "locale/rounding.h"
#include "locale/vocabulary.h"

enum {
	FRACTION_PLACE = -2 /* "a third of a million" is written to hundredths */
};

static const struct decimal zero = {0, 0};

/*
 * The number being read: total + settled + current, as children learn it: "two hundred" makes
 * current 200, "thousand" moves it into total.  In languages that count in myriads 百 and 千 are
 * for the digit before them alone ("八千一百万"): what stands before that digit is settled. place
 * is that of what was read last.
 */
struct building {
	const struct vocabulary *vocabulary;
	GArray *out;
	struct figure figure;
	struct decimal total, settled, current;
	struct decimal last; /* what was added to current at last: "one" of "hundred and one" */
	int scale;	     /* of the last scale word; 0 for none */
	int group;	     /* of the last one moved into total; 0 for none */
	int place;
	int decimals;	   /* digits behind WORD_POINT; -1 where there is none */
	int positions;	   /* digits in words of a number without scale words ("二〇二〇") */
	int halved;	   /* power of the scale word that "and a half" stands behind, or 0 */
	int inverted;	   /* power of a scale word that waits for its number, or 0 */
	guint inverted_at; /* its lexeme */
	guint minus_at;	   /* the lexeme behind "minus" */
	bool minus;	   /* it was said before the number */
	bool joined; /* "and" stands before the word: "واحد وثمانين", "einundachtzig" */
	bool vague;  /* WORD_VAGUE was read: what follows is no figure */
	bool said_nought; /* "零" within the number */
	bool open;
	bool has_current;
	bool has_small_scale; /* current ends with a scale word below a group: "2천" */
};

static void
settle(struct building *building, struct decimal value)
{
	if (!decimal_add(building->settled, building->current, &building->settled))
		building->settled = zero;
	building->current = building->last = value;
	building->has_current = true;
	building->has_small_scale = false;
}

/* "两千五": two thousand five hundred, where the noughts of 2,005 would be said. */
static void
raise_last(struct building *building)
{
	if (!vocabulary_says_nought(building->vocabulary) || building->figure.digits ||
	    building->said_nought || building->decimals >= 0 || building->scale < 2 ||
	    !building->has_current || building->has_small_scale || building->current.exponent ||
	    building->current.mantissa <= 0 || building->current.mantissa >= 10)
		return;
	building->current = decimal_scale(building->current, building->scale - 1);
	building->place = building->scale - 1;
}

static void
finish(struct building *building)
{
	struct decimal sum;

	if (!building->open)
		return;
	building->open = false;
	raise_last(building);
	if (building->vague || !decimal_add(building->settled, building->current, &sum) ||
	    !decimal_add(building->total, sum, &sum))
		return;
	building->figure.value = sum;
	if (building->minus)
		building->figure.value.mantissa = -sum.mantissa;
	building->figure.place = building->place;
	if (building->inverted_at + 1 == building->figure.first && building->inverted > 0 &&
	    !building->figure.scaled) {
		building->figure.value = decimal_scale(sum, building->inverted);
		building->figure.place += building->inverted;
		building->figure.scaled = true;
		building->figure.first = building->inverted_at;
	}
	building->inverted = 0;
	g_array_append_val(building->out, building->figure);
}

static void
begin(struct building *building, struct decimal value, int place, guint at)
{
	finish(building);
	building->figure = (struct figure){.first = at, .last = at};
	building->minus = building->minus_at > 0 && building->minus_at == at;
	building->figure.rough = building->inverted > 0 && building->inverted_at + 1 == at;
	building->total = building->settled = zero;
	building->current = building->last = value;
	building->place = place;
	building->scale = building->group = building->halved = building->positions = 0;
	building->decimals = -1;
	building->open = building->has_current = true;
	building->has_small_scale = building->vague = building->said_nought = false;
}

/* The least power of ten that is for all that was read since the last one. */
static int
least_group(const struct building *building)
{
	return vocabulary_counts_myriads(building->vocabulary) ? 4 : 3;
}

/* Moves what stands behind the last group, times 10^power, into total. */
static void
add_current(struct building *building, int power)
{
	struct decimal moved = zero;

	if (!decimal_add(building->settled, building->current, &moved) ||
	    !decimal_add(building->total, decimal_scale(moved, power), &building->total))
		building->total = zero;
}

/* Multiply what was read by 10^power. */
static void
scale_up(struct building *building, int power)
{
	/* "مليون ونصف المليون": the scale word is said again. */
	if (building->halved == power && !building->has_current)
		return;
	if (building->figure.fraction && building->place == ROUNDING_PART_PLACE) {
		building->current = decimal_round(building->current, FRACTION_PLACE);
		building->place = FRACTION_PLACE;
	}
	building->figure.fraction = false;
	building->decimals = -1;
	building->positions = 0;
	if (power < least_group(building)) {
		/* "八千百": a hundred, not eight hundred thousand. */
		if (building->has_small_scale && power < building->scale)
			settle(building, (struct decimal){1, 0});
		building->current = decimal_scale(building->current, power);
		building->place += power;
		if (!building->figure.digits)
			building->place = rounding_word_place(building->current);
		building->figure.scaled = building->figure.scaled || power >= 3;
		building->has_small_scale = true;
		building->scale = power;
		return;
	}
	building->place += power;
	building->figure.scaled = true;
	/* "dos mil quinientos millones": the scale word is for all that is smaller than it */
	if (!building->has_current || building->group < power) {
		add_current(building, 0);
		building->total = decimal_scale(building->total, power);
	} else {
		add_current(building, power);
	}
	building->group = power;
	building->settled = building->current = building->last = zero;
	building->has_current = building->has_small_scale = building->said_nought = false;
	building->scale = power;
}

/* "2億 8100万": another group of digits after a scale word, smaller than it. */
static bool
continues_digits(const struct building *building, const struct lexeme *lexeme)
{
	struct decimal limit = {1, building->scale};

	return building->open && building->figure.digits &&
	       (!building->has_current || building->has_small_scale) && !lexeme->fraction &&
	       decimal_compare(lexeme->value, limit) < 0;
}

static void
add_digits(struct building *building, const struct lexeme *lexeme, guint at)
{
	bool plain = lexeme->digits == 4 && !lexeme->grouped && !lexeme->fraction;

	if (continues_digits(building, lexeme)) {
		settle(building, lexeme->value);
		building->place = lexeme->value.exponent;
		return;
	}
	begin(building, lexeme->value, lexeme->value.exponent, at);
	building->figure.digits = true;
	building->figure.year_like =
		plain && lexeme->value.mantissa >= 1900 && lexeme->value.mantissa < 2100;
}

/* A round number word after a smaller number multiplies it: "dwa tysiąc", "二十". */
static int
multiplies(const struct building *building, struct decimal value)
{
	int power = 0;
	gint64 rest = value.mantissa;

	if (value.exponent != 0 || !building->has_current)
		return 0;
	for (; rest > 1 && rest % 10 == 0; rest /= 10)
		power++;
	if (rest != 1 || (power < 2 && !vocabulary_starts_inside(building->vocabulary)))
		return 0;
	return building->figure.digits || decimal_compare(building->current, value) < 0 ? power : 0;
}

/* Units before tens: "واحد وثمانين". */
static bool
adds_tens(const struct building *building, struct decimal value)
{
	const struct decimal ten = {10, 0}, hundred = {100, 0};

	return building->joined && building->has_current && !building->figure.digits &&
	       value.exponent == 0 && value.mantissa % 10 == 0 && decimal_compare(value, ten) > 0 &&
	       decimal_compare(value, hundred) < 0 && building->last.mantissa > 0 &&
	       decimal_compare(building->last, ten) < 0 && building->last.exponent >= 0;
}

/* "two hundred" and "four"; "twenty" and "one"; never "two" and "three". */
static bool
adds(const struct building *building, struct decimal value)
{
	int zeros = building->has_current ? rounding_zeros(building->current) : building->scale;
	struct decimal room = {1, zeros};

	if (building->figure.digits || value.exponent < 0 || value.mantissa == 0)
		return false;
	return zeros > 0 && decimal_compare(value, room) < 0;
}

/* A whole number below ten. */
static bool
is_digit(struct decimal value)
{
	return value.exponent == 0 && value.mantissa >= 0 && value.mantissa < 10;
}

/* "二〇二〇": only digits so far.  "三四" is three or four, and no figure. */
static bool
add_position(struct building *building, struct decimal value)
{
	struct decimal shifted = decimal_scale(building->current, 1);

	if (!vocabulary_starts_inside(building->vocabulary) || building->positions == 0)
		return false;
	building->vague =
		building->positions == 1 && value.mantissa == building->current.mantissa + 1;
	building->positions++;
	return decimal_add(shifted, value, &building->current);
}

/* A digit in words that no scale word need follow; false where it is none such. */
static bool
add_digit_word(struct building *building, struct decimal value)
{
	if (!building->open || building->figure.digits || !is_digit(value))
		return false;
	if (building->decimals >= 0) {
		building->decimals++;
		building->place = -building->decimals;
		return decimal_add(building->current, decimal_scale(value, -building->decimals),
				   &building->current);
	}
	if (add_position(building, value))
		return true;
	if (value.mantissa != 0 || !vocabulary_says_nought(building->vocabulary))
		return false;
	building->said_nought = true;
	return true;
}

/* "and a half": of one, or of the scale word before it ("a million and a half"). */
static void
add_half(struct building *building)
{
	struct decimal half = {5, -1}, *whole = &building->current;
	int zeros = building->figure.digits ? 0 : rounding_zeros(building->current);

	if (!building->open)
		return;
	if (!building->has_current) {
		whole = &building->total;
		building->halved = building->scale;
	} else if (zeros >= 2) {
		building->halved = zeros;
	}
	half.exponent += building->halved;
	building->place = half.exponent;
	if (!decimal_add(*whole, half, whole))
		building->vague = true;
}

static bool
is_half(struct decimal value)
{
	return value.mantissa == 5 && value.exponent == -1;
}

/* Nothing but "one" was read. */
static bool
is_one(const struct building *building)
{
	return building->has_current && !building->figure.digits && !building->figure.scaled &&
	       building->settled.mantissa == 0 && building->total.mantissa == 0 &&
	       building->current.mantissa == 1 && building->current.exponent == 0;
}

static void
add_number_word(struct building *building, struct decimal value, guint at)
{
	struct decimal again = {1, building->halved}, sum;
	bool added;
	int power;

	if (building->vague && building->positions == 0 && is_digit(value))
		finish(building);
	if (add_digit_word(building, value) ||
	    (building->open && building->halved && decimal_compare(value, again) == 0))
		return;
	power = building->open ? multiplies(building, value) : 0;
	added = building->open && adds(building, value);
	if (building->open && is_half(value) && !is_one(building)) {
		add_half(building);
	} else if (power > 0) {
		scale_up(building, power);
	} else if (added && vocabulary_counts_myriads(building->vocabulary)) {
		settle(building, value);
		building->place = rounding_word_place(value);
		building->positions = is_digit(value) ? 1 : 0;
	} else if (building->open && (added || adds_tens(building, value)) &&
		   decimal_add(building->current, value, &sum)) {
		building->current = sum;
		building->last = value;
		building->has_current = true;
		building->place = rounding_word_place(sum);
	} else {
		/* "eine halbe Million" */
		if (is_half(value) && building->open && is_one(building))
			building->open = false;
		begin(building, value, rounding_word_place(value), at);
		building->positions = is_digit(value) ? 1 : 0;
		building->figure.fraction = is_half(value) || value.exponent <= ROUNDING_PART_PLACE;
	}
}

static void
add_times(struct building *building, struct decimal value, guint at)
{
	begin(building, value, 0, at);
	building->figure.times = true;
	finish(building);
}

/* "third": of what is before it, or of one; "twenty-third" counts nothing. */
static void
add_fraction(struct building *building, struct decimal denominator, guint at)
{
	bool plain = building->has_current && !building->figure.scaled && building->scale == 0 &&
		     building->figure.last + 1 == at && is_digit(building->current) &&
		     building->current.mantissa > 0 &&
		     decimal_compare(building->current, denominator) < 0;
	gint64 numerator = building->open ? building->current.mantissa : 1;

	if (building->open && !plain) {
		building->open = false;
		return;
	}
	/* "割", "成" begin other words. */
	if (!building->open && vocabulary_ends_inside(building->vocabulary))
		return;
	if (!building->open)
		begin(building, zero, ROUNDING_PART_PLACE, at);
	building->current = rounding_part(numerator, denominator.mantissa);
	building->place = ROUNDING_PART_PLACE;
	building->positions = 0;
	building->figure.fraction = true;
}

/*
 * "a thousand" is one; "thousands" says no number.  Where numbers are grouped in myriads "百" alone
 * is one hundred.
 */
static void
add_scale(struct building *building, int power, guint at, bool after_article)
{
	if (!building->open && (after_article || (vocabulary_counts_myriads(building->vocabulary) &&
						  power < least_group(building))))
		begin(building, (struct decimal){1, 0}, 0, at);
	if (building->open) {
		scale_up(building, power);
	} else if (vocabulary_inverts(building->vocabulary)) {
		building->inverted = power;
		building->inverted_at = at;
	}
}

/* What may go on with a number, whatever stands before the word. */
static void
add_word(struct building *building, const struct word *word, guint at, const struct word *before)
{
	bool governed = before && before->kind == WORD_QUALIFIER && before->before;

	switch (word->kind) {
	case WORD_NUMBER:
		add_number_word(building, word->value, at);
		building->figure.rough =
			building->figure.rough || word->qualifier == QUALIFIER_ABOUT;
		break;
	case WORD_SCALE:
		add_scale(building, word->power, at, before && before->kind == WORD_ARTICLE);
		break;
	case WORD_GOVERNED:
		if (building->open || !governed)
			add_scale(building, rounding_zeros(word->value), at, false);
		else
			add_number_word(building, word->value, at);
		break;
	case WORD_DUAL:
		if (!building->open)
			begin(building, (struct decimal){2, 0}, 0, at);
		scale_up(building, word->power);
		break;
	case WORD_TIMES:
		add_times(building, word->value, at);
		break;
	case WORD_FRACTION:
		add_fraction(building, word->value, at);
		break;
	case WORD_HALF:
		add_half(building);
		break;
	case WORD_POINT:
		building->decimals = building->has_current ? 0 : -1;
		break;
	case WORD_MINUS:
		finish(building);
		building->minus_at = at + 1;
		break;
	case WORD_VAGUE:
		/* "dwadzieścia kilka tysięcy" neither */
		if (!building->open)
			begin(building, zero, 0, at);
		building->vague = true;
		break;
	case WORD_QUALIFIER:
		/* "тысяч зо двадцять" */
		if (!building->open && building->inverted > 0 && building->inverted_at + 1 == at)
			building->inverted_at = at;
		finish(building);
		break;
	case WORD_ARTICLE:
		break;
	default:
		finish(building);
	}
}

GArray *
figure_read(const struct vocabulary *vocabulary, const GArray *lexemes)
{
	struct building building = {.vocabulary = vocabulary};
	const struct word *before = NULL;

	building.out = g_array_new(FALSE, FALSE, sizeof(struct figure));
	for (guint i = 0; i < lexemes->len; i++) {
		const struct lexeme *lexeme = &g_array_index(lexemes, struct lexeme, i);
		const struct word *word = lexeme->kind == LEXEME_WORD ? lexeme->word : NULL;

		building.joined = building.open && before && before->kind == WORD_ARTICLE;
		if (building.open && word && word->kind == WORD_NUMBER && !building.joined)
			building.joined = lexeme->end - lexeme->start > strlen(word->text);
		if (lexeme->kind == LEXEME_DIGITS)
			add_digits(&building, lexeme, i);
		else if (word)
			add_word(&building, word, i, before);
		else
			finish(&building);
		if (building.open && !(word && word->kind == WORD_ARTICLE))
			building.figure.last = i;
		before = word;
	}
	finish(&building);
	return building.out;
}
