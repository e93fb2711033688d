/*
 * structure: the structure tree of a PDF (ISO 32000-1 14.7, 14.8): one element for each tag, in the
 * order of the tags, whatever the order in which their content is drawn.
 *
 * While pages are drawn it is told what they show of which tag; afterwards it writes the elements.
 */
#ifndef CHANCERY_PDF_STRUCTURE_H
#define CHANCERY_PDF_STRUCTURE_H

#include <glib.h>

struct edition;
struct structure;
struct tag;
typedef struct structure Structure;	/* for g_autoptr(Structure) only */

/* Reserves the objects of all elements.  The edition is lent. */
struct structure *structure_new(const struct edition *edition);
void structure_free(struct structure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Structure, structure_free)

/* The object of a tag's element. */
guint structure_object(const struct structure *structure, const struct tag *tag);

/* Content of a tag begins on a page, which must not be before the last one: its number there. */
guint structure_show(struct structure *structure, const struct tag *tag, guint page);
/* The page is drawn; what it shows is entered in the parent tree. */
void structure_end_page(struct structure *structure, guint page);
/* An annotation of a tag's on a page; its /StructParent. */
guint structure_annotate(struct structure *structure, const struct tag *tag, guint page,
			 guint annotation);

/* By the first character that a label shows its list tells a bullet from a number. */
void structure_label(struct structure *structure, const struct tag *tag, gunichar first);
/* A graphic of a tag on a page: left, bottom, right, top (PDF coordinates). */
void structure_box(struct structure *structure, const struct tag *tag, guint page,
		   const double box[4]);

/* After the last page; the object of the structure tree's root. */
guint structure_write(struct structure *structure);

#endif
