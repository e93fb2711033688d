/*
 * align: which bytes of the Markdown a text of cmark's came from.
 *
 * cmark joins neighbouring texts and resolves escapes and entities, so its columns alone do not say
 * where the third word of a text stands.  A text is cut into runs that are the same bytes in both.
 */
#ifndef CHANCERY_BRIEF_ALIGN_H
#define CHANCERY_BRIEF_ALIGN_H

#include <glib.h>
#include <stdbool.h>

struct align_run {
	gsize from, length;	  /* bytes of the text */
	gsize source, source_end; /* offsets in the Markdown */
	bool escaped;		  /* written as an escape or entity: never markup of ours */
};

/*
 * Into runs, instead of what it held, those of text (struct align_run) against the Markdown from
 * offset start on; false where they do not agree.
 */
bool align_text(GArray *runs, const char *markdown, gsize start, const char *text);

#endif
