/*
 * icc: a minimal sRGB profile (ICC.1:2010, version 4.2, display class), made from the constants of
 * IEC 61966-2-1.
 *
 * PDF/A wants an output intent with a profile; made here it has no licence and no file.
 */
#ifndef CHANCERY_PDF_ICC_H
#define CHANCERY_PDF_ICC_H

#include <glib.h>

/* The profile, some 450 bytes; the caller unrefs. */
GBytes *icc_srgb(void);

#endif
