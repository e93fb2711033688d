/*
 * diag_private: the inside of a diagnostic, for the writers of diagnostics beside diag.c (diag_text.c) only.
 */
#ifndef CHANCERY_BASE_DIAG_PRIVATE_H
#define CHANCERY_BASE_DIAG_PRIVATE_H

#include "base/diag.h"

/* A second place, and why it matters. */
struct diag_related {
	struct loc at;
	char *message;
};

struct diag {
	enum diag_id id;
	struct loc at;
	char *message;
	char *help;		/* NULL for none */
	GPtrArray *related;	/* struct diag_related *; NULL for none */
};

struct diag_list {
	GPtrArray *items;	/* struct diag *, in the order they came */
	enum diag_severity severity[DIAG_COUNT];
};

/*
 * Those with a severity other than off, sorted by file, line, column, name, message, without exact repeats: pointers
 * lent from the list.  The caller frees the array.
 */
GPtrArray *diag_list_sorted(const struct diag_list *list);

/* "error", "warning", "note", "off"; lent. */
const char *diag_severity_name(enum diag_severity severity);

#endif
