/*
 * cache: results that cost more to make than to read, kept in a folder from one build to the next.
 *
 * Nothing depends on it: what is not there, was damaged or cannot be written is made again.  A file
 * bears the name of its key and begins with a digest of what follows; only so many files are kept,
 * the last written.
 */
#ifndef CHANCERY_BASE_CACHE_H
#define CHANCERY_BASE_CACHE_H

#include <glib.h>

#define CACHE_FILES_MOST 64

/* What was kept under a key (a digest in hexadecimal); NULL for nothing. */
GBytes *cache_find(const char *folder, const char *key);

/* The folder is made where there is none. */
void cache_keep(const char *folder, const char *key, GBytes *data);

#endif
