/*
 * xmp: the metadata packet (ISO 16684-1) that says what a PDF is and which standards it claims.
 */
#ifndef CHANCERY_PDF_XMP_H
#define CHANCERY_PDF_XMP_H

#include <glib.h>
#include "pdf/standard.h"

struct metadata;

/* UTF-8 XML; the caller frees. */
char *xmp_packet(const struct metadata *metadata, const struct pdf_standard *standard);

#endif
