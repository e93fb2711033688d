/*
 * body: the objects of a PDF, written as they come (ISO 32000-1 7.5): streams are deflated and
 * forgotten, other objects gather in object streams (7.5.7), a cross-reference stream (7.5.8) says
 * where all are.
 *
 * Numbers are given out one after another from 1; one that was reserved must get its object before
 * the end, which body_finish looks at.  The same calls give the same bytes.
 */
#ifndef CHANCERY_PDF_BODY_H
#define CHANCERY_PDF_BODY_H

#include <glib.h>

struct body;
typedef struct body Body;	/* for g_autoptr(Body) only */

/* version: "1.7". */
struct body *body_new(const char *version);
void body_free(struct body *body);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Body, body_free)

/* A number for an object that comes later, or the first of n. */
guint body_reserve(struct body *body);
guint body_reserve_many(struct body *body, guint n);

/*
 * The object of a reserved number: append its text to what is returned, which is lent until
 * body_close.  No other object may be put or added in between.
 */
GString *body_open(struct body *body, guint number);
void body_close(struct body *body);

/* The text of a reserved number, which is taken. */
void body_put(struct body *body, guint number, char *text);
/* A new object with this text, which is taken; its number. */
guint body_add(struct body *body, char *text);

/* What was put goes into an object stream by itself, so that it is unpacked by itself. */
void body_end_pack(struct body *body);

/* A stream of these bytes, deflated; keys ("/N 3") are those of its dictionary; its number. */
guint body_add_stream(struct body *body, const char *keys, GBytes *data);
/* The same for bytes that are worth more effort: those that others made, of any kind and size. */
guint body_add_stream_well(struct body *body, const char *keys, GBytes *data);
/* The same for bytes that went through the filter which the keys name: they stay as they are. */
guint body_add_packed(struct body *body, const char *keys, GBytes *data);

/*
 * The file, with an /ID made from its content.  root and info (0: none) are the catalog and the
 * document information.  The catalog must not have been put: its text is given here and taken,
 * since it stands by itself: a reader that looks for no more than the pages unpacks less.
 * Nothing can be added afterwards.
 *
 * NULL with error set where an object is missing, or not where the cross-references will say.
 */
GBytes *body_finish(struct body *body, guint root, char *catalog, guint info, GError **error);

#endif
