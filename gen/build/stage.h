/*
 * stage: the folder build/stage, where a run puts what it makes before it becomes out/ in one step.
 *
 * Holding a stage holds the lock build/lock, so two runs never meet.  Until stage_publish, out/ is not touched; a run that
 * fails or is killed leaves it as it was.  Files get mode 0644 and folders 0755 whatever the umask is.
 */
#ifndef CHANCERY_BUILD_STAGE_H
#define CHANCERY_BUILD_STAGE_H

#include <glib.h>
#include <stdbool.h>

struct places;
struct stage;

/* An empty stage, or with keep a copy (hard links) of what out/ holds.  NULL with error set, also when another run has the lock. */
struct stage *stage_open(const struct places *places, bool keep, GError **error);
/* Drops what was not published, and the lock. */
void stage_free(struct stage *stage);
typedef struct stage Stage;	/* for g_autoptr(Stage) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stage, stage_free)

/* Put a file at path ("pl/index.html"), in place of one that is there.  False with error set. */
bool stage_put(struct stage *stage, const char *path, GBytes *bytes, GError **error);
/* Remove a folder or file; a missing one is fine. */
bool stage_drop(struct stage *stage, const char *path, GError **error);
/* Names in a folder of the stage ("" for the stage itself), sorted; NULL with error set. */
GPtrArray *stage_list(const struct stage *stage, const char *path, GError **error);
/* On disk, then out/ in one step.  False with error set; then out/ is as it was. */
bool stage_publish(struct stage *stage, GError **error);

#endif
