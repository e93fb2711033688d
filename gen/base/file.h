/*
 * file: bounded reads and whole writes.
 *
 * Reads refuse anything but regular files and stop at a limit (bytes).  Writes are atomic: a temporary file beside
 * the target, fsync, rename; mode 0666 less the umask.  Errors are GErrors of G_FILE_ERROR with the path in the message.
 */
#ifndef CHANCERY_BASE_FILE_H
#define CHANCERY_BASE_FILE_H

#include <glib.h>
#include <stdbool.h>

#define FILE_LIMIT ((gsize)64 << 20)

/* The whole file, or NULL with error set; the bytes are followed by a NUL that is not counted. */
GBytes *file_read(const char *path, gsize limit, GError **error);

/*
 * The whole file at a relative path below folder, or NULL with error set.  What leads or could lead
 * out of the folder is refused: absolute paths, "..", symbolic links.
 */
GBytes *file_read_below(const char *folder, const char *path, gsize limit, GError **error);

/* False with error set; then path is as it was. */
bool file_write(const char *path, const void *data, gsize size, GError **error);

/* Names in a folder, sorted by bytes, without "." and ".."; NULL with error set when it cannot be read. */
GPtrArray *file_list(const char *path, GError **error);

/* Make path and its parents; false with error set. */
bool file_make_dirs(const char *path, GError **error);

/* Remove a file or a whole folder, never following links out of it; a missing one is fine. */
bool file_remove(const char *path, GError **error);

#endif
