/*
 * edition: what the rooms of pdf share while one file is written, and the parts of its catalog.
 * Private to pdf.
 */
#ifndef CHANCERY_PDF_EDITION_H
#define CHANCERY_PDF_EDITION_H

#include <glib.h>
#include <stdbool.h>

struct area_tree;
struct body;
struct links;
struct pdf_options;
struct pdf_standard;
struct structure;

struct edition {
	const struct area_tree *tree;
	const struct pdf_standard *standard;
	const struct pdf_options *options;
	struct body *body;
	struct structure *structure;
	struct links *links;
	GHashTable *targets;	/* target.h */
	guint first_page;	/* the objects of the pages follow one another */
};

/* The object of a page, 0-based. */
static inline guint
edition_page(const struct edition *edition, guint page)
{
	return edition->first_page + page;
}

/* " 5 0 R" and so on: "/XYZ x y 0" with the place of a destination; the id must be one. */
void edition_append_place(const struct edition *edition, GString *out, const char *dest);
/*
 * The keys that make an annotation or outline item go to a destination: by name, and also to an
 * element if the standard says so.
 */
void edition_append_action(const struct edition *edition, GString *out, const char *dest);

/* The catalog's text and, in *info, the object of the document information or 0. */
char *edition_catalog(const struct edition *edition, guint pages, guint *info);
/* The tree of bookmarks, or 0 for none. */
guint edition_outlines(const struct edition *edition);
/* Page labels (ISO 32000-1 12.4.2) for every page. */
guint edition_page_labels(const struct edition *edition);
/* Append the keys of embedded files with AFRelationship: to the catalog, and to its /Names. */
void edition_attach(const struct edition *edition, GString *catalog, GString *names);

#endif
