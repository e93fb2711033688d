/*
 * metadata: what a document says about itself: the XMP in fo:declarations, and fo:bookmark-tree.
 */
#ifndef CHANCERY_LAYOUT_METADATA_H
#define CHANCERY_LAYOUT_METADATA_H

#include <libxml/tree.h>
#include "layout/area.h"

struct diag_list;

/*
 * Dublin Core title, creator, description, subject; pdf:Keywords; xmp:CreateDate and ModifyDate;
 * the root's xml:lang.
 */
void metadata_read(const xmlNode *root, struct metadata *metadata);
/* tree owns the bookmarks and their dest strings afterwards. */
void bookmarks_read(const xmlNode *root, struct area_tree *tree, struct diag_list *diags);

#endif
