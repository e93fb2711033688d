/* property: see property.h.  The values themselves are read by draft.c. */
#include "layout/property.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include "base/diag.h"
#include "layout/area.h"
#include "layout/draft.h"
#include "layout/pagebreak.h"
#include "layout/paragraph.h"

/*
 * Properties of a lower rank are set first: em and left/right depend on them, shorthands give way
 * to what they stand for.
 */
enum rank { RANK_SIZE, RANK_SHORT, RANK_SIDE, RANK_PLAIN, RANK_COMPONENT, RANK_COUNT };

struct property {
	const char *name;
	enum rank rank;
	int place; /* enum property_place; ANYWHERE for what is inherited */
	draft_setter *set;
	size_t offset;
	const struct word *words;
};

#define ANYWHERE 0
#define STACKED (PLACE_BLOCK | PLACE_TABLE)
#define ROWED (STACKED | PLACE_ROW)
#define TEXT(field) offsetof(struct style_draft, text.field)
#define BOX(field) offsetof(struct style_draft, box.field)

static const struct word bools[] = {{"false", 0}, {"true", 1}, {NULL, 0}};
static const struct word breaks[] = {
	{"auto", 0}, {"page", FORCE_PAGE}, {"column", FORCE_COLUMN}, {NULL, 0}};
static const struct word collapses[] = {{"separate", 0}, {"collapse", 1}, {NULL, 0}};
static const struct word conditions[] = {{"discard", 0}, {"retain", 1}, {NULL, 0}};
static const struct word displays[] = {{"auto", DISPLAY_BEFORE},
				       {"before", DISPLAY_BEFORE},
				       {"center", DISPLAY_CENTER},
				       {"after", DISPLAY_AFTER},
				       {NULL, 0}};
static const struct word aligns[] = {{"start", ALIGN_START},
				     {"end", ALIGN_END},
				     {"center", ALIGN_CENTER},
				     {"justify", ALIGN_JUSTIFY},
				     {NULL, 0}};
static const struct word last_aligns[] = {{"relative", ALIGN_RELATIVE}, {"start", ALIGN_START},
					  {"end", ALIGN_END},		{"center", ALIGN_CENTER},
					  {"justify", ALIGN_JUSTIFY},	{NULL, 0}};
static const struct word leaders[] = {
	{"space", LEADER_SPACE}, {"dots", LEADER_DOTS}, {"rule", LEADER_RULE}, {NULL, 0}};
static const struct word layouts[] = {{"fixed", 0}, {"auto", 0}, {NULL, 0}};
static const struct word linefeeds[] = {
	{"treat-as-space", SPACE_COLLAPSE}, {"preserve", SPACE_PRESERVE}, {NULL, 0}};
static const struct word orientations[] = {{"0", 0}, {NULL, 0}};
static const struct word slants[] = {{"normal", 0}, {"italic", 1}, {"oblique", 1}, {NULL, 0}};
static const struct word spaces[] = {
	{"true", SPACE_COLLAPSE}, {"false", SPACE_PRESERVE}, {NULL, 0}};
static const struct word spans[] = {{"none", 0}, {"all", 1}, {NULL, 0}};
static const struct word rules[] = {{"solid", 0}, {NULL, 0}};
static const struct word transforms[] = {{"none", 0}, {"uppercase", 1}, {NULL, 0}};
static const struct word treatments[] = {{"ignore-if-surrounding-linefeed", SPACE_COLLAPSE},
					 {"preserve", SPACE_PRESERVE},
					 {NULL, 0}};
static const struct word variants[] = {{"normal", 0}, {"small-caps", 1}, {NULL, 0}};
static const struct word wraps[] = {{"wrap", 1}, {"no-wrap", 0}, {NULL, 0}};
static const struct word writing_modes[] = {
	{"lr-tb", 0}, {"lr", 0}, {"rl-tb", 1}, {"rl", 1}, {NULL, 0}};

/*
 * In byte order of the names, for bsearch.  Those of one side (padding-top …) are read by
 * draft_side.c.
 */
