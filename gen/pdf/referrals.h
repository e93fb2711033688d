/*
 * referrals: which elements refer to which (/Ref; PDF/UA-2 8.2.5.8, 8.2.5.14): a line of the
 * contents to the heading it names, a note and its mark to one another.
 */
#ifndef CHANCERY_PDF_REFERRALS_H
#define CHANCERY_PDF_REFERRALS_H

#include <glib.h>

struct tag;

/*
 * const struct tag * -> GPtrArray of const struct tag *, from all tags below document; targets as
 * targets_new made them.  The caller unrefs; tags are lent.
 */
GHashTable *referrals_new(const struct tag *document, GHashTable *targets);

#endif
