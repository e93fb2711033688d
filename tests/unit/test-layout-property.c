/* test-layout-property: attributes to resolved styles. */
#include <glib.h>
#include <libxml/parser.h>
#include <string.h>
#include "base/diag.h"
#include "layout/area.h"
#include "layout/length.h"
#include "layout/paragraph.h"
#include "layout/property.h"
#include "layout/resolver.h"

#define EXACT 0.001

/* Styles of <fo:block ATTRIBUTES/> below a parent; returns how many problems there were. */
static unsigned
resolve(const char *attributes, const struct text_style *parent, struct text_style *text,
	struct box_style *box)
{
	g_autofree char *xml =
		g_strdup_printf("<fo:block xmlns:fo='http://www.w3.org/1999/XSL/Format' "
				"xmlns:c='urn:chancery:fo' %s/>",
				attributes);
	g_autoptr(DiagList) diags = diag_list_new();
	xmlDoc *doc = xmlReadMemory(xml, (int)strlen(xml), "block", NULL, 0);
	struct property_source source = {
		.element = "block",
		.place = PLACE_BLOCK | PLACE_FRAME,
	};
	unsigned problems;

	g_assert_nonnull(doc);
	source.xml = xmlDocGetRootElement(doc);
	property_resolve(&source, parent, diags, text, box);
	problems = diag_list_count(diags, DIAG_ERROR);
	xmlFreeDoc(doc);
	return problems;
}

static void
test_length(void)
{
	struct length length;

	g_assert_true(length_parse("1.5em", 10, &length));
	g_assert_cmpfloat_with_epsilon(length.value, 15, EXACT);
	g_assert_true(length_parse("25.4mm", 10, &length));
	g_assert_cmpfloat_with_epsilon(length.value, 72, EXACT);
	g_assert_true(length_parse("-2cm", 10, &length));
	g_assert_true(length_parse("0", 10, &length));
	g_assert_true(length_parse("33%", 10, &length));
	g_assert_cmpint(length.unit, ==, LENGTH_PERCENT);
	g_assert_true(length_parse("proportional-column-width(2)", 10, &length));
	g_assert_cmpint(length.unit, ==, LENGTH_PROPORTION);
	g_assert_false(length_parse("12", 10, &length));
	g_assert_false(length_parse("1e3pt", 10, &length));
	g_assert_false(length_parse("0x10pt", 10, &length));
	g_assert_false(length_parse("12px", 10, &length));
	g_assert_false(length_parse("", 10, &length));
}

static void
test_inherit(void)
{
	struct text_style parent = text_style_initial(), text;
	struct box_style box;

	parent.colour = 0x112233;
	g_assert_cmpuint(resolve("", &parent, &text, &box), ==, 0);
	g_assert_cmpuint(text.colour, ==, 0x112233);
	g_assert_cmpuint(box.background, ==, AREA_NO_COLOUR);
	g_assert_cmpfloat(box_style_inset(&box, EDGE_BEFORE), ==, 0);
	g_assert_cmpfloat(box.border[EDGE_BEFORE].width, ==, 0);
}

/* em is of the object's own size, whatever the order; font-size itself of the parent's. */
static void
test_em(void)
{
	struct text_style parent = text_style_initial(), text;
	struct box_style box;

	parent.size = 10;
	resolve("padding-top='1em' font-size='2em' line-height='150%'", &parent, &text, &box);
	g_assert_cmpfloat_with_epsilon(text.size, 20, EXACT);
	g_assert_cmpfloat_with_epsilon(box.padding[EDGE_BEFORE], 20, EXACT);
	g_assert_cmpfloat_with_epsilon(text_style_line_height(&text), 30, EXACT);
	resolve("line-height='1.5'", &parent, &text, &box);
	g_assert_cmpfloat_with_epsilon(text_style_line_height(&text), 15, EXACT);
}

static void
test_shorthand(void)
{
	struct text_style parent = text_style_initial(), text;
	struct box_style box;

	resolve("border-after-width='3pt' border='0.5pt solid #abc' padding='1pt 2pt 3pt'", &parent,
		&text, &box);
	g_assert_cmpfloat_with_epsilon(box.border[EDGE_AFTER].width, 3, EXACT);
	g_assert_cmpfloat_with_epsilon(box.border[EDGE_START].width, 0.5, EXACT);
	g_assert_cmphex(box.border[EDGE_END].colour, ==, 0xAABBCC);
	g_assert_cmpfloat_with_epsilon(box.padding[EDGE_AFTER], 3, EXACT);
	g_assert_cmpfloat_with_epsilon(box.padding[EDGE_END], 2, EXACT);
}

/* Only a margin makes padding and border push the content in (XSL 1.1 §5.3.2). */
static void
test_margin(void)
{
	struct text_style parent = text_style_initial(), text;
	struct box_style box;

	parent.start_indent = 20;
	resolve("padding-left='5pt'", &parent, &text, &box);
	g_assert_cmpfloat_with_epsilon(text.start_indent, 20, EXACT);
	resolve("padding-left='5pt' margin-left='10pt'", &parent, &text, &box);
	g_assert_cmpfloat_with_epsilon(text.start_indent, 35, EXACT);
	resolve("margin='4pt'", &parent, &text, &box);
	g_assert_cmpfloat_with_epsilon(text.start_indent, 24, EXACT);
	g_assert_cmpfloat_with_epsilon(box.space_before.optimum, 4, EXACT);
}