static const struct property properties[] = {
	{"background-color", RANK_PLAIN, PLACE_FRAME | PLACE_ROW, draft_colour, BOX(background),
	 NULL},
	{"baseline-shift", RANK_PLAIN, PLACE_INLINE, draft_shift, TEXT(rise), NULL},
	{"border", RANK_SHORT, PLACE_FRAME | PLACE_ROW, draft_borders, 0, NULL},
	{"border-collapse", RANK_PLAIN, ANYWHERE, draft_word, TEXT(collapse), collapses},
	{"border-color", RANK_SHORT, PLACE_FRAME | PLACE_ROW, draft_border_colours, 0, NULL},
	{"border-style", RANK_SHORT, PLACE_FRAME | PLACE_ROW, draft_border_styles, 0, NULL},
	{"border-width", RANK_SHORT, PLACE_FRAME | PLACE_ROW, draft_border_widths, 0, NULL},
	{"break-after", RANK_PLAIN, ROWED, draft_word, BOX(break_after), breaks},
	{"break-before", RANK_PLAIN, ROWED, draft_word, BOX(break_before), breaks},
	{"color", RANK_PLAIN, ANYWHERE, draft_colour, TEXT(colour), NULL},
	{"column-width", RANK_PLAIN, PLACE_COLUMN, draft_length, BOX(column_width), NULL},
	{"content-height", RANK_PLAIN, PLACE_GRAPHIC, draft_length, BOX(content_height), NULL},
	{"content-width", RANK_PLAIN, PLACE_GRAPHIC, draft_length, BOX(content_width), NULL},
	{"display-align", RANK_PLAIN, ANYWHERE, draft_word, TEXT(display_align), displays},
	{"end-indent", RANK_PLAIN, ANYWHERE, draft_indent, TEXT(end_indent), NULL},
	{"font-family", RANK_PLAIN, ANYWHERE, draft_family, TEXT(family), NULL},
	{"font-size", RANK_SIZE, ANYWHERE, draft_font_size, TEXT(size), NULL},
	{"font-style", RANK_PLAIN, ANYWHERE, draft_word, TEXT(italic), slants},
	{"font-variant", RANK_PLAIN, ANYWHERE, draft_word, TEXT(small_caps), variants},
	{"font-weight", RANK_PLAIN, ANYWHERE, draft_weight, TEXT(weight), NULL},
	{"height", RANK_PLAIN, PLACE_GRAPHIC | PLACE_ROW | PLACE_CELL, draft_length, BOX(height),
	 NULL},
	{"hyphenate", RANK_PLAIN, ANYWHERE, draft_word, TEXT(hyphenate), bools},
	{"keep-together", RANK_SHORT, ANYWHERE, draft_keep, TEXT(keep_together), NULL},
	{"keep-together.within-column", RANK_PLAIN, ANYWHERE, draft_keep, TEXT(keep_together),
	 NULL},
	{"keep-together.within-page", RANK_PLAIN, ANYWHERE, draft_keep, TEXT(keep_together), NULL},
	{"keep-with-next", RANK_SHORT, ROWED, draft_keep, BOX(keep_with_next), NULL},
	{"keep-with-next.within-column", RANK_PLAIN, ROWED, draft_keep, BOX(keep_with_next), NULL},
	{"keep-with-next.within-page", RANK_PLAIN, ROWED, draft_keep, BOX(keep_with_next), NULL},
	{"keep-with-previous", RANK_SHORT, ROWED, draft_keep, BOX(keep_with_previous), NULL},
	{"keep-with-previous.within-column", RANK_PLAIN, ROWED, draft_keep, BOX(keep_with_previous),
	 NULL},
	{"keep-with-previous.within-page", RANK_PLAIN, ROWED, draft_keep, BOX(keep_with_previous),
	 NULL},
	{"language", RANK_PLAIN, ANYWHERE, draft_language, TEXT(lang), NULL},
	{"last-line-end-indent", RANK_PLAIN, ANYWHERE, draft_points, TEXT(last_end_indent), NULL},
	{"leader-length", RANK_PLAIN, ANYWHERE, draft_length, TEXT(leader_length), NULL},
	{"leader-pattern", RANK_PLAIN, ANYWHERE, draft_word, TEXT(leader_pattern), leaders},
	{"letter-spacing", RANK_PLAIN, ANYWHERE, draft_letters, TEXT(letter_spacing), NULL},
	{"line-height", RANK_PLAIN, ANYWHERE, draft_line_height, 0, NULL},
	{"linefeed-treatment", RANK_PLAIN, ANYWHERE, draft_word, TEXT(linefeeds), linefeeds},
	{"margin", RANK_SHORT, STACKED, draft_margins, 0, NULL},
	{"number-columns-repeated", RANK_PLAIN, PLACE_COLUMN, draft_count, BOX(columns_repeated),
	 NULL},
	{"number-columns-spanned", RANK_PLAIN, PLACE_CELL, draft_count, BOX(columns_spanned), NULL},
	{"number-rows-spanned", RANK_PLAIN, PLACE_CELL, draft_count, BOX(rows_spanned), NULL},
	{"orphans", RANK_PLAIN, ANYWHERE, draft_count, TEXT(orphans), NULL},
	{"padding", RANK_SHORT, PLACE_FRAME, draft_paddings, 0, NULL},
	{"provisional-distance-between-starts", RANK_PLAIN, ANYWHERE, draft_points,
	 TEXT(list_distance), NULL},
	{"provisional-label-separation", RANK_PLAIN, ANYWHERE, draft_points, TEXT(list_separation),
	 NULL},
	{"reference-orientation", RANK_PLAIN, PLACE_BLOCK, draft_nothing, 0, orientations},
	{"rule-style", RANK_PLAIN, ANYWHERE, draft_nothing, 0, rules},
	{"rule-thickness", RANK_PLAIN, ANYWHERE, draft_points, TEXT(rule_thickness), NULL},
	{"space-after", RANK_SHORT, STACKED, draft_space, BOX(space_after), NULL},
	{"space-after.conditionality", RANK_COMPONENT, STACKED, draft_word, BOX(space_after.retain),
	 conditions},
	{"space-after.maximum", RANK_COMPONENT, STACKED, draft_points, BOX(space_after.maximum),
	 NULL},
	{"space-after.minimum", RANK_COMPONENT, STACKED, draft_points, BOX(space_after.minimum),
	 NULL},
	{"space-after.optimum", RANK_COMPONENT, STACKED, draft_points, BOX(space_after.optimum),
	 NULL},
	{"space-before", RANK_SHORT, STACKED, draft_space, BOX(space_before), NULL},
	{"space-before.conditionality", RANK_COMPONENT, STACKED, draft_word,
	 BOX(space_before.retain), conditions},
	{"space-before.maximum", RANK_COMPONENT, STACKED, draft_points, BOX(space_before.maximum),
	 NULL},
	{"space-before.minimum", RANK_COMPONENT, STACKED, draft_points, BOX(space_before.minimum),
	 NULL},
	{"space-before.optimum", RANK_COMPONENT, STACKED, draft_points, BOX(space_before.optimum),
	 NULL},
	{"span", RANK_PLAIN, STACKED, draft_word, BOX(span_all), spans},
	{"start-indent", RANK_PLAIN, ANYWHERE, draft_indent, TEXT(start_indent), NULL},
	{"table-layout", RANK_PLAIN, PLACE_TABLE, draft_nothing, 0, layouts},
	{"text-align", RANK_PLAIN, ANYWHERE, draft_word, TEXT(align), aligns},
	{"text-align-last", RANK_PLAIN, ANYWHERE, draft_word, TEXT(align_last), last_aligns},
	{"text-indent", RANK_PLAIN, ANYWHERE, draft_points, TEXT(text_indent), NULL},
	{"text-transform", RANK_PLAIN, ANYWHERE, draft_word, TEXT(uppercase), transforms},
	{"white-space-collapse", RANK_PLAIN, ANYWHERE, draft_word, TEXT(spaces), spaces},
	{"white-space-treatment", RANK_PLAIN, ANYWHERE, draft_word, TEXT(space_treatment),
	 treatments},
	{"widows", RANK_PLAIN, ANYWHERE, draft_count, TEXT(widows), NULL},
	{"width", RANK_PLAIN, PLACE_GRAPHIC | PLACE_TABLE | PLACE_CELL, draft_length, BOX(width),
	 NULL},
	{"wrap-option", RANK_PLAIN, ANYWHERE, draft_word, TEXT(wrap), wraps},
	{"writing-mode", RANK_SIZE, ANYWHERE, draft_word, TEXT(rtl), writing_modes},
};

