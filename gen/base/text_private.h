/* text_private: what reading a text and composing it both ask of its characters. */
#ifndef CHANCERY_BASE_TEXT_PRIVATE_H
#define CHANCERY_BASE_TEXT_PRIVATE_H

#include <glib.h>
#include <stdbool.h>
#include "base/text.h"

/*
 * True in the blocks without any character that normalisation form C changes, joins to the one before it, or moves:
 * nearly all text.  A text of nothing else is in that form.
 */
static inline bool
text_is_plain(gunichar c)
{
	if (c < 0x3100)
		return c < 0x300 || (c >= 0x388 && c < 0x483) || (c >= 0x48a && c < 0x591) ||
		       (c >= 0x620 && c < 0x64b) || (c >= 0x2010 && c < 0x20d0) ||
		       (c >= 0x2100 && c < 0x2126) || (c >= 0x3000 && c < 0x302a) ||
		       (c >= 0x3030 && c < 0x3099) || (c >= 0x309b);
	return c < 0xa66f || (c >= 0xac00 && c < 0xd7a4) || (c >= 0xfe30 && c < 0x10000);
}

#endif
