/*
 * typeface_program: the font file that a PDF embeds for a typeface, made or kept from an earlier
 * build.
 */
#ifndef CHANCERY_PDF_TYPEFACE_PROGRAM_H
#define CHANCERY_PDF_TYPEFACE_PROGRAM_H

#include <glib.h>
#include <stdbool.h>

struct typeface;

struct typeface_program {
	bool postscript; /* CFF whose CIDs are the codes; else TrueType */
	gsize size;	 /* bytes of the program */
	bool packed;	 /* bytes are deflated already */
	GBytes *bytes;
	GBytes *map; /* the glyph of each code, two bytes; not for PostScript */
};

/*
 * A typeface of many glyphs (in practice Chinese, Japanese and Korean) is looked for in cache, a
 * folder, and kept there; NULL for no such folder.  False with error set where there is no program
 * to be made.
 */
bool typeface_program_make(const struct typeface *typeface, const char *cache,
			   struct typeface_program *program, GError **error);
void typeface_program_clear(struct typeface_program *program);

#endif