static int
property_compare(const void *name, const void *property)
{
	return strcmp(name, ((const struct property *)property)->name);
}

static const struct property *
property_find(const char *name)
{
	return bsearch(name, properties, G_N_ELEMENTS(properties), sizeof *properties,
		       property_compare);
}

const char *
xml_attribute_text(const xmlAttr *attr)
{
	return attr->children && attr->children->content ? (const char *)attr->children->content
							 : "";
}

static const char *
attribute_find(const xmlNode *xml, const char *ns, const char *name)
{
	for (const xmlAttr *attr = xml->properties; attr; attr = attr->next) {
		const char *found = attr->ns ? (const char *)attr->ns->href : NULL;

		if (strcmp((const char *)attr->name, name) == 0 && g_strcmp0(found, ns) == 0)
			return xml_attribute_text(attr);
	}
	return NULL;
}

const char *
xml_attribute(const xmlNode *xml, const char *name)
{
	return attribute_find(xml, NULL, name);
}

const char *
xml_chancery_attribute(const xmlNode *xml, const char *name)
{
	return attribute_find(xml, CHANCERY_FO_NS, name);
}

static void
complain(struct style_draft *draft, const struct property_source *source, struct diag_list *diags,
	 const char *name, const char *value)
{
	draft->faulty = true;
	if (value)
		diag_add(diags, DIAG_FO_UNSUPPORTED, source->at, "fo:%s: value “%s” of %s",
			 source->element, value, name);
	else
		diag_add(diags, DIAG_FO_UNSUPPORTED, source->at, "fo:%s: property %s",
			 source->element, name);
}

