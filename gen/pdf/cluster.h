/*
 * cluster: which part of a cluster's text each of its glyphs stands for.
 *
 * Shaping says only what all of them stand for together.  A letter with its marks is easily told
 * apart again; what is reordered or joined is not.
 */
#ifndef CHANCERY_PDF_CLUSTER_H
#define CHANCERY_PDF_CLUSTER_H

#include <glib.h>
#include <hb.h>
#include <pango/pango.h>

enum { CLUSTER_MOST = 8 };	/* glyphs, or characters, that are looked at */

struct share {
	const char *text;	/* within the cluster's; NULL and 0 where it was not found out */
	gsize length;
};

/*
 * Fill the shares of n glyphs, CLUSTER_MOST at most, of length bytes of text.  Nothing is found out
 * of a longer text.
 */
void cluster_share(hb_font_t *font, const PangoGlyphInfo *glyphs, int n, const char *text,
		   gsize length, struct share *shares);

#endif
