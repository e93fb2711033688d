/*
 * draft: the styles of one object while its attributes are read, and how values are read into them.
 *
 * For property.c alone.  A setter returns false where the value is outside the subset and then has
 * changed nothing that matters.
 */
#ifndef CHANCERY_LAYOUT_DRAFT_H
#define CHANCERY_LAYOUT_DRAFT_H

#include "layout/style.h"

struct style_draft {
	struct text_style text;
	struct box_style box;
	const struct text_style *parent;
	double margin[4];	/* by enum edge */
	double margin_share[4];	/* besides, parts of the containing block's width */
	bool margin_set[4];
	bool faulty;		/* an attribute was outside the subset */
};

/* A keyword and what it sets. */
struct word {
	const char *name;	/* NULL ends a list */
	int value;
};

/* field is where the table's offset points to in the draft; words may be NULL. */
typedef bool draft_setter(struct style_draft *draft, const char *value, const struct word *words,
			  void *field);

draft_setter draft_points;	/* double */
draft_setter draft_space;	/* struct space: all three */
draft_setter draft_length;	/* struct length */
draft_setter draft_colour;	/* guint32 */
draft_setter draft_count;	/* int, 1 or more */
draft_setter draft_word;	/* int, by words */
draft_setter draft_keep;	/* int: auto, always, an integer */
draft_setter draft_weight;	/* int: normal, bold, 100 to 900 */
draft_setter draft_letters;	/* double: normal or a length */
draft_setter draft_font_size;
draft_setter draft_family;	/* const char *: the last family known of a list */
draft_setter draft_language;	/* const char *, interned */
draft_setter draft_features;	/* const char *, interned */
draft_setter draft_line_height;
draft_setter draft_shift;
draft_setter draft_indent;	/* start-indent, end-indent; body-start() and label-end() */
draft_setter draft_margins, draft_paddings, draft_borders;	/* four sides at once */
draft_setter draft_border_widths, draft_border_styles, draft_border_colours;
draft_setter draft_nothing;	/* a value that must be one of words and changes nothing */

/*
 * "padding-top", "margin-start", "border-left", "border-after-width", …: true and *known where the
 * name is such a property; the return value says whether the value was understood.
 */
bool draft_side(struct style_draft *draft, const char *name, const char *value, bool *known);
/* Is name a property of one side? */
bool draft_is_side(const char *name);

#endif
