/*
 * plain: texts of which is known beforehand what Pango makes of them.
 *
 * Most texts are of one alphabet (Latin, Greek, Cyrillic) and its punctuation, run from left to
 * right, and have all their characters in the first font of their face.  Pango makes one item of
 * each piece of such a text, after looking at every character for its script, direction, font and
 * whether it is an emoji, which costs as much as shaping.  Here the item is made
 * at once.  tests/unit/test-plain.c compares the two.
 */
#ifndef CHANCERY_LAYOUT_PLAIN_H
#define CHANCERY_LAYOUT_PLAIN_H

#include <glib.h>
#include <pango/pango.h>
#include <stdbool.h>
#include "layout/typesetter.h"

struct plain;

struct plain *plain_new(void);
void plain_free(struct plain *plain);

/*
 * May the character stand in a plain text?  *script becomes that of a letter, or
 * PANGO_SCRIPT_COMMON.
 */
bool plain_script_of(gunichar ch, PangoScript *script);

/*
 * Is text all of plain characters, of the one script at *script (PANGO_SCRIPT_COMMON: of any one
 * yet, which it then becomes)?
 */
bool plain_text(const char *text, gsize length, PangoScript *script);

/*
 * The item of a piece of plain text, which is part of a paragraph of one script; offset and
 * num_chars are the caller's to set.  NULL where the face has it in another font than its first:
 * then only Pango knows.
 */
PangoItem *plain_item(struct plain *plain, PangoContext *context, const struct face *face,
		      PangoScript script, const char *text, gsize length);

#endif
