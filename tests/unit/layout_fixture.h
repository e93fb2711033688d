/*
 * layout_fixture: an FO document of tests/unit/layout against the areas, tags and problems that it
 * gives (NAME.expected).  With BLESS=1 in the environment the expectation is written instead: read
 * the diff.
 */
#ifndef TESTS_UNIT_LAYOUT_FIXTURE_H
#define TESTS_UNIT_LAYOUT_FIXTURE_H

#include <glib.h>
#include <libxml/parser.h>
#include <string.h>
#include "base/diag.h"
#include "base/file.h"
#include "chart/scene.h"
#include "layout/layout.h"

#define FOLDER CHANCERY_SOURCE "/tests/unit/layout/"

static inline const struct scene *
scene_of(const char *src, void *user)
{
	return strcmp(src, "missing.svg") == 0 ? NULL : user;
}

/* What the document gives, as text. */
static inline char *
layout_text(const char *path, struct typesetter *typesetter)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Scene) scene = scene_new("s", "en", false, 120, 60);
	const struct layout_env env = {
		.typesetter = typesetter, .find_scene = scene_of, .user = scene, .diags = diags};
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	g_autoptr(AreaTree) tree = NULL;
	g_autofree char *areas = NULL, *tags = NULL, *problems = NULL;

	g_assert_nonnull(doc);
	tree = layout_format(doc, &env);
	areas = area_tree_dump(tree);
	tags = tag_tree_dump(tree);
	problems = diag_list_to_text(diags, NULL, false);
	return g_strdup_printf("%s---\n%s---\n%s", areas, tags, problems);
}

static inline void
assert_layout(const char *name, struct typesetter *typesetter)
{
	g_autofree char *fo = g_strconcat(FOLDER, name, ".fo", NULL);
	g_autofree char *path = g_strconcat(FOLDER, name, ".expected", NULL);
	g_autofree char *got = layout_text(fo, typesetter), *expected = NULL;
	g_autoptr(GError) error = NULL;

	if (g_getenv("BLESS")) {
		file_write(path, got, strlen(got), &error);
		g_assert_no_error(error);
		return;
	}
	g_file_get_contents(path, &expected, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(got, ==, expected);
}

#endif
