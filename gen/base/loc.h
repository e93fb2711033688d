/*
 * loc: a place in an input file.
 *
 * A plain value, copied freely.  file is interned (g_intern_string) and relative to the publication's
 * folder with '/', or NULL where there is no file.  Lines and columns count from 1, columns in
 * characters (not bytes); 0 means unknown.  end_column is the first column not meant, on the same line;
 * 0 when only the start is known.
 */
#ifndef CHANCERY_BASE_LOC_H
#define CHANCERY_BASE_LOC_H

struct loc {
	const char *file;
	int line;
	int column;
	int end_column;
};

#define LOC_NONE ((struct loc){0})

/* "file:line:column" (parts that are unknown left out); never NULL, the caller frees. */
char *loc_to_text(struct loc at);

/* Reads "file:line:column" back, as written into the `source` attributes; LOC_NONE where it is not one. */
struct loc loc_of_text(const char *text);

#endif
