/*
 * attachments: what travels inside the PDF of one bulletin: its facts as JSON, its figures' data as
 * CSV, each with a description in the language (PDF/A-3 6.8, PDF/UA-2 8.14).
 */
#ifndef CHANCERY_BUILD_ATTACHMENTS_H
#define CHANCERY_BUILD_ATTACHMENTS_H

#include <glib.h>

struct render;
struct attachments;
typedef struct attachments Attachments;	/* for g_autoptr(Attachments) only */

/* In the order of their names. At least one. */
struct attachments *attachments_new(const struct render *render);
void attachments_free(struct attachments *attachments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Attachments, attachments_free)

/* Array of struct pdf_attachment, lent. */
const GArray *attachments_list(const struct attachments *attachments);

#endif
