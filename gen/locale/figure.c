/* figure: the numbers in a wording, with their scale words put in. */
#include "locale/figure.h"

#include "locale/lexeme.h"
#include "locale/vocabulary.h"

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
	int scale; /* of the last scale word moved into total; 0 for none */
	int place;
	bool open;
	bool has_current;
	bool has_small_scale; /* current ends with a scale word below a group: "2천" */
};

static void
settle(struct building *building, struct decimal value)
{
	if (!decimal_add(building->settled, building->current, &building->settled))
		building->settled = zero;
	building->current = value;
	building->has_current = true;
	building->has_small_scale = false;
}

/* Zeros at the end of a whole number; of nought and fractions the exponent. */
static int
count_zeros(struct decimal value)
{
	int zeros = value.exponent;

	if (value.exponent < 0 || value.mantissa == 0)
		return value.exponent;
	for (gint64 m = value.mantissa; m % 10 == 0; m /= 10)
		zeros++;
	return zeros;
}

/*
 * The zeros of a word are its place from a hundred on: "two hundred" rounds to hundreds, "twenty"
 * is twenty.
 */
static int
place_of_word(struct decimal value)
{
	int zeros = count_zeros(value);

	return zeros < 0 || zeros >= 2 ? zeros : 0;
}

static void
finish(struct building *building)
{
	struct decimal sum;

	if (!building->open)
		return;
	building->open = false;
	if (!decimal_add(building->settled, building->current, &sum) ||
	    !decimal_add(building->total, sum, &sum))
		return;
	building->figure.value = sum;
	building->figure.place = building->place;
	g_array_append_val(building->out, building->figure);
}

static void
begin(struct building *building, struct decimal value, int place, guint at)
{
	finish(building);
	building->figure = (struct figure){.first = at, .last = at};
	building->total = building->settled = zero;
	building->current = value;
	building->place = place;
	building->scale = 0;
	building->open = building->has_current = true;
}

/* The least power of ten that is for all that was read since the last one. */
static int
least_group(const struct building *building)
{
	return vocabulary_counts_myriads(building->vocabulary) ? 4 : 3;
}

/* Multiply what was read by 10^power. */
static void
scale_up(struct building *building, int power)
{
	if (power < least_group(building)) {
		building->current = decimal_scale(building->current, power);
		building->place += power;
		if (!building->figure.digits)
			building->place = place_of_word(building->current);
		building->figure.scaled = building->figure.scaled || power >= 3;
		building->has_small_scale = true;
		building->scale = power;
		return;
	}
	building->place += power;
	building->figure.scaled = true;
	if (building->has_current) {
		struct decimal moved = zero;

		if (!decimal_add(building->settled, building->current, &moved) ||
		    !decimal_add(building->total, decimal_scale(moved, power), &building->total))
			building->total = zero;
	} else {
		building->total = decimal_scale(building->total, power);
	}
	building->settled = building->current = zero;
	building->has_current = building->has_small_scale = false;
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

/* "two hundred" and "four"; "twenty" and "one"; never "two" and "three". */
static bool
adds(const struct building *building, struct decimal value)
{
	int zeros = building->has_current ? count_zeros(building->current) : building->scale;
	struct decimal room = {1, zeros};

	if (building->figure.digits || value.exponent < 0 || value.mantissa == 0)
		return false;
	return zeros > 0 && decimal_compare(value, room) < 0;
}

static void
add_number_word(struct building *building, struct decimal value, guint at)
{
	int power = building->open ? multiplies(building, value) : 0;
	struct decimal sum;

	if (power > 0) {
		scale_up(building, power);
	} else if (building->open && adds(building, value) &&
		   vocabulary_counts_myriads(building->vocabulary)) {
		settle(building, value);
		building->place = place_of_word(value);
	} else if (building->open && adds(building, value) &&
		   decimal_add(building->current, value, &sum)) {
		building->current = sum;
		building->has_current = true;
		building->place = place_of_word(sum);
	} else {
		begin(building, value, place_of_word(value), at);
	}
}

static void
add_times(struct building *building, struct decimal value, guint at)
{
	begin(building, value, 0, at);
	building->figure.times = true;
	finish(building);
}

static void
add_word(struct building *building, const struct word *word, guint at, bool after_article)
{
	switch (word->kind) {
	case WORD_NUMBER:
		add_number_word(building, word->value, at);
		break;
	case WORD_SCALE:
		/* "a thousand" is one; "thousands" says no number. */
		if (!building->open && after_article)
			begin(building, (struct decimal){1, 0}, 0, at);
		if (building->open)
			scale_up(building, word->power);
		break;
	case WORD_TIMES:
		add_times(building, word->value, at);
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
	bool after_article = false;

	building.out = g_array_new(FALSE, FALSE, sizeof(struct figure));
	for (guint i = 0; i < lexemes->len; i++) {
		const struct lexeme *lexeme = &g_array_index(lexemes, struct lexeme, i);
		bool article = lexeme->kind == LEXEME_WORD && lexeme->word->kind == WORD_ARTICLE;

		if (lexeme->kind == LEXEME_DIGITS)
			add_digits(&building, lexeme, i);
		else if (lexeme->kind == LEXEME_WORD)
			add_word(&building, lexeme->word, i, after_article);
		else
			finish(&building);
		if (building.open && !article)
			building.figure.last = i;
		after_article = article;
	}
	finish(&building);
	return building.out;
}
