/*
 * style: the properties of one formatting object, resolved (XSL 1.1 §5).
 *
 * Two plain structs: what is inherited (text_style) and what is not (box_style).  Lengths are
 * points unless they are a struct length.  Equal styles are one object, so that a table of many
 * cells carries a handful: they live in a style_table and are lent. Edges are relative to the
 * writing mode.
 */
#ifndef CHANCERY_LAYOUT_STYLE_H
#define CHANCERY_LAYOUT_STYLE_H

#include <glib.h>
#include <stdbool.h>
#include "layout/length.h"

enum edge { EDGE_BEFORE, EDGE_AFTER, EDGE_START, EDGE_END };

/* Strength of a keep: 0 auto, an integer, or always. */
#define KEEP_AUTO 0
#define KEEP_ALWAYS 10000

/*
 * text_style.align_last besides enum text_align: as text-align, but start where that justifies (XSL
 * §7.16.10).
 */
#define ALIGN_RELATIVE (-1)

enum display_align { DISPLAY_BEFORE, DISPLAY_CENTER, DISPLAY_AFTER };
enum white_space { SPACE_COLLAPSE, SPACE_PRESERVE };

/* Enumerations are ints here because the property table writes through pointers to int. */
struct text_style {
	const char *family;		/* "serif" | "sans-serif" | "monospace"; static */
	const char *lang, *features;	/* interned; features may be NULL */
	double size;
	double line_factor;		/* line-height as a number, or 0 and then */
	double line_height;		/* as a length */
	double text_indent, letter_spacing;
	double last_end_indent; /* of the last line, besides end_indent */
	double rise;		/* baseline-shift, summed over the ancestors; up is positive */
	double start_indent;	/* from the reference area's start edge to the content rectangle */
	double end_indent;	/* from its end edge; with end_from_start, from the start edge */
	double start_share, end_share;	/* besides, parts of the reference area's width */
	double list_distance, list_separation;	/* provisional-* */
	double rule_thickness;
	struct length leader_length;
	guint32 colour;
	int end_from_start;		/* end-indent="label-end()" */
	int weight, italic, small_caps, uppercase;
	int align, align_last;		/* enum text_align */
	int hyphenate, wrap, rtl;
	int spaces, linefeeds, space_treatment;	/* enum white_space */
	int widows, orphans;
	int keep_together;
	int display_align;
	int collapse;		/* border-collapse: rows have borders */
	int leader_pattern;		/* enum leader_pattern */
};

struct border {
	double width;		/* 0 where the style is none */
	guint32 colour;		/* AREA_NO_COLOUR until resolved: the object's colour */
	int drawn;		/* the style is not none */
};

struct space {
	double optimum, minimum, maximum;
	int retain;		/* .conditionality: kept at the top of a page */
};

struct box_style {
	struct space space_before, space_after;
	double padding[4];		/* by enum edge */
	struct border border[4];
	guint32 background;
	int keep_with_next, keep_with_previous;
	double grid;			/* it begins on; 0: anywhere */
	int balance;			/* its lines are about as wide as one another */
	int span_all;			/* across all columns */
	int break_before, break_after;	/* enum page_force (pagebreak.h) */
	struct length width, height, content_width, content_height, column_width;
	int columns_spanned, rows_spanned, columns_repeated;
};

struct style_table;

struct style_table *style_table_new(void);
void style_table_free(struct style_table *table);
/* The one copy of an equal style; lent by the table. */
const struct text_style *style_table_text(struct style_table *table,
					  const struct text_style *style);
const struct box_style *style_table_box(struct style_table *table, const struct box_style *style);

/* The initial values. */
struct text_style text_style_initial(void);
struct box_style box_style_initial(void);

/* Distance of baselines. */
double text_style_line_height(const struct text_style *style);
/* Border and padding together at one edge. */
double box_style_inset(const struct box_style *box, enum edge edge);

#endif
