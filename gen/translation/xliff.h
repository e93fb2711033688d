/*
 * xliff: a bulletin in one language as XLIFF 2.1 (OASIS), and back.
 *
 * One file, one unit of XLIFF a unit of ours, named by it ("u9f9b137e"); codes are ph and pc
 * elements whose data the import takes from the source, never from the file.  What a translator did
 * not touch comes back byte for byte.
 */
#ifndef CHANCERY_TRANSLATION_XLIFF_H
#define CHANCERY_TRANSLATION_XLIFF_H

#include <glib.h>
#include <stdbool.h>

struct diag_list;
struct pairing;

struct xliff_names {
	const char *original; /* path of the source's brief */
	const char *source_lang, *target_lang;
};

/* The document; never NULL. */
GBytes *xliff_export(const struct pairing *pairing, const struct xliff_names *names);

struct xliff_result {
	char *brief;	 /* what the translation's brief becomes */
	GPtrArray *done; /* char *: names of source units that came back translated */
	guint changed;	 /* units whose text is another now */
};

/*
 * The briefs' texts, and pairing of their units, as they are; translation is NULL where there is no
 * brief yet.  Damage is xliff-invalid at its place in the file and the result NULL; a unit whose
 * source has changed since the export is unit-stale and left as it was.
 */
struct xliff_input {
	const char *source, *translation;
	const struct pairing *pairing;
	const struct xliff_names *names;
};
struct xliff_result *xliff_import(GBytes *bytes, const char *file, const struct xliff_input *input,
				  struct diag_list *diags);
void xliff_result_free(struct xliff_result *result);
typedef struct xliff_result XliffResult; /* for g_autoptr(XliffResult) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XliffResult, xliff_result_free)

#endif
