/*
 * scene: a chart as plain marks, before any output; SVG (HTML) is made of it here, content of a
 * page in pdf/sketch.
 *
 * Lengths are points, the origin is the top left corner, y grows downward.  Inks are roles, not
 * colours: the painters hold one palette each (light, dark by CSS, print).  Texts are already in
 * the language; a text's y is its baseline.
 */
#ifndef CHANCERY_CHART_SCENE_H
#define CHANCERY_CHART_SCENE_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

#include "font/label.h"

enum ink {
	INK_NONE,
	INK_TEXT,
	INK_MUTED,
	INK_AXIS,
	INK_GRID,
	INK_SERIES_1,
	INK_SERIES_2,
	INK_SERIES_3,
	INK_SERIES_4,
	INK_SERIES_5,
	INK_SERIES_6,
	INK_PAPER
};
enum anchor { ANCHOR_LEFT, ANCHOR_MIDDLE, ANCHOR_RIGHT }; /* physical, whatever the direction */
enum mark_kind { MARK_RECT, MARK_LINE, MARK_POLYLINE, MARK_DOT, MARK_TEXT };

struct mark {
	enum mark_kind kind;
	double x, y, width, height; /* RECT; LINE: from x,y by width,height; DOT: centre and width
				       as diameter */
	enum ink fill, stroke;
	double stroke_width;
	bool dashed;
	GArray *points; /* POLYLINE: double x, y, x, y, … */
	char *text;	/* TEXT */
	enum anchor anchor;
	double size;
	bool bold;
};

struct scene {
	double width, height;
	char *id; /* ASCII, for ids inside the SVG */
	char *lang;
	bool rtl;
	char *title;	   /* <title> */
	char *description; /* <desc>, and the alternative text of the PDF's Figure */
	GPtrArray *marks;  /* struct mark *, painted in order */
};

struct scene *scene_new(const char *id, const char *lang, bool rtl, double width, double height);
void scene_free(struct scene *scene);
typedef struct scene Scene; /* for g_autoptr(Scene) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scene, scene_free)
/* Add a mark with everything else zero; lent, to be filled in. */
struct mark *scene_add(struct scene *scene, enum mark_kind kind);

/*
 * How wide one line of text is, in points; user is the measure's own.  Charts are laid out by it
 * alone, so that what does not draw them needs nothing that shapes text.
 */
struct text_measure {
	double (*width)(const struct label_style *style, const char *text, const void *user);
	const void *user;
};

/* How texts of the scene are set, wherever they are measured or drawn. */
struct label_style scene_style(const struct scene *scene, double size, bool bold);

/* The name of an ink in classes and dumps ("series-1"), and its colour on paper, 0xRRGGBB. */
const char *ink_name(enum ink ink);
guint32 ink_colour(enum ink ink);

/* <svg> with viewBox, role="img", aria-labelledby, <title>, <desc>, real <text>; classes f-INK
 * (fill) and s-INK (stroke) for the style sheet and presentation attributes so that the file stands
 * alone. The caller owns the node (in doc). */
xmlNode *scene_to_svg(const struct scene *scene, xmlDoc *doc);
/* `dump scene`: stable text; the caller frees. */
char *scene_dump(const struct scene *scene);

#endif
