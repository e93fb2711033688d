/*
 * destination: what a link or image of a brief points to (contract section 4).
 *
 * scheme:path?form=…&claim=…&lang=…#fragment, percent-encoded.  Only http, https, mailto, relative
 * addresses and our own schemes are let through; a browser's lenience ("java\nscript:", "\\host")
 * is not ours.
 */
#ifndef CHANCERY_BRIEF_DESTINATION_H
#define CHANCERY_BRIEF_DESTINATION_H

#include <glib.h>
#include <stdbool.h>
#include "base/loc.h"

struct diag_list;

enum destination_kind {
	DESTINATION_REFUSED,	/* a diagnostic was added */
	DESTINATION_WEB,	/* http, https, mailto: path is the whole address */
	DESTINATION_RELATIVE,	/* path is the whole address; of an image a file, escapes undone */
	DESTINATION_FACT, DESTINATION_CITE, DESTINATION_ENTITY, DESTINATION_REF,
	DESTINATION_ANCHOR, DESTINATION_LITERAL, DESTINATION_LANG,
	DESTINATION_CHART, DESTINATION_MAP, DESTINATION_TABLE
};

struct destination {
	enum destination_kind kind;
	char *path, *fragment, *form, *claim, *lang;	/* owned; NULL where absent, path never */
};

/*
 * Read an address; what is wrong is link-scheme, schema-unknown-key or schema-value at `at`.
 * image: an image's, not a link's.
 */
void destination_read(struct destination *out, const char *url, bool image, struct loc at,
		      struct diag_list *diags);
void destination_clear(struct destination *destination);
/*
 * "chart", "map", "table", "fact", …: the scheme's word; NULL for those that are not ours.  Static.
 */
const char *destination_scheme(enum destination_kind kind);

#endif
