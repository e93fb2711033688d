/* Places: every link, text and cell where it stands in the file, in characters, whatever cmark says. */
#include "test-brief.h"

static void
test_characters(void)
{
	/* Letters of two bytes before the link count once. */
	assert_brief("Żółć [ok](fact:a.b)",
		     "paragraph@1:1[text@1:1-6'Żółć ' raw-fact@1:6-20(path=a.b)[text@1:7-9'ok']]", "");
	assert_brief("四 *五*", "paragraph@1:1[text@1:1-3'四 ' emph[text@1:4-5'五']]", "");
}

static void
test_escapes(void)
{
	/* What is written otherwise than it reads is a run of its own, so that the next ones keep their place. */
	assert_brief("a&amp;b \\*c",
		     "paragraph@1:1[text@1:1-2'a' text@1:2-7'&' text@1:7-9'b ' text@1:9-11'*' "
		     "text@1:11-12'c']",
		     "");
	assert_brief("AT&T &c; x", "paragraph@1:1[text@1:1-11'AT&T &c; x']", "");
	assert_brief("\\[^1] x", "paragraph@1:1[text@1:1-3'[' text@1:3-8'^1] x']", "");
}

static void
test_continuation(void)
{
	/* cmark forgets the indent of a continuation line. */
	assert_brief("> a\n>    [](cite:x)\nlazy [](cite:y)",
		     "block_quote@1:1[paragraph@1:3[text@1:3-4'a' softbreak "
		     "raw-cite@2:6-16(path=x) softbreak text@3:1-6'lazy ' raw-cite@3:6-16(path=y)]]",
		     "");
	assert_brief("1.  a\n    [](cite:x)",
		     "list@1:1(type=ordered)(start=1)(tight=true)[item@1:1[paragraph@1:5[text@1:5-6'a' "
		     "softbreak raw-cite@2:5-15(path=x)]]]",
		     "");
}

static void
test_link_over_lines(void)
{
	/* cmark gives the last line with the first line's column. */
	assert_brief("x [two\nlines](fact:a.b) y",
		     "paragraph@1:1[text@1:1-3'x ' raw-fact@1:3(path=a.b)[text@1:4-7'two' softbreak "
		     "text@2:1-6'lines'] text@2:17-19' y']",
		     "");
	assert_brief("[a](\nfact:x) *b*",
		     "paragraph@1:1[raw-fact@1:1(path=x)[text@1:2-3'a'] text@2:8-9' ' "
		     "emph[text@2:10-11'b']]",
		     "");
	assert_brief("`co\nde` [](cite:x)",
		     "paragraph@1:1[code@1:2-3['co de'] text@2:4-5' ' raw-cite@2:5-15(path=x)]", "");
}

static void
test_dropped_definitions(void)
{
	/* The paragraph starts, for cmark, where the definitions did. */
	assert_brief("[foo]: /url\nrest [](cite:x)",
		     "paragraph@1:1[text@2:1-6'rest ' raw-cite@2:6-16(path=x)]", "");
}

static void
test_cells(void)
{
	assert_brief("> | Ż | b |\n> |--:|---|\n> | ł\\|x | [](cite:x) |",
		     "block_quote@1:1[table@1:3[columns[column(align=end) column(align=start)] "
		     "thead[tr[th@1:5[text@1:5-6'Ż'] th@1:9[text@1:9-10'b']]] "
		     "tbody[tr[td@3:5[text@3:5-9'ł|x'] td@3:12[raw-cite@3:12-22(path=x)]]]]]",
		     "");
}

static void
test_front_matter(void)
{
	g_autofree char *said = NULL, *title = NULL, *summary = NULL;
	g_autoptr(Brief) brief = read_markdown("---\ntitle: \"Ł [](fact:a.b)\"\nsummary: >\n"
					       "  one\n  two [](fact:c.d)\n---\n\n[](fact:e.f)",
					       &said);
	g_autofree char *body = body_text(brief);

	title = node_text(brief->title);
	summary = node_text(brief->summary);
	g_assert_cmpstr(title, ==, "title@2:9[text@2:9-11'Ł ' raw-fact@2:11-23(path=a.b)]");
	g_assert_cmpstr(summary, ==,
			"summary@4:1[text@4:3-6'one' softbreak text@5:3-7'two ' raw-fact@5:7-19(path=c.d)]");
	g_assert_cmpstr(body, ==, "paragraph@8:1[raw-fact@8:1-13(path=e.f)]");
	g_assert_cmpstr(said, ==, "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/brief/places/characters", test_characters);
	g_test_add_func("/brief/places/escapes", test_escapes);
	g_test_add_func("/brief/places/continuation", test_continuation);
	g_test_add_func("/brief/places/link-over-lines", test_link_over_lines);
	g_test_add_func("/brief/places/dropped-definitions", test_dropped_definitions);
	g_test_add_func("/brief/places/cells", test_cells);
	g_test_add_func("/brief/places/front-matter", test_front_matter);
	return g_test_run();
}
