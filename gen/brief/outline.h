/*
 * outline: what the checks want of a brief: its blocks in reading order, each with its words and
 * links.
 *
 * Made from the raw tree and independent of it afterwards, so that the outlines of all languages of
 * a bulletin can be kept and compared when their trees are long gone.  A note is a block of its own
 * behind the one that refers to it.
 */
#ifndef CHANCERY_BRIEF_OUTLINE_H
#define CHANCERY_BRIEF_OUTLINE_H

#include <glib.h>
#include <stdbool.h>
#include "base/loc.h"

struct brief;

enum block_kind {
	BLOCK_TITLE,
	BLOCK_SUBTITLE,
	BLOCK_SUMMARY,
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_ITEM,	 /* a paragraph of a list item */
	BLOCK_QUOTATION, /* a paragraph of a block quotation */
	BLOCK_NOTE,
	BLOCK_FIGURE, /* chart, map or picture; its words are the caption */
	BLOCK_TABLE,  /* of bulletin.yaml: its words are the caption; a pipe table's cells follow it
		       */
	BLOCK_CELL
};

enum span_kind {
	SPAN_TEXT,
	SPAN_FACT,
	SPAN_CITE,
	SPAN_ENTITY,
	SPAN_QUIET /* literal:, lang:, code, ref:, an address: words that no check reads */
};

struct span {
	enum span_kind kind;
	const char *text; /* words; "" for a link without */
	const char *path; /* of a link: "theft.stolen", "panel-2020"; else NULL, as are the next
			     three */
	const char *fragment, *claim, *form;
	struct loc at;
};

/* Is it a note with all claims, "?form=claims"?  Other forms are each language's affair. */
bool span_is_note(const struct span *span);

struct block {
	enum block_kind kind;
	int level;	   /* of a heading, 1 the highest */
	const char *id;	   /* of a figure or table: its path; "" for a pipe table; else NULL */
	int columns;	   /* of a pipe table; 0 for anything else */
	guint n_spans;	   /* see block_span */
	guint first;	   /* the first of them in all */
	const GArray *all; /* the outline's spans */
	struct loc at;
};

struct outline {
	const char *file;  /* interned */
	GPtrArray *blocks; /* struct block * */
	GArray *spans;	   /* struct span, block by block */
	GStringChunk *texts;
};

/* Never NULL. */
struct outline *outline_new(const struct brief *brief);
void outline_free(struct outline *outline);
typedef struct outline Outline; /* for g_autoptr(Outline) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Outline, outline_free)

const struct block *outline_block(const struct outline *outline, guint at);
const struct span *block_span(const struct block *block, guint at);

#endif
