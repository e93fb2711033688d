/*
 * standard: what each `pdf-standard` of a publication asks of the file: one row each, no second
 * code path.
 */
#ifndef CHANCERY_PDF_STANDARD_H
#define CHANCERY_PDF_STANDARD_H

#include <stdbool.h>

struct pdf_standard {
	const char *name;		/* publication.yaml: pdf-standard */
	const char *version;		/* of PDF */
	int ua_part, a_part;		/* pdfuaid:part, pdfaid:part */
	const char *a_conformance;	/* pdfaid:conformance */
	const char *a_revision, *ua_revision;	/* rev of parts that have one, else NULL */
	const char *const *declarations;	/* of PDF: URIs up to NULL; NULL: none */
	const char *note;		/* the structure type of a footnote */
	const char *note_attributes;	/* of a footnote: owner and keys; NULL: none */
	bool info;			/* document information beside the XMP */
	bool ua_schema;			/* XMP explains pdfuaid (PDF/A-3 6.6.2.3) */
	bool namespaces;		/* each element names its own (ISO 32000-2 14.7.4) */
	bool structure_destinations;	/* links go to elements, too (PDF/UA-2 8.8) */
	bool references;		/* /Ref of contents, notes (PDF/UA-2 8.2.5.8, .14) */
	bool captions_inside;		/* Caption within Figure, Table (PDF/UA-2 8.2.5.27) */
};

/* NULL for a name that is not in the table; NULL name: the default. */
const struct pdf_standard *pdf_standard_find(const char *name);
/* "ua1-a3a, ua2-a4f", for a message; the caller frees. */
char *pdf_standard_names(void);

#endif