/* Left is the end edge of a right-to-left object. */
static void
test_mirror(void)
{
	struct text_style parent = text_style_initial(), text;
	struct box_style box;

	resolve("padding-left='5pt' writing-mode='rl-tb'", &parent, &text, &box);
	g_assert_cmpfloat_with_epsilon(box.padding[EDGE_END], 5, EXACT);
	g_assert_cmpfloat_with_epsilon(box.padding[EDGE_START], 0, EXACT);
}

static void
test_list_functions(void)
{
	struct text_style parent = text_style_initial(), text;
	struct box_style box;

	parent.start_indent = 30;
	parent.list_distance = 20;
	parent.list_separation = 6;
	resolve("start-indent='body-start()'", &parent, &text, &box);
	g_assert_cmpfloat_with_epsilon(text.start_indent, 50, EXACT);
	resolve("end-indent='label-end()'", &parent, &text, &box);
	g_assert_true(text.end_from_start);
	g_assert_cmpfloat_with_epsilon(text.end_indent, 44, EXACT);
}

static void
test_keep(void)
{
	struct text_style parent = text_style_initial(), text;
	struct box_style box;

	resolve("keep-with-next.within-column='always' keep-with-previous='20'", &parent, &text,
		&box);
	g_assert_cmpint(box.keep_with_next, ==, KEEP_ALWAYS);
	g_assert_cmpint(box.keep_with_previous, ==, 20);
}

static void
test_unsupported(void)
{
	static const char *const bad[] = {
		"float='start'",
		"font-size='large'",
		"color='red'",
		"text-align='.'",
		"border-style='dotted'",
		"margin-top='10%'",
		"column-width='10pt'",
		"c:colour='x'",
		"baseline-shift='super'",
		"padding='1pt 2pt 3pt 4pt 5pt'",
		"widows='0'",
	};
	const struct text_style parent = text_style_initial();
	struct text_style text;
	struct box_style box;

	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_test_message("%s", bad[i]);
		g_assert_cmpuint(resolve(bad[i], &parent, &text, &box), ==, 1);
	}
	g_assert_cmpint(text.align, ==, ALIGN_START);
}

/* Equal styles are one. */
static void
test_style_table(void)
{
	struct style_table *table = style_table_new();
	struct text_style a = text_style_initial(), b = text_style_initial();

	g_assert_true(style_table_text(table, &a) == style_table_text(table, &b));
	b.size = 13;
	g_assert_true(style_table_text(table, &a) != style_table_text(table, &b));
	style_table_free(table);
}

/* Styles of an element; adds to *problems. */
static struct styles
find_styles(struct resolver *resolver, const char *element, const struct text_style *parent,
	    unsigned *problems)
{
	g_autoptr(DiagList) diags = diag_list_new();
	xmlDoc *doc = xmlReadMemory(element, (int)strlen(element), "element", NULL, 0);
	struct property_source source = {.element = "cell", .own = " name ", .place = PLACE_CELL};
	struct styles styles;

	g_assert_nonnull(doc);
	source.xml = xmlDocGetRootElement(doc);
	styles = resolver_find(resolver, &source, parent, diags);
	*problems += diag_list_count(diags, DIAG_ERROR);
	xmlFreeDoc(doc);
	return styles;
}

static void
test_resolver(void)
{
	struct resolver *resolver = resolver_new();
	unsigned problems = 0;
	struct styles one = find_styles(resolver, "<c width='3pt'/>", NULL, &problems);
	struct styles same =
		find_styles(resolver, "<c id='a' name='b' width='3pt'/>", NULL, &problems);
	struct styles other = find_styles(resolver, "<c width='4pt'/>", NULL, &problems);
	struct styles below = find_styles(resolver, "<c color='#fff'/>", one.text, &problems);
	struct styles beside = find_styles(resolver, "<c color='#fff'/>", below.text, &problems);

	g_assert_true(one.text == same.text && one.box == same.box);
	g_assert_true(one.text == other.text && one.box != other.box);
	g_assert_cmphex(below.text->colour, ==, 0xFFFFFF);
	g_assert_true(below.text == beside.text);
	g_assert_cmpuint(problems, ==, 0);
	/* What is wrong is said each time. */
	find_styles(resolver, "<c wide='3pt'/>", NULL, &problems);
	find_styles(resolver, "<c wide='3pt'/>", NULL, &problems);
	g_assert_cmpuint(problems, ==, 2);
	resolver_free(resolver);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/property/length", test_length);
	g_test_add_func("/layout/property/inherit", test_inherit);
	g_test_add_func("/layout/property/em", test_em);
	g_test_add_func("/layout/property/shorthand", test_shorthand);
	g_test_add_func("/layout/property/margin", test_margin);
	g_test_add_func("/layout/property/mirror", test_mirror);
	g_test_add_func("/layout/property/list-functions", test_list_functions);
	g_test_add_func("/layout/property/keep", test_keep);
	g_test_add_func("/layout/property/unsupported", test_unsupported);
	g_test_add_func("/layout/property/style-table", test_style_table);
	g_test_add_func("/layout/property/resolver", test_resolver);
	return g_test_run();
}
