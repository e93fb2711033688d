/*
 * inlines: emphasis, links, facts, citations … of one block of cmark's, with the place of each in
 * the file.
 */
#ifndef CHANCERY_BRIEF_INLINES_H
#define CHANCERY_BRIEF_INLINES_H

#include <cmark.h>
#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/loc.h"

struct conversion;
struct passage;

/*
 * The inline children of a block into a node.  passage is the block's text; FRAGMENT_START at its
 * beginning is not copied. A note's reference becomes a noteref with @label, an image of a figure a
 * raw-figure, whatever stands around them.
 */
void inlines_convert(struct conversion *cv, cmark_node *block, struct passage *passage,
		     xmlNode *into);

/*
 * The bytes of the passage from start up to end as a run of text.  False, with nothing done, where
 * they are to be read first: a sign among them may mean something.
 */
bool inlines_add_plain(struct passage *passage, gsize start, gsize end, xmlNode *into);

/* raw-html for a tag or block of HTML. */
void inlines_refuse_html(struct conversion *cv, const char *html, struct loc at);

#endif
