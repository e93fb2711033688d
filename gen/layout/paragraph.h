/*
 * paragraph: styled text in, set lines out.
 *
 * A paragraph is made of spans in logical order.  It is itemised and shaped once (Pango), measured, broken by total fit
 * (linebreak.h), and each line is cut out of the shaped runs, reordered by the bidi algorithm and justified by adjusting glyph
 * widths.  Lengths are points; y grows downward.  Colours are 0xRRGGBB.  The paragraph copies the spans' text and owns its lines.
 */
#ifndef CHANCERY_LAYOUT_PARAGRAPH_H
#define CHANCERY_LAYOUT_PARAGRAPH_H

#include <glib.h>
#include <pango/pango.h>
#include <stdbool.h>
#include "base/loc.h"

struct fonts;
struct typesetter;	/* what all paragraphs of a document share: contexts by language, hyphenators, font descriptions */

struct typesetter *typesetter_new(const struct fonts *fonts);
void typesetter_free(struct typesetter *typesetter);

enum span_kind {
	SPAN_TEXT,	/* text */
	SPAN_BREAK,	/* a forced line break */
	SPAN_BOX,	/* something width wide and height high (above the baseline): graphic, number still unknown */
	SPAN_LEADER,	/* fills what is left of the line: a dotted or ruled leader, or plain space */
	SPAN_ANCHOR,	/* zero width, no break beside it: where a footnote or a destination hangs */
	SPAN_OPENING,	/* width of the padding and border before words that have a box, */
	SPAN_CLOSING,	/* and after them: no break parts them from the words */
	SPAN_ISOLATE	/* begins or ends an isolate of the bidi algorithm: text is the one character; gives no fragment */
};

enum leader_pattern { LEADER_SPACE, LEADER_DOTS, LEADER_RULE };

struct span_style {
	const char *role;	/* "serif" | "sans-serif" | "monospace": families_find */
	double size;
	int weight;		/* 400, 600, 700 */
	bool italic;
	const char *lang;	/* BCP 47; interned */
	const char *features;	/* OpenType, "liga 0, clig 0"; may be NULL; interned */
	double rise;		/* baseline shift, up is positive */
	double letter_spacing;
	guint32 colour;
	bool unhyphenated;	/* words stay whole although the paragraph's others need not */
};

struct span {
	enum span_kind kind;
	const char *text;	/* SPAN_TEXT, SPAN_ISOLATE; UTF-8 */
	struct span_style style;
	double width, height;	/* SPAN_BOX; SPAN_OPENING, SPAN_CLOSING: width; SPAN_LEADER: minimum width */
	enum leader_pattern leader;
	void *owner;		/* the caller's: comes back in the fragments */
	struct loc at;		/* of the source, for diagnostics */
};

enum text_align { ALIGN_START, ALIGN_END, ALIGN_CENTER, ALIGN_JUSTIFY };

struct paragraph_style {
	enum text_align align, align_last;
	double indent;		/* of the first line; may be negative (hanging) */
	double last_outdent;	/* how far lines that are ended go beyond the measure */
	double line_height;	/* distance of baselines */
	bool rtl;
	bool hyphenate;
	bool balance;		/* lines about as wide as one another, as few as can be: titles */
	bool preserve;		/* keep line feeds and spaces (code) */
	const char *lang;
};

/*
 * A piece of one span on one line.  Fragments of a line are in logical order; x is where it stands (visual order).
 * A line that is broken between words ends with a space without width, so that the texts of all lines joined are the text.
 */
struct fragment {
	const struct span *span;	/* the paragraph's copy of the caller's span (its text is NULL) */
	PangoGlyphItem *glyphs;		/* SPAN_TEXT, with justification applied; owned by the line; NULL otherwise */
	const char *text;		/* base of glyphs->item->offset */
	double x, width;		/* from the line's left edge (the left edge of its measure) */
	bool hyphen;			/* the inserted hyphen at the end of a line: glyphs is the hyphen, text "\u00AD" */
};

struct line {
	double ascent, descent;		/* of what stands on it (for extents); the leading is the style's line_height */
	double width;			/* from the first to the last fragment */
	GArray *fragments;		/* struct fragment */
	double overfull;		/* excess over the measure, 0 if it fits */
};

struct paragraph;

/* Shape.  Characters without a glyph are glyph-missing at the span's place; n spans are copied. Never NULL. */
struct diag_list;
struct paragraph *paragraph_new(struct typesetter *typesetter, const struct span *spans, gsize n,
				const struct paragraph_style *style, struct diag_list *diags);
void paragraph_free(struct paragraph *paragraph);
typedef struct paragraph Paragraph;	/* for g_autoptr(Paragraph) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Paragraph, paragraph_free)

/*
 * Widths in points without any break but the forced ones, and of the widest piece that no break parts (words are left
 * whole here): for column widths.
 */
double paragraph_max_width(const struct paragraph *paragraph);
double paragraph_min_width(const struct paragraph *paragraph);

/* Break into lines of one measure; may be called again with another.  An empty paragraph has one empty line. */
void paragraph_break(struct paragraph *paragraph, double measure);
guint paragraph_line_count(const struct paragraph *paragraph);
const struct line *paragraph_line(const struct paragraph *paragraph, guint index);	/* lent */

/* Free what only measuring and breaking need: the lines stay, but it cannot be broken again. Saves most of the memory. */
void paragraph_settle(struct paragraph *paragraph);

/* Free all but the glyphs and the text of the lines, which areas lend: no line is left to be asked for. */
void paragraph_strip(struct paragraph *paragraph);

#endif
