/*
 * xslt: compiled stylesheets and one transformation.  The only user of libxslt.
 *
 * Stylesheets are found through places (the publication's over the program's, file by file) and may
 * include only files below templates/. document(), network, writing and extension elements are
 * forbidden; depth and operations are bounded.  Any error libxslt reports fails the transformation.
 */
#ifndef CHANCERY_XSLT_XSLT_H
#define CHANCERY_XSLT_XSLT_H

#include <glib.h>
#include <libxml/tree.h>

struct places;
struct stylesheet;

/* relative: "templates/html/bulletin.xsl". NULL with error set (message has file:line). */
struct stylesheet *stylesheet_open(const struct places *places, const char *relative,
				   GError **error);
void stylesheet_free(struct stylesheet *sheet);
typedef struct stylesheet Stylesheet; /* for g_autoptr(Stylesheet) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stylesheet, stylesheet_free)

/* params: name, value, name, value, …, NULL (plain strings, not XPath); may be NULL. NULL with
 * error set. */
xmlDoc *stylesheet_apply(const struct stylesheet *sheet, xmlDoc *doc, const char *const *params,
			 GError **error);
/* The result as the stylesheet's xsl:output wants it (html: <!DOCTYPE html>, UTF-8, void elements,
 * no XML declaration). */
GBytes *stylesheet_serialise(const struct stylesheet *sheet, xmlDoc *result, GError **error);

#endif
