/*
 * flate: the FlateDecode filter (ISO 32000-1 7.4.4) by libdeflate, which takes whole buffers and
 * about a third of the time that zlib takes.
 */
#ifndef CHANCERY_PDF_FLATE_H
#define CHANCERY_PDF_FLATE_H

#include <glib.h>

struct flate;

enum flate_effort {
	FLATE_FAST, /* for what hardly packs, or is worth no more */
	FLATE_WELL, /* for what packs much better when it is tried */
};

/* One for each file: what comes after its first mebibyte is packed fast, whatever is asked for. */
struct flate *flate_new(void);
void flate_free(struct flate *flate);
/* Append the zlib stream of size bytes at data to out; how many bytes it took. */
gsize flate_append(struct flate *flate, GString *out, const void *data, gsize size,
		   enum flate_effort effort);

#endif
