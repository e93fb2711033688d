/*
 * test-pdf-hexboxes: what no font has is a box with its digits, in fonts of its own, and is copied
 * and searched for as the character that it is, in prose of every direction and in charts.
 */
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include "chart/scene.h"
#include "font/hexbox.h"
#include "pdf/hexboxes.h"
#include "fonts_fixture.h"
#include "pdf_fixture.h"

/* What a box of columns squares shows: of each square, how many rectangles it is in, odd is "#". */
static char *
picture_of(const char *program, int columns)
{
	g_auto(GStrv) lines = g_strsplit(program, "\n", -1);
	GString *out = g_string_new(NULL);
	int depth[HEXBOX_DOWN][15] = {{0}};

	for (char **line = lines; *line; line++) {
		int x, y, width, height;

		if (sscanf(*line, "%d %d %d %d re", &x, &y, &width, &height) != 4)
			continue;
		for (int row = 0; row < height / HEXBOX_SQUARE; row++)
			for (int column = 0; column < width / HEXBOX_SQUARE; column++)
				depth[y / HEXBOX_SQUARE + row]
				     [(x - HEXBOX_BEARING) / HEXBOX_SQUARE + column]++;
	}
	for (int row = HEXBOX_DOWN - 1; row >= 0; row--) {
		for (int column = 0; column < columns; column++)
			g_string_append_c(out, depth[row][column] % 2 ? '#' : '.');
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}

static char *
stream_text(const struct body *body, guint number)
{
	g_autoptr(GBytes) bytes = pdf_stream(body, number);

	return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static void
test_picture(void)
{
	g_autoptr(Body) body = body_new("1.7");
	g_autoptr(Hexboxes) boxes = hexboxes_new(body);
	g_autofree char *font = NULL, *four = NULL, *six = NULL, *seen = NULL, *wide = NULL;
	guint8 code;

	hexboxes_find(boxes, 0x0F4B, &code);
	hexboxes_find(boxes, 0x13000, &code);
	hexboxes_write(boxes);
	font = pdf_object(body, hexboxes_object(boxes, 0));
	four = stream_text(body, number_after(font, "/u0F4B "));
	six = stream_text(body, number_after(font, "/u13000 "));
	g_assert_true(g_str_has_prefix(four, "600 0 36 0 564 720 d1\n"));
	g_assert_true(g_str_has_prefix(six, "792 0 36 0 756 720 d1\n"));
	g_assert_true(g_str_has_suffix(four, "re\nf*\n"));
	g_assert_nonnull(strstr(font, "/Widths[500 600 792 ]"));
	seen = picture_of(four, 11);
	g_assert_cmpstr(seen, ==,
			"###########\n"
			"#.........#\n"
			"#.###.###.#\n"
			"#.#.#.#...#\n"
			"#.#.#.###.#\n"
			"#.#.#.#...#\n"
			"#.###.#...#\n"
			"#.........#\n"
			"#.#.#.##..#\n"
			"#.#.#.#.#.#\n"
			"#.###.##..#\n"
			"#...#.#.#.#\n"
			"#...#.##..#\n"
			"#.........#\n"
			"###########\n");
	wide = picture_of(six, 15);
	g_assert_true(g_str_has_prefix(wide, "###############\n"
					     "#.............#\n"
					     "#.###..#..###.#\n"
					     "#.#.#.##....#.#\n"));
}

/* Codes of one byte: of the 300th character in a second font; asked for again, the same. */
static void
test_many(void)
{
	g_autoptr(Body) body = body_new("1.7");
	g_autoptr(Hexboxes) boxes = hexboxes_new(body);
	g_autofree char *first = NULL, *second = NULL, *texts = NULL;
	guint8 code;

	for (gunichar i = 0; i < 300; i++) {
		g_assert_cmpuint(hexboxes_find(boxes, 0x13000 + i, &code), ==, i / 255);
		g_assert_cmpuint(code, ==, i % 255 + 1);
	}
	g_assert_cmpuint(hexboxes_find(boxes, 0x13001, &code), ==, 0);
	g_assert_cmpuint(code, ==, 2);
	g_assert_cmpuint(hexboxes_count(boxes), ==, 2);
	hexboxes_write(boxes);
	first = pdf_object(body, hexboxes_object(boxes, 0));
	second = pdf_object(body, hexboxes_object(boxes, 1));
	g_assert_nonnull(strstr(first, "/FirstChar 0/LastChar 255/"));
	g_assert_nonnull(strstr(second, "/Differences[0/half/u130FF/u13100"));
	g_assert_nonnull(strstr(second, "/FirstChar 0/LastChar 45/"));
	texts = stream_text(body, number_after(second, "/ToUnicode "));
	g_assert_nonnull(strstr(texts, "<00><FF>\n"));
	g_assert_nonnull(strstr(texts, "\n<01><D80CDCFF>\n<02><D80CDD00>\n"));
}

static const struct scene *
scene_of(const char *src, void *user)
{
	(void)src;
	return user;
}

/* The PDF of one block in a language, and a chart with one label. */
static GBytes *
pdf_with(const struct fonts *fonts, const char *lang, const char *text, const char *label)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Scene) scene = scene_new("s", lang, false, 120, 60);
	struct mark *mark = scene_add(scene, MARK_TEXT);
	struct typesetter *typesetter = typesetter_new(fonts);
	const struct layout_env env = {
		.typesetter = typesetter, .find_scene = scene_of, .user = scene, .diags = diags};
	const struct pdf_options options = {NULL, NULL, 0};
	g_autofree char *fo = g_strdup_printf(
		"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:c='urn:chancery:fo' "
		"xml:lang='%s' font-size='10pt'><fo:layout-master-set><fo:simple-page-master "
		"master-name='p' page-width='200pt' page-height='160pt' margin='20pt'>"
		"<fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
		"<fo:page-sequence master-reference='p'%s><fo:flow flow-name='xsl-region-body'>"
		"<fo:block>%s</fo:block><fo:block><fo:external-graphic src='url(s.svg)' "
		"c:alt='A chart'/></fo:block></fo:flow></fo:page-sequence></fo:root>",
		lang, strcmp(lang, "ar") == 0 ? " writing-mode='rl-tb'" : "", text);
	xmlDoc *doc = xmlReadMemory(fo, (int)strlen(fo), NULL, NULL, XML_PARSE_NONET);
	g_autoptr(GError) error = NULL;
	g_autoptr(AreaTree) tree = NULL;
	GBytes *file;

	*mark = (struct mark){
		.kind = MARK_TEXT, .y = 20, .size = 8, .fill = INK_TEXT, .text = g_strdup(label)};
	tree = layout_format(doc, &env);
	file = pdf_write(tree, fonts, &options, &error);
	g_assert_no_error(error);
	g_clear_pointer(&tree, area_tree_free);
	typesetter_free(typesetter);
	return file;
}

