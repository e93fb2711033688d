/*
 * script_fixture: the fonts of the program and one more of this machine, for scripts that the
 * program has no fonts of.
 */
#ifndef TESTS_UNIT_SCRIPT_FIXTURE_H
#define TESTS_UNIT_SCRIPT_FIXTURE_H

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include "base/diag.h"
#include "base/file.h"
#include "base/place.h"
#include "font/fonts.h"
#include "layout/paragraph.h"

#define ARABIC "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"
#define JAPANESE "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"

static const char arabic_list[] =
	"serif\tar\tNoto Naskh Arabic\tfonts-noto-core\tNotoNaskhArabic-Regular.ttf\t0\n"
	"serif\tar\tNoto Serif\tfonts-noto-core\tNotoSerif-Regular.ttf\t0\n";
static const char japanese_list[] =
	"serif\tja\tNoto Serif\tfonts-noto-core\tNotoSerif-Regular.ttf\t0\n"
	"serif\tja\tNoto Sans CJK JP\tfonts-noto-cjk\tNotoSansCJK-Regular.ttc\t0\n";

/* A folder of fonts: those of the program and one more, which a list names for a language. */
struct folder {
	struct places *places;
	struct fonts *fonts;
	struct typesetter *typesetter;
	struct diag_list *diags;
};

static inline void
link_fonts(const char *files, const char *gathered, const char *more)
{
	g_autofree char *from = g_build_filename(gathered, "files", NULL);
	g_autoptr(GPtrArray) names = file_list(from, NULL);
	g_autofree char *base = g_path_get_basename(more);
	g_autofree char *added = g_build_filename(files, base, NULL);

	g_assert_nonnull(names);
	g_assert_true(file_make_dirs(files, NULL));
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		g_autofree char *old = g_build_filename(from, name, NULL);
		g_autofree char *new = g_build_filename(files, name, NULL);

		g_assert_cmpint(symlink(old, new), ==, 0);
	}
	g_assert_cmpint(symlink(more, added), ==, 0);
}

static inline void
open_folder(struct folder *folder, const char *list, const char *font)
{
	g_autofree char *dir = g_dir_make_tmp("chancery-scripts-XXXXXX", NULL);
	g_autofree char *lists = g_build_filename(dir, "fonts", NULL);
	g_autofree char *path = g_build_filename(lists, "fonts.list", NULL);
	g_autofree char *gathered = g_build_filename(dir, "gathered", NULL);
	g_autofree char *files = g_build_filename(gathered, "files", NULL);
	g_autoptr(GError) error = NULL;

	folder->places = places_new(dir);
	link_fonts(files, folder->places->fonts, font);
	g_free(folder->places->fonts);
	folder->places->fonts = g_steal_pointer(&gathered);
	g_assert_true(file_make_dirs(lists, NULL));
	g_assert_true(file_write(path, list, strlen(list), NULL));
	folder->fonts = fonts_open(folder->places, &error);
	g_assert_no_error(error);
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
	g_assert_true(file_remove(folder->places->dir, NULL));
	places_free(folder->places);
}

#endif
