/*
 * codes: the text of a unit parted into words to translate and codes that must not be touched.
 *
 * A code is what Markdown needs and no translator should write: links with their destination, so
 * facts, citations, entities, references, figures; notes' marks, emphasis, code spans, bars of
 * tables. The pieces in order, joined, are the text again, byte for byte.
 */
#ifndef CHANCERY_TRANSLATION_CODES_H
#define CHANCERY_TRANSLATION_CODES_H

#include <glib.h>
#include "brief/unit.h"

enum code_kind {
	CODE_WORDS, /* no code: words */
	CODE_ALONE, /* "[](fact:a.b)" */
	CODE_OPEN,  /* "[" of a link that has words */
	CODE_CLOSE  /* its "](fact:a.b)" */
};

struct code {
	enum code_kind kind;
	char *text;
	guint partner; /* OPEN, CLOSE: the index of the other */
	int id;	       /* OPEN, ALONE: from 1 in order of the text; CLOSE: its partner's; else 0 */
};

/* struct code *, the caller unrefs.  kind: that of the unit, since bars part only tables. */
GPtrArray *codes_split(const char *text, enum unit_kind kind);

/* What an OPEN or ALONE says, so that it can be found in another text: "[](fact:a.b)"; the caller
 * frees. */
char *code_key(const GPtrArray *codes, const struct code *code);

#endif
