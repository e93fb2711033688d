/*
 * link: the annotations of links (ISO 32000-1 12.5.6.5): one for each page that shows a link, with
 * a rectangle for each line (PDF/UA-1 7.18.5).
 */
#ifndef CHANCERY_PDF_LINK_H
#define CHANCERY_PDF_LINK_H

#include <glib.h>
#include <stdbool.h>

struct area;
struct edition;
struct links;
typedef struct links Links;	/* for g_autoptr(Links) only */

/* The edition is lent. */
struct links *links_new(const struct edition *edition);
void links_free(struct links *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Links, links_free)

/* An area is shown on the current page; nothing where no tag around it is a link. */
void links_show(struct links *links, const struct area *area);
/* The page is drawn: append its annotations, " 12 0 R" each, in the order in which they are read. */
void links_end_page(struct links *links, guint page, GString *annotations);
/*
 * After the last page: the annotations.  False with error set where one leads to what is not in
 * the document.
 */
bool links_write(struct links *links, GError **error);

#endif
