/*
 * test-data: a publication in a temporary folder, loaded, with what the loader said.
 */
#ifndef TEST_DATA_H
#define TEST_DATA_H

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/place.h"
#include "data/dataset.h"

struct publication_test {
	char *dir;
	struct diag_list *diags;
	struct dataset *data;	/* NULL when loading failed */
	char *said;		/* the diagnostics, one a line, without source lines and help */
};

#define PUBLICATION "content/publication.yaml", "title: T\nlanguages: [en, pl]\n"

static inline void
put_file(const char *dir, const char *file, const char *text)
{
	g_autofree char *path = g_build_filename(dir, file, NULL);
	g_autofree char *folder = g_path_get_dirname(path);

	g_assert_cmpint(g_mkdir_with_parents(folder, 0777), ==, 0);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* Only what each diagnostic says first, so that tests do not depend on how the rest is shown. */
static inline char *
said_lines(struct diag_list *diags)
{
	g_autofree char *text = diag_list_to_text(diags, NULL, false);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	GString *said = g_string_new(NULL);

	for (int i = 0; lines[i]; i++) {
		if (g_str_has_prefix(lines[i], "content/") && strchr(lines[i], '['))
			g_string_append_printf(said, "%s\n", lines[i] + strlen("content/"));
	}
	return g_string_free(said, FALSE);
}

/* files: name, text, name, text, … NULL. */
static inline struct publication_test *
load_files(const char *const *files)
{
	struct publication_test *test = g_new0(struct publication_test, 1);
	struct places *places;

	test->dir = g_dir_make_tmp("chancery-XXXXXX", NULL);
	for (int i = 0; files[i]; i += 2)
		put_file(test->dir, files[i], files[i + 1]);
	places = places_new(test->dir);
	test->diags = diag_list_new();
	test->data = dataset_load(places, NULL, test->diags, NULL);
	test->said = said_lines(test->diags);
	places_free(places);
	return test;
}

#define LOAD(...) load_files((const char *const[]){__VA_ARGS__, NULL})

static inline void
publication_test_free(struct publication_test *test)
{
	g_clear_pointer(&test->data, dataset_free);
	diag_list_free(test->diags);
	g_assert_true(file_remove(test->dir, NULL));
	g_free(test->dir);
	g_free(test->said);
	g_free(test);
}
typedef struct publication_test PublicationTest;	/* for g_autoptr only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PublicationTest, publication_test_free)

#endif
