/*
 * flate: the FlateDecode filter (ISO 32000-1 7.4.4), by GLib's converters over zlib.
 */
#ifndef CHANCERY_PDF_FLATE_H
#define CHANCERY_PDF_FLATE_H

#include <gio/gio.h>

GBytes *flate_compress(const void *data, gsize size);
/* NULL with error set for what is no zlib stream. */
GBytes *flate_expand(const void *data, gsize size, GError **error);

#endif
