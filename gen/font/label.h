/*
 * label: one line of text, as charts have them, shaped: what PangoLayout would make of it, without
 * its breaks and its extents of ink, which are most of its work.
 */
#ifndef CHANCERY_FONT_LABEL_H
#define CHANCERY_FONT_LABEL_H

#include <glib.h>
#include <pango/pango.h>

struct fonts;

struct label_style {
	const char *role, *lang; /* as for fonts_families */
	double size;		 /* points */
	int weight;		 /* 400, 600, 700 */
	PangoDirection base;	 /* of the line; a weak one gives way to the first letter's */
	const char *features;	 /* OpenType, "tnum 1, liga 0"; interned; may be NULL */
};

struct label {
	char *text;
	GPtrArray *runs; /* PangoGlyphItem *, from left to right; their offsets count from text */
	double width;	 /* points */
};

struct label *label_new(const struct fonts *fonts, const struct label_style *style,
			const char *text);
void label_free(struct label *label);
typedef struct label Label; /* for g_autoptr(Label) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Label, label_free)

#endif