/* Is name one of the element's own attributes, or one that every element has? */
static bool
is_own(const struct property_source *source, const char *name)
{
	gsize length = strlen(name);

	if (strcmp(name, "id") == 0 || strcmp(name, "role") == 0)
		return true;
	for (const char *at = source->own; at && (at = strstr(at, name)) != NULL; at += length)
		if (at > source->own && at[-1] == ' ' && at[length] == ' ')
			return true;
	return false;
}

/* Of the namespace urn:chancery:fo, and read where it is wanted. */
static bool
is_known(const xmlAttr *attr)
{
	static const char *const known[] = {"source", "alt", "scope", "mark"};

	for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
		if (strcmp((const char *)attr->name, known[i]) == 0)
			return strcmp((const char *)attr->ns->href, CHANCERY_FO_NS) == 0;
	return false;
}

bool
property_counts(const struct property_source *source, const xmlAttr *attr)
{
	return attr->ns ? !is_known(attr) : !is_own(source, (const char *)attr->name);
}

/* xml:lang and the attributes of urn:chancery:fo. */
static void
foreign_apply(struct style_draft *draft, const xmlAttr *attr, const struct property_source *source,
	      struct diag_list *diags)
{
	const char *name = (const char *)attr->name, *ns = (const char *)attr->ns->href;
	const char *value = xml_attribute_text(attr);

	if (strcmp(ns, (const char *)XML_XML_NAMESPACE) == 0 && strcmp(name, "lang") == 0) {
		draft_language(draft, value, NULL, &draft->text.lang);
		return;
	}
	if (strcmp(ns, (const char *)XML_XML_NAMESPACE) == 0 && strcmp(name, "space") == 0)
		return;
	if (strcmp(ns, CHANCERY_FO_NS) == 0 && strcmp(name, "features") == 0) {
		draft_features(draft, value, NULL, &draft->text.features);
		return;
	}
	if (strcmp(ns, CHANCERY_FO_NS) == 0 && (source->place & STACKED)) {
		bool grid = strcmp(name, "grid") == 0, balance = strcmp(name, "balance") == 0;

		if ((grid && !draft_points(draft, value, NULL, &draft->box.grid)) ||
		    (balance && !draft_word(draft, value, bools, &draft->box.balance)))
			complain(draft, source, diags, name, value);
		if (grid || balance)
			return;
	}
	if (!is_known(attr))
		complain(draft, source, diags, name, NULL);
}

static void
property_apply(struct style_draft *draft, const struct property *property, const char *value,
	       const struct property_source *source, struct diag_list *diags)
{
	void *field = (char *)draft + property->offset;

	if (property->place && !(property->place & source->place))
		complain(draft, source, diags, property->name, NULL);
	else if (strcmp(value, "inherit") == 0 && property->place == ANYWHERE)
		return;
	else if (!property->set(draft, value, property->words, field))
		complain(draft, source, diags, property->name, value);
}

static void
side_apply(struct style_draft *draft, const char *name, const char *value,
	   const struct property_source *source, struct diag_list *diags)
{
	int place = g_str_has_prefix(name, "margin-") ? STACKED : PLACE_FRAME;
	bool known = false;

	if (g_str_has_prefix(name, "border-"))
		place |= PLACE_ROW;
	if (!(place & source->place))
		complain(draft, source, diags, name, NULL);
	else if (!draft_side(draft, name, value, &known))
		complain(draft, source, diags, name, value);
}

