/*
 * pdf: an area tree to the bytes of a tagged PDF: its pages (canvas), the structure tree and the
 * catalog, written once and directly.
 *
 * Deterministic: the same tree gives the same bytes.  Whether the file is whole is looked at as it
 * ends (body_finish); that others read it is the tests' affair (tests/end-to-end/readable.sh).
 */
#ifndef CHANCERY_PDF_PDF_H
#define CHANCERY_PDF_PDF_H

#include <glib.h>

struct area_tree;
struct fonts;

struct pdf_attachment {
	const char *name;	/* "thefts.csv" */
	const char *mime;	/* "text/csv" */
	const char *description;
	GBytes *data;
};

struct pdf_options {
	const char *standard;	/* "ua1-a3a" (default when NULL) | "ua2-a4f" */
	const struct pdf_attachment *attachments;
	gsize n_attachments;
};

/* NULL with error set when the machine or a library fails. */
GBytes *pdf_write(const struct area_tree *tree, const struct fonts *fonts,
		  const struct pdf_options *options, GError **error);

#endif
