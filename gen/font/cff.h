/*
 * cff: a font program in the Compact Font Format (Adobe technical note 5176), its glyphs put in
 * another order.
 *
 * The result is CID-keyed, and the CID of each glyph is its place: what a CIDFont of type 0 wants
 * under Identity-H (ISO 32000-1 9.7.4.2), whatever the program was before.  Outlines, subroutines
 * and private dictionaries are copied; names are left out.
 */
#ifndef CHANCERY_FONT_CFF_H
#define CHANCERY_FONT_CFF_H

#include <glib.h>

/*
 * The program whose glyph i is glyph order[i] of cff; a glyph may stand several times; order[0] is
 * 0, and n at most 65,536.  NULL where cff is damaged or has no such glyph.
 */
GBytes *cff_arrange(GBytes *cff, const guint16 *order, guint n);

#endif
