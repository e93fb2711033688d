/* The dialect of contract section 4: destinations, notes, tables, figures, headings, front matter. */
#include "test-brief.h"

static void
test_destinations(void)
{
	assert_brief("[](fact:a.b?form=bare&lang=en#f)",
		     "paragraph@1:1[raw-fact@1:1-33(path=a.b)(fragment=f)(form=bare)(lang=en)]", "");
	assert_brief("[](FACT:a%2Eb?claim=day)",
		     "paragraph@1:1[raw-fact@1:1-25(path=a.b)(claim=day)]", "");
	assert_brief("[lit](literal:) [po](lang:pl)",
		     "paragraph@1:1[raw-literal@1:1-16[text@1:2-5'lit'] text@1:16-17' ' "
		     "span@1:17-30(lang=pl)(dir=ltr)[text@1:18-20'po']]",
		     "");
	assert_brief("[سلام](lang:ar)",
		     "paragraph@1:1[span@1:1-16(lang=ar)(dir=rtl)[text@1:2-6'سلام']]", "");
	assert_brief("[p](#meth) [x](../y/?a=b) <https://e.org>",
		     "paragraph@1:1[raw-ref@1:1-11(path=meth)[text@1:2-3'p'] text@1:11-12' ' "
		     "link@1:12-26(destination=../y/?a=b)[text@1:13-14'x'] text@1:26-27' ' "
		     "link@1:27-28(destination=https://e.org)[text@1:28-41'https://e.org']]",
		     "");
	assert_brief("[](anchor:x)A", "paragraph@1:1[raw-anchor@1:1-13(path=x) text@1:13-14'A']", "");
}

#define SCHEMES                                                                                     \
	"  help: links may use https:, http:, mailto:, a relative address, or fact: cite: entity: " \
	"ref: anchor: literal: lang:\n"

static void
test_refused_links(void)
{
	assert_said("[a](JaVaScRiPt:x)", "t:1:1: error: links of the scheme JaVaScRiPt: are not "
					 "allowed: “JaVaScRiPt:x” [link-scheme]\n" SCHEMES);
	assert_said("[a](java&#x0A;script:x)",
		    "t:1:1: error: a space or control character in an address: “java script:x” "
		    "[link-scheme]\n" SCHEMES);
	assert_said("[a](//e.org)", "t:1:1: error: an address of another host without a scheme: "
				    "“//e.org” [link-scheme]\n  help: write https: before it\n");
	assert_said("[a](/\\e.org)", "t:1:1: error: an address of another host without a scheme: "
				     "“/\\e.org” [link-scheme]\n  help: write https: before it\n");
	assert_said("[a](fcat:x)", "t:1:1: error: links of the scheme fcat: are not allowed: "
				   "“fcat:x” [link-scheme]\n  help: did you mean “fact:”?\n");
	assert_said("[a](chart:x)",
		    "t:1:1: error: a figure is placed by an image, not by a link: “chart:x” "
		    "[link-scheme]\n  help: write ![caption](…) alone in a paragraph, or link to it "
		    "with ref:\n");
	assert_said("[a](fact:x?frm=bare)",
		    "t:1:1: error: “frm” means nothing in a link [schema-unknown-key]\n"
		    "  help: did you mean “form=”?\n");
	assert_said("[](anchor:Not-One)",
		    "t:1:1: error: “Not-One” is not an id [schema-value]\n"
		    "  help: ids are small letters, digits and single hyphens, at most 64\n");
	assert_said("[a](lang:polski_)",
		    "t:1:1: error: “polski_” is not a language tag [schema-value]\n"
		    "  help: write a tag such as en, uk or zh-Hans\n");
}

static void
test_notes(void)
{
	/* cmark takes a note of one word for a link reference definition. */
	assert_brief("A[^1] b[^1].\n\n[^1]: Ibid.",
		     "paragraph@1:1[text@1:1-2'A' note@1:2-6(label=1)(kind=note)[paragraph@3:1["
		     "text@3:5-12'Ibid.']] text@1:6-8' b' noteref@1:8-12(label=1) text@1:12-13'.']",
		     "");
	assert_brief("A[^1] b[^x]\n\n[^1]: One\n[^x]: Two\n  more [](cite:y)",
		     "paragraph@1:1[text@1:1-2'A' note@1:2-6(label=1)(kind=note)[paragraph@3:1["
		     "text@3:5-10'One']] text@1:6-8' b' "
		     "note@1:8-12(label=x)(kind=note)[paragraph@4:1[text@4:5-10'Two' softbreak "
		     "text@5:3-8'more ' raw-cite@5:8-18(path=y)]]]",
		     "");
	assert_brief("`[^1]: a`\n\n    [^1]: code",
		     "paragraph@1:1[code@1:2-3['[^1]: a']]\ncode_block@3:5['[^1]: code']", "");
}

static void
test_refused_notes(void)
{
	assert_said("A[^2] b[^1]\n\n[^1]: One",
		    "t:1:2: error: there is no note [^2] [ref-unknown]\n"
		    "  help: did you mean [^1]?\n");
	assert_said("A\n\n[^1]: One", "t:3:1: error: nothing refers to the note [^1] [ref-unknown]\n"
				      "  help: write [^1] in the text, or delete the note\n");
	assert_said("A[^1]\n\n[^1]: One\n\n[^1]: Two",
		    "t:5:1: error: the note [^1] is written twice [id-duplicate]\n"
		    "t:3:1: note: first here\n");
	assert_said("# A[^1]\n\nB[^1]\n\n[^1]: One",
		    "t:1:4: error: a note cannot stand in a title [schema-value]\n"
		    "  help: put it in the summary or the text\n");
	assert_said("A[^1][^2]\n\n[^1]: One[^2]\n\n[^2]: Two",
		    "t:3:10: error: a note cannot hold the note [^2] [ref-unknown]\n"
		    "  help: refer to it in the text\n");
}

