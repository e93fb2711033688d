/* draft_side: margins, padding and borders, one side or all four; see draft.h. */
#include "layout/draft.h"

#include <string.h>
#include "layout/area.h"

/* The edge that a side's name means; false for no such name. rtl says where left is. */
static bool
edge_of_name(const char *name, gsize n, bool rtl, enum edge *edge)
{
	const struct {
		const char *name;
		enum edge edge;
	} names[] = {
		{"before", EDGE_BEFORE},
		{"after", EDGE_AFTER},
		{"start", EDGE_START},
		{"end", EDGE_END},
		{"top", EDGE_BEFORE},
		{"bottom", EDGE_AFTER},
		{"left", rtl ? EDGE_END : EDGE_START},
		{"right", rtl ? EDGE_START : EDGE_END},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		if (strlen(names[i].name) != n || strncmp(name, names[i].name, n) != 0)
			continue;
		*edge = names[i].edge;
		return true;
	}
	return false;
}

/* One to four values as CSS spreads them, out in the order of enum edge; false for more or none. */
static bool
values_spread(const struct style_draft *draft, const char *value, char *out[4])
{
	g_auto(GStrv) parts = g_strsplit_set(value, " \t\n", -1);
	const char *found[4] = {NULL};
	int n = 0;
	enum edge left = draft->text.rtl ? EDGE_END : EDGE_START;
	enum edge right = draft->text.rtl ? EDGE_START : EDGE_END;

	for (gsize i = 0; parts[i]; i++) {
		if (!*parts[i])
			continue;
		if (n == 4)
			return false;
		found[n++] = parts[i];
	}
	if (n == 0)
		return false;
	out[EDGE_BEFORE] = g_strdup(found[0]);
	out[right] = g_strdup(n > 1 ? found[1] : found[0]);
	out[EDGE_AFTER] = g_strdup(n > 2 ? found[2] : found[0]);
	out[left] = g_strdup(n > 3 ? found[3] : n > 1 ? found[1] : found[0]);
	return true;
}

static bool
margin_set(struct style_draft *draft, enum edge edge, const char *value)
{
	struct length length;

	if (!length_parse(value, draft->text.size, &length) || length.unit == LENGTH_AUTO ||
	    length.unit == LENGTH_PROPORTION)
		return false;
	/* That of the width would be known too late for space. */
	if (length.unit == LENGTH_PERCENT && (edge == EDGE_BEFORE || edge == EDGE_AFTER))
		return false;
	draft->margin[edge] = length.unit == LENGTH_POINTS ? length.value : 0;
	draft->margin_share[edge] = length.unit == LENGTH_PERCENT ? length.value / 100 : 0;
	draft->margin_set[edge] = true;
	return true;
}

static bool
padding_set(struct style_draft *draft, enum edge edge, const char *value)
{
	return length_parse_points(value, draft->text.size, &draft->box.padding[edge]);
}

static bool
border_width_set(struct style_draft *draft, enum edge edge, const char *value)
{
	static const struct word widths[] = {{"thin", 0}, {"medium", 1}, {"thick", 2}, {NULL, 0}};
	const double points[] = {0.5, 1, 2};
	int i = 0;

	if (!draft_word(draft, value, widths, &i))
		return length_parse_points(value, draft->text.size, &draft->box.border[edge].width);
	draft->box.border[edge].width = points[i];
	return true;
}

static bool
border_style_set(struct style_draft *draft, enum edge edge, const char *value)
{
	static const struct word styles[] = {{"none", 0}, {"hidden", 0}, {"solid", 1}, {NULL, 0}};

	return draft_word(draft, value, styles, &draft->box.border[edge].drawn);
}

static bool
border_colour_set(struct style_draft *draft, enum edge edge, const char *value)
{
	return draft_colour(draft, value, NULL, &draft->box.border[edge].colour);
}

/* "0.5pt solid #999" in any order. */
static bool
border_set(struct style_draft *draft, enum edge edge, const char *value)
{
	g_auto(GStrv) parts = g_strsplit_set(value, " \t\n", -1);

	for (gsize i = 0; parts[i]; i++)
		if (*parts[i] && !border_style_set(draft, edge, parts[i]) &&
		    !border_width_set(draft, edge, parts[i]) &&
		    !border_colour_set(draft, edge, parts[i]))
			return false;
	return true;
}

typedef bool edge_setter(struct style_draft *draft, enum edge edge, const char *value);

static bool
each_edge(struct style_draft *draft, const char *value, edge_setter *set)
{
	char *parts[4] = {NULL};
	bool good = values_spread(draft, value, parts);

	for (int edge = 0; edge < 4; edge++) {
		good = good && set(draft, (enum edge)edge, parts[edge]);
		g_free(parts[edge]);
	}
	return good;
}

bool
draft_margins(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	(void)words;
	(void)field;
	return each_edge(draft, value, margin_set);
}

bool
draft_paddings(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	(void)words;
	(void)field;
	return each_edge(draft, value, padding_set);
}

bool
draft_border_widths(struct style_draft *draft, const char *value, const struct word *words,
		    void *field)
{
	(void)words;
	(void)field;
	return each_edge(draft, value, border_width_set);
}

bool
draft_border_styles(struct style_draft *draft, const char *value, const struct word *words,
		    void *field)
{
	(void)words;
	(void)field;
	return each_edge(draft, value, border_style_set);
}

bool
draft_border_colours(struct style_draft *draft, const char *value, const struct word *words,
		     void *field)
{
	(void)words;
	(void)field;
	return each_edge(draft, value, border_colour_set);
}

bool
draft_borders(struct style_draft *draft, const char *value, const struct word *words, void *field)
{
	bool good = true;

	(void)words;
	(void)field;
	for (int edge = 0; edge < 4; edge++)
		good = border_set(draft, (enum edge)edge, value) && good;
	return good;
}

/*
 * The setter of "margin-SIDE", "padding-SIDE", "border-SIDE[-WHAT]", and where SIDE stands in name.
 */
static edge_setter *
side_setter(const char *name, const char **side, gsize *n)
{
	static const struct {
		const char *suffix;
		edge_setter *set;
	} borders[] = {
		{"-width", border_width_set},
		{"-style", border_style_set},
		{"-color", border_colour_set},
		{"", border_set},
	};

	*side = strchr(name, '-');
	if (!*side)
		return NULL;
	*n = strlen(++*side);
	if (g_str_has_prefix(name, "margin-"))
		return margin_set;
	if (g_str_has_prefix(name, "padding-"))
		return padding_set;
	if (!g_str_has_prefix(name, "border-"))
		return NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(borders); i++) {
		if (!g_str_has_suffix(*side, borders[i].suffix))
			continue;
		*n -= strlen(borders[i].suffix);
		return borders[i].set;
	}
	return NULL;
}

bool
draft_is_side(const char *name)
{
	const char *side;
	enum edge edge;
	gsize n = 0;

	return side_setter(name, &side, &n) && edge_of_name(side, n, false, &edge);
}

bool
draft_side(struct style_draft *draft, const char *name, const char *value, bool *known)
{
	const char *side;
	gsize n = 0;
	enum edge edge = EDGE_BEFORE;
	edge_setter *set = side_setter(name, &side, &n);

	*known = set && edge_of_name(side, n, draft->text.rtl, &edge);
	return *known && set(draft, edge, value);
}
