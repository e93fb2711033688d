/*
 * test-paragraph-scripts: right to left, and Japanese, with fonts of this machine where it has
 * them.
 */
#include <glib.h>
#include "script_fixture.h"

#define EXACT 0.001

static struct span
text_span(const char *text, const char *lang)
{
	return (struct span){
		.kind = SPAN_TEXT,
		.text = text,
		.style = {.role = "serif", .size = 10, .weight = 400, .lang = lang},
	};
}

static const struct fragment *
fragment_at(const struct line *line, guint index)
{
	return &g_array_index(line->fragments, struct fragment, index);
}

/*
 * Logical order from the right; the Latin words stand in their own order between the Arabic ones.
 */
static void
test_arabic(void)
{
	static const struct paragraph_style style = {.line_height = 14, .rtl = true, .indent = 20};
	struct span spans[] = {
		text_span("قال", "ar"),
		text_span(" UN ", "en"),
		text_span("Panel", "en"),
		text_span(" في عام", "ar"),
	};
	struct folder folder;
	struct paragraph *paragraph;
	const struct line *line;

	open_folder(&folder);
	paragraph = paragraph_new(folder.typesetter, spans, 4, &style, folder.diags);
	paragraph_break(paragraph, 300);
	line = paragraph_line(paragraph, 0);
	g_assert_cmpuint(paragraph_line_count(paragraph), ==, 1);
	for (guint i = 0; i < line->fragments->len; i++) {
		const struct fragment *fragment = fragment_at(line, i);
		const char *text = fragment->text + fragment->glyphs->item->offset;

		if (i == 0) {
			g_assert_cmpfloat_with_epsilon(fragment->x + fragment->width, 280, EXACT);
		} else if (g_str_has_prefix(text, "Panel")) {
			g_assert_cmpfloat(fragment->x, >, fragment_at(line, i - 1)->x);
		} else {
			g_assert_cmpfloat(fragment->x, <, fragment_at(line, 0)->x);
		}
	}
	g_assert_cmpfloat_with_epsilon(fragment_at(line, line->fragments->len - 1)->x,
				       280 - line->width, EXACT);
	paragraph_free(paragraph);
	close_folder(&folder);
}

static const char japanese[] =
	"専門家パネルは、北朝鮮に関連するサイバー犯罪者が金融機関や暗号資産取引所に対する攻撃を"
	"継続し、2019年末から約3億1640万ドル相当の暗号資産を窃取したと報告した。「制裁」の回避、石"
	"炭密輸。";

/*
 * JIS X 4051: no line begins with a stop, a closing bracket or a long vowel, none ends with an
 * opening bracket.
 */
static void
check_japanese_line(const struct line *line, double measure, bool last)
{
	const struct fragment *first = fragment_at(line, 0);
	const struct fragment *final = fragment_at(line, line->fragments->len - 1);
	const char *start = first->text + first->glyphs->item->offset;
	const char *end = final->text + final->glyphs->item->offset + final->glyphs->item->length;

	g_assert_null(g_utf8_strchr("、。」ー", -1, g_utf8_get_char(start)));
	g_assert_cmpuint(g_utf8_get_char(g_utf8_prev_char(end)), !=, 0x300C);
	if (!last)
		g_assert_cmpfloat_with_epsilon(line->width, measure, EXACT);
}

static void
test_japanese(void)
{
	static const struct paragraph_style style = {.line_height = 14, .align = ALIGN_JUSTIFY};
	struct span span = text_span(japanese, "ja");
	struct folder folder;
	struct paragraph *paragraph;

	open_folder(&folder);
	paragraph = paragraph_new(folder.typesetter, &span, 1, &style, folder.diags);
	for (double measure = 80; measure < 300; measure += 3) {
		paragraph_break(paragraph, measure);
		for (guint i = 0; i < paragraph_line_count(paragraph); i++)
			check_japanese_line(paragraph_line(paragraph, i), measure,
					    i + 1 == paragraph_line_count(paragraph));
	}
	paragraph_free(paragraph);
	close_folder(&folder);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/paragraph-scripts/arabic", test_arabic);
	g_test_add_func("/paragraph-scripts/japanese", test_japanese);
	return g_test_run();
}
