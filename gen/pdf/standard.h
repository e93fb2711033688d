/*
 * standard: what each `pdf-standard` of a publication asks of the file: one row each, no second code path.
 */
#ifndef CHANCERY_PDF_STANDARD_H
#define CHANCERY_PDF_STANDARD_H

struct pdf_standard {
	const char *name;		/* publication.yaml: pdf-standard */
	const char *version;		/* of PDF */
	int ua_part, a_part;		/* pdfuaid:part, pdfaid:part */
	const char *a_conformance;	/* pdfaid:conformance */
	const char *a_revision, *ua_revision;	/* rev of parts that have one, else NULL */
};

/* NULL for a name that is not in the table; NULL name: the default. */
const struct pdf_standard *pdf_standard_find(const char *name);

#endif
