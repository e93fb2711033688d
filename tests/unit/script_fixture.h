/*
 * script_fixture: the fonts of the program, for scripts beyond the Latin one.
 */
#ifndef TESTS_UNIT_SCRIPT_FIXTURE_H
#define TESTS_UNIT_SCRIPT_FIXTURE_H

#include <glib.h>
#include "base/diag.h"
#include "fonts_fixture.h"
#include "layout/paragraph.h"

/* What a paragraph is set with. */
struct folder {
	struct fonts *fonts;
	struct typesetter *typesetter;
	struct diag_list *diags;
};

static inline void
open_folder(struct folder *folder)
{
	folder->fonts = program_fonts();
	folder->typesetter = typesetter_new(folder->fonts);
	folder->diags = diag_list_new();
}

static inline void
close_folder(struct folder *folder)
{
	g_assert_cmpuint(diag_list_count(folder->diags, DIAG_ERROR), ==, 0);
	diag_list_free(folder->diags);
	typesetter_free(folder->typesetter);
	fonts_free(folder->fonts);
}

#endif
