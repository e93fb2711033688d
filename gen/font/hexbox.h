/*
 * hexbox: the room for a character that no listed font has, which is seen as a box with the digits
 * of its code point in it, four of them or six, in two rows.
 *
 * The box is made of squares, and so are its digits, 3 of them wide and 5 high.  It stands on the
 * baseline and is as high as a capital letter.  pdf/hexboxes draws it.
 */
#ifndef CHANCERY_FONT_HEXBOX_H
#define CHANCERY_FONT_HEXBOX_H

#include <glib.h>

/* Thousandths of an em: a square's side, and the blank on either side of a box. */
enum { HEXBOX_SQUARE = 48, HEXBOX_BEARING = 36 };

/* Digits in a row. */
static inline int
hexbox_columns(gunichar ch)
{
	return ch > 0xFFFF ? 3 : 2;
}

/* In squares: a frame of one, and one between it and the digits and between the digits. */
static inline int
hexbox_across(gunichar ch)
{
	return 4 * hexbox_columns(ch) + 3;
}

enum { HEXBOX_DOWN = 15 };

/* Thousandths of an em. */
static inline int
hexbox_advance(gunichar ch)
{
	return HEXBOX_SQUARE * hexbox_across(ch) + 2 * HEXBOX_BEARING;
}

/* The same in units of a face, of which so many are an em. */
static inline int
hexbox_units(gunichar ch, unsigned em)
{
	return (hexbox_advance(ch) * (int)em + 500) / 1000;
}

#endif
