/* test-layout-areas: small FO documents, in the fonts of the program; see layout_fixture.h. */
#include <glib.h>
#include "layout/paragraph.h"
#include "fonts_fixture.h"
#include "layout_fixture.h"

struct document {
	const char *name;
	const struct fonts *fonts; /* opened once: a process has one struct fonts */
};

static void
test_document(gconstpointer data)
{
	const struct document *document = data;
	struct typesetter *typesetter = typesetter_new(document->fonts);

	assert_layout(document->name, typesetter);
	typesetter_free(typesetter);
}

int
main(int argc, char **argv)
{
	static const char *const names[] = {
		"auto-columns", "balance", "blocks",   "columns", "percent", "hyphenation", "page-hyphen", "masters", "float",	"footnote", "grid", "inline-box", "isolates", "keep-unmet",  "keeps", "last-line",
		"list",		"markers",  "note-split", "rtl",	"structure",   "table-pages",
		"table-continued", "decimals",
		"table-spans",	"tall-row", "toc",	"unsupported", "widows",
	};
	struct document documents[G_N_ELEMENTS(names)];
	g_autoptr(Fonts) fonts = NULL;

	g_test_init(&argc, &argv, NULL);
	fonts = program_fonts();
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *test = g_strconcat("/layout/areas/", names[i], NULL);

		documents[i] = (struct document){names[i], fonts};
		g_test_add_data_func(test, &documents[i], test_document);
	}
	return g_test_run();
}
