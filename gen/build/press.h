/*
 * press: what is loaded once for all bulletins of a run: data, locales, families of fonts, diagnostics.
 *
 * Opening it reads all of content/ but the briefs; problems of the content are diagnostics, problems of the machine errors.
 * Everything it hands out is lent.  What draws has more (workshop.h).
 */
#ifndef CHANCERY_BUILD_PRESS_H
#define CHANCERY_BUILD_PRESS_H

#include <glib.h>
#include <stdbool.h>

#include "base/diag.h"

struct dataset;
struct families;
struct locale;
struct places;
struct press;
struct translations;

/*
 * severities: "NAME=severity", … NULL at the end; may be NULL.  They win over publication.yaml.  strict makes an error of
 * all that is a warning then.  NULL with error set.
 */
struct press *press_open(const char *dir, const char *const *severities, bool strict, GError **error);
void press_free(struct press *press);
typedef struct press Press;	/* for g_autoptr(Press) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Press, press_free)

/*
 * Read the data again without these incidents (a set of ids; NULL: with all).  What was said of the data is not said
 * again; whatever was lent of the data is gone.  False with error set.
 */
bool press_withhold(struct press *press, GHashTable *incidents, GError **error);

const struct places *press_places(const struct press *press);
const struct dataset *press_data(const struct press *press);
const struct families *press_families(const struct press *press);
/* What the locks say of translations, read at first use. */
struct translations *press_translations(struct press *press);
struct diag_list *press_diags(const struct press *press);

/* The locale of a language, opened at first use.  NULL with error set only when the machine fails. */
const struct locale *press_locale(struct press *press, const char *lang, GError **error);

#endif
