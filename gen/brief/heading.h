/*
 * heading: levels of headings as the author wrote them to levels below the title.
 */
#ifndef CHANCERY_BRIEF_HEADING_H
#define CHANCERY_BRIEF_HEADING_H

#include <libxml/tree.h>

struct diag_list;

/*
 * A level-1 heading that opens the document, unlinked and the caller's; NULL if it opens otherwise.
 */
xmlNode *heading_take_title(xmlNode *document);
/*
 * The highest level that occurs becomes 1, the deepest allowed is 5; a step down by more than one
 * is heading-skip.
 */
void heading_normalise(xmlNode *document, const char *file, struct diag_list *diags);

#endif
