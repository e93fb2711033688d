/*
 * diag: what is wrong with the author's input.
 *
 * Every problem of the input becomes a diagnostic: a name and severity from diag.def, a place, a message, and
 * optionally a help line and related places.  Stages add and go on; nothing exits at the first error.  Problems
 * of the machine (disk, fonts) are GErrors, not diagnostics; our own bugs are g_assert.
 * A list owns its diagnostics.  Messages are UTF-8, one line, without a full stop; ids, keys and words of the author stand
 * in “ ”.
 */
#ifndef CHANCERY_BASE_DIAG_H
#define CHANCERY_BASE_DIAG_H

#include <glib.h>
#include <stdbool.h>
#include "base/loc.h"

enum diag_severity { DIAG_OFF, DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

enum diag_id {
#define DIAG(id, severity, name, summary) DIAG_##id,
#include "base/diag.def"
#undef DIAG
	DIAG_COUNT
};

struct diag;
struct diag_list;

struct diag_list *diag_list_new(void);
void diag_list_free(struct diag_list *list);
typedef struct diag_list DiagList;	/* for g_autoptr(DiagList) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DiagList, diag_list_free)

/* The stable name ("fact-unknown") of an id; the id of a name, or DIAG_COUNT. */
const char *diag_name(enum diag_id id);
enum diag_id diag_find(const char *name);
/* One line on what the name means (diag.def). */
const char *diag_summary(enum diag_id id);

/* The severity of one name, for all diagnostics added to this list, before or after. */
void diag_list_set_severity(struct diag_list *list, enum diag_id id, enum diag_severity severity);
enum diag_severity diag_list_severity(const struct diag_list *list, enum diag_id id);
/* "error", "warning", "note", "off"; false for any other word. */
bool diag_severity_of_name(const char *name, enum diag_severity *severity);
/* "fact-unbound=error": false where it is no name of a diagnostic, or no severity. */
bool diag_setting_parse(const char *setting, enum diag_id *id, enum diag_severity *severity);

/* Add one; returns it (owned by the list), so that help and related places can be attached; never NULL. */
struct diag *diag_add(struct diag_list *list, enum diag_id id, struct loc at, const char *format, ...)
	G_GNUC_PRINTF(4, 5);
/* What the author can do: "did you mean …?", "write …". */
void diag_help(struct diag *diag, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* A second place that matters, with a few words on why. */
void diag_relate(struct diag *diag, struct loc at, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Is there one of this name in the file (interned)? */
bool diag_list_has(const struct diag_list *list, enum diag_id id, const char *file);

/* How many there are of exactly this severity, after overrides. */
unsigned diag_list_count(const struct diag_list *list, enum diag_severity severity);

/*
 * Sorted (file, line, column, name, message), without exact repeats, as text: `file:line:column: severity: message
 * [name]`, the source line and a caret, `help:` and related places.  dir is where the files of the locations are
 * found (NULL: no source lines).  colour adds terminal colours.  The caller frees.
 */
char *diag_list_to_text(const struct diag_list *list, const char *dir, bool colour);

/*
 * The candidate nearest to word (edit distance at most a third of its length, and 1 for a short one), or NULL.  candidates is an
 * array of const char *; what is returned is lent from there.  Ties go to the first in byte order.
 */
const char *diag_nearest(const char *word, const GPtrArray *candidates);

#endif
