/*
 * label: one line of text, as charts have them, shaped: what PangoLayout would make of it, without
 * its breaks and its extents of ink, which are most of its work.
 *
 * Charts say many words alike (years, names, amounts), and each is measured before it is drawn, so
 * labels are kept.
 */
#ifndef CHANCERY_FONT_LABEL_H
#define CHANCERY_FONT_LABEL_H

#include <glib.h>
#include <pango/pango.h>

struct fonts;

struct label_style {
	const char *role, *lang; /* as for families_find */
	double size;		 /* points */
	int weight;		 /* 400, 600, 700 */
	PangoDirection base;	 /* of the line; a weak one gives way to the first letter's */
	const char *features;	 /* OpenType, "tnum 1, liga 0"; interned; "" for none */
};

struct label {
	char *text;
	GPtrArray *runs; /* PangoGlyphItem *, from left to right; their offsets count from text */
	double width;	 /* points */
};

/* Shaped once for all fonts; lent until the next one is asked for. */
const struct label *label_find(const struct fonts *fonts, const struct label_style *style,
			       const char *text);

/* Its width alone, as struct text_measure wants it; fonts is a struct fonts. */
double label_width(const struct label_style *style, const char *text, const void *fonts);

/* What fonts keeps: struct label * by all that makes a text look as it does. */
GHashTable *labels_new(void);

#endif
