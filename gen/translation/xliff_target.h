/* xliff_target: the target of a unit of XLIFF as Markdown again. */
#ifndef CHANCERY_TRANSLATION_XLIFF_TARGET_H
#define CHANCERY_TRANSLATION_XLIFF_TARGET_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct diag_list;
struct pair;
struct xliff_document;

struct xliff_target {
	char *text; /* of the whole unit; NULL where the file has no target */
	bool done;  /* every segment is translated, reviewed or final */
};

/* False with xliff-invalid where a code is missing, unknown, doubled or of another kind. */
bool xliff_target_read(const struct xliff_document *document, xmlNode *unit,
		       const struct pair *pair, struct diag_list *diags,
		       struct xliff_target *target);

#endif
