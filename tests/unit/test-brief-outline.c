/* The outline of a brief (gen/brief/outline): blocks in reading order, their links and words. */
#include "test-brief.h"

#include "brief/outline.h"

/* "paragraph[text'a ' fact(theft.stolen)'281']": blocks with a blank between. */
static char *
outline_text(const struct outline *outline)
{
	static const char *const blocks[] = {"title",	  "subtitle", "summary",   "heading",
					     "paragraph", "item",     "quotation", "note",
					     "figure",	  "table",    "cell"};
	static const char *const spans[] = {"text", "fact", "cite", "entity", "quiet"};
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < outline->blocks->len; i++) {
		const struct block *block = outline_block(outline, i);

		g_string_append_printf(out, "%s%s", i > 0 ? " " : "", blocks[block->kind]);
		if (block->id)
			g_string_append_printf(out, "(%s)", block->id);
		if (block->level)
			g_string_append_printf(out, "%d", block->level);
		for (guint k = 0; k < block->n_spans; k++) {
			const struct span *span = block_span(block, k);

			g_string_append_printf(out, "%s%s", k > 0 ? " " : "[", spans[span->kind]);
			if (span->path)
				g_string_append_printf(out, "(%s)", span->path);
			g_string_append_printf(out, "'%s'", span->text);
		}
		g_string_append(out, block->n_spans > 0 ? "]" : "");
	}
	return g_string_free(out, FALSE);
}

static void
assert_outline(const char *markdown, const char *expected)
{
	g_autofree char *said = NULL;
	g_autoptr(Brief) brief = read_markdown(markdown, &said);
	g_autoptr(Outline) outline = outline_new(brief);
	g_autofree char *got = outline_text(outline);

	g_assert_cmpstr(got, ==, expected);
}

static void
test_blocks(void)
{
	assert_outline("---\ntitle: T\nsummary: '[](fact:a.b) S'\n---\n## H\n\nP\n\n- I\n\n> Q",
		       "title[text'T'] summary[fact(a.b)'' text' S'] heading1[text'H'] "
		       "paragraph[text'P'] item[text'I'] quotation[text'Q']");
	assert_outline(
		"![C [](fact:a.b)](chart:c)\n\n![](table:t)\n\n| a |\n| - |\n| b[](cite:s) |",
		"figure(c)[text'C ' fact(a.b)''] table(t) table() cell[text'a'] "
		"cell[text'b' cite(s)'']");
	assert_outline("", "");
	assert_outline("    code 281\n\n***", "");
}

static void
test_spans(void)
{
	assert_outline(
		"a *b* [c](entity:e) [d](literal:) [e](lang:pl) `f` [g](ref:x) [h](https://i.j)",
		"paragraph[text'a ' text'b' text' ' entity(e)'c' text' ' quiet'd' text' ' "
		"quiet'e' text' ' quiet'f' text' ' quiet(x)'g' text' ' text'h']");
	assert_outline("<https://i.j/281> [i.j/281](https://i.j/281) x\ny",
		       "paragraph[quiet'https://i.j/281' text' ' quiet'i.j/281' text' x' text' ' "
		       "text'y']");
}

/* A note stands behind the block that refers to it first, whatever of that comes after the
 * reference. */
static void
test_notes(void)
{
	assert_outline(
		"a[^1] b[^2] c[^1]\n\nd\n\n[^1]: N [](fact:a.b)\n\n[^2]: M",
		"paragraph[text'a' text' b' text' c'] note[text'N ' fact(a.b)''] note[text'M'] "
		"paragraph[text'd']");
	assert_outline("| a[^1] | b |\n| - | - |\n\n[^1]: N",
		       "table() cell[text'a'] note[text'N'] cell[text'b']");
}

/* A picture among words is refused, and reads as it can. */
static void
test_picture_inside(void)
{
	g_autofree char *said = NULL;
	g_autoptr(Brief) brief =
		read_markdown("a ![b](chart:c) d[^1] ![e](p.png) f\n\n[^1]: g", &said);
	g_autoptr(Outline) outline = outline_new(brief);

	g_assert_cmpuint(outline->blocks->len, >, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/brief/outline/blocks", test_blocks);
	g_test_add_func("/brief/outline/spans", test_spans);
	g_test_add_func("/brief/outline/notes", test_notes);
	g_test_add_func("/brief/outline/picture-inside", test_picture_inside);
	return g_test_run();
}
