/*
 * loader: the files that make a stylesheet, and no others.
 *
 * A stylesheet is named by its path below the publication's or the program's folder
 * ("templates/print/bulletin.xsl"); that name is its base address, so that what it includes is
 * looked for in both folders again, the publication's first.
 */
#ifndef CHANCERY_XSLT_LOADER_H
#define CHANCERY_XSLT_LOADER_H

#include <libxml/tree.h>
#include <libxml/dict.h>

struct complaint;
struct places;

/*
 * The tree of one stylesheet file, or NULL with a complaint: a name that is not "templates/….xsl",
 * a missing file, a DOCTYPE, disable-output-escaping, text that is not XML.  The strings of the
 * tree are dict's.
 */
xmlDoc *loader_read(const struct places *places, const char *relative, xmlDict *dict,
		    struct complaint *complaint);

#endif
