/*
 * captions: which figure or table each caption belongs to, where the standard wants it inside
 * (PDF/UA-2 8.2.5.27).
 */
#ifndef CHANCERY_PDF_CAPTIONS_H
#define CHANCERY_PDF_CAPTIONS_H

#include <glib.h>
#include <stdbool.h>

struct tag;
struct captions;
typedef struct captions Captions;	/* for g_autoptr(Captions) only */

/* Of all tags below document, which must outlive the result. */
struct captions *captions_new(const struct tag *document);
void captions_free(struct captions *captions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Captions, captions_free)

/* The tag that a caption is moved into; NULL for one that stays, and for all else. */
const struct tag *captions_host(const struct captions *captions, const struct tag *caption);
/* The caption moved into a figure or table, as its first child or as its last; or NULL. */
const struct tag *captions_first(const struct captions *captions, const struct tag *host);
const struct tag *captions_last(const struct captions *captions, const struct tag *host);

#endif