static void
test_tables(void)
{
	/* What would begin a list, a heading or a quotation elsewhere is text in a cell. */
	assert_brief("a|b\n:-:|-\n|- x|# y\n_e_|",
		     "table@1:1[columns[column(align=center) column(align=start)] "
		     "thead[tr[th@1:1[text@1:1-2'a'] th@1:3[text@1:3-4'b']]] "
		     "tbody[tr[td@3:2[text@3:2-5'- x'] td@3:6[text@3:6-9'# y']] "
		     "tr[td@4:1[emph[text@4:2-3'e']] td]]]",
		     "");
	assert_said("|a|\n|-|\n|b|c|",
		    "t:3:4: error: a row of 2 cells in a table of 1 columns [schema-value]\n"
		    "  help: a pipe inside a cell is written \\|\n");
	assert_brief("a|b\n-|-|-", "paragraph@1:1[text@1:1-4'a|b' softbreak text@2:1-6'-|-|-']", "");
}

static void
test_figures(void)
{
	assert_brief("![A *b*](chart:c)",
		     "raw-figure@1:1-18(kind=chart)(path=c)[text@1:3-5'A ' emph[text@1:6-7'b']]", "");
	assert_brief("[](anchor:x)![A](table:c)\n![](map:m)",
		     "raw-figure@1:13-26(kind=table)(path=c)[text@1:15-16'A']\n"
		     "raw-figure@2:1-11(kind=map)(path=m)[raw-anchor@1:1-13(path=x)]",
		     "");
	assert_said("See ![A](chart:c).",
		    "t:1:5: error: a figure among other text [image-invalid]\n"
		    "  help: put it in a paragraph of its own, with a blank line before and after\n");
	assert_said("![](a.png)",
		    "t:1:1: warning: an image without a text [alt-missing]\n"
		    "  help: say between the brackets what the image shows\n");
	assert_brief("![A *b*](d/a%20b.png \"T\")",
		     "raw-figure@1:1-26(kind=image)(path=d/a b.png)(title=T)"
		     "[text@1:3-5'A ' emph[text@1:6-7'b']]",
		     "");
}

static void
test_headings(void)
{
	g_autofree char *said = NULL, *title = NULL, *body = NULL;
	g_autoptr(Brief) brief = read_markdown("# T *x*\n\n### A\n\n#### B\n\n### C", &said);

	title = node_text(brief->title);
	body = body_text(brief);
	g_assert_cmpstr(title, ==, "title@1:1[text@1:3-5'T ' emph[text@1:6-7'x']]");
	g_assert_cmpstr(body, ==, "heading@3:1(level=1)[text@3:5-6'A']\n"
				  "heading@5:1(level=2)[text@5:6-7'B']\n"
				  "heading@7:1(level=1)[text@7:5-6'C']");
	g_assert_cmpstr(said, ==, "");
	assert_said("## A\n\n#### B",
		    "t:3:1: warning: a heading 2 levels below the one before [heading-skip]\n"
		    "  help: write ###\n");
}

/* What the author left out is not left out of the tree of what is published. */
static void
test_heading_levels(void)
{
	g_autofree char *said = NULL, *body = NULL;
	g_autoptr(Brief) brief =
		read_markdown("# T\n\n### A\n\n# B\n\n#### C\n\n#### D\n\n## E", &said);

	body = body_text(brief);
	g_assert_cmpstr(body, ==, "heading@3:1(level=1)[text@3:5-6'A']\n"
				  "heading@5:1(level=1)[text@5:3-4'B']\n"
				  "heading@7:1(level=2)[text@7:6-7'C']\n"
				  "heading@9:1(level=2)[text@9:6-7'D']\n"
				  "heading@11:1(level=2)[text@11:4-5'E']");
}

static void
test_front_matter(void)
{
	g_autofree char *said = NULL;
	g_autoptr(Brief) brief = read_markdown(
		"---\ntitle: A\nkeywords: [b, c]\ntranslator: D\n---\n# Not the title", &said);
	g_autofree char *body = body_text(brief);

	g_assert_cmpstr(body, ==, "heading@6:1(level=1)[text@6:3-16'Not the title']");
	g_assert_cmpuint(brief->keywords->len, ==, 2);
	g_assert_cmpstr(g_ptr_array_index(brief->keywords, 1), ==, "c");
	g_assert_cmpstr(brief->translator, ==, "D");
	g_assert_cmpstr(said, ==, "");
	assert_said("---\ntitel: A\n---\n",
		    "t:2:1: error: “titel” means nothing in the front matter [schema-unknown-key]\n"
		    "  help: did you mean “title”?\n");
	assert_said("---\ntitle: [A]\n---\n",
		    "t:2:8: error: “title” must be a text [schema-type]\n");
	/* Without its end it is a thematic break and text. */
	assert_brief("---\ntitle: A", "thematic_break@1:1\nparagraph@2:1[text@2:1-9'title: A']", "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/brief/dialect/destinations", test_destinations);
	g_test_add_func("/brief/dialect/refused-links", test_refused_links);
	g_test_add_func("/brief/dialect/notes", test_notes);
	g_test_add_func("/brief/dialect/refused-notes", test_refused_notes);
	g_test_add_func("/brief/dialect/tables", test_tables);
	g_test_add_func("/brief/dialect/figures", test_figures);
	g_test_add_func("/brief/dialect/headings", test_headings);
	g_test_add_func("/brief/dialect/heading-levels", test_heading_levels);
	g_test_add_func("/brief/dialect/front-matter", test_front_matter);
	return g_test_run();
}
