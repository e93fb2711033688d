/*
 * breaks: where a line may end between the characters of a text (UAX #14).
 *
 * Pango looks at each character's class, word, sentence and grapheme, of which a line needs little.
 * What stands between two spaces that are each between two letters breaks the same wherever it
 * stands, and whatever its letters and digits are and however many in a row: so each pattern of a
 * plain text (plain.h) is asked for once.
 */
#ifndef CHANCERY_LAYOUT_BREAKS_H
#define CHANCERY_LAYOUT_BREAKS_H

#include <glib.h>

struct breaks;

struct breaks *breaks_new(void);
void breaks_free(struct breaks *breaks);

/*
 * Or flag into flags, of which there is one for each byte of text and one more, where a line may
 * end before the character that begins there.  The text is plain but for the characters that stand
 * for what is no text (paragraph_private.h).
 */
void breaks_mark(struct breaks *breaks, const char *text, gsize length, guint8 *flags, guint8 flag);

#endif
