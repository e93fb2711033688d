/*
 * test-pdf-order: what stands elsewhere on the pages is read in order: the structure tree of the
 * PDF of a small document, printed by pdfinfo.
 */
#include <glib.h>
#include <libxml/parser.h>
#include <string.h>
#include "base/diag.h"
#include "chart/scene.h"
#include "layout/layout.h"
#include "layout/paragraph.h"
#include "pdf/pdf.h"
#include "fonts_fixture.h"
#include "pdf_fixture.h"

static const struct scene *
scene_of(const char *src, void *user)
{
	(void)src;
	return user;
}

/* The structure tree of tests/unit/layout/NAME.fo, with the text of its elements. */
static char *
structure_of(const char *name, const struct fonts *fonts)
{
	g_autofree char *path = g_strconcat(CHANCERY_SOURCE "/tests/unit/layout/", name, NULL);
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Scene) scene = scene_new("s", "en", false, 120, 60);
	struct typesetter *typesetter = typesetter_new(fonts);
	const struct layout_env env = {
		.typesetter = typesetter, .find_scene = scene_of, .user = scene, .diags = diags};
	const struct pdf_options options = {NULL, NULL, 0};
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	g_autoptr(AreaTree) tree = layout_format(doc, &env);
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = pdf_write(tree, fonts, &options, &error);
	const char *command[] = {"pdfinfo", "-struct-text", "FILE", NULL};
	char *out;

	g_assert_no_error(error);
	out = pdf_judge(bytes, command);
	/* The areas lend from the typesetter. */
	g_clear_pointer(&tree, area_tree_free);
	typesetter_free(typesetter);
	return out;
}

/* Are the words there, each once and in this order? */
static void
assert_order(const char *text, const char *const *words)
{
	const char *at = text;

	for (; *words; words++) {
		at = strstr(at, *words);
		if (!at)
			g_test_message("%s comes too early or not at all in\n%s", *words, text);
		g_assert_nonnull(at);
		at += strlen(*words);
	}
}

/* A note that runs over stays one Note, at its reference. */
static void
test_note_split(gconstpointer fonts)
{
	static const char *const words[] = {"\"Two.", "\"Three", "Reference", "Note",	 "\"1 The",
					    "panel",  " and it", "\"Four",    "\"Seven", NULL};
	g_autofree char *text = structure_of("note-split.fo", fonts);

	assert_order(text, words);
	g_assert_cmpuint(pdf_count(text, "Note"), ==, 1);
}

/* A figure is read where it was written, and a paragraph that went on before it is one. */
static void
test_float(gconstpointer fonts)
{
	static const char *const words[] = {"\"Three",	 "Caption", "Figure", "\"Four",
					    "below the", "\"Five",  NULL};
	g_autofree char *text = structure_of("float.fo", fonts);

	assert_order(text, words);
	g_assert_cmpuint(pdf_count(text, "\"Four"), ==, 1);
}

int
main(int argc, char **argv)
{
	g_autoptr(Fonts) fonts = NULL;

	g_test_init(&argc, &argv, NULL);
	fonts = program_fonts();
	g_test_add_data_func("/pdf/order/note-split", fonts, test_note_split);
	g_test_add_data_func("/pdf/order/float", fonts, test_float);
	return g_test_run();
}
