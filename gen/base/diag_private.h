/*
 * diag_private: the inside of a diagnostic, for the writers of diagnostics beside diag.c (diag_text.c and others) only.
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

/* What --format asks for; listed is (a part of) what diag_list_sorted gives.  The caller frees. */
char *diag_text(const struct diag_list *list, const GPtrArray *listed, const char *dir, bool colour);
struct diag_view;
char *diag_json(const struct diag_list *list, const GPtrArray *listed);
char *diag_sarif(const struct diag_list *list, const GPtrArray *listed, const struct diag_view *view);
char *diag_github(const struct diag_list *list, const GPtrArray *listed, const struct diag_view *view);

/* The file of a place as it is called from where the program was started, which dir is relative to.  The caller frees. */
char *diag_file_from_here(const char *dir, const char *file);

#endif
