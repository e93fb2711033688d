/*
 * passage: a stretch of Markdown with the place in the file of each of its bytes.
 *
 * cmark counts columns in bytes of what it parsed: a paragraph without its container markers and
 * indents, a table cell, a title of the front matter.  A passage holds that text again, so that a
 * line and column of cmark's become an offset and an offset becomes a place, in characters, in the
 * file.
 */
#ifndef CHANCERY_BRIEF_PASSAGE_H
#define CHANCERY_BRIEF_PASSAGE_H

#include <glib.h>
#include <stdbool.h>
#include "base/loc.h"

/* A whole brief by lines. */
struct brief_text {
	const char *file;	/* interned */
	const char *text;	/* lent */
	GArray *lines;		/* gsize: where each line starts */
};

struct passage {
	const char *file;
	GString *text;
	GArray *stretches;	/* struct stretch: where its bytes stand, in their order */
	GArray *lines;		/* gsize: where each of its lines starts in text */
	int first_line;		/* cmark's number of its first line */
	int first_column;	/* cmark's column of its first byte */
	int shift;		/* lines by which cmark is behind, found out on the way */
	bool fragment;		/* begins with FRAGMENT_START, which is no part of the text */
	/* The byte whose place was asked for last: the next one is mostly not far behind it. */
	struct passage_last {
		gsize byte;
		guint stretch;
		int column;	/* 0: none was asked for */
	} last;
};

struct place {
	int line;
	int column;
};

/* Bytes of a passage, up to the next stretch's. */
struct stretch {
	gsize start;
	struct place place;	/* of the first */
	bool still;		/* and of all the others: else each character is a column further */
};

void brief_text_init(struct brief_text *brief, const char *text, const char *file);
void brief_text_clear(struct brief_text *brief);
/* A line (from 1) and its length without the line end; NULL beyond the last. */
const char *brief_text_line(const struct brief_text *brief, int line, gsize *length);

struct passage *passage_new(const char *file);
void passage_free(struct passage *passage);
typedef struct passage Passage;	/* for g_autoptr(Passage) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Passage, passage_free)

/* Bytes, whole characters, that stand in one line of the file from *place on, which moves behind them.
 */
void passage_add_run(struct passage *passage, const char *text, gsize length, struct place *place);
/* Bytes that all stand at one place. */
void passage_add_at(struct passage *passage, const char *text, gsize length, struct place place);
/* As many bytes from byte `offset` of another passage, where they stand there; they are in one stretch of
 * it. */
void passage_add_from(struct passage *passage, struct passage *from, gsize offset, gsize length);
/* Only so many bytes of it stay, and no line. */
void passage_truncate(struct passage *passage, gsize length);

/*
 * Instead of what the passage held, the lines of a block from cmark's start to its last line: the
 * first from its column on, the others without indent and up to `quotes` markers of block quotations.
 */
void passage_read_block(struct passage *passage, const struct brief_text *brief, int line,
			int column, int end_line, int quotes);

/* The offset of a line and column of cmark's; -1 if there is none such. */
gssize passage_offset(const struct passage *passage, int line, int column);
/* The place of a byte of a passage that is not empty; the last one's beyond the end. */
struct place passage_at(struct passage *passage, gsize byte);
/* The place of the bytes from start up to end (its column only when on the same line). */
struct loc passage_loc(struct passage *passage, gsize start, gsize end);

#endif
