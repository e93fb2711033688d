/*
 * workshop: what is made once for all bulletins that are drawn: fonts, a typesetter, compiled stylesheets.
 *
 * Commands that draw nothing do without it, and without the libraries behind it (docs/decisions/0015-two-programs.md).
 * Everything it hands out is lent.  One per process, since fonts are.
 */
#ifndef CHANCERY_BUILD_WORKSHOP_H
#define CHANCERY_BUILD_WORKSHOP_H

#include <glib.h>

struct fonts;
struct press;
struct stylesheet;
struct text_measure;
struct typesetter;
struct workshop;

/* The press must outlive it. */
struct workshop *workshop_new(struct press *press);
void workshop_free(struct workshop *workshop);
typedef struct workshop Workshop;	/* for g_autoptr(Workshop) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Workshop, workshop_free)

struct press *workshop_press(const struct workshop *workshop);
const struct fonts *workshop_fonts(const struct workshop *workshop);
/* For the texts of charts. */
const struct text_measure *workshop_measure(const struct workshop *workshop);
/* What the paragraphs of all documents share. */
struct typesetter *workshop_typesetter(const struct workshop *workshop);

/* "templates/html/bulletin.xsl", compiled at first use.  NULL with error set. */
const struct stylesheet *workshop_stylesheet(struct workshop *workshop, const char *relative,
					     GError **error);

#endif
