/*
 * html: a result tree as HTML (HTML Living Standard, section 13.3), since libxml2's own serialiser
 * is one of HTML 4.
 *
 * Elements without a namespace are HTML, others (SVG) foreign; namespace declarations are dropped,
 * for the parser of HTML supplies them.  Block elements begin a line.  script and style are
 * refused: pages work without, and the Content-Security-Policy forbids them.
 */
#ifndef CHANCERY_XSLT_HTML_H
#define CHANCERY_XSLT_HTML_H

#include <glib.h>
#include <libxml/tree.h>

/* UTF-8 that begins with <!DOCTYPE html>; NULL with error set. */
GBytes *html_serialise(const xmlDoc *doc, GError **error);

#endif
