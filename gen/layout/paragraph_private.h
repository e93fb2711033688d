/*
 * paragraph_private: the inside of a paragraph, for paragraph*.c only.
 *
 * A paragraph goes through four files: paragraph_text.c makes one text of the spans,
 * paragraph_shape.c glyphs of the text, paragraph_items.c items for linebreak of the glyphs,
 * paragraph_line.c lines of the breaks chosen.  Positions are bytes of the text; widths of the
 * inside are Pango units (1/1024 point), so that sums are exact.
 */
#ifndef CHANCERY_LAYOUT_PARAGRAPH_PRIVATE_H
#define CHANCERY_LAYOUT_PARAGRAPH_PRIVATE_H

#include <glib.h>
#include <pango/pango.h>
#include "layout/linebreak.h"
#include "layout/paragraph.h"
#include "layout/typesetter.h"

/* What stands in the text for what is not text; chosen by how UAX #9 and #14 treat it. */
#define CHAR_FORCED_BREAK 0x2028
#define CHAR_BOX 0x2022	   /* like a letter to line breaking, neutral to bidi */
#define CHAR_LEADER '\t'   /* parts segments: what follows keeps the paragraph's direction */
#define CHAR_ANCHOR 0x200C /* belongs to what stands before it */
#define CHAR_OPENING '('   /* belongs to what follows it, and is a pair to bidi with */
#define CHAR_CLOSING ')'   /* which belongs to what stands before it */

/* Does ch, the bytes of one character, stand at p? */
static inline bool
is_character(const char *p, const char *ch)
{
	while (*ch && *p == *ch) {
		p++;
		ch++;
	}
	return !*ch;
}

/* Closing marks and stops of CJK, whose second half is empty; and opening ones, whose first is. */
bool cjk_is_closing(gunichar ch);
bool cjk_is_opening(gunichar ch);

/* The text that one span gave. */
struct piece {
	guint span;
	gsize start, end;
};

/* Glyphs of one font, direction and span, in logical order of runs. */
struct run {
	PangoItem *item;
	PangoGlyphString *glyphs;	/* NULL where the span is no text */
	const struct font_facts *facts; /* NULL likewise */
	guint span;
};

/* A glyph that may grow or shrink when a line is justified. */
struct glue {
	gsize start, end; /* its cluster */
	guint run, glyph;
	int stretch, shrink;
};

/* Where the line ends, and the next begins, if item i of the line breaker is broken at. */
struct place {
	gsize end, next;
	bool repeat; /* the next line begins with the hyphen that ends this one */
};

struct paragraph {
	struct typesetter *typesetter;
	struct paragraph_style style;
	struct span *spans;
	guint n_spans;
	GString *text;
	GArray *soft;	/* gsize: where soft hyphens were, which are not in the text; may be NULL */
	GArray *runs;	/* struct run */
	int *x;		/* advance before byte i; one more than the text has bytes */
	struct glue *glues;
	struct break_item *items;
	struct place *places; /* one for each item */
	guint n_glues, n_items;
	GPtrArray *lines; /* struct line *; NULL once stripped */
	char *kept_text;  /* of a stripped paragraph, with */
	PangoGlyphItem **kept; /* the glyphs of its lines, ending with NULL */
};

/* What is known of a byte of the text while items are made. */
enum byte_flags { BYTE_CLUSTER = 1, BYTE_HYPHEN = 2, BYTE_SOFT = 4, BYTE_BREAK = 8 };

struct measured {
	guint8 *flags;	     /* enum byte_flags of each byte and the end */
	guint *run, *glyph;  /* of the last glyph of the cluster that begins at a byte */
};

/*
 * The spans as one text with white space collapsed (XSL 1.1 §7.16); fills paragraph->text and soft,
 * returns the pieces.
 */
GArray *paragraph_gather(struct paragraph *paragraph);

/* Fills paragraph->runs and x, and measured; reports characters without a glyph. */
void paragraph_shape(struct paragraph *paragraph, const GArray *pieces, struct measured *measured,
		     struct diag_list *diags);
void measured_clear(struct measured *measured);

/* Fills paragraph->items, places and glues. */
void paragraph_itemise(struct paragraph *paragraph, const GArray *pieces,
		       struct measured *measured);

/*
 * One line from byte start to end; index counts from 0; final where it ends the paragraph or is
 * forced to end.
 */
struct line_range {
	gsize start, end;
	guint index;
	bool hyphen, final;
	bool repeated; /* it begins with a hyphen repeated from the line before */
};
struct line *paragraph_set_line(const struct paragraph *paragraph, const struct line_range *range,
				double measure);
void line_free(struct line *line);

#endif