static void
test_copied(gconstpointer fonts)
{
	static const struct {
		const char *lang, *text, *part, *label;
	} cases[] = {
		{"en", "A hieroglyph: \U00013000\U00013001, here.",
		 "A hieroglyph: \U00013000\U00013001, here.", "W\u00F6n \u0F40"},
		{"ar", "\u062B\u0645 \u07CA\u07CB \u0646\u0643\u0648", "\u07CA\u07CB", "\u0710"},
		{"ja", "\u6587\u5B57\uFF1A\u0F40\u3002\u6F22",
		 "\u6587\u5B57\uFF1A\u0F40\u3002\u6F22", "\u8A18\u53F7 \U00013000"},
		{"en", "Private: \uF8D0.", "Private: \uF8D0.", "\u0F44"},
	};
	const char *command[] = {"pdftotext", "FILE", "-", NULL};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GBytes) file =
			pdf_with(fonts, cases[i].lang, cases[i].text, cases[i].label);
		g_autofree char *text = pdf_judge(file, command);
		g_autofree char *objects = pdf_objects(file);

		g_assert_nonnull(strstr(text, cases[i].part));
		g_assert_nonnull(strstr(text, cases[i].label));
		g_assert_cmpuint(pdf_count(objects, "/Subtype /Type3"), ==, 1);
		g_assert_nonnull(strstr(objects, "/F65536 "));
	}
}

/* A document that has all its characters has no such font. */
static void
test_none(gconstpointer fonts)
{
	g_autoptr(GBytes) file = pdf_with(fonts, "en", "Plain.", "Plain");
	g_autofree char *objects = pdf_objects(file);

	g_assert_null(strstr(objects, "/Type3"));
	g_assert_null(strstr(objects, "/F65536"));
}

int
main(int argc, char **argv)
{
	g_autoptr(Fonts) fonts = NULL;

	g_test_init(&argc, &argv, NULL);
	fonts = program_fonts();
	g_test_add_func("/pdf/hexboxes/picture", test_picture);
	g_test_add_func("/pdf/hexboxes/many", test_many);
	g_test_add_data_func("/pdf/hexboxes/copied", fonts, test_copied);
	g_test_add_data_func("/pdf/hexboxes/none", fonts, test_none);
	return g_test_run();
}
