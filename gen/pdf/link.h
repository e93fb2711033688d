/*
 * link: where the links and destinations of an area tree are.
 *
 * cairo wants the rectangles of a link when it is begun, one per line (PDF/UA-1 7.18.5), and
 * neither checks that a destination exists nor survives some characters in a URI, so all is
 * gathered and checked before drawing.
 */
#ifndef CHANCERY_PDF_LINK_H
#define CHANCERY_PDF_LINK_H

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>

struct area_tree;
struct page;
struct tag;
struct links;
typedef struct links Links;	/* for g_autoptr(Links) only */

/* Walk all pages. The tree must outlive the result. */
struct links *links_new(const struct area_tree *tree);
void links_free(struct links *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Links, links_free)

bool links_is_link(const struct tag *tag);
/*
 * What cairo_tag_begin wants for this link on this page (0-based): "uri='…' rect=[…]"; the caller
 * frees.
 */
char *links_attributes(struct links *links, const struct tag *tag, guint page);
/* What the annotation says to a screen reader: the tag's alt, else its text; the caller frees. */
char *links_contents(const struct links *links, const struct tag *tag);
bool links_has_destination(const struct links *links, const char *id);
/* The first destination that was asked for and does not exist, or NULL; lent. */
const char *links_broken(const struct links *links);
/* Emit the destinations of a page. */
void links_destinations(const struct links *links, cairo_t *cr, const struct page *page);

#endif
