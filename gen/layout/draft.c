/* draft: values that stand alone; see draft.h.  Those of the four sides are in draft_side.c. */
#include "layout/draft.h"

#include <string.h>
#include "layout/area.h"

bool
draft_points(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	(void)words;
	return length_parse_points(value, draft->text.size, field);
}

bool
draft_space(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	struct space *space = field;
	double points;

	(void)words;
	if (!length_parse_points(value, draft->text.size, &points))
		return false;
	space->optimum = space->minimum = space->maximum = points;
	return true;
}

bool
draft_length(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	(void)words;
	return length_parse(value, draft->text.size, field);
}

/* #rgb and #rrggbb. */
static bool
hex_colour(const char *digits, guint32 *colour)
{
	gsize n = strlen(digits);
	guint32 value = 0;

	if ((n != 3 && n != 6) || strspn(digits, "0123456789abcdefABCDEF") != n)
		return false;
	for (gsize i = 0; i < n; i++) {
		guint32 digit = (guint32)g_ascii_xdigit_value(digits[i]);

		value = n == 3 ? (value << 8) | (digit * 17) : (value << 4) | digit;
	}
	*colour = value;
	return true;
}

bool
draft_colour(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	guint32 *colour = field;

	(void)draft;
	(void)words;
	if (*value == '#')
		return hex_colour(value + 1, colour);
	if (strcmp(value, "transparent") == 0)
		*colour = AREA_NO_COLOUR;
	else if (strcmp(value, "black") == 0)
		*colour = 0;
	else if (strcmp(value, "white") == 0)
		*colour = 0xFFFFFF;
	else
		return false;
	return true;
}

bool
draft_count(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	guint64 number = 0;

	(void)draft;
	(void)words;
	if (!g_ascii_string_to_unsigned(value, 10, 1, 10000, &number, NULL))
		return false;
	*(int *)field = (int)number;
	return true;
}

bool
draft_word(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	(void)draft;
	for (; words->name; words++) {
		if (strcmp(value, words->name) != 0)
			continue;
		*(int *)field = words->value;
		return true;
	}
	return false;
}

bool
draft_nothing(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	int ignored = 0;

	(void)field;
	return draft_word(draft, value, words, &ignored);
}

bool
draft_keep(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	int *keep = field;
	guint64 number = 0;

	(void)draft;
	(void)words;
	if (strcmp(value, "auto") == 0)
		*keep = KEEP_AUTO;
	else if (strcmp(value, "always") == 0)
		*keep = KEEP_ALWAYS;
	else if (g_ascii_string_to_unsigned(value, 10, 0, KEEP_ALWAYS / 10, &number, NULL))
		*keep = (int)number;
	else
		return false;
	return true;
}

bool
draft_weight(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	int *weight = field;
	guint64 number = 0;

	(void)draft;
	(void)words;
	if (strcmp(value, "normal") == 0)
		*weight = 400;
	else if (strcmp(value, "bold") == 0)
		*weight = 700;
	else if (g_ascii_string_to_unsigned(value, 10, 100, 900, &number, NULL) &&
		 number % 100 == 0)
		*weight = (int)number;
	else
		return false;
	return true;
}

bool
draft_letters(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	if (strcmp(value, "normal") != 0)
		return draft_points(draft, value, words, field);
	*(double *)field = 0;
	return true;
}

/* Relative to the parent's size; em has the same base (XSL §7.9.4). */
bool
draft_font_size(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	double size = draft->parent->size;
	struct length length;

	(void)words;
	if (!length_parse(value, size, &length) ||
	    (length.unit != LENGTH_POINTS && length.unit != LENGTH_PERCENT))
		return false;
	size = length_resolve(length, size, size);
	if (!(size > 0))
		return false;
	*(double *)field = size;
	return true;
}

bool
draft_family(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	static const char *const known[] = {"serif", "sans-serif", "monospace"};
	const char *last = strrchr(value, ',');
	g_autofree char *name = g_strdup(last ? last + 1 : value);

	(void)draft;
	(void)words;
	g_strstrip(name);
	for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
		if (strcmp(name, known[i]) != 0)
			continue;
		*(const char **)field = known[i];
		return true;
	}
	return false;
}

bool
draft_language(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	(void)draft;
	(void)words;
	*(const char **)field = g_intern_string(value);
	return true;
}

bool
draft_features(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	(void)draft;
	(void)words;
	*(const char **)field = *value ? g_intern_string(value) : NULL;
	return true;
}

/* A number is inherited as a number, everything else as what it comes to (XSL §7.16.4). */
bool
draft_line_height(struct style_draft *draft, const char *value, const struct word *words,
		  void *field)
{
	struct text_style *text = &draft->text;
	struct length length;

	(void)words;
	(void)field;
	if (strcmp(value, "normal") == 0) {
		text->line_factor = 1.2;
		return true;
	}
	if (*value && strspn(value, "0123456789.") == strlen(value) &&
	    g_ascii_strtod(value, NULL) > 0) {
		text->line_factor = g_ascii_strtod(value, NULL);
		return true;
	}
	if (!length_parse(value, text->size, &length) ||
	    (length.unit != LENGTH_POINTS && length.unit != LENGTH_PERCENT))
		return false;
	text->line_factor = 0;
	text->line_height = length_resolve(length, text->size, text->size);
	return text->line_height > 0;
}

/*
 * super and sub as far as TeX's text fonts move them; percentages are of the line height (XSL
 * §7.14.3).
 */
bool
draft_shift(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	double *rise = field;
	double parent = draft->parent->size;
	struct length length;

	(void)words;
	if (strcmp(value, "super") == 0) {
		*rise += 0.36 * parent;
		return true;
	}
	if (strcmp(value, "sub") == 0) {
		*rise -= 0.18 * parent;
		return true;
	}
	if (strcmp(value, "baseline") == 0)
		return true;
	if (!length_parse(value, draft->text.size, &length) ||
	    (length.unit != LENGTH_POINTS && length.unit != LENGTH_PERCENT))
		return false;
	*rise += length_resolve(length, text_style_line_height(draft->parent), 0);
	return true;
}

bool
draft_indent(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	const struct text_style *parent = draft->parent;
	double *indent = field;
	bool end = indent == &draft->text.end_indent;
	double *share = end ? &draft->text.end_share : &draft->text.start_share;
	struct length length;

	(void)words;
	/* The parent of a label or body is its list-item (XSL §5.10.4). */
	if (!end && strcmp(value, "body-start()") == 0) {
		*indent = parent->start_indent + parent->list_distance;
		*share = parent->start_share;
		return true;
	}
	if (end && strcmp(value, "label-end()") == 0) {
		draft->text.end_from_start = true;
		*indent = parent->start_indent + parent->list_distance - parent->list_separation;
		*share = parent->start_share;
		return true;
	}
	if (!length_parse(value, draft->text.size, &length) || length.unit == LENGTH_AUTO ||
	    length.unit == LENGTH_PROPORTION)
		return false;
	*indent = length.unit == LENGTH_POINTS ? length.value : 0;
	*share = length.unit == LENGTH_PERCENT ? length.value / 100 : 0;
	if (end)
		draft->text.end_from_start = false;
	return true;
}
