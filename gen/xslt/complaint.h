/*
 * complaint: what libxml2 and libxslt say while they work for us.
 *
 * Both report to callbacks, and a status of success may hide an error (traps.md): here every word
 * counts as a failure. Between complaint_begin and complaint_end the callbacks of the whole process
 * are ours; the two never nest.
 */
#ifndef CHANCERY_XSLT_COMPLAINT_H
#define CHANCERY_XSLT_COMPLAINT_H

#include <glib.h>
#include <libxslt/xsltInternals.h>
#include <stdbool.h>

struct complaint {
	GString *text;		       /* one message a line; empty: nothing is wrong */
	xmlStructuredErrorFunc before; /* put back at the end */
	void *before_data;
};

void complaint_begin(struct complaint *complaint);
/* Messages of one transformation, xsl:message among them. */
void complaint_attach(struct complaint *complaint, xsltTransformContext *context);
/* One of our own; the message says where ("templates/x.xsl:3: …"). */
void complaint_add(struct complaint *complaint, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* Callbacks as they were.  False with error set where anything was said; what is the job, for the
 * message. */
bool complaint_end(struct complaint *complaint, const char *what, GError **error);

#endif
