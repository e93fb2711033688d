/*
 * note: the author's notes, "[^id]" in the text and "[^id]: …" at the start of a line.
 *
 * A definition ends with its paragraph or where the next definition begins.  The first reference
 * becomes the b:note with its paragraph inside (@label), each later one a b:noteref (@label);
 * numbers are given when the bulletin is assembled.
 */
#ifndef CHANCERY_BRIEF_NOTE_H
#define CHANCERY_BRIEF_NOTE_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct conversion;

/* Before parsing: the colon of each definition becomes NOTE_COLON, in place. */
void note_hide_colons(char *text);

/* The first "[^id]" in the text: its start and length in bytes; false if there is none. */
bool note_find_reference(const char *text, gsize size, gsize *start, gsize *length);

/*
 * Takes the definitions out of a converted paragraph.  False when nothing else was in it; it is
 * gone then.
 */
bool note_split(struct conversion *cv, xmlNode *paragraph);

/*
 * After all is converted: put the notes of a tree at their references; ref-unknown for a reference
 * without a note.  Trees in reading order: summary, body.
 */
void note_place(struct conversion *cv, xmlNode *tree);
/*
 * In a title or the description of an image (what says which), where a note would have no foot to
 * stand at: its references are schema-value and go.
 */
void note_forbid(struct conversion *cv, xmlNode *words, const char *what);
/*
 * At the end: ref-unknown for notes that nothing refers to, and every NOTE_COLON left becomes a
 * colon again.
 */
void note_finish(struct conversion *cv, xmlNode *const *trees, gsize n);

/* Make and free the tables of a conversion. */
void note_init(struct conversion *cv);
void note_clear(struct conversion *cv);

#endif
