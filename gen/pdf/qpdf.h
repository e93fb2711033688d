/*
 * qpdf: the few words in which this module speaks libqpdf's C API.
 *
 * Handles are released by qpdf_cleanup at the latest; loops over many objects release theirs (traps.md: memory by the object).
 */
#ifndef CHANCERY_PDF_QPDF_H
#define CHANCERY_PDF_QPDF_H

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

struct pdf_attachment;
struct element_list;

/* A stream object with these bytes, and the keys of dict ("<< /N 3 >>") if not NULL. */
qpdf_oh qpdf_stream_new(qpdf_data q, const void *data, gsize length, const char *dict);
/* object[key] = value; the handle of value is released. */
void qpdf_set(qpdf_data q, qpdf_oh object, const char *key, qpdf_oh value);
void qpdf_set_text(qpdf_data q, qpdf_oh object, const char *key, const char *utf8);

/* finish_tree.c: attributes onto the structure tree; false when the emitted tree differs from the recorded one. */
bool finish_tree(qpdf_data q, qpdf_oh struct_tree_root, const struct element_list *elements);
/* finish_order.c: elements that were drawn in parts become one, at their place in the tag tree. */
void finish_order(qpdf_data q, qpdf_oh struct_tree_root, const struct element_list *elements);
/* finish_attach.c: embedded files with AFRelationship. date: "D:…". */
void finish_attach(qpdf_data q, qpdf_oh root, const struct pdf_attachment *files, gsize n, const char *date);

#endif
