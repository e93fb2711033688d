/*
 * flate: the FlateDecode filter (ISO 32000-1 7.4.4) by libdeflate, which takes whole buffers and
 * about a third of the time that zlib takes.
 */
#ifndef CHANCERY_PDF_FLATE_H
#define CHANCERY_PDF_FLATE_H

#include <glib.h>

struct flate;

/* Keeps the compressor's tables, so make one for a file. */
struct flate *flate_new(void);
void flate_free(struct flate *flate);
/* Append the zlib stream of size bytes at data to out; how many bytes it took. */
gsize flate_append(struct flate *flate, GString *out, const void *data, gsize size);

#endif
