/*
 * unit: the texts of a brief that are translated one by one (contract, section 9).
 *
 * A unit is a block: the title, subtitle and summary of the front matter; then, in the order of the
 * file, headings, paragraphs (also of list items, quotations and notes), figures with their
 * caption, pipe tables and code blocks.  Its text is Markdown without what belongs to containers;
 * wrapped lines of running text are joined by a space, so that to wrap them anew changes nothing.
 */
#ifndef CHANCERY_BRIEF_UNIT_H
#define CHANCERY_BRIEF_UNIT_H

#include <glib.h>
#include "base/loc.h"

struct brief_text;
struct cmark_node;

enum unit_kind {
	UNIT_TITLE,
	UNIT_SUBTITLE,
	UNIT_SUMMARY,
	UNIT_HEADING,
	UNIT_PARAGRAPH,
	UNIT_FIGURE,
	UNIT_TABLE,
	UNIT_NOTE,
	UNIT_CODE
};

struct unit {
	enum unit_kind kind;
	int level;    /* of a heading as written; of other blocks how many containers deep */
	char *name;   /* 8 hexadecimal digits of digest; "-2" follows at a repeat */
	char *digest; /* SHA-256 of the text after NFC, in hexadecimal */
	char *text;
	struct loc at;	  /* of its first character */
	gsize start, end; /* bytes of the cleaned file; of front matter the scalar's lines */
};

/*
 * The units (struct unit *) of a brief as text_read cleans it.  Empty where the brief is beyond the
 * limits that brief_read reports; nothing is reported here.
 */
GPtrArray *units_read(const char *text, const char *file);

/*
 * The same of a brief that has been parsed: its text, its front matter (NULL for none), and its body, with the tree that cmark
 * made of it.
 */
GPtrArray *units_of_body(const char *text, const char *yaml, const struct brief_text *body,
			 struct cmark_node *tree);

/* "heading", "paragraph" …; static. */
const char *unit_kind_name(enum unit_kind kind);

/* The SHA-256 of a text after NFC, in hexadecimal; the caller frees. */
char *unit_digest(const char *text);

#endif
