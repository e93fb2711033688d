/*
 * finish: what cairo cannot write.
 *
 * Attributes of structure elements, artifacts, conformance metadata, output intent, attachments,
 * object streams.  The result is deterministic.
 */
#ifndef CHANCERY_PDF_FINISH_H
#define CHANCERY_PDF_FINISH_H

#include <glib.h>

struct area_tree;
struct element_list;
struct pdf_options;
struct pdf_standard;

/*
 * NULL with error set when the file is not as body reads it, or the tree in it is not the one
 * recorded.
 */
GBytes *finish_pdf(GBytes *drawn, struct element_list *elements, const struct area_tree *tree,
		   const struct pdf_standard *standard, const struct pdf_options *options,
		   GError **error);

#endif