/* The properties of the attributes, one for each in their order; NULL for what is none. */
static const struct property **
properties_of(const xmlNode *xml)
{
	const struct property **found;
	gsize n = 0;

	for (const xmlAttr *attr = xml->properties; attr; attr = attr->next)
		n++;
	found = g_new(const struct property *, n + 1);
	n = 0;
	for (const xmlAttr *attr = xml->properties; attr; attr = attr->next)
		found[n++] = attr->ns ? NULL : property_find((const char *)attr->name);
	return found;
}

/* The attributes of one rank, whose properties are next, … */
static void
rank_apply(struct style_draft *draft, enum rank rank, const struct property_source *source,
	   const struct property *const *next, struct diag_list *diags)
{
	for (const xmlAttr *attr = source->xml->properties; attr; attr = attr->next) {
		const char *name = (const char *)attr->name, *value = xml_attribute_text(attr);
		const struct property *property = *next++;

		if (attr->ns) {
			if (rank == RANK_SIZE)
				foreign_apply(draft, attr, source, diags);
			continue;
		}
		if (property && property->rank == rank)
			property_apply(draft, property, value, source, diags);
		else if (!property && rank == RANK_SIDE && draft_is_side(name))
			side_apply(draft, name, value, source, diags);
		else if (!property && rank == RANK_SIDE && !is_own(source, name))
			complain(draft, source, diags, name, NULL);
	}
}

static void
space_set(struct space *space, double points)
{
	space->optimum = space->minimum = space->maximum = points;
}

/*
 * Margins become space and indents (XSL 1.1 §5.3.2): start-indent = inherited start-indent + margin
 * + padding + border.  Only a margin that is given does so; otherwise padding and border stand
 * outside the content rectangle's indent.
 */
static void
margins_resolve(struct style_draft *draft)
{
	const struct text_style *parent = draft->parent;
	const struct box_style *box = &draft->box;
	struct text_style *text = &draft->text;
	bool from_start = parent->end_from_start;
	double direction = from_start ? -1 : 1;
	/* The containing block's width: of what the reference area has, so much and that part. */
	double width = -parent->start_indent - direction * parent->end_indent;
	double part = (from_start ? 0 : 1) - parent->start_share - direction * parent->end_share;
	const double *margin = draft->margin, *share = draft->margin_share;

	if (draft->margin_set[EDGE_BEFORE])
		space_set(&draft->box.space_before, margin[EDGE_BEFORE]);
	if (draft->margin_set[EDGE_AFTER])
		space_set(&draft->box.space_after, margin[EDGE_AFTER]);
	if (draft->margin_set[EDGE_START]) {
		text->start_indent = parent->start_indent + margin[EDGE_START] +
				     share[EDGE_START] * width + box_style_inset(box, EDGE_START);
		text->start_share = parent->start_share + share[EDGE_START] * part;
	}
	if (draft->margin_set[EDGE_END]) {
		double inset =
			margin[EDGE_END] + share[EDGE_END] * width + box_style_inset(box, EDGE_END);

		text->end_from_start = parent->end_from_start;
		text->end_indent = parent->end_indent + direction * inset;
		text->end_share = parent->end_share + direction * share[EDGE_END] * part;
	}
}

bool
property_resolve(const struct property_source *source, const struct text_style *parent,
		 struct diag_list *diags, struct text_style *text, struct box_style *box)
{
	g_autofree const struct property **found = properties_of(source->xml);
	struct style_draft draft;

	memset(&draft, 0, sizeof draft);
	draft.text = *parent;
	draft.box = box_style_initial();
	draft.parent = parent;
	if (!(source->place & PLACE_INLINE))
		draft.text.rise = 0;
	for (int rank = 0; rank < RANK_COUNT; rank++)
		rank_apply(&draft, (enum rank)rank, source, found, diags);
	margins_resolve(&draft);
	for (int edge = 0; edge < 4; edge++) {
		struct border *border = &draft.box.border[edge];

		if (!border->drawn)
			border->width = 0;
		if (border->colour == AREA_NO_COLOUR)
			border->colour = draft.text.colour;
	}
	*text = draft.text;
	*box = draft.box;
	return !draft.faulty;
}
