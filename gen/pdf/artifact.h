/*
 * artifact: marks everything a content stream paints outside marked content as an artifact
 * (PDF/UA-1 7.1-3).
 *
 * cairo 1.16 rejects an Artifact tag, so the furniture is drawn without any and wrapped here in
 * /Artifact BMC … EMC.  The stream is cairo's own: no inline images with binary data in it.
 */
#ifndef CHANCERY_PDF_ARTIFACT_H
#define CHANCERY_PDF_ARTIFACT_H

#include <glib.h>

/* The stream with artifacts marked; never NULL, the caller frees. */
GString *artifact_mark(const char *stream, gsize length);

#endif
