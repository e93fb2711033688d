/*
 * label: one line of text, as charts have them, shaped: what PangoLayout would make of it, without
 * its breaks and its extents of ink, which are most of its work.
 */
#ifndef CHANCERY_FONT_LABEL_H
#define CHANCERY_FONT_LABEL_H

#include <glib.h>
#include <pango/pango.h>

struct label {
	char *text;	 /* what the runs are parts of */
	GPtrArray *runs; /* PangoGlyphItem *, from left to right */
	double width;	 /* points */
};

/*
 * The context says the language; font has its size; features as CSS writes them, or NULL; base is
 * the direction of the line, which gives way to that of the first letter where it is a weak one.
 */
struct label *label_new(PangoContext *context, const PangoFontDescription *font,
			const char *features, PangoDirection base, const char *text);
void label_free(struct label *label);
typedef struct label Label; /* for g_autoptr(Label) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Label, label_free)

#endif
