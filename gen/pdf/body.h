/*
 * body: the objects of the file that cairo wrote (ISO 32000-1 7.5.3), to be completed and written
 * again.
 *
 * Objects are kept as text and changed as text; keys are added to a dictionary without reading it.
 * This is no reader for other people's files: it wants a classic cross-reference table, generation
 * 0, which is what cairo is asked for (docs/decisions/0004-pdf-body.md).
 *
 * Object numbers are cairo's; those of new objects follow.  Object 0 does not exist.
 */
#ifndef CHANCERY_PDF_BODY_H
#define CHANCERY_PDF_BODY_H

#include <glib.h>
#include <stdbool.h>
#include "pdf/token.h"

struct body;
typedef struct body Body;	/* for g_autoptr(Body) only */

/* NULL with error set where the file is not as described above.  The bytes are kept. */
struct body *body_read(GBytes *pdf, GError **error);
void body_free(struct body *body);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Body, body_free)

/* Numbers are below this. */
guint body_length(const struct body *body);
guint body_root(const struct body *body);
guint body_info(const struct body *body);	/* 0: none */

/*
 * The text of an object as read or replaced, without what body_more adds; empty where there is no
 * such object.  Lent as long as the body is there, even if the object changes.
 */
struct token body_object(const struct body *body, guint number);
/* What number's key refers to; 0 where it is no reference. */
guint body_reference(const struct body *body, guint number, const char *key);

/* Keys to add to a dictionary: append to it " /Key value"; lent. */
GString *body_more(struct body *body, guint number);
/* Remove a key that was read; nothing where there is none. */
void body_remove_key(struct body *body, guint number, const char *key);
/* Replace or add a key, which must not be one of body_more, so that it can be read again. */
void body_set_key(struct body *body, guint number, const char *key, const char *value);
/* Leave the object out: nothing refers to it any more. */
void body_drop(struct body *body, guint number);
/* A new object with this text, which is taken; its number. */
guint body_add(struct body *body, char *text);
/* A number for an object whose text comes later, by body_put, which takes it. */
guint body_reserve(struct body *body);
void body_put(struct body *body, guint number, char *text);
/* A new stream of these bytes, with the keys ("/N 3") of its dictionary. */
guint body_add_stream(struct body *body, const char *keys, GBytes *data);
/* The same for bytes that went through the filter which the keys name: they stay as they are. */
guint body_add_packed(struct body *body, const char *keys, GBytes *data);

/* The bytes of a stream, inflated; NULL with error set where there are none to inflate. */
GBytes *body_stream(const struct body *body, guint number, GError **error);
/* Give a stream other bytes. */
void body_set_stream(struct body *body, guint number, GBytes *data);

/*
 * The file: object streams, a cross-reference stream, an /ID made from the content.  A body without
 * /Info has none.  version: "1.7".
 */
GBytes *body_write(const struct body *body, const char *version);

#endif
