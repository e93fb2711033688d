/*
 * diag_report: a list of diagnostics as --format asks for it, and what each name means (chancery
 * explain).
 *
 * text is for people, json for programs, sarif (2.1.0) for code hosts and editors, github for the
 * log of a workflow, where each becomes an annotation.  All list the same diagnostics in the same
 * order, and columns count characters in all of them.
 */
#ifndef CHANCERY_BASE_DIAG_REPORT_H
#define CHANCERY_BASE_DIAG_REPORT_H

#include <stdbool.h>
#include "base/diag.h"

struct places;

enum diag_format { DIAG_FORMAT_TEXT, DIAG_FORMAT_JSON, DIAG_FORMAT_SARIF, DIAG_FORMAT_GITHUB };

struct diag_view {
	enum diag_format format;
	const struct places *places; /* where the files of the locations are found, and the pages */
	bool colour;		     /* text only */
	int max;		     /* at most so many; 0: all */
};

/* "text", "json", "sarif", "github"; false for any other word. */
bool diag_format_of_name(const char *name, enum diag_format *format);

/* The report; *left_out says how many did not fit into max.  The caller frees. */
char *diag_report(const struct diag_list *list, const struct diag_view *view, unsigned *left_out);

/*
 * The page on a name in Markdown, docs/diagnostics/NAME.md of the program's own files: what it
 * means, why it matters, an example, how to mend it.  NULL where it is not installed.  The caller
 * frees.
 */
char *diag_page(const struct places *places, enum diag_id id);

/* The severity that a name has when nobody changes it. */
enum diag_severity diag_default_severity(enum diag_id id);

#endif
