/* typeface_private: what giving out codes and writing a typeface share. */
#ifndef CHANCERY_PDF_TYPEFACE_PRIVATE_H
#define CHANCERY_PDF_TYPEFACE_PRIVATE_H

#include <hb.h>
#include "pdf/typeface.h"

/*
 * A text as a number that can be compared: up to four bytes of UTF-8 are themselves, longer texts
 * are TEXT_LONG and their place in the typeface's list; a byte 0xFF begins no UTF-8.  0: no text.
 */
typedef guint32 text_key;
#define TEXT_LONG ((text_key)0xFF000000)

/* What a code shows. */
struct code {
	guint16 glyph;
	text_key text;
};

/* The first code of a glyph. */
struct slot {
	text_key text;
	guint16 code;	 /* 0: none yet */
	guint16 advance; /* 1/1000 em */
};

struct typeface {
	guint index, object;
	hb_font_t *font; /* units of the face */
	guint n_glyphs;
	struct slot *slots;	 /* by glyph */
	bool full;		 /* a glyph was left without a code */
	GArray *codes;		 /* struct code; the first stands for no glyph */
	GHashTable *others;	 /* guint64, glyph and text → code, but for first codes */
	GPtrArray *texts;	 /* char *: long texts */
	GHashTable *text_places; /* char *, lent → its place in texts */
};

/* The text of a key, of any length; "" for none.  The caller frees. */
char *typeface_text(const struct typeface *typeface, text_key key);

/* Units of the face in 1/1000 em. */
int typeface_thousandths(const struct typeface *typeface, int units);

/* Write one typeface; cache: see typefaces_cache.  False with error set. */
bool typeface_write(const struct typeface *typeface, struct body *body, const char *cache,
		    GError **error);

#endif
