/*
 * convert: cmark's tree of a brief to bulletin XML, still raw.
 *
 * One conversion serves one brief: its body and the fragments of Markdown in its front matter and
 * table cells.  The colon of a note's definition ("[^1]: Ibid.") is hidden from cmark as
 * NOTE_COLON, of one byte too, since cmark 0.30 takes a one-word note for a link reference
 * definition; note_finish puts back those that were no definitions.
 */
#ifndef CHANCERY_BRIEF_CONVERT_H
#define CHANCERY_BRIEF_CONVERT_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include "brief/passage.h"

#define NOTE_COLON '\001'

struct cmark_node;
struct diag_list;

struct conversion {
	struct brief_text text;
	xmlDoc *doc;		/* root: document */
	GHashTable *notes;	/* label -> struct note_definition *, see note.c */
	GPtrArray *note_order;	/* the same in the order of the text; owner */
	struct diag_list *diags;
	GPtrArray *open;	/* xmlNode *: the inlines being read, for inlines.c alone */
	GArray *runs;		/* struct align_run: the same of the text being read */
	bool too_deep;		/* said once */
	/* What was made: where there is none, nobody looks for it. */
	bool has_noterefs, has_images;
	int loose_figures;	/* not by themselves in their paragraph */
};

/* The body as cmark sees it: Markdown of as many lines as the file has; front matter is blank lines in it. */
void convert_body(struct conversion *cv, struct cmark_node *body);

/* input-too-large, once, at a node that is nested too deep. */
void convert_too_deep(struct conversion *cv, struct loc at);

/*
 * Inline Markdown of one line into a node.  passage starts with FRAGMENT_START, which makes cmark
 * see a paragraph whatever follows; its first_column is 1.
 */
#define FRAGMENT_START "\\."
void convert_fragment(struct conversion *cv, struct passage *passage, xmlNode *into);

#endif
